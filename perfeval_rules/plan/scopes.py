"""What the names of a formula mean, in any reading: of an entry, of a line or a group as an aggregate sees it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Generic, Protocol, TypeVar

from perfeval_rules.formula.algebra import Algebra, NoValue
from perfeval_rules.formula.evaluator import Names, Words
from perfeval_rules.plan.entry import CHILD_NAMES, OF_A_GROUP, Entry
from perfeval_rules.plan.nodes import Tree
from perfeval_rules.plan.plan import Plan

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


class Looked(Protocol[V_co]):
    """Values by name."""

    def look(self, name: str, /) -> V_co | NoValue | None:
        """The value of a name, a NoValue where it has none, None where nothing was said."""


class Form(Protocol[V]):
    """A form in one reading: its values, its groups, and over whom its aggregates run."""

    @property
    def plan(self) -> Plan:
        """What is worked out."""

    @property
    def algebra(self) -> Algebra[V]:
        """The reading."""

    @property
    def tree(self) -> Tree:
        """The groups of the form."""

    def look(self, name: str, /) -> V | NoValue | None:
        """The value of a name, a NoValue where it has none, None where nothing was said."""

    def children(self, over: str | None, asked: str | None, /) -> Sequence[Names[V]]:
        """Over whom an aggregate runs."""


class Line(Protocol[V]):
    """A line in one reading."""

    @property
    def form(self) -> Form[V]:
        """The form it stands on."""

    def look(self, name: str, /) -> V | NoValue | None:
        """The line's own value of a name, else the form's."""

    def says(self, name: str, /) -> bool:
        """Whether a name is the line's own."""


class PlacedLine(Line[V], Protocol[V]):
    """A line with where it stands."""

    @property
    def judge(self) -> str:
        """The path of what takes it."""

    @property
    def group(self) -> str:
        """The group that it stands in."""

    @property
    def node(self) -> str:
        """The node of the group."""

    def stirring(self, names: tuple[str, ...], /) -> frozenset[str]:
        """Those names that are neither false nor blank nor unsaid."""


class _Shared(Generic[V]):
    """What every view of names has in common: word lists and the tree of groups."""

    __slots__ = ("form", "over")

    def __init__(self, form: Form[V], over: str | None = None) -> None:
        self.form, self.over = form, over

    def words(self, name: str) -> Words:
        """A word list of the ruleset or of a type."""
        return self.form.plan.words[name]

    def inside(self, group: str) -> tuple[str, ...]:
        """A group and all groups below it."""
        return self.form.plan.under(group)

    def children(self, group: str | None) -> Sequence[Names[V]]:
        """Over whom an aggregate runs."""
        return self.form.children(self.over, group)


class View(_Shared[V]):
    """The names that one entry's formula sees; of a group, on the node where it is worked out."""

    __slots__ = ("meant", "scope", "words_of")

    def __init__(self, form: Form[V], scope: Looked[V], entry: Entry, node: str | None = None) -> None:
        super().__init__(form, entry.over if node is None else node)
        self.scope, self.words_of = scope, entry.words
        self.meant = form.tree.meant(node or "")

    def __getitem__(self, name: str) -> V | NoValue | None:
        name = self.words_of.get(name, name)
        group, _, last = name.rpartition(".")
        return self.scope.look(f"{self.meant[group]}.{last}" if group in self.meant else name)


class Bare(_Shared[V]):
    """The names of the form or of a line as they are, for what no entry asks."""

    __slots__ = ("scope",)

    def __init__(self, form: Form[V], scope: Looked[V]) -> None:
        super().__init__(form)
        self.scope = scope

    def __getitem__(self, name: str) -> V | NoValue | None:
        return self.scope.look(name)


class ChildLine(_Shared[V]):
    """A line as an aggregate sees it."""

    __slots__ = ("line",)

    def __init__(self, line: Line[V]) -> None:
        super().__init__(line.form)
        self.line = line

    def __getitem__(self, name: str) -> V | NoValue | None:
        if name in self.form.plan.reported and not self.line.says(name):
            return None  # among children a reported value is each child's own, never the form's
        return self.line.look(CHILD_NAMES.get(name, name))


class ChildGroup(_Shared[V]):
    """A group as its parent's aggregates see it: weight and score, and none of what lines alone have."""

    __slots__ = ("node",)

    def __init__(self, form: Form[V], node: str) -> None:
        super().__init__(form)
        self.node = node

    def __getitem__(self, name: str) -> V | NoValue | None:
        name = CHILD_NAMES.get(name, name)
        if name in OF_A_GROUP:
            return self.form.look(f"{self.node}.{name}")
        if name == "name":
            return self.form.algebra.text(self.node)
        return None if name in self.form.plan.of_lines else self.form.look(name)


def brought_together(form: Form[V], name: str) -> V | NoValue | None:
    """What the nodes of a repeated group bring together; no value where one of them has none."""
    group, _, last = name.rpartition(".")
    nodes = form.tree.of_group.get(group, ())
    if not nodes or nodes == (group,):
        return None
    total = form.algebra.number(Fraction(0))
    for node in nodes:
        value = form.look(f"{node}.{last}")
        if value is None or isinstance(value, NoValue):
            return value
        total = form.algebra.add(total, value)
    return total
