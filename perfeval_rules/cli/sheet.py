"""A form's evaluation as a page: the score sheet, what acted on it, what was found, and what the rules rest on."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from perfeval_rules.cli.figures import figure, shown
from perfeval_rules.cli.notices import notices, summary
from perfeval_rules.cli.page import BLANK_LINE, Block, Line
from perfeval_rules.cli.score_table import ScoreTable
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.evaluation import Adjusted, Evaluation
from perfeval_rules.findings import Finding, listed
from perfeval_rules.text import BLANK, Language, Text, width

ACROSS = "folder"
"""What a rule lacks on a form scored alone: the other forms of the folder."""


def sheet(
    evaluation: Evaluation, findings: Sequence[Finding], titles: Mapping[str, Text], language: Language
) -> Iterator[Block]:
    """The whole page of one form; `titles` are the names of the indicator types."""
    yield Line(one_line(evaluation.title.say(language)), "strong")
    if evaluation.project:
        yield _labelled("project", one_line(evaluation.project), language)
    yield ScoreTable(evaluation, titles, language).drawn()
    yield from _results(evaluation, language)
    yield from _adjusts(evaluation, language)
    if findings:
        yield BLANK_LINE
        yield Line(summary(findings, language), "strong")
        yield BLANK_LINE
        yield from notices(findings, language)
    yield from _foundation(evaluation, language)


def _results(evaluation: Evaluation, language: Language) -> Iterator[Block]:
    if evaluation.grade:
        yield _labelled("grade", one_line(evaluation.grade.title.say(language) or evaluation.grade.id), language)
    for fact in evaluation.shown:
        label = _label(one_line(fact.title.say(language) or fact.id), language)
        yield Line(one_line(shown(fact.value, language)), lead=label)
    if evaluation.withheld:
        lines = listed([str(number) for number in evaluation.withheld], language)
        yield Line(word(language, "withheld", lines=lines), "warning")
    if evaluation.accepted_points:
        yield Line(word(language, "accepted", points=figure(evaluation.accepted_points)))


def _adjusts(evaluation: Evaluation, language: Language) -> Iterator[Block]:
    acted = [
        (word(language, "adjust-line", number=line.number), adjust)
        for line in evaluation.lines
        for adjust in line.adjusts
    ]
    acted += [(_moved(adjust, language), adjust) for adjust in evaluation.adjusts]
    if acted:
        yield BLANK_LINE
        yield Line(word(language, "adjusts"), "strong")
    for where, adjust in acted:
        yield _adjusted(where, adjust, language)


def _moved(adjust: Adjusted, language: Language) -> str:
    """What an adjust of the form changed: the total, the grade, or the group that was scaled."""
    group = (adjust.values or {}).get("group")
    if isinstance(group, Text):
        return one_line(group.say(language))
    return word(language, "adjust-form" if isinstance(adjust.before, Fraction) else "adjust-grade")


def _adjusted(where: str, adjust: Adjusted, language: Language) -> Line:
    before, after = (
        figure(value) if isinstance(value, Fraction) else one_line(value.title.say(language) or value.id)
        for value in (adjust.before, adjust.after)
    )
    message = one_line(adjust.message.fill(language, adjust.values or {})) or adjust.id
    return Line(
        message,
        lead="  " + word(language, "adjusted", where=where, before=before or BLANK, after=after or BLANK) + "  ",
    )


def _foundation(evaluation: Evaluation, language: Language) -> Iterator[Block]:
    """What could not be decided, the sources cited, and what made the evaluation."""
    yield BLANK_LINE
    rules = [
        word(language, "undecided-line", rule=one.rule, number=one.line) if one.line else one.rule
        for one in evaluation.undecided
        if one.code != ACROSS
    ]
    if rules:
        yield Line(word(language, "undecided", rules=listed(list(dict.fromkeys(rules)), language)), "faint")
    for number, source in enumerate(evaluation.sources):
        told = one_line(" ".join(part for part in (source.document, source.title, source.article) if part) or source.id)
        label = _label(word(language, "sources"), language)
        mark = "" if source.verified else word(language, "unverified")
        yield Line(told + mark, "faint", lead=" " * width(label) if number else label)
    origin = evaluation.provenance
    plugins = "".join(f" · {used.name} {used.version}" for used in origin.plugins)
    told = word(
        language, "provenance", ruleset=origin.ruleset, edition=origin.edition, digest=origin.digest[:12],
        engine=origin.engine, plugins=plugins,
    )  # fmt: skip
    yield Line(one_line(told), "faint")


def _labelled(key: str, value: str, language: Language) -> Line:
    return Line(value, lead=_label(word(language, key), language))


def _label(title: str, language: Language) -> str:
    return f"{title}：" if language == "zh" else f"{title}: "
