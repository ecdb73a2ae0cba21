"""What there is to tell about one file: at most a hundred findings, none of which echoes a huge text."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from perfeval_rules.catalogue import CATALOGUE, finding
from perfeval_rules.findings import SEVERITIES, Finding, Place
from perfeval_rules.text import Showable, shortened

MOST_FINDINGS, MOST_KEPT = 100, 1_000
_NONE: Mapping[str, Showable] = {}


class Collected:
    """Findings, told in the order in which they stand in the file."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._findings = list(findings)
        self._more = 0
        self.faulty = any(one.severity == "error" for one in self._findings)
        """Whether one of them is an error."""

    @property
    def full(self) -> bool:
        """Whether so many were told that nobody will read another."""
        return len(self._findings) >= MOST_KEPT

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
        """Make a finding of a code of the catalogue; texts among its values are cut short.

        Where there are more than anybody will read, only the first error is kept; all else is counted.
        """
        grave = CATALOGUE[code].severity == "error"
        if self.full and (self.faulty or not grave):
            self._more += 1
            return
        self.faulty = self.faulty or grave
        shown = {name: shortened(value) if isinstance(value, str) else value for name, value in values.items()}
        made = finding(code, at, path=shortened(path), line=shortened(line), length=length)
        self._findings.append(replace(made, values=shown))

    def result(self, source: str) -> tuple[Finding, ...]:
        """All of them; where there are too many, the graver ones, and last how many more there are."""
        ordered = sorted(self._findings, key=_place)
        more = len(ordered) + self._more - MOST_FINDINGS
        if more <= 0:
            return tuple(ordered)
        kept = sorted(ordered, key=lambda made: SEVERITIES.index(made.severity))[: MOST_FINDINGS - 1]
        return (*sorted(kept, key=_place), finding("form.more-findings", Place(source), count=more + 1))


def _place(made: Finding) -> tuple[int, int]:
    return made.at.line, made.at.column
