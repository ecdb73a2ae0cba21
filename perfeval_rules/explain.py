"""Why a line scored what it scored: its derivation in steps, the rule and where it stands, the sources it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from perfeval_rules.derivations import NO_TITLES, Step, Steps, Titles, brief, result, unbroken
from perfeval_rules.evaluation import OUTCOME_TITLES, Adjusted, Line, Source, number
from perfeval_rules.findings import Finding, Place, Severity, Written
from perfeval_rules.formula.algebra import NoValue, Rounding
from perfeval_rules.formula.nodes import formula_of
from perfeval_rules.plan.binding import Bound, BoundLine
from perfeval_rules.plan.judge import Judge
from perfeval_rules.plan.lacking import is_blank
from perfeval_rules.plan.lacks import LACKS, authored, titled
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.results import Results, plainly, source
from perfeval_rules.plan.run import FormScope, run
from perfeval_rules.plan.scopes import PlacedLine
from perfeval_rules.plan.speaking import Fill
from perfeval_rules.plan.telling import Teller
from perfeval_rules.plan.worked import Worked
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Value
from perfeval_rules.readings.part import Part
from perfeval_rules.reserved import BUILT_IN
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Language, Text, show

NAMES = {
    "attainment": Text("达成度", "attainment"),
    "met": Text("是否达到目标", "target met"),
    "_range_low": Text("可得比例下限", "lowest share"),
    "_range_high": Text("可得比例上限", "highest share"),
    "_raw": Text("得分", "score"),
}
WITH_TESTS = frozenset({"_range_low", "_raw"})
"""Where the tests that led to a value are shown too; elsewhere they follow from the sign and the options."""
ROUNDED = {
    "half-up": Text("四舍五入，保留 {places} 位小数", "rounded half up to {places} places"),
    "half-even": Text("四舍六入五成双，保留 {places} 位小数", "rounded half to even, to {places} places"),
    "down": Text("只舍不入，保留 {places} 位小数", "cut off after {places} places"),
}
GRAVITY: dict[Severity, Text] = {
    "error": Text("错误", "error"), "warning": Text("警告", "warning"), "info": Text("提示", "note"),
}  # fmt: skip


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
    own: Text = Text()
    """What its type says of the lack; blank where it has no words for it."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that made one line's score."""

    line: BoundLine
    judge: Judge
    rule_at: Place
    group: Text
    """What the group is called that the line stands in; blank where it stands in none."""
    scored: Line
    money: str
    """The form's unit of money where amounts were turned into yuan; blank elsewhere."""
    rounding: Rounding
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    """What there is to tell of the line."""
    reported: tuple[tuple[Text, str], ...] = ()
    """What its type asks for beyond the cells of every row: what forms call it, and the value."""

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
    teller = Teller(ruleset, plan, bound, known)
    scored = results.line(line, values)
    in_yuan = bound.money != 1 and has_amounts(plan, line, judge)
    cites = [*judge.cites, *(cite for adjust in scored.adjusts for cite in adjust.cites)]
    return Explanation(
        line=line,
        judge=judge,
        rule_at=ruleset.merged.place(tuple(judge.path.split("."))) if judge.path else Place(),
        group=results.title(scope.group) if scope.group else Text(),
        scored=scored,
        money=str(known.look("funds_unit")) if in_yuan else "",
        rounding=plan.rounding,
        sections=tuple(sections(ruleset, judge, scope, scored, teller.speaker.of_line(line, values))),
        sources=tuple(source(ruleset, cite) for cite in dict.fromkeys(cites)),
        findings=tuple(teller.of_line(line, values)),
        reported=tuple(reported(judge, values)),
    )


def reported(judge: Judge, line: Worked) -> Iterator[tuple[Text, str]]:
    """What a row reports beyond the cells of every row; what stands in the fund block its own cells show."""
    for name in () if judge.from_funds else judge.reported:
        value = line.look(name)
        if name not in BUILT_IN and not is_blank(value):
            yield judge.titles.get(name, Text(name)), plainly(cast(Value, value))


def has_amounts(plan: Plan, line: BoundLine, judge: Judge) -> bool:
    """Whether a line says amounts of money: from the fund block, or reported as its type has them."""
    reported = (name for name in judge.reported if name in plan.money)
    of_funds = line.path == "funds" and bool(line.target_text or line.actual_text)
    return of_funds or any(line.given.values.get(name) is not None for name in reported)


def sections(
    ruleset: Ruleset, judge: Judge, scope: PlacedLine[Part], scored: Line, fill: Fill
) -> Iterator[Section]:  # fmt: skip
    """The numbers of a line that a formula stands behind, in the order they come about; `fill` fills words of its type.

    What a person must settle, and what does not count because the line was stopped before, is no section.
    """
    if scored.outcome == "not_applicable":
        return
    telling = Steps(frozenset({*judge.options, "type", "operator"}))
    formulas = {**judge.measures, **({} if judge.score is None or judge.by_range else {"_raw": judge.score})}
    for name, title in NAMES.items():
        formula = formulas.get(name)
        if formula is None:
            continue
        said = scope.look(name)
        own = name == "_raw"
        words, at = (formula.text, formula.place(formula.tree)) if own else ("", Place())
        if isinstance(said, Part):
            steps = telling.last(said) if name == "met" else telling.of(said, name in WITH_TESTS)
            yield Section(name, title, words, at, tuple(steps), said)
        elif isinstance(said, NoValue) and tells(said, judge, scope):
            yield Section(name, title, words, at, (), None, said, fill(judge.messages.get(said.code, Text())))
    for adjust in scored.adjusts:
        part = cast(Part, scope.look(f"adjust.{adjust.id}"))  # what acted has a value
        written = ruleset.adjusts[adjust.id].score or Written()
        title = Text(f"调分 {adjust.id}", f"adjust {adjust.id}")
        yield Section(f"adjust.{adjust.id}", title, written.text, written.at, tuple(telling.of(part)), part)


def tells(fault: NoValue, judge: Judge, scope: PlacedLine[Part]) -> bool:
    """Whether a lack of value says more than the outcome of the line does."""
    halted = scope.look("_halted")
    stopped = isinstance(halted, Part) and halted.value is True
    return not stopped and (fault.code in judge.messages or not fault.part.startswith("stop("))


class _Writer:
    def __init__(self, explained: Explanation, language: Language) -> None:
        self.explained, self.language = explained, language

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def rows(self) -> Iterator[str]:
        e = self.explained
        yield f"{e.line.number}  {brief(e.line.name, 200)}"
        yield from self.head()
        adjusts = {f"adjust.{adjust.id}": adjust for adjust in e.scored.adjusts}
        told: set[tuple[str, str]] = set()
        for section in e.sections:
            yield ""
            yield from self.section(section, told, adjusts.get(section.name))
        yield ""
        yield from self.score()
        for one in e.sources:
            yield cited(one, self.language)
        for finding in e.findings:
            yield f"{GRAVITY[finding.severity].say(self.language)}  {brief(finding.say(self.language), 400)}"

    def head(self) -> Iterator[str]:
        e = self.explained
        if e.line.at != Place():
            yield f"  {self.say('填报位置', 'on the form')}  {e.line.at}"
        if e.group:
            yield f"  {self.say('指标分组', 'group')}  {brief(e.group.say(self.language))}"
        if e.judge.path:
            rule = "  ".join(part for part in (e.judge.title.say(self.language), e.judge.path) if part)
            yield f"  {self.say('判定规则', 'rule')}  {rule}  {e.rule_at}  {self.say('类型', 'type')} {e.judge.type}"
        cells = [
            (self.say("目标值", "target"), brief(e.line.target_text)),
            (self.say("实际完成值", "actual"), brief(e.line.actual_text)),
            (self.say("分值", "weight"), number(e.scored.weight)),
            (self.say("自评得分", "stated"), number(e.scored.stated)),
            (self.say("复核得分", "reviewed"), number(e.scored.reviewed)),
        ]
        written = "   ".join(f"{title} {text}" for title, text in cells if text)
        yield f"  {written or self.say('各栏均未填写', 'nothing is filled in')}"
        if e.reported:
            yield "  " + "   ".join(f"{title.say(self.language)} {brief(text)}" for title, text in e.reported)
        if e.money:
            yield "  " + self.say(f"金额已由{e.money}换算成元计算", f"amounts are worked out in yuan, from {e.money}")
        yield f"  {self.say('计分状态', 'outcome')}  {OUTCOME_TITLES[e.scored.outcome].say(self.language)}"

    def section(self, section: Section, told: set[tuple[str, str]], adjust: Adjusted | None) -> Iterator[str]:
        """A number, the formula as its author wrote it, and the steps; of an adjust also what it changed, and why."""
        value = "—" if section.part is None else result(section.part.value, self.language)
        if adjust is not None:
            before, after = (result(v, self.language) for v in (adjust.before, adjust.after) if isinstance(v, Fraction))
            value = f"{before} → {after}  {adjust.message.fill(self.language, adjust.values or {})}".rstrip()
        yield f"{section.title.say(self.language)}  {value}"
        if section.words:
            yield f"  {unbroken(section.words)}    {section.at}"
        for step in section.steps:
            yield f"  {step.told(self.language, section.words, self.titles(step))}"
        if section.fault is not None:
            yield f"  {self.why(section, section.fault, told)}"

    def titles(self, step: Step) -> Titles:
        """What names are called in the words of a step: those of a type stand nowhere but here, a ruleset's as written."""
        judge, node = self.explained.judge, step.part.node
        of_type = node is not None and any(formula_of(node) is formula for formula in judge.measures.values())
        return judge.titles if of_type else NO_TITLES

    def why(self, section: Section, fault: NoValue, told: set[tuple[str, str]]) -> str:
        """Why a number has no value; said once where several lack one for the same cause."""
        if (fault.code, fault.part) in told:  # what the engine calls a part tells causes apart, and is not shown
            return self.say("没有值，原因同上", "no value, for the same cause")
        told.add((fault.code, fault.part))
        words = section.own or LACKS.get(fault.code, Text(fault.code))
        part = "" if section.own else self.part(fault)
        return f"{self.say('没有值：', 'no value: ')}{words.say(self.language)}{part}"

    def part(self, fault: NoValue) -> str:
        """What has no value: by its title, with the name that formulas call it by, or in the author's words."""
        title, name = titled(fault, self.explained.judge.titles).say(self.language), unbroken(authored(fault))
        if not title or title == name:
            return f"  {name}" if name else ""
        return f"  {title}{self.say(f'（{name}）', f' ({name})')}" if name else f"  {title}"

    def score(self) -> Iterator[str]:
        """What counts in the end, and how the computed score, or the stated one, came to be it."""
        scored, places = self.explained.scored, self.explained.scored.places
        rounded = scored.outcome == "scored"
        points = number(scored.score, places if rounded else None) or "—"
        yield f"{self.say('本行得分', 'score of this line')}  {points}{self.how()}"
        if scored.low is not None and scored.high is not None:
            low, high = show(scored.low), show(scored.high)
            yield f"  {self.say(f'可给 {low}—{high} 分', f'a person may give {low} to {high} points')}"

    def how(self) -> str:
        scored, places = self.explained.scored, self.explained.scored.places
        if scored.outcome == "accepted" and scored.reviewed is not None:
            return self.say("  在可给的范围之内，按复核得分计", "  within the range, taken as reviewed")
        if scored.outcome == "accepted":
            return self.say("  在可给的范围之内，按自评得分计", "  within the range, taken as stated")
        if scored.outcome == "scored":
            words = Text() if places is None else ROUNDED[self.explained.rounding]
            return f"  {words.fill(self.language, {'places': places})}".rstrip()
        return "" if scored.score is None else self.say("  没有得分的行按 0 分计", "  a line without a score counts 0")


def cited(one: Source, language: Language) -> str:
    """A source as a row, with the remark that nobody held it against its text where nobody did."""
    state = "" if one.verified else Text("（未核对原文）", " (not verified against the text)").say(language)
    parts = " ".join(part for part in (one.document, one.title, one.article) if part)
    return f"{Text('依据', 'source').say(language)}  {parts}{state}"
