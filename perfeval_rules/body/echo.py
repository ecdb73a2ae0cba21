"""How much of what was handed in is said back: a kilobyte in all, so that an answer or a log is not another's page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from perfeval_rules.findings import Finding
from perfeval_rules.submission import FundPart, Funds, Row, Submission
from perfeval_rules.text import Showable

MOST_BYTES = 1024
_OURS = frozenset(
    {"ruleset", "form", "text", "at"}.union(*(kind.model_fields for kind in (Submission, Funds, FundPart, Row)))
)
_NAME = re.compile(r"[a-z_]+")
_SHAPE = re.compile(r"[a-z_]+(?:\[\d{1,4}\])?(?:\.[a-z_]+(?:\[\d{1,4}\])?)*", re.ASCII)
_SAID_BY_US = frozenset({"nearest", "known", "encoding", "meant", "ids"})


def sparing(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with no more of the text in all than may be said back; what goes beyond is an ellipsis."""
    echo = _Echo()
    return tuple(
        replace(
            finding,
            line="",
            path=echo.said(finding.path),
            values={
                name: value if name in _SAID_BY_US else echo.value(value) for name, value in finding.values.items()
            },
        )
        for finding in findings
    )


class _Echo:
    """Counts what is said back."""

    def __init__(self) -> None:
        self.left = MOST_BYTES

    def value(self, value: Showable) -> Showable:
        return self.said(value) if isinstance(value, str) else value

    def said(self, text: str) -> str:
        """A text as it may be said: a path of our own words as it is, all else harmless and as long as it lasts."""
        if not text or (_SHAPE.fullmatch(text) and _OURS.issuperset(_NAME.findall(text))):
            return text
        plain = "".join(mark if mark.isprintable() else "\ufffd" for mark in text)
        cost = len(plain.encode())
        if cost > self.left:
            return "…"
        self.left -= cost
        return plain
