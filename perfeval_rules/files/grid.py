"""A form as lines of cells, before anything is known of what they mean."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from perfeval_rules.findings import Place, Written

_FIGURE = re.compile(r"[-+]?\d[\d,]*(?:\s?\.\s?\d+)?\s?[%分]?")
_BOUND = re.compile(r"(?:[<>=≥≤≧≦═⩾⩽]{1,2}|[不大小等高低]\w{0,3}(?:于|过))\s*\d.{0,20}")
_POINTS = re.compile(r"\(\s*(?:共|满分|计)?\s*(\d{1,4}(?:\.\d{1,4})?)\s*分")
PLACEHOLDERS = frozenset({"", "/", "-", "--", "—", "——", "–", "无", "\\", "*", "×"})


@dataclass(frozen=True)
class Line:
    """One line of a form; blank cells are `Written()`, the others know their place."""

    number: int
    cells: tuple[Written, ...]

    @cached_property
    def filled(self) -> tuple[Written, ...]:
        """The cells that hold something, from left to right."""
        return tuple(cell for cell in self.cells if cell)

    @property
    def words(self) -> Written:
        """Its first cell that is neither a figure nor a mark for nothing; blank where there is none."""
        said = (cell for cell in self.filled if not is_figure(cell.text) and not is_placeholder(cell.text))
        return next(said, Written())

    @property
    def at(self) -> Place:
        """Where its first filled cell stands."""
        return self.filled[0].at


def is_figure(text: str) -> bool:
    """Is it a bare number, perhaps with a per-cent sign or 分 behind it."""
    return _FIGURE.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def is_bound(text: str) -> bool:
    """Is it a comparison with a number, as only a target is: ≥300人次."""
    return _BOUND.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def is_placeholder(text: str) -> bool:
    """Does it only say that nothing is there."""
    return unicodedata.normalize("NFKC", text).strip() in PLACEHOLDERS


def points_within(cell: Written) -> Written:
    """The points that a heading prints in brackets, as in `产出指标（50分）`; blank where it prints none."""
    found = _POINTS.search(unicodedata.normalize("NFKC", cell.text))
    if not found or len(unicodedata.normalize("NFKC", cell.text)) != len(cell.text):
        return Written(found[1], cell.at) if found else Written()
    return Written(found[1], cell.place(found.start(1)))


def joined(cells: list[Written], between: str = "") -> Written:
    """Several cells read as one, which stands where the first that is filled stands."""
    filled = [cell for cell in cells if cell]
    return Written(between.join(cell.text for cell in filled), filled[0].at) if filled else Written()


def without(prefix: re.Pattern[str], cell: Written) -> Written:
    """A cell without what the printed form put before it; its place is that of what is left."""
    found = prefix.match(cell.text)
    return Written(cell.text[found.end() :], cell.place(found.end())) if found else cell
