"""The text of a file and where each of its characters stands."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from perfeval_rules.ruleset.document import Position


@dataclass(frozen=True, slots=True)
class Source:
    """A text with the offsets at which its lines begin."""

    text: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]

    @staticmethod
    def of(text: str) -> "Source":
        """A text cut into its lines; only a line feed ends one."""
        lines = tuple(text.split("\n"))
        return Source(text, lines, (0, *accumulate(len(line) + 1 for line in lines[:-1])))

    def position(self, offset: int) -> Position:
        """Line and column of the character at an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line by its number."""
        return self.lines[number - 1]

    def start_of_line(self, offset: int) -> int:
        """The offset at which the line of an offset begins."""
        return self.starts[bisect_right(self.starts, offset) - 1]

    def next_line(self, offset: int) -> int:
        """The offset at which the line after that of an offset begins, or the end of the text."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end + 1
