"""`perfeval check`: every fault of a ruleset, each at its line and column."""

from collections.abc import Sequence

from perfeval_rules.cli import codes
from perfeval_rules.cli.notices import notices, summary
from perfeval_rules.cli.output import Output, refusal
from perfeval_rules.cli.page import BLANK_LINE, Line
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine
from perfeval_rules.findings import Finding, worst

UNREAD = frozenset({"ruleset.not-found", "ruleset.unreadable-file"})
"""Codes that say, where they stand in no file, that there was nothing to check."""


def run(output: Output, rulesets: Sequence[str]) -> int:
    """Check each ruleset and tell all that was found."""
    engine = Engine()
    checked = [(name, engine.check(name)) for name in rulesets]
    if output.as_data:
        told = [{"ruleset": name, **refusal(findings)} for name, findings in checked]
        output.data(told[0] if len(told) == 1 else told)
    else:
        for number, (name, findings) in enumerate(checked):
            if number:
                output.page([BLANK_LINE])
            _page(output, name, findings)
    return max(_code(findings) for _, findings in checked)


def _page(output: Output, name: str, findings: Sequence[Finding]) -> None:
    if not findings:
        output.page([Line(word(output.language, "sound", name=one_line(name)))])
        return
    heading = Line(summary(findings, output.language), "strong", lead=f"{one_line(name)}  ")
    output.page([heading, BLANK_LINE, *notices(findings, output.language)])


def _code(findings: tuple[Finding, ...]) -> int:
    if any(finding.code in UNREAD and not finding.at.line for finding in findings):
        return codes.NOT_DONE
    return codes.FOUND if worst(findings) == "error" else codes.DONE
