"""How a total came together: of which lines and groups, scaled by what applies, adjusted, rounded, and graded.

The default sum is told as a sum of its terms; a formula that an author wrote, in steps as that of a line is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from perfeval_rules.derivations import Step, brief, exact, result, unbroken
from perfeval_rules.evaluation import Adjusted, Grade, Source, number
from perfeval_rules.explain import ROUNDED, cited
from perfeval_rules.findings import Written
from perfeval_rules.formula.algebra import Rounding
from perfeval_rules.text import Language, Text

MOST_TERMS = 20
"""How many terms of a sum are shown one by one."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a line or a group brings to the sum around it."""

    title: Text
    score: Fraction | None
    """None: it has no score, and adds nothing."""
    full: Fraction | None
    """What it could bring at most; None outside full marks, and where it carries no points."""
    applies: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """What a group, or the form, brings: the default sum of its terms, or a formula that an author wrote."""

    id: str
    """The id of the group; blank for the form."""
    depth: int
    """In how many groups it stands."""
    title: Text
    weight: Fraction | None
    value: Fraction | None
    terms: tuple[Term, ...]
    written: Written
    """The author's formula; blank for the default sum."""
    steps: tuple[Step, ...]
    why: Text
    """Why there is no value; blank where there is one."""

    @property
    def inside(self) -> tuple[Term, ...]:
        """The terms that count towards full marks."""
        return tuple(term for term in self.terms if term.score is not None and term.full is not None)

    @property
    def beside(self) -> tuple[Term, ...]:
        """The terms that count without being scaled."""
        return tuple(term for term in self.terms if term.score is not None and term.full is None)

    @property
    def scale(self) -> tuple[Fraction, Fraction] | None:
        """The points of all terms and of those that apply, where one does not; None where nothing is scaled."""
        if self.written or all(term.applies for term in self.terms):
            return None
        points = [(term.full, term.applies) for term in self.terms if term.full is not None]
        return sum((full for full, _ in points), Fraction(0)), sum((full for full, on in points if on), Fraction(0))


@dataclass(frozen=True, slots=True)
class Composition:
    """Everything that made a total and its grade."""

    form: Sum
    groups: tuple[Sum, ...]
    """Each after the one it stands in."""
    adjusts: tuple[tuple[Adjusted, Written, tuple[Step, ...]], ...]
    """What changed the total or the grade, in order, with the formula of a changed total and its steps."""
    exact: Fraction | None
    """The total before it was rounded."""
    total: Fraction | None
    places: int | None
    rounding: Rounding
    grade: Grade | None
    given: Grade | None
    """The grade before any adjust."""
    edge: Fraction | None
    """The points that it asks for; None where it asks for none."""
    when: Written
    """Its further condition; blank where it has none."""
    graded: Fraction | None
    """The total that was graded."""
    withheld: tuple[Text, ...]
    """The lines for which the total is withheld."""
    sources: tuple[Source, ...]

    def lines(self, language: Language) -> tuple[str, ...]:
        """The composition as rows of text, ready to print."""
        return tuple(_Writer(self, language).rows())


class _Writer:
    def __init__(self, composed: Composition, language: Language) -> None:
        self.composed, self.language = composed, language

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def rows(self) -> Iterator[str]:
        c = self.composed
        yield from self.sum(c.form, self.say("总分", "total"))
        yield from self.adjusts(of_total=True)
        yield from self.published()
        yield from self.grade()
        for group in c.groups:
            yield ""
            indent = "  " * group.depth
            for row in self.sum(group, brief(group.title.say(self.language), 200)):
                yield indent + row
        if c.sources:
            yield ""
        for one in c.sources:
            yield cited(one, self.language)

    def sum(self, told: Sum, title: str) -> Iterator[str]:
        """A group or the form: its value, then the sum of its terms or the author's formula in steps."""
        value = "—" if told.value is None else result(told.value, self.language)
        weight = (
            f"  {self.say('分值', 'weight')} {exact(told.weight, self.language)}" if told.weight is not None else ""
        )
        yield f"{title}  {value}{weight}"
        if told.written:
            yield f"  {unbroken(told.written.text)}    {told.written.at}"
            for step in told.steps:
                yield f"  {step.told(self.language, told.written.text)}"
        elif told.value is not None:
            end = f" = {result(told.value, self.language)}" if told.scale or len(told.inside + told.beside) != 1 else ""
            yield f"  {self.equation(told)}{end}"
        if told.why:
            yield f"  {self.say('没有值：', 'no value: ')}{told.why.say(self.language)}"
        if not told.id and self.composed.withheld:
            yield f"  {self.say('还没有得分的：', 'without a score yet: ')}{self.listed(self.composed.withheld)}"
        yield from self.apart(told)

    def apart(self, told: Sum) -> Iterator[str]:
        """The terms that add nothing: those that do not apply, and those without a score."""
        off = [term for term in told.terms if not term.applies]
        bare = [term for term in told.terms if term.applies and term.score is None]
        if not told.id and self.composed.withheld:
            bare = []  # they are among those named already
        for terms, title in ((off, self.say("不适用", "not applicable")), (bare, self.say("没有得分", "no score"))):
            if terms:
                yield f"  {title}{self.say('：', ': ')}{self.listed([Text(self.term(t.title, t.full)) for t in terms])}"

    def listed(self, names: Sequence[Text]) -> str:
        shown = [brief(name.say(self.language)) for name in names[:MOST_TERMS]]
        return self.say("、", ", ").join(shown) + ("…" if len(names) > MOST_TERMS else "")

    def term(self, title: Text, points: Fraction | None) -> str:
        called = brief(title.say(self.language), 24)
        return called if points is None else f"{called} {exact(points, self.language)}"

    def equation(self, told: Sum) -> str:
        """The terms of a default sum, scaled where some do not apply, and what counts beside them."""
        inside, beside, scale = self.added(told.inside), self.added(told.beside), told.scale
        if scale is not None and told.inside:
            whole, part = (exact(points, self.language) for points in scale)
            inside = f"({inside}) × {whole} ÷ {part}"
        return " + ".join(filter(None, (inside, beside))) or "0"

    def added(self, terms: tuple[Term, ...]) -> str:
        if len(terms) > MOST_TERMS:
            total = exact(sum((cast(Fraction, term.score) for term in terms), Fraction(0)), self.language)
            return self.say(f"{len(terms)} 项之和 {total}", f"{total} of {len(terms)} terms")
        return " + ".join(self.term(term.title, term.score) for term in terms)

    def adjusts(self, *, of_total: bool) -> Iterator[str]:
        """What changed the total, or else the grade: from what to what, why, and by which formula."""
        for adjust, written, steps in self.composed.adjusts:
            if isinstance(adjust.before, Fraction) is not of_total:
                continue
            before, after = map(self.changed, (adjust.before, adjust.after))
            message = adjust.message.fill(self.language, adjust.values or {})
            title = self.say("调分", "adjust") if of_total else self.say("调级", "adjust")
            yield f"  {title} {adjust.id}  {before} → {after}  {message}".rstrip()
            if written:
                yield f"    {unbroken(written.text)}    {written.at}"
            for step in steps:
                yield f"    {step.told(self.language, written.text)}"

    def changed(self, value: Fraction | Grade) -> str:
        return (
            result(value, self.language) if isinstance(value, Fraction) else value.title.say(self.language) or value.id
        )

    def published(self) -> Iterator[str]:
        """The total as published, and how it was rounded."""
        c = self.composed
        if c.total is not None and c.places is not None:
            words = ROUNDED[c.rounding].fill(self.language, {"places": c.places})
            yield f"  {self.say('公布', 'published')} {number(c.total, c.places)}  {words}"

    def grade(self) -> Iterator[str]:
        """The grade, and what it asks for."""
        c = self.composed
        if c.grade is None or c.given is None:
            return
        colon = self.say("：", ": ")
        yield f"{self.say('等级', 'grade')}  {self.changed(c.grade)}"
        if c.edge is not None and c.graded is not None:
            edge = f"{exact(c.graded, self.language)} ≥ {exact(c.edge, self.language)}"
            yield f"  {edge}{colon}{self.changed(c.given)}"
        if c.when:
            yield f"  {unbroken(c.when.text)}{colon}{self.changed(c.given)}    {c.when.at}"
        yield from self.adjusts(of_total=False)
