"""One model for each table of the format; formulas stay as written, options of types wait for the compiler."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal

from perfeval_rules.findings import Severity, Written
from perfeval_rules.model import Field, Model
from perfeval_rules.ruleset.kinds import Constant, Names, Weight, Whole, Words
from perfeval_rules.text import Text

Of = Literal["form", "line", "folder"]
FactKind = Literal["number", "money", "text", "date", "yes_no"]
OPTIONS = "options"
"""The field of a line or rule that holds every key which is not its own."""
Policy = Literal["withhold", "zero", "rescale"]
ManualPolicy = Literal["withhold", "zero", "rescale", "stated"]


def keys_of(model: type[Model]) -> tuple[str, ...]:
    """The keys of a table, as the file spells them."""
    fields = model.model_fields.items()
    return tuple(field.alias or name for name, field in fields if name != OPTIONS)


class Table(Model):
    """What every table may say: the sources it rests on."""

    cites: Names = ()


class Years(Model):
    """The fiscal years a ruleset is in force; `until` left out: still."""

    first: Whole = Field(alias="from")
    until: Whole | None = None

    def holds(self, year: int) -> bool:
        """Whether a fiscal year is one of them."""
        return self.first <= year and (self.until is None or year <= self.until)


class Head(Table):
    """`[ruleset]`: what a ruleset is called, when it is in force, and what it builds on."""

    id: str
    edition: str
    years: Years
    family: str = ""
    """Blank: the id."""
    title: Words = Text()
    extends: Names = ()
    remove: Names = ()

    @property
    def kin(self) -> str:
        """The family: what joins rulesets that follow each other."""
        return self.family or self.id


class Requires(Table):
    """`[requires]`: the engine and the plugins a ruleset was made for; no others are loaded."""

    engine: str = ""
    plugins: Mapping[str, str] = {}


class Source(Table):
    """`[source.ID]`: what a rule rests on, and whether anybody held it against the printed text."""

    document: str
    title: str = ""
    article: str = ""
    quote: str = ""
    verified: bool = False
    url: str = ""
    since: Whole | date | None = Field(default=None, alias="from")
    until: Whole | date | None = None


class Places(Model):
    """To how many places lines and total are rounded; None: not at all."""

    line: Whole | None = None
    total: Whole | None = None


class Unscored(Model):
    """What each outcome without a score does to the total."""

    not_reported: Policy = "withhold"
    not_applicable: Policy = "rescale"
    stopped: Policy = "withhold"
    manual: ManualPolicy = "withhold"

    def policies(self) -> Mapping[str, ManualPolicy]:
        """The policy of each outcome, by its name."""
        return {
            "not_reported": self.not_reported,
            "not_applicable": self.not_applicable,
            "stopped": self.stopped,
            "manual": self.manual,
        }


class Scoring(Table):
    """`[scoring]`: what holds for the whole form."""

    full_marks: Fraction = Fraction(100)
    rounding: Literal["half-up", "half-even", "down"] = "half-up"
    places: Places = Places()
    total: Written | None = None
    grade_on: Literal["published", "exact"] = "published"
    weights: Literal["form", "ruleset"] = "form"
    unscored: Unscored = Unscored()


class Every(Table):
    """`[every]`: what all lines share, unless their rule or line says otherwise."""

    type: str | None = None
    score: Written | None = None
    applies: Written | None = None
    manual: Written | None = None
    title: Words = Text()
    options: Mapping[str, object] = {}
    """Every other key: options of types, and what a line presets or takes from a fact; the compiler knows them."""


class Rule(Every):
    """`[rule.ID]`: which rows, and how they score; the one without `when` takes all that are left."""

    when: Written | None = None


class Line(Every):
    """`[line.ID]`: a row that the ruleset itself puts on the form."""

    names: Names = ()
    inside: str | None = Field(default=None, alias="in")
    weight: Weight | None = None


class Group(Table):
    """`[group.ID]`: lines and groups that are added up together."""

    title: Words = Text()
    names: Names = ()
    inside: str | None = Field(default=None, alias="in")
    each: str | None = None
    weight: Weight | None = None
    split: Literal["groups", "rows"] | None = None
    score: Written | None = None
    applies: Written | None = None
    extra: bool = False


class Fact(Table):
    """`[fact.ID]`: a named value, carried by the form or computed."""

    of: Of = "form"
    kind: FactKind = "number"
    names: Names = ()
    value: Written | None = None
    default: Constant | None = None
    show: bool = False
    title: Words = Text()

    @property
    def names_kind(self) -> bool:
        """Whether `kind` is written, and not merely the default."""
        return "kind" in self.model_fields_set


class Adjust(Table):
    """`[adjust.ID]`: what changes a score, the total or the grade afterwards."""

    when: Written | None = None
    score: Written | None = None
    total: Written | None = None
    not_above: str | None = None
    lower: Whole | None = None
    message: Words = Text()


class ReasonSeverity(Model):
    """How grave a reason is that lacks, and one that is there but will not do."""

    missing: Severity = "error"
    weak: Severity = "warning"


class Reason(Table):
    """`[reason.ID]`: when an explanation is owed, and what it must say."""

    of: Literal["line", "form"] = "line"
    when: Written
    text: str | None = None
    needs: Names = ()
    min_chars: Whole | None = None
    max_chars: Whole | None = None
    severity: ReasonSeverity = ReasonSeverity()
    message: Words = Text()


class Check(Table):
    """`[check.ID]`: what a reviewer should look at; no answer is owed."""

    of: Of = "line"
    each: str | None = None
    when: Written
    severity: Severity = "warning"
    message: Words = Text()


class Grade(Table):
    """`[[grade]]`: one grade; the first that holds is given."""

    id: str
    title: Words = Text()
    at_least: Fraction | None = None
    when: Written | None = None
