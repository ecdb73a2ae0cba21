"""A formula: what its author wrote, where, and the tree it was read as."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from perfeval_rules.findings import Place, Written
from perfeval_rules.formula.functions import Addition


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """A formula as its author wrote it, and its tree; offsets in the tree count characters of the text."""

    text: str
    tree: ast.expr
    written: Written
    own: bool = False
    """The engine wrote it, to put authors' formulas together; nobody needs to be shown its words."""
    additions: Mapping[str, Addition] = field(default_factory=dict)
    """The functions of plugins that it may call."""

    def part(self, node: ast.expr) -> str:
        """The author's own words of a node."""
        return self.text[node.col_offset : node.end_col_offset]

    def place(self, node: ast.expr) -> Place:
        """Where a node begins."""
        return self.written.place(node.col_offset)
