"""The marks of a scan: where each key and value stands, and what is written twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from perfeval_rules.body.source import Source
from perfeval_rules.files.slips import Slip
from perfeval_rules.ruleset.document import Mark, Path, Position, dotted

MOST_LEVELS = 16
CLASHES = {
    "value": ("value", "table", "array", "dotted", "passed"),
    "table": ("value", "table", "array", "dotted"),
    "array": ("value", "table", "dotted"),
    "dotted": ("value", "table", "array"),
    "passed": ("value", "array"),
}
"""For each way a path can be written, the ways in which it cannot be written again.

A `value` is what follows an equals sign, a `table` a header, an `array` one of double brackets; `dotted` is a table on
the way of a dotted key, `passed` one on the way of a header.
"""


class Key(NamedTuple):
    """One part of a key, and where it begins and ends."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Marks:
    """The marks so far, in the order of the text."""

    source: Source
    marks: dict[Path, Mark] = field(default_factory=dict)
    repeated: list[Slip] = field(default_factory=list)
    forms: dict[Path, str] = field(default_factory=dict)

    def write(self, path: Path, key: Key, form: str) -> None:
        """Remember how a path is written; one that cannot be written so again is told with its first place."""
        before = self.forms.get(path)
        if before is None:
            self.forms[path] = form
            self.note(path, key)
        elif form in CLASHES[before]:
            line, column = self.marks[path].key
            length = key.end - key.start
            self.repeated.append(
                Slip("twice", key.start, length, key=dotted(path), first_line=line, first_column=column)
            )
        elif before == "passed":
            self.forms[path] = form

    def note(
        self, path: Path, key: Key, value: tuple[int, int] | None = None, content: Sequence[int] = (), first: int = -1
    ) -> None:
        """Keep where a key and its value stand; of a text also its content, which begins at `first`."""
        if len(path) > MOST_LEVELS:
            raise Slip("deep-value", key.start, most=MOST_LEVELS)
        begin, end = value or (key.start, key.end)
        alone = isinstance(path[-1], int) and value is not None
        place, at = self.source.position, self.source.position(begin)
        length = max(min(end - begin, len(self.source.line(at[0])) - at[1] + 1), 1)
        self.marks[path] = Mark(
            key=at if alone else place(key.start),
            key_length=length if alone else max(key.end - key.start, 1),
            value=at,
            value_length=length,
            text=None if first < 0 else place(first),
            characters=() if self._together(content, first) else tuple(place(offset) for offset in content),
        )

    def _together(self, content: Sequence[int], first: int) -> bool:
        """Whether the characters of a content simply follow one another on one line."""
        if not content:
            return True
        last: Position = self.source.position(content[-1])
        return content[-1] - first == len(content) - 1 and last[0] == self.source.position(first)[0]
