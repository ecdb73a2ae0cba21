"""Findings as people read them: how grave, what, what to do, where, and the source line with a caret under the fault."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from perfeval_rules.cli.page import BLANK_LINE, Block, Line
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.findings import SEVERITIES, Finding
from perfeval_rules.text import Language, escaped, width

SHOWN = 88
"""How many columns of a source line are shown; a longer one is cut around the fault."""
BEFORE = 32
"""How many columns of a long line stand before the fault."""


def notices(findings: Iterable[Finding], language: Language) -> Iterator[Block]:
    """Each finding as a block, the gravest first, those of one severity in the order they were found."""
    for number, finding in enumerate(sorted(findings, key=lambda one: SEVERITIES.index(one.severity))):
        if number:
            yield BLANK_LINE
        yield from _notice(finding, language)


def summary(findings: Sequence[Finding], language: Language) -> str:
    """How many findings there are of each severity."""
    counts = Counter(finding.severity for finding in findings)
    parts = [
        word(language, "count", severity=word(language, severity), count=counts[severity])
        for severity in SEVERITIES
        if counts[severity]
    ]
    return word(language, "found", count=len(findings), parts=("，" if language == "zh" else ", ").join(parts))


def _notice(finding: Finding, language: Language) -> Iterator[Block]:
    lead = word(language, finding.severity) + "  "
    margin = " " * width(lead)
    yield Line(one_line(finding.say(language)), lead=lead, lead_style=finding.severity)
    if advice := one_line(finding.advise(language)):
        yield Line(advice, lead=f"{margin}→ ")
    rule = word(language, "by-rule", rule=finding.rule) if finding.rule not in {"", finding.code} else ""
    where = "  ".join(
        part for part in (one_line(str(finding.at) or finding.path), finding.code, one_line(rule)) if part
    )
    yield Line(where, "faint", lead=margin)
    if finding.line and finding.at.line and finding.at.column:
        yield from _source(finding, margin)


def _source(finding: Finding, margin: str) -> Iterator[Block]:
    number = str(finding.at.line)
    line, carets = pointed(finding.line, finding.at.column, finding.length)
    yield Line(f"{margin}{number} │ {line}", "faint", verbatim=True)
    yield Line(f"{margin}{' ' * len(number)} │ {carets}", finding.severity, verbatim=True)


def pointed(line: str, column: int, length: int) -> tuple[str, str]:
    """A source line and the carets under `length` characters from `column` on; under wide marks carets are wide too."""
    marks = [" " if mark in "\t\n\r" else escaped(mark) for mark in line]
    first = min(column - 1, len(marks))
    start, end = _window(marks, first)
    last = min(max(first + length, first + 1), end)
    under = "".join(_blank(mark) for mark in marks[start:first])
    carets = "".join(_caret(mark) for mark in marks[first:last]) or "^"
    cut = ("…" if start else "", "…" if end < len(marks) else "")
    return cut[0] + "".join(marks[start:end]) + cut[1], " " * len(cut[0]) + under + carets


def _window(marks: list[str], first: int) -> tuple[int, int]:
    """The part of a long line that is shown: from a little before the fault on."""
    start, end = 0, len(marks)
    if sum(width(mark) for mark in marks) > SHOWN:
        while sum(width(mark) for mark in marks[start:first]) > BEFORE:
            start += 1
        while sum(width(mark) for mark in marks[start:end]) > SHOWN and end > first + 1:
            end -= 1
    return start, end


def _blank(mark: str) -> str:
    """A blank as wide as a mark: an ideographic space under a wide one, whatever the width of the font."""
    return "\u3000" if _is_wide(mark) else " " * width(mark)


def _caret(mark: str) -> str:
    return "＾" if _is_wide(mark) else "^" * width(mark)


def _is_wide(mark: str) -> bool:
    return len(mark) == 1 and width(mark) == 2
