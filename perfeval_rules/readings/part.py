"""One step of a derivation: a value, and the parts it came from."""

import ast
from dataclasses import dataclass

from perfeval_rules.formula.nodes import formula_of
from perfeval_rules.readings.exact import Value


@dataclass(frozen=True, slots=True)
class Part:
    """A value that remembers how it came about; only what was looked at is among its parts."""

    value: Value
    step: str = "value"
    """`value`: as reported or written · `name` · a sign · `and or not` · `choice`: the tests asked, then the branch taken ·
    `given` · the name of a function, its parts the arguments, tables cell by cell · the name of an aggregate · `child`."""
    parts: tuple["Part", ...] = ()
    node: ast.expr | None = None
    """The part of a formula that gave it; None where no formula did."""
    name: str = ""
    """Of a `name`, the author's words; of a `child`, what it is called; of a `given` that is false, why."""
    left_out: int = 0
    """Of an aggregate: how many children took no part, as they have no value."""

    @property
    def text(self) -> str:
        """The author's own words; blank where no formula stands behind it."""
        return formula_of(self.node).part(self.node) if self.node is not None else ""

    @property
    def own(self) -> bool:
        """The engine itself wrote the words, or nobody did."""
        return self.node is None or formula_of(self.node).own
