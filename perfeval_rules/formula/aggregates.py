"""What each aggregate gives over its argument on every child, in the operations that every reading knows.

`sum count largest smallest` look at the children on which the argument has a value, so that the order of children
never matters; `any` and `all` are the `or` and `and` of them, so that a blank child leaves an undecided one without
value. Over nothing `sum` and `count` are 0, `any` false, `all` true, and the other two without value.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, TypeVar

from perfeval_rules.formula.algebra import Algebra, Later, Sign, Thunk

V = TypeVar("V")


def total(say: Algebra[V], values: Sequence[Later[V]]) -> V:
    """The sum of the values there are."""
    result = say.number(Fraction(0))
    for value in values:
        result = _if_given(say, value, _sum, result)
    return result


def count(say: Algebra[V], values: Sequence[Later[V]]) -> V:
    """How many conditions hold."""
    result = say.number(Fraction(0))
    for value in values:
        result = _if_given(say, value, _counted, result)
    return result


def _if_given(say: Algebra[V], value: Later[V], what: Callable[[Algebra[V], V, V], V], result: V) -> V:
    return say.choose(say.given(value), lambda: what(say, result, value()), lambda: result)


def _sum(say: Algebra[V], result: V, value: V) -> V:
    return say.add(result, value)


def _counted(say: Algebra[V], result: V, value: V) -> V:
    return say.choose(value, lambda: say.add(result, say.number(Fraction(1))), lambda: result)


def some(say: Algebra[V], values: Sequence[Later[V]]) -> V:
    """Whether one condition holds."""
    return say.some(values)


def every(say: Algebra[V], values: Sequence[Later[V]]) -> V:
    """Whether all conditions hold."""
    return say.every(values)


def _best(sign: Sign) -> Callable[..., Any]:
    def best(say: Algebra[V], values: Sequence[Thunk[V]]) -> V:
        if len(values) < 2:
            return say.default(values[0], nothing(say)) if values else say.stop("over-nothing")
        half = len(values) // 2
        left, right = Later(partial(best, say, values[:half])), Later(partial(best, say, values[half:]))
        return say.choose(
            say.given(left), lambda: say.choose(say.given(right), lambda: better(say, left, right), left), right
        )

    def nothing(say: Algebra[V]) -> Thunk[V]:
        return partial(say.stop, "over-nothing")

    def better(say: Algebra[V], left: Later[V], right: Later[V]) -> V:
        return say.choose(say.compare(sign, left(), right()), left, right)

    return best


FOLDS: Mapping[str, Callable[..., Any]] = {
    "sum": total, "count": count, "any": some, "all": every, "largest": _best(">="), "smallest": _best("<="),
}  # fmt: skip
