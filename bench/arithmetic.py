"""The formula `weight × actual ÷ target`, rounded half up to two places, as people write it: hundredths come out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import islice
from math import floor
from typing import Any

from bench import generated, offered, zen_graph
from bench.grid import Point
from perfeval_rules.engine import Program
from perfeval_rules.submission import Submission

CENT = Decimal("0.01")
TOGETHER = 500
"""Lines that are scored at once where an engine takes many."""
RULESET = """
[scoring]
rounding = "half-up"
places   = { line = 2, total = 2 }
[every]
score = "weight * clamp(actual / target, 0, 1)"
[rule.any]
title.zh = "任意"
title.en = "Any"
type     = "threshold"
"""

FLOAT: Mapping[str, Callable[[float, float, float], float]] = {
    "float: floor(w * a / t * 100 + 0.5) / 100": lambda w, a, t: floor(w * a / t * 100 + 0.5) / 100,
    "float: floor(w * (a / t) * 100 + 0.5) / 100": lambda w, a, t: floor(w * (a / t) * 100 + 0.5) / 100,
    "float: round(w * a / t, 2)": lambda w, a, t: round(w * a / t, 2),
    "float: round(w * (a / t), 2)": lambda w, a, t: round(w * (a / t), 2),
    "float: Decimal(str(w * (a / t))), half up": lambda w, a, t: float(
        Decimal(str(w * (a / t))).quantize(CENT, ROUND_HALF_UP)
    ),
    "float: floor(w * a / t * 100 + 0.5 + 1e-9) / 100": lambda w, a, t: floor(w * a / t * 100 + 0.5 + 1e-9) / 100,
}
DECIMAL: Mapping[str, Callable[[Decimal, Decimal, Decimal], Decimal]] = {
    "Decimal, 28 digits: w * (a / t)": lambda w, a, t: (w * (a / t)).quantize(CENT, ROUND_HALF_UP),
    "Decimal, 28 digits: w * a / t": lambda w, a, t: (w * a / t).quantize(CENT, ROUND_HALF_UP),
}
ZEN = {
    "zen-engine: round(w * min([1, a / t]), 2)": "round(#.weight * min([1, #.actual / #.target]), 2)",
    "zen-engine: round(w * (a / t), 2)": "round(#.weight * (#.actual / #.target), 2)",
    "zen-engine: round(w * a / t, 2)": "round(#.weight * #.actual / #.target, 2)",
}

Scoring = Callable[[Iterable[Point]], Iterator[int]]
"""Points in, hundredths out, one for each, in their order."""


def floats(formula: Callable[[float, float, float], float]) -> Scoring:
    """A formula over floats; its result is read as the hundredth nearest to it, which takes no error for a wrong score."""
    return lambda points: (
        round(formula(point.tenths / 10, float(point.actual), float(point.target)) * 100) for point in points
    )


def decimals(formula: Callable[[Decimal, Decimal, Decimal], Decimal]) -> Scoring:
    """A formula over decimals."""
    return lambda points: (
        int(formula(Decimal(point.weight), Decimal(point.actual), Decimal(point.target)) * 100) for point in points
    )


def zen(formula: str) -> Scoring | None:
    """A formula of zen-engine, many lines in one document; None where it is not installed."""
    evaluate = zen_graph.evaluator({"scores": f"map(lines, {formula})"}, graded=False)
    if evaluate is None:
        return None

    def scored(points: Iterable[Point]) -> Iterator[int]:
        for some in together(points):
            lines = [
                {"weight": zen_graph.number(point.weight), "target": point.target, "actual": point.actual}
                for point in some
            ]
            found = evaluate(zen_graph.text({"lines": lines}))
            yield from (round(score * 100) for score in found["result"]["scores"])

    return scored


def forms(evaluate: Callable[[Submission], Sequence[Fraction | None]] | None) -> Scoring | None:
    """A program's own scores, many lines in one form; None where it does not offer them."""
    if evaluate is None:
        return None

    def scored(points: Iterable[Point]) -> Iterator[int]:
        for some in together(points):
            rows = [(str(n), point.weight, f"≥{point.target}", str(point.actual)) for n, point in enumerate(some)]
            for score in evaluate(generated.form(rows)):
                hundredths = -1 if score is None else score * 100
                yield int(hundredths) if hundredths == int(hundredths) else -1

    return scored


def together(points: Iterable[Point]) -> Iterator[list[Point]]:
    """Points, some at once."""
    left = iter(points)
    while some := list(islice(left, TOGETHER)):
        yield some


def program() -> Program:
    """The ruleset that holds the formula."""
    return generated.program(RULESET)


def reference(made: Program) -> Callable[[Submission], Sequence[Fraction | None]]:
    """Line scores by the reference."""
    return lambda submission: [line.score for line in offered.exact(made, submission)().lines]


def fast(made: Program) -> Callable[[Submission], Sequence[Any]] | None:
    """Line scores of bound values by the fast reading."""
    scoring, values = getattr(made, "score", None), getattr(made, "values", None)
    return None if scoring is None or values is None else lambda submission: scoring(values(submission)).lines
