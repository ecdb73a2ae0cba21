"""The columns of an indicator table: which heading stands where, and under which heading each cell of a row falls."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from perfeval_rules.files.grid import Line, is_bound, is_figure, is_placeholder
from perfeval_rules.files.grid_words import is_category, is_margin, preference
from perfeval_rules.findings import Written
from perfeval_rules.headings import Field, column_field, label
from perfeval_rules.values.signs import SYMBOLS, WORDS_BEFORE

CATEGORIES: tuple[Field, ...] = ("category1", "category2", "category3")
_MEASURED: tuple[Field, ...] = ("target", "actual", "weight", "stated")
_POINTS: tuple[Field, ...] = ("weight", "stated", "reviewed")
_FARTHEST = 3
"""How many cells a row may stand to the right of its headings."""
_SIGNS = frozenset(SYMBOLS) | frozenset(WORDS_BEFORE)
_SEVERAL: tuple[Field, ...] = ("reason", "margin", "other")
"""Fields that more than one column may hold."""


@dataclass(frozen=True)
class Columns:
    """The headings of a table, by the number of their column."""

    fields: tuple[tuple[int, Field], ...]
    headings: tuple[Written, ...]

    @cached_property
    def kinds(self) -> dict[int, Field]:
        """What each column holds, by its number."""
        return dict(self.fields)

    @cached_property
    def of_field(self) -> dict[Field, int]:
        """The column of each field; of one that several columns hold, the first."""
        return {field: number for number, field in reversed(self.fields)}

    @cached_property
    def categories(self) -> tuple[Field, ...]:
        """The category columns from the highest level down."""
        return tuple(field for field in CATEGORIES if field in self.of_field)

    @cached_property
    def width(self) -> int:
        """How many columns there are."""
        return max(number for number, _ in self.fields) + 1

    @cached_property
    def points(self) -> tuple[Field, ...]:
        """The columns of points, in the order in which they stand."""
        return tuple(field for _, field in self.fields if field in _POINTS)

    @cached_property
    def leading(self) -> int:
        """How many columns before the name a row may leave out where cells above reach down to it."""
        kinds = self.kinds
        known = (*CATEGORIES, "goal", "margin")
        return next((number for number in range(self.width) if kinds.get(number) not in known), 0)


def columns_of(line: Line) -> Columns | None:
    """The columns that a heading row opens; None where the line is no heading row."""
    found = [(number, column_field(cell.text)) for number, cell in enumerate(line.cells) if cell]
    known = {field for _, field in found if field}
    named = known & {*CATEGORIES, "name", "margin"}
    if len(known) < 3 or not named or not known & {*_MEASURED} or any(is_figure(cell.text) for cell in line.filled):
        return None
    return _settled([(number, field or "other") for number, field in found], line.cells)


def widened(columns: Columns, line: Line) -> Columns | None:
    """The columns with the second row of a heading that has two; None where the line is no such row."""
    found = [(number, column_field(cell.text)) for number, cell in enumerate(line.cells) if cell]
    if not found or any(field is None for _, field in found):
        return None
    fields: dict[int, Field] = {**columns.kinds, **{number: field for number, field in found if field}}
    width = max(len(columns.headings), len(line.cells))
    both = zip(_padded(columns.headings, width), _padded(line.cells, width), strict=True)
    return _settled(sorted(fields.items()), tuple(lower or upper for upper, lower in both))


def _padded(cells: tuple[Written, ...], width: int) -> tuple[Written, ...]:
    return cells + (Written(),) * (width - len(cells))


def _settled(found: list[tuple[int, Field]], headings: tuple[Written, ...]) -> Columns:
    """Of several columns for one field the preferred one keeps it; the lowest level names the indicator."""
    fields = dict(found)
    levels = [field for field in CATEGORIES if field in fields.values()]
    lowest = "margin" if "name" not in fields.values() and not levels else levels[-1] if levels else ""
    if "name" not in fields.values():
        fields = {number: "name" if field == lowest else field for number, field in fields.items()}
    best: dict[Field, int] = {}
    for number, field in fields.items():
        held = best.get(field)
        if held is None or preference(headings[number].text) < preference(headings[held].text):
            best[field] = number
    return Columns(
        tuple(
            (number, field if field in _SEVERAL or best[field] == number else "other")
            for number, field in fields.items()
        ),
        headings,
    )


@dataclass(frozen=True, slots=True)
class Aligned:
    """A row laid under its headings."""

    shift: int
    """How many cells it stands to the right of them."""
    fit: int
    """How well it fits; below 1 it is no row of the table."""
    cells: tuple[tuple[int, Written], ...]
    """The filled cells under a heading, by the number of its column."""
    outside: tuple[Written, ...]
    """The filled cells under none."""


def aligned(cells: tuple[Written, ...], columns: Columns, before: int, known: Collection[str]) -> Aligned:
    """Lay a row under its headings where it fits best; else where the row before it stood, else nearest.

    A word in the margin pushes a row to the right, a cell that reaches down from above may be missing on its left.
    """
    shifts = range(-columns.leading, _FARTHEST + 1)
    tried = (_laid(cells, columns, shift, known) for shift in shifts)
    return max(tried, key=lambda row: (row.fit, row.shift == before, -abs(row.shift)))


def _laid(cells: tuple[Written, ...], columns: Columns, shift: int, known: Collection[str]) -> Aligned:
    kinds = columns.kinds
    under: list[tuple[int, Written]] = []
    outside: list[Written] = []
    fit = 0
    for number, cell in enumerate(cells):
        field = kinds.get(number - shift)
        if not cell or (number < shift and is_margin(cell.text)):
            continue
        if field is None:
            fit -= 5
            outside.append(cell)
        else:
            fit += 3 if field in CATEGORIES and cell.text in known else _fits(field, cell.text)
            under.append((number - shift, cell))
    if not any(kinds[number] == "name" for number, _ in under):
        fit -= 3
    return Aligned(shift, fit, tuple(under), tuple(outside))


def _fits(field: Field, text: str) -> int:
    """How much a text looks like what a column holds."""
    figure, bound = is_figure(text), is_bound(text)
    if field in _POINTS:
        return 2 if figure else 0 if is_placeholder(text) else -4
    if field in CATEGORIES:
        return 3 if is_category(text) else -3 if figure or bound else 0
    match field:
        case "name":
            return -3 if figure or bound else -2 if label(text).endswith(("指标", "效益")) and is_category(text) else 2
        case "target" | "actual":
            return 1 if any(mark.isdigit() for mark in text) else -2 if text.endswith("指标") else 0
        case "reason":
            return -1 if figure else 1
        case "sign":
            return 2 if is_sign(text) else 0
        case "unit" | "goal" | "type":
            return -2 if figure else 1
        case "margin":
            return 1 if is_margin(text) else -2
        case _:
            return 0


def is_sign(text: str) -> bool:
    """Is it a comparison and nothing else: ≥, 大于等于."""
    return unicodedata.normalize("NFKC", text).strip() in _SIGNS


def cells_of(row: Aligned, columns: Columns, field: Field) -> list[Written]:
    """The filled cells of a row in the columns of a field."""
    wanted = {number for number, held in columns.fields if held == field}
    return [cell for number, cell in row.cells if number in wanted]


def first(cells: Iterable[Written]) -> Written:
    """The first of some cells, blank where there is none."""
    return next(iter(cells), Written())
