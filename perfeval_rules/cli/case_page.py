"""How the cases of a ruleset went, as a page for people or as data for programs."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from perfeval_rules.cli.notices import notices
from perfeval_rules.cli.page import BLANK_LINE, Block, Column, Line, Row, Table
from perfeval_rules.cli.score_table import ScoreTable
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.evaluation import number
from perfeval_rules.plain import plain_finding
from perfeval_rules.program import Program
from perfeval_rules.testing.beside import Suite
from perfeval_rules.testing.expectation import Said
from perfeval_rules.testing.reach import Reachable
from perfeval_rules.testing.running import Difference, Result
from perfeval_rules.text import BLANK, Language, Text, escaped, show

MOST_EXPLAINED = 5
"""How many lines of one case are explained."""
Titles = Mapping[str, Text]


def page(
    suite: Suite, results: Sequence[Result], unreached: Sequence[Reachable], titles: Titles, language: Language
) -> Iterator[Block]:
    """Everything there is to tell of one ruleset; `titles` are the names of the indicator types."""
    failed = [result for result in results if not result.passed]
    name = one_line(suite.asked)
    if not results:
        yield Line(word(language, "not-run", name=name), "strong")
    else:
        counts = word(language, "cases", name=name, count=len(results), failed=len(failed))
        yield Line(counts, "error" if failed else "strong")
    if suite.findings:
        yield BLANK_LINE
        yield from notices(suite.findings, language)
    if suite.program:
        for result in failed:
            yield BLANK_LINE
            yield from failure(suite.program, result, titles, language)
    if results and not unreached:
        yield from [BLANK_LINE] if failed or suite.findings else []
        yield Line(word(language, "all-reached"))
    elif results:
        yield BLANK_LINE
        yield from _unreached(unreached, language)


def failure(program: Program, result: Result, titles: Titles, language: Language) -> Iterator[Block]:
    """A case that failed: what it wanted and got, and how that came about."""
    yield Line(word(language, "case", name=one_line(result.case.name)), "strong")
    yield Line(one_line(str(result.case.at)), "faint")
    if result.differences:
        columns = (
            Column(word(language, "result"), gives=True),
            Column(word(language, "wanted"), gives=True),
            Column(word(language, "got"), gives=True),
        )
        yield Table(columns, tuple(_row(one, language) for one in result.differences))
    yield from notices(result.findings, language)
    lines = explained(result)
    for position, line in enumerate(lines):
        yield from [BLANK_LINE] if position else []
        for told in program.explain(result.case.submission, line).lines(language):
            yield Line(escaped(told), lead="  ", verbatim=True)
    for form in shown_whole(result):
        if result.folder:
            yield Line(f"forms[{form}]", "strong")
        yield ScoreTable(result.evaluations[form], titles, language).drawn()


def shown_whole(result: Result) -> tuple[int, ...]:
    """The forms of a case that are shown as a whole: where they differ beyond single lines, and those of a folder."""
    if result.folder:
        return tuple(sorted({one.form for one in result.differences if one.form is not None}))
    return (0,) if any(not one.lines for one in result.differences) and not result.case.of_row else ()


def explained(result: Result) -> tuple[int, ...]:
    """The lines that the differences of a case are about, the first few of them; none in a folder, where lines of several
    forms bear one number.
    """
    if result.folder:
        return ()
    return tuple(sorted({line for one in result.differences for line in one.lines}))[:MOST_EXPLAINED]


def _row(one: Difference, language: Language) -> Row:
    return Row((one_line(one.key), said(one.wanted, language), said(one.got, language)))


def said(value: Said, language: Language) -> str:
    """A result as it stands in the table: exact, a list one below the other."""
    if isinstance(value, tuple):
        return "\n".join(map(one_line, value)) or BLANK
    if isinstance(value, bool) or value is None:
        return show(value, None, language)
    return (number(value) if isinstance(value, Fraction) else one_line(value)) or BLANK


def _unreached(unreached: Sequence[Reachable], language: Language) -> Iterator[Block]:
    yield Line(word(language, "unreached", count=len(unreached)), "warning")
    columns = tuple(Column(word(language, key), gives=key != "at") for key in ("id", "title", "at"))
    cells = ((one.path, one.title.say(language), str(one.at)) for one in unreached)
    yield Table(columns, tuple(Row(tuple(map(one_line, row))) for row in cells))


def data(suite: Suite, results: Sequence[Result], unreached: Sequence[Reachable]) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "ruleset": suite.asked,
        "cases": len(results),
        "failed": sum(not result.passed for result in results),
        "failures": [_failed(suite.program, result) for result in results if suite.program and not result.passed],
        "unreached": [
            {"path": one.path, "title": {"zh": one.title.say("zh"), "en": one.title.say("en")}, "at": str(one.at)}
            for one in unreached
        ],
        "findings": [plain_finding(one) for one in suite.findings],
    }


def _failed(program: Program, result: Result) -> dict[str, Any]:
    explanations = {line: program.explain(result.case.submission, line) for line in explained(result)}
    return {
        "case": result.case.name,
        "at": str(result.case.at),
        "differences": [
            {"key": one.key, "wanted": _plain(one.wanted), "got": _plain(one.got), "lines": list(one.lines)}
            for one in result.differences
        ],
        "explanations": [
            {"line": line, "zh": list(told.lines("zh")), "en": list(told.lines("en"))}
            for line, told in explanations.items()
        ],
        "findings": [plain_finding(one) for one in result.findings],
    }


def _plain(value: Said) -> Any:
    if isinstance(value, Fraction):
        return number(value)
    return list(value) if isinstance(value, tuple) else value
