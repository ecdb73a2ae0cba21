"""One named formula of a plan, and whose children its aggregates run over.

Names that only the plan uses begin with `_` or hold a point, which no author can write; so a ruleset's facts never
meet them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perfeval_rules.formula.language import Formula

FORM = "form:"
"""Before a name: the form's, though the line bears one of that name itself."""
EVERY_CHILD = "*"
"""The scope of an aggregate that asks also the children left out; only the plan's own formulas say it."""
EVERY_LINE = "**"
"""The scope of an aggregate that asks all lines inside a group, at any depth; only the plan's own formulas say it."""
SHARE = "_share"
"""What a line, or a group, without points gets of the points of the group it stands in."""
CHILD_NAMES: Mapping[str, str] = {"weight": "_full"}
"""What a child's name means to an aggregate: a line outside full marks brings no weight."""
OF_A_GROUP = frozenset({"_extra", "_full", "_pointed", "score", "_withheld", "_left_out"})
"""What an aggregate may ask of a group; other names of a child are the line's alone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and the formula that gives its value."""

    name: str
    formula: Formula
    words: Mapping[str, str] = field(default_factory=dict)
    """A word of the formula → the plan's name for it: inside `adjust.cap`, `total` is the total before it."""
    over: str | None = None
    """Whose children aggregates without an id run over: a group, `""` the form's own, None all lines."""
