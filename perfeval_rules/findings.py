"""One thing to tell a person, and where it stands: the value that every fault, owed reason and check becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from perfeval_rules.text import Language, Showable, Text, show

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a line and column of a file (both from 1, columns in characters), or a cell."""

    source: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""

    def __str__(self) -> str:
        if self.cell:
            return self.cell
        return ":".join([self.source, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Written:
    """Text as a person wrote it, with the place of its first character and, where they do not simply follow, of each."""

    text: str = ""
    at: Place = Place()
    lines: tuple[str, ...] = ()
    """The source lines it stands on, from the line of `at` on; empty where there is no source to show."""
    marks: tuple[tuple[int, int], ...] = ()
    """Line and column of each character; empty: they follow one another on the line of `at`."""

    def __bool__(self) -> bool:
        return bool(self.text)

    def place(self, offset: int) -> Place:
        """The place of the character at an offset; past the end, of the one after the last."""
        if not self.marks or not self.at.line:
            return Place(self.at.source, self.at.line, self.at.column + offset if self.at.column else 0, self.at.cell)
        line, column = self.marks[min(offset, len(self.marks) - 1)]
        return Place(self.at.source, line, column + max(offset - len(self.marks) + 1, 0), self.at.cell)

    def source_line(self, offset: int) -> str:
        """The source line that the character at an offset stands on; blank where it is not known."""
        number = self.place(offset).line - self.at.line
        return self.lines[number] if 0 <= number < len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A code with its values, never a rendered sentence; the language is chosen where it is printed."""

    code: str
    severity: Severity
    at: Place
    message: Text
    advice: Text = Text()
    values: Mapping[str, Showable] = field(default_factory=dict)
    path: str = ""
    """Where in the document: `rows[0].reason`, `rule.cost.score`."""
    rule: str = ""
    """The path in the ruleset that asked: `reason.points-lost`; blank where none did."""
    line: str = ""
    """The source line the place stands on, for a caret; blank where there is none."""
    length: int = 1
    """How many characters the caret covers."""

    def say(self, language: Language) -> str:
        """The message in a language, filled."""
        return self.message.fill(language, self.values)

    def advise(self, language: Language) -> str:
        """What to do about it in a language, filled; blank where the message says it all."""
        return self.advice.fill(language, self.values)


def worst(findings: tuple[Finding, ...]) -> Severity | None:
    """The gravest severity among findings, None where there are none."""
    return min((f.severity for f in findings), key=SEVERITIES.index, default=None)


def listed(names: tuple[str, ...] | list[str], language: Language = "zh") -> str:
    """Several names in one message."""
    return ("、" if language == "zh" else ", ").join(show(name, None, language) for name in names)
