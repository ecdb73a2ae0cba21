"""Why a line scored what it scored: its derivation in steps, the rule and where it stands, the sources it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from perfeval_rules.derivations import Step, Steps, exact
from perfeval_rules.evaluation import OUTCOME_TITLES, Adjusted, Source, number
from perfeval_rules.findings import Place
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.binding import Bound, BoundLine
from perfeval_rules.plan.judge import Judge
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.results import Results, source
from perfeval_rules.plan.run import FormScope, LineScope, run
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Value
from perfeval_rules.readings.part import Part
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Language, Text, escaped

NAMES = {
    "attainment": Text("达成度", "attainment"),
    "_range_low": Text("可给比例下限", "lowest share"),
    "_range_high": Text("可给比例上限", "highest share"),
    "_raw": Text("得分", "score"),
}

WHY = {
    "absent": Text("没有填报", "not reported"),
    "division-by-zero": Text("除数为 0", "division by zero"),
    "below-the-bands": Text("没有达到任何一档", "no band is reached"),
    "over-nothing": Text("没有可汇总的项", "there is nothing to gather"),
    "folder": Text("只有对整个文件夹评价时才有", "known only over the forms of a folder"),
}
"""Why a part can have no value, in words."""


@dataclass(frozen=True, slots=True)
class Section:
    """One number of a line: what it is called, the formula as written, and the steps to it, or why it has none."""

    name: str
    title: Text
    words: str
    at: Place
    steps: tuple[Step, ...]
    part: Part | None
    fault: NoValue | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that made one line's score."""

    line: BoundLine
    judge: Judge
    rule_at: Place
    outcome: str
    weight: Fraction | None
    stated: Fraction | None
    score: Fraction | None
    places: int | None
    sections: tuple[Section, ...]
    adjusts: tuple[Adjusted, ...]
    sources: tuple[Source, ...]

    def lines(self, language: Language) -> tuple[str, ...]:
        """The explanation as rows of text, ready to print."""
        return tuple(_Writer(self, language).rows())


def explanation(ruleset: Ruleset, plan: Plan, bound: Bound, known: FormScope[Value], number: int) -> Explanation:
    """Explain one line of a form that was worked out; raises KeyError where no line has the number."""
    if not 0 < number <= len(bound.lines):
        raise KeyError(number)
    judges = [line.judge for line in known.lines]
    derived = run(plan, bound.form, Derivation(plan.rounding), judges)
    line, scope, values = bound.lines[number - 1], derived.lines[number - 1], known.lines[number - 1]
    judge = plan.judges[scope.judge]
    results = Results(ruleset, plan, bound, known)
    scored = results.line(line, values)
    return Explanation(
        line=line,
        judge=judge,
        rule_at=ruleset.merged.place(tuple(judge.path.split("."))) if judge.path else Place(),
        outcome=scored.outcome,
        weight=scored.weight,
        stated=scored.stated,
        score=scored.score,
        places=scored.places if scored.outcome == "scored" else None,
        sections=tuple(sections(plan, judge, scope)),
        adjusts=scored.adjusts,
        sources=tuple(source(ruleset, cite) for cite in judge.cites),
    )


def sections(plan: Plan, judge: Judge, scope: LineScope[Part]) -> Iterator[Section]:
    """The numbers of a line that a formula stands behind, in the order they come about.

    Of a type's own formulas only what was computed is shown: which branch was taken follows from the sign and the options.
    """
    telling = Steps(frozenset({*judge.options, "type", "operator"}))
    for name, title in NAMES.items():
        of_type = name != "_raw"
        formula = judge.measures.get(name) if of_type else judge.score
        if formula is None:
            continue
        said = scope.look(name)
        words = "" if of_type else formula.text
        at = Place() if of_type else formula.place(formula.tree)
        if isinstance(said, Part):
            yield Section(name, title, words, at, tuple(telling.of(said, tests=not of_type)), said)
        elif isinstance(said, NoValue):
            yield Section(name, title, words, at, (), None, said)


class _Writer:
    def __init__(self, explained: Explanation, language: Language) -> None:
        self.explained, self.language = explained, language

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def rows(self) -> Iterator[str]:
        e = self.explained
        yield f"{e.line.number}  {escaped(e.line.name)}"
        yield from self.head()
        for section in e.sections:
            yield from self.section(section)
        yield from self.rounding()
        yield from self.sources()

    def head(self) -> Iterator[str]:
        e = self.explained
        if e.line.at != Place():
            yield f"  {self.say('填报位置', 'on the form')}  {e.line.at}"
        if e.judge.path:
            kind = f"{self.say('类型', 'type')} {e.judge.type}"
            yield f"  {self.say('判定规则', 'rule')}  {e.judge.path}  {e.rule_at}  {kind}"
        cells = [
            (self.say("目标值", "target"), e.line.target_text),
            (self.say("实际完成值", "actual"), e.line.actual_text),
            (self.say("分值", "weight"), number(e.weight) or ""),
            (self.say("自评得分", "stated"), number(e.stated) or ""),
        ]
        yield "  " + "   ".join(f"{title} {escaped(text)}" for title, text in cells if text)
        yield f"  {self.say('计分状态', 'outcome')}  {OUTCOME_TITLES[e.outcome].say(self.language)}"

    def section(self, section: Section) -> Iterator[str]:
        yield ""
        yield f"{section.title.say(self.language)}  {section.words}".rstrip()
        if section.at.source:
            yield f"  {section.at}"
        for step in section.steps:
            mark = self.say("判断", "test") + " " if step.is_test else ""
            words = f"    {step.words}" if step.words and step.words != section.words else ""
            yield f"  {mark}{step.equation(self.language)}{words}"
        if section.fault is not None:
            yield f"  {self.why(section.fault)}"
        elif section.part is not None:
            yield f"  → {exact(section.part.value, self.language)}"

    def why(self, fault: NoValue) -> str:
        """Why a number has no value."""
        told = self.explained.judge.messages.get(fault.code, WHY.get(fault.code, Text(fault.code)))
        part = f"  {fault.part}" if fault.part else ""
        return f"{self.say('没有值：', 'no value: ')}{told.say(self.language)}{part}"

    def rounding(self) -> Iterator[str]:
        e = self.explained
        for adjust in e.adjusts:
            message = adjust.message.fill(self.language, adjust.values or {})
            yield f"  {self.say('调分', 'adjust')} {adjust.id}  {show_pair(adjust)}  {message}"
        if e.score is not None:
            title = self.say("本行得分", "score of this line")
            yield ""
            yield f"{title}  {number(e.score, e.places)}"

    def sources(self) -> Iterator[str]:
        for one in self.explained.sources:
            state = "" if one.verified else self.say("（未核对原文）", " (not verified against the text)")
            parts = " ".join(part for part in (one.document, one.title, one.article) if part)
            yield f"{self.say('依据', 'source')}  {parts}{state}"


def show_pair(adjust: Adjusted) -> str:
    """What an adjust changed into what."""
    values: Sequence[Fraction | str] = (adjust.before, adjust.after)
    before, after = (number(value) if isinstance(value, Fraction) else value for value in values)
    return f"{before} → {after}"
