"""The third document: what a form scored, every number beside what was stated and reviewed, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Showable, Text, decimal, rounded

Outcome = Literal["scored", "accepted", "manual", "not_reported", "not_applicable", "stopped", "unweighted", "failed"]
OUTCOMES: tuple[Outcome, ...] = (
    "scored", "accepted", "manual", "not_reported", "not_applicable", "stopped", "unweighted", "failed",
)  # fmt: skip
OUTCOME_TITLES: Mapping[str, Text] = {
    "scored": Text("已评分", "scored"),
    "accepted": Text("采用自评", "accepted"),
    "manual": Text("待人工", "manual"),
    "not_reported": Text("未填报", "not reported"),
    "not_applicable": Text("不适用", "not applicable"),
    "stopped": Text("无法评分", "stopped"),
    "unweighted": Text("无分值", "unweighted"),
    "failed": Text("插件故障", "failed"),
}


@dataclass(frozen=True, slots=True)
class Adjusted:
    """An adjust that acted: what stood before and after, why, and the source it cites."""

    id: str
    before: "Fraction | Grade"
    after: "Fraction | Grade"
    message: Text
    cites: tuple[str, ...] = ()
    values: Mapping[str, Showable] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form with its numbers; a number that is not there is None, never 0."""

    number: int
    id: str
    """The id of the ruleset's line; blank for a row that a rule took."""
    name: str
    title: Text
    """What the ruleset calls a line of its own that the form does not name; blank elsewhere."""
    type: str
    plugin: str
    """The plugin that the type comes from, as `provenance.plugins` names it; blank where no rule took the row."""
    rule: str
    """The table that scored it: `rule.count` or `line.execution`; blank where none took it."""
    group: str
    node: str
    """The id among `groups` of where it stands: the group's own, with its texts where the group is repeated."""
    outcome: Outcome
    weight: Fraction | None
    score: Fraction | None
    """What counts towards the group: rounded by the ruleset, or as stated where accepted."""
    score_exact: Fraction | None
    """The computed score before rounding."""
    stated: Fraction | None
    reviewed: Fraction | None
    attainment: Fraction | None
    ratio: Fraction | None
    met: bool | None
    low: Fraction | None
    high: Fraction | None
    target_text: str
    actual_text: str
    adjusts: tuple[Adjusted, ...]
    at: Place
    places: int | None
    """Decimals the ruleset rounds lines to; None: not rounded."""


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the form: what it is worth, what it brought, and whether it applies."""

    id: str
    """The id of the group; where it is repeated for each text, with those texts."""
    title: Text
    parent: str
    key: str
    """The text this node stands for under `each`; blank elsewhere."""
    weight: Fraction | None
    score: Fraction | None
    applies: bool
    withheld: bool
    extra: bool


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade a total earned."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact that the ruleset shows as a result beside total and grade."""

    id: str
    title: Text
    value: Showable


@dataclass(frozen=True, slots=True)
class Undecided:
    """A condition that had no value, so that nothing was said: where it stands and why."""

    rule: str
    code: str
    part: str
    """The part without a value in its author's words; blank where no author wrote it."""
    line: int = 0
    """The number of the line, 0 for the form."""
    why: Text = Text()
    """The cause, and what it is of, in words."""


@dataclass(frozen=True, slots=True)
class OwedReason:
    """An explanation that is owed, and whether the one given will do."""

    rule: str
    verdict: str
    line: int = 0
    """The number of the line, 0 for the form."""


@dataclass(frozen=True, slots=True)
class UsedPlugin:
    """A plugin that took part, with the distribution it came from."""

    name: str
    distribution: str
    version: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a rule rests on, and whether anybody has held the number against the printed text."""

    id: str
    document: str
    title: str
    article: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made this evaluation: enough to make it again."""

    engine: str
    ruleset: str
    edition: str
    digest: str
    """SHA-256 over the merged ruleset."""
    files: tuple[str, ...]
    plugins: tuple[UsedPlugin, ...]
    submission: str
    """SHA-256 over the submission's canonical form."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything known about one form under one ruleset."""

    title: Text
    project: str
    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    total: Fraction | None
    total_exact: Fraction | None
    total_places: int | None
    stated_total: Fraction | None
    reviewed_total: Fraction | None
    full_marks: Fraction | None
    grade: Grade | None
    withheld: tuple[int, ...]
    """Numbers of the lines for which the total is withheld."""
    accepted_points: Fraction
    """How many points were taken as stated."""
    adjusts: tuple[Adjusted, ...]
    facts: Mapping[str, Showable]
    """Every fact of the form; None where it has no value."""
    shown: tuple[Shown, ...]
    reasons: tuple[OwedReason, ...]
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    sources: tuple[Source, ...]
    """The sources that the rules of this form cite, unverified ones included."""
    provenance: Provenance

    def line(self, asked: int | str) -> "tuple[Line, ...]":
        """The lines meant by a number, an id or a name; several where a name is borne more than once."""
        text = str(asked).strip()
        if text.isdecimal():
            return tuple(line for line in self.lines if line.number == int(text))
        return tuple(line for line in self.lines if line.id == text) or tuple(
            line for line in self.lines if line.name == text
        )


@dataclass(frozen=True, slots=True)
class FolderEvaluation:
    """Several forms evaluated side by side: each by itself, and what was found across them."""

    forms: tuple[Evaluation, ...]
    facts: Mapping[str, Showable]
    """Facts over the folder; None where one has no value."""
    findings: tuple[Finding, ...]


def number(value: Fraction | None, places: int | None = None) -> str | None:
    """A number as JSON carries it: all its places where it is rounded, else the shortest decimal or `n/d`."""
    if value is None:
        return None
    return decimal(value) if places is None else rounded(value, places)
