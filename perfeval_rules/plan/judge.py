"""What takes a line: a rule or a line of the ruleset, with its type and everything that holds for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from perfeval_rules.findings import Severity
from perfeval_rules.formula.algebra import Constant
from perfeval_rules.formula.kinds import Kind
from perfeval_rules.formula.language import Formula
from perfeval_rules.text import Text

MEASURES = ("ratio", "met", "attainment", "_range_low", "_range_high")
"""What a type's formulas measure, by the plan's names for them."""


@dataclass(frozen=True, slots=True)
class TypeCheck:
    """A check that a type brings: when it fires, how grave it is, whether the line then has no score."""

    when: Formula
    severity: Severity
    stops: bool
    message: Text


@dataclass(frozen=True, slots=True)
class Judge:
    """A rule or line resolved: its own keys, then those of `every`, then the defaults of its type."""

    path: str
    """`rule.count` or `line.execution`: where it stands in the ruleset."""
    id: str
    """The id of a line of the ruleset; blank for a rule."""
    title: Text
    type: str
    plugin: str
    """The plugin that the type comes from."""
    options: Mapping[str, Constant]
    reported: Mapping[str, Kind]
    """What a row of this type reports, by name."""
    required: frozenset[str]
    measures: Mapping[str, Formula]
    checks: Mapping[str, TypeCheck]
    facts: Mapping[str, str]
    """Reported values that the ruleset takes from a fact: by preset, or because the fact bears the name."""
    presets: Mapping[str, Constant]
    """Reported values and line facts that the ruleset itself writes."""
    score: Formula | None
    applies: Formula | None
    manual: Formula | None
    weight: Formula | None
    """What a line of the ruleset is worth; None for rows, whose points the form prints."""
    from_funds: bool
    """The fund block of the form fills this line."""
    cites: tuple[str, ...]
    messages: Mapping[str, Text]
    """The type's own words for the codes its formulas stop with."""
    titles: Mapping[str, Text]
    """What people call the values that its lines know."""

    @property
    def by_range(self) -> bool:
        """The type gives a range that a person must settle, and no attainment."""
        return "attainment" not in self.measures and "_range_low" in self.measures

    @property
    def compares(self) -> bool:
        """The type sets an actual against a target, so that their units must be of one dimension."""
        return {"target", "actual"} <= self.reported.keys()
