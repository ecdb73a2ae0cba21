"""What there is to tell about one file: at most a hundred findings, none of which echoes a huge text."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Showable

MOST_FINDINGS = 100
LONGEST_ECHO = 200
_NONE: Mapping[str, Showable] = {}


class Collected:
    """Findings, told in the order in which they stand in the file."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._findings = list(findings)

    def add(
        self,
        code: str,
        at: Place,
        *,
        path: str = "",
        line: str = "",
        length: int = 1,
        values: Mapping[str, Showable] = _NONE,
    ) -> None:
        """Make a finding of a code of the catalogue; texts among its values are cut short."""
        shown = {name: shortened(value) for name, value in values.items()}
        made = finding(code, at, path=shortened_text(path), line=shortened_text(line), length=length)
        self._findings.append(replace(made, values=shown))

    def result(self, source: str) -> tuple[Finding, ...]:
        """All of them; where there are too many, the last says how many more there are."""
        ordered = sorted(self._findings, key=lambda made: (made.at.line, made.at.column))
        more = len(ordered) - MOST_FINDINGS
        if more <= 0:
            return tuple(ordered)
        return (*ordered[: MOST_FINDINGS - 1], finding("form.more-findings", Place(source), count=more + 1))


def shortened(value: Showable) -> Showable:
    """A value short enough to be echoed."""
    return shortened_text(value) if isinstance(value, str) else value


def shortened_text(text: str) -> str:
    """A text short enough to be echoed."""
    return text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 1] + "…"
