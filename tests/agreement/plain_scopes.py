"""What formulas of a ruleset see in the plain evaluation: a line, a group, the form, and the children of each."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tests.agreement.plain_lack import Answer, Lack
from tests.agreement.plain_types import BEYOND

if TYPE_CHECKING:
    from tests.agreement.plain_ruleset import Plain

OF_LINES = frozenset(
    [
        "name",
        "goal",
        "category1",
        "category2",
        "category3",
        "target_text",
        "actual_text",
        "target_kind",
        "actual_kind",
        "operator",
        "unit",
        "actual_unit",
        "dimension",
        "target",
        "actual",
        "due",
        "done",
        "reason",
        "stated",
        "reviewed",
        "type",
        "ratio",
        "attainment",
        "met",
        "deviation",
        "weight",
        "score",
        "lost",
        "low",
        "high",
        "outcome",
        "unsigned",
        "zero_target",
        "reverse",
        "equality",
        "tolerance",
        "survey_required",
        "late",
        "late_loss",
        "full_from",
        "part_from",
    ]
)


class Scope:
    """A view of names: some said here, the others asked of what stands behind."""

    def __init__(self, plain: "Plain", line: int | None = None, over: str | None = None, **seen: Answer | None) -> None:
        self.plain, self.line, self.over, self.seen = plain, line, over, seen
        self.rounding = plain.rounding

    def value(self, name: str) -> Answer | None:
        """What a name stands for here."""
        if name in self.seen:
            return self.seen[name]
        return self.plain.of_form(name) if self.line is None else self.plain.of_line(self.line, name)

    def words(self, name: str) -> tuple[Sequence[str], bool]:
        """A word list."""
        return self.plain.word_list(name)

    def within(self, group: str) -> bool:
        """Whether the line stands in a group."""
        return group in self.plain.layout.above(self.plain.layout.lines[self.line or 0].group)

    def children(self, group: str | None) -> "Sequence[Scope]":
        """The lines of a group or id; else the children of the node this is worked out over, else all lines."""
        plain = self.plain
        if group is not None:
            return [ChildLine(plain, n) for n in plain.lines_in(group)]
        if self.over is None:
            return [ChildLine(plain, n) for n in range(len(plain.layout.lines))]
        return [child for child in plain.children(self.over) if not child.left_out()]


class ChildLine(Scope):
    """A line as an aggregate sees it."""

    def value(self, name: str) -> Answer | None:
        line = self.line or 0
        if name == "weight":
            return self.plain.full(line)
        if name in BEYOND and name not in self.plain.reported(line):
            return None
        return self.plain.of_line(line, name)

    def score(self) -> Answer:
        return self.plain.score(self.line or 0)

    def full(self) -> Answer:
        return self.plain.full(self.line or 0)

    def pointed(self) -> Answer:
        return self.plain.pointed(self.line or 0)

    def extra(self) -> bool:
        return self.plain.is_extra(self.line or 0)

    def left_out(self) -> bool:
        return self.plain.line_left_out(self.line or 0)

    def withheld(self) -> bool:
        return self.plain.line_withheld(self.line or 0)


class ChildNode(Scope):
    """A group as its parent sees it."""

    def __init__(self, plain: "Plain", node: str) -> None:
        super().__init__(plain)
        self.node = node

    def value(self, name: str) -> Answer | None:
        match name:
            case "weight":
                return self.full()
            case "score":
                return self.score()
            case "name":
                return self.node
        known = name in OF_LINES or name in BEYOND or self.plain.facts.get(name, {}).get("of") == "line"
        return None if known else self.plain.of_form(name)

    def score(self) -> Answer:
        return self.plain.group(self.node)["score"]

    def full(self) -> Answer:
        return Lack("extra") if self.extra() else self.plain.node_weight(self.node)

    def pointed(self) -> Answer:
        return Lack("extra") if self.extra() else self.plain.node_pointed(self.node)

    def extra(self) -> bool:
        return self.plain.extra_group(self.plain.nodes[self.node].group)

    def left_out(self) -> bool:
        return self.plain.group(self.node)["left_out"]

    def withheld(self) -> bool:
        return self.plain.group(self.node)["withheld"]


Child = Any
Known = Mapping[str, Any]
