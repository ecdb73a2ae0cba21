"""How large the numbers of a plan can grow, known before any form is scored.

Exact arithmetic keeps every digit, so facts that multiply one another could ask for numbers no machine can hold. The size
of a value is how many reported numbers are multiplied or brought under one denominator in it, at the most; a reported
number has at most thirty digits. A ruleset that goes beyond the limit is refused, whatever its forms would say.
"""

import ast
from collections.abc import Callable, Mapping

from perfeval_rules.formula.functions import AGGREGATES
from perfeval_rules.formula.keys import points_key
from perfeval_rules.formula.nodes import additions_of
from perfeval_rules.plan.entry import CHILD_NAMES, FORM, SHARE, Entry
from perfeval_rules.plan.stages import Stages

MOST = 20_000
ADDED = 16
"""How often a plugin's function may bring its arguments together, as far as the limit knows."""
JOINED = frozenset({"interpolate", "steps"})
"""Functions that compute with their arguments; the others give one of them, as it is or rounded."""


class TooLarge(Exception):  # noqa: N818 - a verdict on a plan, told by a finding
    """A value could grow beyond the limit; `name` is the plan's for it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def check_sizes(
    form: Mapping[str, Entry],
    lines: Mapping[str, Mapping[str, Entry]],
    below: Mapping[str, tuple[str, ...]],
    stages: Stages,
) -> None:
    """Raise TooLarge at the first name whose value could grow beyond the limit."""
    sizes = _Sizes(form, lines, below)
    for stage, names in enumerate(stages.order):  # in this order, so that what a name reads is known before
        for name in names:
            if stage % 2 == 0:
                sizes.of_form(name)
            else:
                sizes.of_child(None, name)


class _Sizes:
    def __init__(
        self, form: Mapping[str, Entry], lines: Mapping[str, Mapping[str, Entry]], below: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.form, self.lines, self.below = form, lines, below
        self.known: dict[tuple[str | None, str], int] = {}

    def of_form(self, name: str) -> int:
        """The size of a value of the form; of one that is reported, 1."""
        entry = self.form.get(name)
        return 1 if entry is None else self.entry(None, entry, self.of_form)

    def of_line(self, path: str, name: str) -> int:
        """The size of a value of a line under one judge."""
        if name == SHARE:
            return max([1, *(self.of_form(share) for share in self.form if share.endswith("._child_share"))])
        entry = None if name.startswith(FORM) else self.lines[path].get(name)
        if entry is None:
            return self.of_form(name.removeprefix(FORM))
        return self.entry(path, entry, lambda inner: self.of_line(path, inner))

    def of_child(self, over: str | None, name: str) -> int:
        """The size of what an aggregate asks of any child."""
        name = CHILD_NAMES.get(name, name)
        groups = self.below[over] if over is not None else ()
        lines = [self.of_line(path, name) for path in self.lines]
        return max([1, *lines, *(self.of_form(f"{group}.{name}") for group in groups)])

    def entry(self, path: str | None, entry: Entry, look: Callable[[str], int]) -> int:
        key = (path, entry.name)
        if key not in self.known:
            self.known[key] = self.size(entry.formula.tree, entry.over, lambda name: look(entry.words.get(name, name)))
            if self.known[key] > MOST:
                raise TooLarge(entry.name)
        return self.known[key]

    def size(self, node: ast.expr, over: str | None, look: Callable[[str], int]) -> int:
        """The size of a part of a formula."""
        if isinstance(node, ast.Name):
            return look(node.id)
        if isinstance(node, ast.Call):
            return self.call(node, over, look)
        parts = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
        sizes = [self.size(part, over, look) for part in parts]
        return sum(sizes) if isinstance(node, ast.BinOp) else max(sizes, default=1)

    def call(self, node: ast.Call, over: str | None, look: Callable[[str], int]) -> int:
        """The size of what a function gives."""
        called = node.func.id if isinstance(node.func, ast.Name) else ""
        if called in AGGREGATES:
            return self.size(node.args[0], over, lambda name: self.of_child(over, name))
        if called == "points":
            return look(points_key(node))
        sizes = [self.size(part, over, look) for part in node.args]
        if called in additions_of(node):
            return sum(sizes) * ADDED + 2
        return sum(sizes) * 3 if called in JOINED else max(sizes)
