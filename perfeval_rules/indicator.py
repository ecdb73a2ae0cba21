"""What a plugin gives: a type of indicator, whose fields are its keys in TOML and whose formulas measure a row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal

from perfeval_rules.findings import Severity
from perfeval_rules.formula.algebra import Words
from perfeval_rules.model import Model
from perfeval_rules.text import Text

Given = Mapping[str, Fraction | str | bool | date | None]
"""What a row reports, by the names of `reported`; None: blank."""
Better = Literal["higher", "lower", "nearer"]
RATIO = "actual / target"
"""The ratio of every type that does not say another."""


class Reported(Model):
    """What a row of some type reports; the fields of a subclass are the names its formulas read.

    A number is `Fraction | None = None`, a text `str = ""`, a date `date | None = None`, an answer `bool | None = None`.
    A field without default must be filled in: a row that leaves it blank is `not_reported`.
    """

    titles: ClassVar[Mapping[str, Text]] = {}
    """What forms call the values that are in no cell of every row: the headings, in both languages, of their columns."""
    in_yuan: ClassVar[tuple[str, ...]] = ()
    """Those of its own numbers that are amounts of money: read in any unit of money, without one in that of their
    heading or of the form, and in yuan wherever formulas see them; messages show them in the unit of the form."""


@dataclass(frozen=True, slots=True)
class Check:
    """A condition on a row that is worth telling; with `stops` the row has no score while it holds.

    What is told stands in the type's `messages`, under the name of the check.
    """

    name: str
    when: str
    severity: Severity = "warning"
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A row with what the type makes of it, everything written as people write it: `"0.85"`, `"2024-12-31"`."""

    options: Mapping[str, str | bool] = field(default_factory=dict)
    reported: Mapping[str, str] = field(default_factory=dict)
    attainment: str | None = None
    met: bool | None = None
    low: str | None = None
    high: str | None = None
    finds: tuple[str, ...] = ()
    """The checks that fire."""


class IndicatorType(Model):
    """A way to judge one kind of indicator; the fields of a subclass are its options, its keys in a ruleset.

    An option is a `Fraction`, a `bool`, a `str` or a `Literal` of texts, the first of which is the default. Formulas are
    of the language that rulesets use. They see what a row reports, the options, `ratio`, `target_text` and
    `actual_text`; that of `attainment` also sees `met`. `stop('code')` in one says that there is no value, and why:
    the code's words stand in `messages`.

    Where no formula can say the attainment, a type defines `attain` instead.
    """

    name: ClassVar[str]
    """What `type = "…"` says in a ruleset."""
    title: ClassVar[Text]
    reported: ClassVar[type[Reported]]
    ratio: ClassVar[str | None] = RATIO
    """The raw quotient; a type that says nothing else has one only where it reports `actual` and `target`."""
    attainment: ClassVar[str | None] = None
    """How far the target was reached, in the good direction; 1 is exactly on target."""
    met: ClassVar[str | None] = None
    """Whether the target was reached."""
    low: ClassVar[str | None] = None
    """The lower end of the attainments among which a person must choose."""
    high: ClassVar[str | None] = None
    """Their upper end."""
    words: ClassVar[Mapping[str, Words]] = {}
    """The word lists its formulas ask; a ruleset may replace each by name."""
    checks: ClassVar[tuple[Check, ...]] = ()
    messages: ClassVar[Mapping[str, Text]] = {}
    """What each check and each `stop` says."""
    examples: ClassVar[tuple[Example, ...]]
    better: ClassVar[Better] = "higher"
    """Which way of the actual value is the good one."""
    from_funds: ClassVar[bool] = False
    """A line of the ruleset of this type is filled from the fund block of the form."""

    def attain(self, given: Given) -> Fraction | int | None:
        """The attainment of a row, worked out in Python, for a type that has no formula for it; None: it has no value.

        It is not asked while a value without default is blank, which the row must report. The instance holds the options. It
        must depend on these and on the row alone, and take no time to speak of. What raises, or gives anything but an exact
        number that is not negative, leaves the line `failed` and the total withheld.
        """
        raise NotImplementedError  # a type that has a formula says none of this, and is never asked
