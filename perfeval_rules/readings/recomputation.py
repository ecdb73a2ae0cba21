"""A derivation worked out again from its leaves, by arithmetic written apart from that of the formulas.

An explanation that shows steps must be made of steps that really give the value; this says whether they do.
"""

import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor, prod
from typing import Any, cast

from perfeval_rules.formula.algebra import Rounding
from perfeval_rules.readings.exact import Value
from perfeval_rules.readings.part import Part

_Compute = Callable[..., Any]


def recompute(part: Part, rounding: Rounding = "half-up") -> Value:
    """The value that the leaves of a derivation give, by its own steps."""
    known: dict[int, Value] = {}

    def value_of(one: Part) -> Value:
        """Each part once, however often it stands in the derivation."""
        if id(one) not in known:
            known[id(one)] = _value(one, [value_of(inner) for inner in one.parts], rounding)
        return known[id(one)]

    return value_of(part)


def _value(part: Part, values: list[Value], rounding: Rounding) -> Value:
    if part.step == "value":
        return part.value
    if part.step == "round":
        x, places = (cast(Fraction, value) for value in values)
        return _rounded(x, places, rounding)
    result: Value = (
        _STEPS[part.step](*values) if part.step in _STEPS else part.value
    )  # a plugin's function, taken at its word
    return result


def _rounded(x: Fraction, places: Fraction, rounding: Rounding) -> Fraction:
    scaled = abs(x) * 10 ** int(places)
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if rounding != "down" and (twice > 0 or (twice == 0 and (rounding == "half-up" or whole % 2 == 1))):
        whole += 1
    return Fraction(whole if x >= 0 else -whole, 10 ** int(places))


def _row(test: Callable[[Any, Any], bool]) -> _Compute:
    """The value beside the first edge that passes, cells by turns edge and value, an odd one out being the last resort."""

    def found(x: Value, *cells: Value) -> Value:
        edges, values = cells[: len(cells) // 2 * 2 : 2], cells[1::2]
        passing = [value for edge, value in zip(edges, values, strict=True) if test(x, edge)]
        return (passing + list(cells[-1:]))[0]

    return found


def _interpolated(x: Fraction, *cells: Fraction) -> Fraction:
    direction = 1 if cells[0] <= cells[-2] else -1
    points = [(direction * at, height) for at, height in zip(cells[::2], cells[1::2], strict=True)]
    passed = [n for n, (at, _) in enumerate(points) if at <= direction * x]
    if not passed or passed[-1] == len(points) - 1:
        return points[passed[-1] if passed else 0][1]
    (start, low), (end, high) = points[passed[-1] : passed[-1] + 2]
    share = (direction * x - start) / (end - start)
    return low * (1 - share) + high * share


_STEPS: Mapping[str, _Compute] = {
    "name": lambda value: value,
    "child": lambda value: value,
    "choice": lambda *values: values[-1],
    "given": lambda *values: bool(values) and values[0] != "",
    "+": operator.add,
    "-": operator.sub,
    "*": lambda *values: prod(values),
    "/": lambda x, y: Fraction(x.numerator * y.denominator, x.denominator * y.numerator),
    "negative": lambda x: -x,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
    "and": lambda *values: all(values),
    "or": lambda *values: any(values),
    "not": operator.not_,
    "min": min,
    "max": max,
    "abs": abs,
    "floor": lambda x: Fraction(floor(x)),
    "ceil": lambda x: Fraction(ceil(x)),
    "clamp": lambda x, low, high: min(max(x, low), high),
    "steps": lambda x, size: Fraction(x // size if x > 0 else 0),
    "at_least": _row(operator.ge),
    "above": _row(operator.gt),
    "at_most": _row(operator.le),
    "below": _row(operator.lt),
    "lookup": _row(operator.eq),
    "interpolate": _interpolated,
    "mentions": lambda text, *words: any(word in text for word in words),
    "is just": lambda text, *words: text.strip() in [word.strip() for word in words],
    "length": lambda text: Fraction(len(text)),
    "days": lambda start, end: Fraction(end.toordinal() - start.toordinal()),
    "sum": lambda *values: sum(values, Fraction(0)),
    "count": lambda *values: Fraction(sum(values)),
    "any": lambda *values: any(values),
    "all": lambda *values: all(values),
    "largest": lambda *values: max(values),
    "smallest": lambda *values: min(values),
}
