"""A form worked out, by whatever reading: every name of it with its value or why it has none."""

from collections.abc import Sequence
from typing import Protocol

from perfeval_rules.formula.algebra import Constant, NoValue
from perfeval_rules.plan.nodes import Tree

Said = Constant | NoValue | None
"""A value, why there is none, or that nothing was said."""


class Worked(Protocol):
    """Values by name."""

    def look(self, name: str, /) -> Said:
        """The value of a name, a NoValue where it has none, None where nothing was said."""


class WorkedLine(Worked, Protocol):
    """A line; what it does not know itself it asks of the form."""

    def stirring(self, names: tuple[str, ...], /) -> frozenset[str]:
        """Those names that are neither false nor blank nor unsaid: what there may be to tell of."""

    @property
    def judge(self) -> str:
        """The path of what takes it."""

    @property
    def group(self) -> str:
        """The group that it stands in."""

    @property
    def node(self) -> str:
        """The node of the group."""


class WorkedForm(Worked, Protocol):
    """A form with its groups and lines."""

    @property
    def tree(self) -> Tree:
        """Its groups."""

    @property
    def lines(self) -> Sequence[WorkedLine]:
        """Its lines, in their order."""


def stirs(value: object) -> bool:
    """Whether there may be something to tell of a value: it is neither false nor blank nor unsaid."""
    return value is not None and value is not False and value != ""
