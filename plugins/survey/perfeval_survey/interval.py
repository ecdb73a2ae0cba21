"""The Wilson score interval of a share, its ends rounded outward to six places."""

from collections.abc import Callable
from fractions import Fraction
from math import isqrt, lcm

from perfeval_rules import Text
from perfeval_rules.extension import Function

MILLION = 10**6


def low_end(share: Fraction, answered: Fraction, quantile: Fraction) -> Fraction | None:
    """The lower end, less than a millionth too low; None where there is no sample or the share is none."""
    if answered <= 0 or not 0 <= share <= 1:
        return None
    square = quantile * quantile
    middle = 2 * answered * share + square
    under_root = square * (square + 4 * answered * share * (1 - share))
    whole = 2 * (answered + square)
    # All in whole numbers, so that a root rounded up is the one thing that is not exact, and that not beyond the last place.
    times = lcm(middle.denominator, under_root.denominator, whole.denominator)
    root = rounded_up_root(int(under_root * (times * MILLION) ** 2))
    return Fraction((int(middle * times) * MILLION - root) // int(whole * times), MILLION)


def high_end(share: Fraction, answered: Fraction, quantile: Fraction) -> Fraction | None:
    """The upper end, less than a millionth too high: what the lower end leaves of the others."""
    low = low_end(1 - share, answered, quantile)
    return None if low is None else 1 - low


def rounded_up_root(square: int) -> int:
    """The least whole number whose square is not below."""
    root = isqrt(square)
    return root if root * root == square else root + 1


def end(usage: str, zh: str, en: str, examples: dict[str, str], python: Callable[..., Fraction | None]) -> Function:
    """One of the ends as formulas call it; it needs a root, so it is said in Python."""
    return Function(
        usage=usage,
        parameters=("number", "number", "number"),
        result="number",
        meaning=Text(zh, en),
        examples=examples,
        python=python,
    )


WILSON_LOW = end(
    "wilson_low(share, answered, quantile)",
    "威尔逊置信区间的下限，向外取六位小数",
    "the lower end of the Wilson score interval, six places, rounded outward",
    {"wilson_low(0.84, 50, 1.959964)": "0.714857"},
    low_end,
)
WILSON_HIGH = end(
    "wilson_high(share, answered, quantile)",
    "威尔逊置信区间的上限，向外取六位小数",
    "the upper end of the Wilson score interval, six places, rounded outward",
    {"wilson_high(0.84, 50, 1.959964)": "0.916626"},
    high_end,
)
