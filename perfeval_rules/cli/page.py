"""What a page for people is made of, before anything is drawn: lines and tables."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["", "strong", "faint", "error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text that wraps under itself: `lead` stands before it once, its width before each further line."""

    text: str = ""
    style: Style = ""
    lead: str = ""
    lead_style: Style = ""
    verbatim: bool = False
    """Spaces count and nothing wraps: source lines and carets."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    right: bool = False
    gives: bool = False
    """Its cells wrap where the page is narrow."""
    spare: bool = False
    """It is left out where the page is too narrow for all columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, as many cells as columns; a rule is drawn under it where `closes`."""

    cells: tuple[str, ...]
    style: Style = ""
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of a listing with a note at its right; further lines of the text begin under its first."""

    text: str = ""
    note: str = ""
    lead: str = ""
    style: Style = ""
    note_style: Style = "faint"


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines whose notes stand in one column."""

    lines: tuple[Noted, ...]


Block = Line | Table | Listing
BLANK_LINE = Line()
