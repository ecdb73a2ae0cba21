"""A table of figures: printed to a terminal, kept as JSON, and shown on a page, each from the same numbers."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

Cell = str | int | float | bool | None
ABSENT = "—"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; a heading with digits holds numbers."""

    title: str
    headings: Mapping[str, int | None]
    """Each with the decimals its numbers are shown with; None: texts."""
    rows: Sequence[Sequence[Cell]]
    note: str = ""

    def data(self) -> dict[str, Any]:
        """The table as JSON keeps it; numbers a digit longer than they are shown."""
        kept = [
            [round(cell, (digits or 0) + 1) if isinstance(cell, float) else cell for cell, digits in self.paired(row)]
            for row in self.rows
        ]
        return {**asdict(self), "rows": kept}

    def paired(self, row: Sequence[Cell]) -> list[tuple[Cell, int | None]]:
        """The cells of a row with the decimals of their headings."""
        return list(zip(row, self.headings.values(), strict=True))

    def text(self) -> str:
        """The table for a terminal."""
        lines = self.shown()
        widths = [max(width(line[column]) for line in lines) for column in range(len(self.headings))]
        aligned = ["  ".join(map(self.padded, line, widths, self.headings.values())).rstrip() for line in lines]
        return "\n".join([self.title, *aligned, *([self.note] if self.note else [])]) + "\n"

    def markdown(self) -> str:
        """The table for a page."""
        heading, *lines = self.shown()
        rule = ["---" if digits is None else "---:" for digits in self.headings.values()]
        rows = "\n".join(f"| {' | '.join(line)} |" for line in (heading, rule, *lines))
        return f"### {self.title}\n\n{rows}\n" + (f"\n{self.note}\n" if self.note else "")

    def shown(self) -> list[list[str]]:
        """The headings and the rows as texts."""
        return [list(self.headings), *([shown(cell, digits) for cell, digits in self.paired(row)] for row in self.rows)]

    @staticmethod
    def padded(cell: str, wide: int, digits: int | None) -> str:
        """A cell as wide as its column: texts to the left, numbers to the right."""
        space = " " * (wide - width(cell))
        return cell + space if digits is None else space + cell


def shown(cell: Cell, digits: int | None) -> str:
    """A cell as a reader sees it."""
    match cell:
        case None:
            return ABSENT
        case bool():
            return "yes" if cell else "no"
        case int():
            return f"{cell:,}"
        case float():
            return f"{cell:,.{digits or 0}f}"
        case str():
            return cell


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "FW" else 1 for letter in text)
