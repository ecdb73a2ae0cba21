"""`perfeval check`: every fault of a ruleset, each at its line and column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from perfeval_rules.cli import codes
from perfeval_rules.cli.merged import data, page
from perfeval_rules.cli.notices import notices, summary
from perfeval_rules.cli.output import Output, refusal
from perfeval_rules.cli.page import BLANK_LINE, Line
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine
from perfeval_rules.files.library import load
from perfeval_rules.findings import Finding, worst
from perfeval_rules.ruleset.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Checked:
    """A ruleset with what was found; the merged one where that was asked for and can be read."""

    name: str
    findings: tuple[Finding, ...]
    ruleset: Ruleset | None


UNREAD = frozenset({"ruleset.not-found", "ruleset.unreadable-file"})
"""Codes that say, where they stand in no file, that there was nothing to check."""


def run(output: Output, rulesets: Sequence[str], merged: bool = False) -> int:
    """Check each ruleset and tell all that was found; `merged` shows what it says together with its bases, too."""
    engine = Engine()
    checked = [Checked(name, engine.check(name), _whole(name) if merged else None) for name in rulesets]
    if output.as_data:
        told = [_data(one) for one in checked]
        output.data(told[0] if len(told) == 1 else told)
    else:
        for number, one in enumerate(checked):
            if number:
                output.page([BLANK_LINE])
            if one.ruleset:
                output.page(page(one.ruleset, output.language))
            _page(output, one.name, one.findings)
    return max(_code(one.findings) for one in checked)


def _whole(name: str) -> Ruleset | None:
    """A ruleset with all that it extends, as far as it can be read."""
    return load(name)[0]


def _data(checked: Checked) -> dict[str, Any]:
    told = {"ruleset": checked.name, **refusal(checked.findings)}
    return {**told, "merged": data(checked.ruleset)} if checked.ruleset else told


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
