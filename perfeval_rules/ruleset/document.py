"""One file of a ruleset: its values, and the place of each key, each value and each character of a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from perfeval_rules.findings import Place, Written

Position = tuple[int, int]
"""A line and a column, both from 1."""
Path = tuple[str | int, ...]
"""Where in a document: `("rule", "cost", "score")`, `("grade", 0, "at_least")`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a key and its value stand; of an element of a list the key is the element itself."""

    key: Position
    key_length: int
    value: Position
    value_length: int
    text: Position | None = None
    """The first character of the content, where the value is a text."""
    characters: tuple[Position, ...] = ()
    """Each character of the content, where they do not simply follow one another."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its source line and how many characters a caret covers: what a finding needs of it."""

    at: Place
    line: str = ""
    length: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: numbers are exact rationals, and every value can tell where it was written."""

    name: str
    """What people call the file: its path as given, or `ID/ruleset.toml` for one of the library."""
    data: dict[str, Any]
    marks: Mapping[Path, Mark]
    lines: tuple[str, ...]

    def key(self, path: Path) -> Spot:
        """Where a key stands; of one that is not written, the innermost table that would hold it."""
        mark = self._mark(path)
        return self._spot(mark.key, mark.key_length) if mark else Spot(Place(self.name))

    def value(self, path: Path) -> Spot:
        """Where a value stands; of one that is not written, the key of the innermost table that would hold it."""
        mark = self.marks.get(path)
        return self._spot(mark.value, mark.value_length) if mark else self.key(path)

    def place(self, path: Path) -> Place:
        """The place of a key."""
        return self.key(path).at

    def written(self, path: Path) -> Written:
        """A text as its author wrote it, with the place of each character of its content."""
        text = str(self.at(path))
        mark = self.marks[path]
        line, column = mark.text or mark.value
        last = max((line for line, _ in mark.characters), default=line)
        return Written(text, Place(self.name, line, column), self.lines[line - 1 : last], mark.characters)

    def at(self, path: Path) -> Any:
        """The value at a path."""
        value: Any = self.data
        for key in path:
            value = value[key]
        return value

    def source(self, path: Path) -> str:
        """A value as it stands in the file, as far as its first line goes."""
        spot = self.value(path)
        start = max(spot.at.column - 1, 0)
        return spot.line[start : start + spot.length]

    def _mark(self, path: Path) -> Mark | None:
        known = (self.marks.get(path[:size]) for size in range(len(path), 0, -1))
        return next((mark for mark in known if mark), None)

    def _spot(self, position: Position, length: int) -> Spot:
        line, column = position
        return Spot(Place(self.name, line, column), self.lines[line - 1], length)


def dotted(path: Path) -> str:
    """A path as people write it: `rule.cost.score`, `grade[0].at_least`."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")
