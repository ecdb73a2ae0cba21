"""What each function gives, said once, in the operations that every reading knows.

All arguments have values when a function is called, the cells of a table included.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

from perfeval_rules.formula.algebra import Algebra, Sign, Table, Thunk

V = TypeVar("V")


def _better(say: Algebra[V], sign: Sign, x: V, y: V) -> V:
    return say.choose(say.compare(sign, x, y), lambda: x, lambda: y)


def least(say: Algebra[V], x: V, *rest: V) -> V:
    """The least of some numbers."""
    for y in rest:
        x = _better(say, "<=", x, y)
    return x


def greatest(say: Algebra[V], x: V, *rest: V) -> V:
    """The greatest of some numbers."""
    for y in rest:
        x = _better(say, ">=", x, y)
    return x


def absolute(say: Algebra[V], x: V) -> V:
    """A number without its sign."""
    return say.choose(say.compare(">=", x, say.number(Fraction(0))), lambda: x, lambda: say.negative(x))


def floor(say: Algebra[V], x: V) -> V:
    """The whole number at or below."""
    return say.floor(x)


def ceil(say: Algebra[V], x: V) -> V:
    """The whole number at or above."""
    return say.negative(say.floor(say.negative(x)))


def clamp(say: Algebra[V], x: V, low: V, high: V) -> V:
    """A number kept between two ends; the high end wins where they cross."""
    return least(say, greatest(say, x, low), high)


def rounded(say: Algebra[V], x: V, places: int) -> V:
    """A number rounded to so many places, the ruleset's way; a half by the number's size, whatever its sign."""
    size = say.mul(absolute(say, x), say.number(Fraction(10**places)))
    whole = say.mul(_whole(say, size), say.number(Fraction(1, 10**places)))
    return say.choose(say.compare(">=", x, say.number(Fraction(0))), lambda: whole, lambda: say.negative(whole))


def _whole(say: Algebra[V], size: V) -> V:
    half = say.number(Fraction(1, 2))
    if say.rounding == "down":
        return say.floor(size)
    if say.rounding == "half-up":
        return say.floor(say.add(size, half))
    low, one, two = say.floor(size), say.number(Fraction(1)), say.number(Fraction(2))
    rest = say.sub(size, low)

    def odd() -> V:
        return say.compare("!=", say.mul(say.floor(say.div(low, two)), two), low)

    up = say.some(
        [
            lambda: say.compare(">", rest, half),
            lambda: say.every([lambda: say.compare("==", rest, half), odd]),
        ]
    )
    return say.choose(up, lambda: say.add(low, one), lambda: low)


def steps(say: Algebra[V], x: V, size: V) -> V:
    """How many whole steps lie in a number; none in one that is not above 0."""
    zero = say.number(Fraction(0))
    return say.choose(say.compare("<=", x, zero), lambda: zero, lambda: say.floor(say.div(x, size)))


def _ordered(say: Algebra[V], table: Table[V], sign: Sign, what: Thunk[V]) -> V:
    """What a table gives, if its first cells stand in order."""
    if table.fixed:
        return what()
    edges = [edge for edge, _ in table.rows]
    order = say.every([partial(say.compare, sign, edge, after) for edge, after in pairwise(edges)])
    return say.choose(order, what, lambda: say.stop("unsorted-bands"))


def _bands(test: Sign, order: Sign) -> Callable[..., Any]:
    def banded(say: Algebra[V], x: V, table: Table[V], *otherwise: V) -> V:
        cases = [(partial(say.compare, test, x, edge), partial(_just, value)) for edge, value in table.rows]
        last = partial(_just, otherwise[0]) if otherwise else partial(say.stop, "below-the-bands")
        return _ordered(say, table, order, lambda: say.first(cases, last))

    return banded


def _just(value: V) -> V:
    return value


def interpolate(say: Algebra[V], x: V, table: Table[V]) -> V:
    """The height at x of the line through some points, held at both ends; at a step the later point counts."""
    first, last = table.rows[0][0], table.rows[-1][0]
    return say.choose(
        say.compare("<=", first, last),
        lambda: _ordered(say, table, "<=", lambda: _along(say, x, table, "<")),
        lambda: _ordered(say, table, ">=", lambda: _along(say, x, table, ">")),
    )


def _along(say: Algebra[V], x: V, table: Table[V], before: Sign) -> V:
    rows = table.rows
    cases = [(partial(say.compare, before, x, rows[0][0]), partial(_just, rows[0][1]))]
    for start, end in pairwise(rows):
        cases.append((partial(say.compare, before, x, end[0]), partial(_line, say, x, start, end)))
    return say.first(cases, partial(_just, rows[-1][1]))


def _line(say: Algebra[V], x: V, start: tuple[V, V], end: tuple[V, V]) -> V:
    (x0, y0), (x1, y1) = start, end
    return say.add(y0, say.div(say.mul(say.sub(y1, y0), say.sub(x, x0)), say.sub(x1, x0)))


def lookup(say: Algebra[V], x: V, table: Table[V], *otherwise: V) -> V:
    """The value of the row whose first cell is the text."""
    cases = [(partial(say.compare, "==", x, key), partial(_just, value)) for key, value in table.rows]
    return say.first(cases, partial(_just, otherwise[0]) if otherwise else partial(say.stop, "not-in-the-table"))


def length(say: Algebra[V], text: V) -> V:
    """How many characters a text has."""
    return say.length(text)


def days(say: Algebra[V], start: V, end: V) -> V:
    """Whole days from one date to another."""
    return say.days(start, end)


DEFINITIONS: Mapping[str, Callable[..., Any]] = {
    "min": least, "max": greatest, "abs": absolute, "floor": floor, "ceil": ceil, "clamp": clamp, "steps": steps,
    "at_least": _bands(">=", ">"), "above": _bands(">", ">"), "at_most": _bands("<=", "<"), "below": _bands("<", "<"),
    "interpolate": interpolate, "lookup": lookup, "length": length, "days": days,
}  # fmt: skip
"""The functions all of whose arguments must have a value, but for `round`, whose places are written out."""
