"""A form as plain data: what each cell is to say stands beside how it is written, so that nothing must read it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Cell:
    """A text with its meaning."""

    text: str = ""
    kind: str = "blank"
    operator: str = ""
    number: Fraction | None = None
    unit: str = ""
    dimension: str = ""
    factor: Fraction = Fraction(1)
    day: date | None = None


BLANK = Cell()


@dataclass(frozen=True)
class Row:
    """One row of a form."""

    name: str = ""
    goal: str = ""
    categories: tuple[str, ...] = ()
    target: Cell = BLANK
    actual: Cell = BLANK
    weight: Cell = BLANK
    stated: Cell = BLANK
    reviewed: Cell = BLANK
    reason: str = ""
    values: Mapping[str, Cell] = field(default_factory=dict)
    sum: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the fund block."""

    label: str
    annual_budget: Cell
    executed: Cell


@dataclass(frozen=True)
class Funds:
    """The fund block; `factor` is how many yuan its unit is."""

    unit: str
    factor: int
    initial_budget: Cell
    annual_budget: Cell
    executed: Cell
    weight: Cell
    rate: Cell
    score: Cell
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Form:
    """A whole form."""

    year: int
    department: str
    project: str
    rows: tuple[Row, ...]
    funds: Funds | None = None
    values: Mapping[str, Cell] = field(default_factory=dict)
    headings: Mapping[str, Cell] = field(default_factory=dict)
    stated_total: Cell = BLANK
    reviewed_total: Cell = BLANK
    complete: bool = True

    def yuan(self, cell: Cell) -> Fraction | None:
        """An amount in yuan: in its own unit, else in that of the fund block."""
        if cell.number is None:
            return None
        return cell.number * (cell.factor if cell.unit else self.funds.factor if self.funds else 1)


def data_of(form: Form) -> dict[str, object]:
    """The form as JSON would bring it."""
    return {
        "year": form.year,
        "department": form.department,
        "project": form.project,
        "rows": [_written(row) for row in form.rows],
        "funds": _written(form.funds) if form.funds else None,
        "values": _written(form.values),
        "headings": _written(form.headings),
        "stated_total": form.stated_total.text,
        "reviewed_total": form.reviewed_total.text,
        "complete": form.complete,
    }


def _written(value: object) -> object:
    match value:
        case Cell():
            return value.text
        case Row() | Funds() | Part():
            return {name: _written(inner) for name, inner in vars(value).items() if name != "factor"}
        case Mapping():
            return {label: _written(inner) for label, inner in value.items()}
        case tuple():
            return [_written(inner) for inner in value]
    return value


def bare(name: str) -> str:
    """A name without spaces, stars, and points in brackets."""
    kept = re.sub(r"\(\s*\d+(\.\d+)?\s*分?\s*\)", "", unicodedata.normalize("NFKC", name))
    return "".join(mark for mark in kept if not mark.isspace() and mark not in "★☆")


def points_in(name: str) -> Fraction | None:
    """The points that stand in brackets."""
    found = re.search(r"\(\s*(\d+(?:\.\d+)?)\s*分?\s*\)", unicodedata.normalize("NFKC", name))
    return Fraction(found[1]) if found else None
