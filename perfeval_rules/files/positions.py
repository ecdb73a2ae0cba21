"""Where every key and value of a TOML text stands: what `tomllib` does not tell.

A lenient scan: whatever TOML allows it reads alike, and it reads on after a fault, so that one pass finds all the
usual slips. What it does not know to be wrong, `tomllib` refuses afterwards.
"""

import re
from dataclasses import dataclass, field

from perfeval_rules.body.source import Source
from perfeval_rules.files.marks import Key, Marks
from perfeval_rules.files.quoted import quoted, spelled
from perfeval_rules.files.slips import Slip, equals_slip, key_slip, mark_slip, rest_slip, value_slip
from perfeval_rules.ruleset.document import Mark, Path

MOST_KEY_PARTS = 8
MOST_SLIPS = 20
_BLANK = re.compile(r"[ \t]*")
_BETWEEN = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:[0-9:.+Zz-]*|(?:[+-]?(?:\d|inf|nan)|true|false)[A-Za-z0-9_.:+-]*")
_QUOTED = re.compile(r"""(["'])(?!\1\1)""")
_KEY = r"""(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_PAIR = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*[ \t]*="
_HEADER = r"""\[\[?(?!(?:true|false|inf|nan)\b)[A-Za-z][\w. "'-]*\]\]?[ \t]*(?:#|$)"""
_STATEMENT = re.compile(rf"[ \t]*(?:{_PAIR}|{_HEADER})", re.MULTILINE)
"""What a line begins with that is no element of a list: `key =`, or a whole header."""
_REST_OF_TABLE = re.compile(r"(?:(?!\n[ \t]*\[)[^{}])*\}")
"""The rest of an inline table that somebody wrote over several lines, up to its bracket."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found: the marks in the order of the text, and what stopped it."""

    marks: dict[Path, Mark]
    slips: tuple[Slip, ...]


def scan(source: Source) -> Scan:
    """Every position of a text, and every slip it can name."""
    scanner = _Scanner(source, Marks(source))
    scanner.run()
    slips = (*scanner.slips, *scanner.marks.repeated)
    return Scan(scanner.marks.marks, tuple(sorted(slips, key=lambda slip: slip.offset)[:MOST_SLIPS]))


@dataclass(slots=True)
class _Scanner:
    source: Source
    marks: Marks
    at: int = 0
    table: Path = ()
    slips: list[Slip] = field(default_factory=list)
    counts: dict[Path, int] = field(default_factory=dict)
    """The last index of each array of tables."""
    lists: int = 0
    """How many lists are open; an inline table ends with its line."""

    @property
    def text(self) -> str:
        return self.source.text

    def sees(self, words: str) -> bool:
        return self.text.startswith(words, self.at)

    def skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def run(self) -> None:
        while len(self.slips) < MOST_SLIPS:
            self.skip(_BETWEEN)
            if self.at >= len(self.text):
                return
            try:
                self.statement()
            except Slip as slip:
                self.slips.append(slip)
                self.recover(slip)

    def recover(self, slip: Slip) -> None:
        """Go on at the next line; inside a list, at the next line that looks like a statement."""
        if slip.code == "open-long-text":
            self.at = len(self.text)
        elif slip.code != "open-list":
            self.at = self.source.next_line(max(self.at, slip.offset))
        over_lines = _REST_OF_TABLE.match(self.text, self.at) if slip.code == "open-table" else None
        if over_lines:
            self.at = self.source.next_line(over_lines.end())
        while self.lists and self.at < len(self.text) and not _STATEMENT.match(self.text, self.at):
            self.at = self.source.next_line(self.at)
        self.lists = 0

    def statement(self) -> None:
        if self.sees("["):
            self.header()
        else:
            self.pair(self.table)
        self.skip(_BLANK)
        if self.at < len(self.text) and not self.sees("\n") and not self.sees("#"):
            raise rest_slip(self.text, self.at)

    def header(self) -> None:
        brackets = 2 if self.sees("[[") else 1
        begin = self.at
        self.at += brackets
        parts = self.key()
        path: Path = ()
        for key in parts[:-1]:
            path = self.passed((*path, key.name), key)
        path = (*path, parts[-1].name)
        self.marks.write(path, parts[-1], "table" if brackets == 1 else "array")
        if brackets == 2:
            self.counts[path] = self.counts.get(path, -1) + 1
            path = (*path, self.counts[path])
            self.marks.note(path, parts[-1])
        self.table = path
        if not self.sees("]" * brackets):
            raise mark_slip(self.text, self.at) or Slip("no-bracket", begin, self.at - begin, mark="]" * brackets)
        self.at += brackets

    def passed(self, path: Path, key: Key) -> Path:
        """A table on the way to another; of an array of tables, its last one."""
        self.marks.write(path, key, "passed")
        return (*path, self.counts[path]) if path in self.counts else path

    def pair(self, table: Path) -> None:
        """One `key = value` within a table."""
        begin, path, parts = self.at, table, self.key()
        for key in parts[:-1]:
            path = (*path, key.name)
            self.marks.write(path, key, "dotted")
        path = (*path, parts[-1].name)
        self.marks.write(path, parts[-1], "value")
        if not self.sees("="):
            raise equals_slip(self.text, begin, self.at)
        self.at += 1
        self.skip(_BLANK)
        self.value(path, parts[-1])

    def key(self) -> list[Key]:
        """The parts of a key."""
        begin, parts = self.at, list[Key]()
        while len(parts) < MOST_KEY_PARTS:
            self.skip(_BLANK)
            start = self.at
            bare = _BARE.match(self.text, start)
            if bare:
                name, self.at = bare[0], bare.end()
            elif _QUOTED.match(self.text, start):
                name, self.at = spelled(self.text, start)
            else:
                raise key_slip(self.text, start)
            parts.append(Key(name, start, self.at))
            self.skip(_BLANK)
            if not self.sees("."):
                return parts
            self.at += 1
        raise Slip("long-key", begin, self.at - begin, most=MOST_KEY_PARTS)

    def value(self, path: Path, key: Key) -> None:
        begin = self.at
        if self.sees('"') or self.sees("'"):
            content, first, self.at = quoted(self.text, begin)
            self.marks.note(path, key, (begin, self.at), content, first)
            return
        if self.sees("[") or self.sees("{"):
            self.marks.note(path, key)
            if self.sees("["):
                self.elements(path)
            else:
                self.pairs(path)
        else:
            scalar = _SCALAR.match(self.text, begin)
            if not scalar:
                raise value_slip(self.text, begin)
            self.at = scalar.end()
        self.marks.note(path, key, (begin, self.at))

    def elements(self, path: Path) -> None:
        """The elements of a list, up to its bracket; the last may have a comma too."""
        begin, number = self.at, 0
        self.lists += 1
        self.at += 1
        self.skip(_BETWEEN)
        while not self.sees("]"):
            self.still_in_list(begin)
            self.value((*path, number), Key("", self.at, self.at))
            number += 1
            self.skip(_BETWEEN)
            if self.sees(","):
                self.at += 1
                self.skip(_BETWEEN)
            elif not self.sees("]"):
                self.still_in_list(begin)
                raise rest_slip(self.text, self.at)
        self.at += 1
        self.lists -= 1

    def pairs(self, path: Path) -> None:
        """The pairs of an inline table, up to its bracket."""
        begin = self.at
        self.at += 1
        self.skip(_BLANK)
        while not self.sees("}"):
            self.still_in_line(begin)
            self.pair(path)
            self.skip(_BLANK)
            if self.sees(","):
                self.at += 1
                self.skip(_BLANK)
            elif not self.sees("}"):
                self.still_in_line(begin)
                raise rest_slip(self.text, self.at)
        self.at += 1

    def still_in_list(self, begin: int) -> None:
        """Refuse a list that nothing closes: the text has ended, or a line begins that is a statement of its own."""
        start = self.source.start_of_line(self.at)
        fresh = start > begin and not self.text[start : self.at].strip()
        if self.at >= len(self.text) or (fresh and _STATEMENT.match(self.text, start)):
            self.at = min(start, self.at) if fresh else self.at
            raise Slip("open-list", begin)

    def still_in_line(self, begin: int) -> None:
        """Refuse an inline table that its line does not close."""
        if self.at >= len(self.text) or self.sees("\n"):
            raise Slip("open-table", begin)
