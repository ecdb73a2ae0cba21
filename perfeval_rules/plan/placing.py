"""Where a row belongs: what forms call groups and lines, and which one a row's cells mean."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache

from perfeval_rules.ruleset.ruleset import Ruleset

_POINTS = re.compile(r"\(\s*([0-9]+(?:\.[0-9]+)?)\s*分?\s*\)")
_MARKS = re.compile(r"[\s★☆]+")

_SHORT = 60
_MOST_PLACED = 4_096


def bare(name: str) -> str:
    """A name as it is compared: without spaces, ★, and points in brackets; full-width marks as ASCII."""
    return _kept(name) if len(name) <= _SHORT else _bare(name)


def _bare(name: str) -> str:
    return _MARKS.sub("", _POINTS.sub("", unicodedata.normalize("NFKC", name)))


_kept = lru_cache(maxsize=8_192)(_bare)


def points_in(heading: str) -> Fraction | None:
    """The points printed in a heading, as in `产出指标（50分）`."""
    if "(" not in heading and "（" not in heading:
        return None
    found = _POINTS.search(unicodedata.normalize("NFKC", heading))
    return Fraction(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Placed:
    """The group a row stands in, `""` the form itself, and the cell that names none or too many."""

    group: str
    unknown: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """What forms call the groups and lines of a ruleset."""

    groups: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, tuple[str, ...]]
    parents: Mapping[str, str]
    extra: frozenset[str]
    """Groups that, or one around which, bring points beyond the full marks."""
    _placed: dict[tuple[str, ...], Placed] = field(default_factory=dict, compare=False, repr=False)
    """Where rows belong; forms bear the same cells again and again."""

    @staticmethod
    def of(ruleset: Ruleset) -> "Chart":
        """The chart of a ruleset: of each thing its names, its titles and its id."""
        groups: dict[str, tuple[str, ...]] = {}
        for name, group in ruleset.groups.items():
            for called in _called(name, group.names, (group.title.zh, group.title.en)):
                groups[called] = (*groups.get(called, ()), name)
        lines: dict[str, tuple[str, ...]] = {}
        for name, line in ruleset.lines.items():
            for called in _called(name, line.names, (line.title.zh, line.title.en)):
                lines[called] = (*lines.get(called, ()), name)
        parents = {name: group.inside or "" for name, group in ruleset.groups.items()}
        chart = Chart(groups, lines, parents, frozenset())
        extra = {name for name in parents if any(ruleset.groups[above].extra for above in chart.ancestors(name))}
        return replace(chart, extra=frozenset(extra))

    def ancestors(self, group: str) -> tuple[str, ...]:
        """A group and those it stands in, from the inside out."""
        return (group, *self.ancestors(self.parents[group])) if group else ()

    def place(self, categories: Sequence[str]) -> Placed:
        """The group that category cells mean: the rightmost that names one decides.

        Where several groups bear that name, the one whose ancestors hold most of the other cells; still several, or
        none: the row stands directly under the form.
        """
        cells = tuple(categories)
        placed = self._placed.get(cells)
        if placed is None:
            placed = self._place(cells)
            if sum(map(len, cells)) <= _SHORT:
                if len(self._placed) >= _MOST_PLACED:
                    self._placed.clear()
                self._placed[cells] = placed
        return placed

    def _place(self, categories: Sequence[str]) -> Placed:
        cells = [bare(cell) for cell in categories]
        for n in reversed(range(len(cells))):
            named = self.groups.get(cells[n], ())
            if named:
                others = [cell for m, cell in enumerate(cells) if m != n and cell]
                fit = {group: self._held(group, others) for group in named}
                best = tuple(group for group in named if fit[group] == max(fit.values()))
                return Placed(best[0]) if len(best) == 1 else Placed("", categories[n], best)
        written = [cell for cell in categories if cell.strip()]
        return Placed("", written[-1] if written and self.groups else "")

    def _held(self, group: str, cells: Iterable[str]) -> int:
        above = set(self.ancestors(group))
        return sum(bool(above & set(self.groups.get(cell, ()))) for cell in cells)


def _called(name: str, names: Iterable[str], titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bare(called) for called in (*names, *titles, name) if called))
