"""What each function gives for arguments that all have values, in plain Python."""

import math
import operator
from fractions import Fraction
from itertools import pairwise

from tests.agreement.plain_lack import Lack


def rounded(x: Fraction, places: int, rounding: str) -> Fraction:
    """A number to so many places: half away from zero, half to even, or towards zero."""
    if rounding == "half-even":
        return round(x, places)
    whole, rest = divmod(abs(x) * 10**places, 1)
    if rounding == "half-up" and 2 * rest >= 1:
        whole += 1
    return Fraction(-whole if x < 0 else whole, 10**places)


def _banded(reached, falling: bool):
    """The row whose edge is reached: of rows by lower edges the highest such, of rows by upper edges the lowest."""

    def found(x, table, *otherwise):
        edges = [edge for edge, _ in table]
        if edges != sorted(set(edges), reverse=falling):
            return Lack("unsorted-bands")
        passing = {edge: value for edge, value in table if reached(x, edge)}
        if passing:
            return passing[max(passing) if falling else min(passing)]
        return otherwise[0] if otherwise else Lack("below-the-bands")

    return found


def _interpolated(x, table):
    turn = 1 if table[0][0] <= table[-1][0] else -1
    points = [(turn * at, height) for at, height in table]
    if any(after < before for (before, _), (after, _) in pairwise(points)):
        return Lack("unsorted-bands")
    left = [point for point in points if point[0] <= turn * x]
    right = points[len(left) :]
    if not left or not right:
        return (left[-1:] or right[:1])[0][1]
    (start, low), (end, high) = left[-1], right[0]
    return ((end - turn * x) * low + (turn * x - start) * high) / (end - start)


def _looked_up(x, table, *otherwise):
    rows = [value for key, value in table if key == x] or list(otherwise)
    return rows[0] if rows else Lack("not-in-the-table")


def _steps(x, size):
    if x <= 0:
        return Fraction(0)
    return Fraction(math.floor(x / size)) if size else Lack("division-by-zero")


TABLES = {
    "at_least": _banded(operator.ge, True), "above": _banded(operator.gt, True),
    "at_most": _banded(operator.le, False), "below": _banded(operator.lt, False),
    "interpolate": _interpolated, "lookup": _looked_up,
}  # fmt: skip
FUNCTIONS = {
    "min": min, "max": max, "abs": abs, "steps": _steps,
    "floor": lambda x: Fraction(math.floor(x)),
    "ceil": lambda x: Fraction(math.ceil(x)),
    "clamp": lambda x, low, high: min(max(x, low), high),
    "length": lambda text: Fraction(len(text)),
    "days": lambda start, end: Fraction(end.toordinal() - start.toordinal()),
}  # fmt: skip
