"""How many scores each arithmetic gets wrong on a grid of ordinary weights, targets and actual values.

`python -m bench.exactness [STEP]` asks each for every point of the grid; the reference, which is slow, for every exact
tie and for each STEP-th of the other points (40). It prints a table, writes bench/figures/exactness.json and ends with
1 where this engine is wrong once.
"""

import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from bench import arithmetic
from bench.arithmetic import Scoring
from bench.bar import Bar
from bench.figures import keep
from bench.grid import Point, points
from bench.table import Cell, Table

LEAST_POINTS, LEAST_TIES = 800_000, 0.02
FAST = "perfeval: score of bound values"
REFERENCE = "perfeval: everything, by the reference"


def scorings() -> Iterator[tuple[str, Scoring | None]]:
    """Every arithmetic that is asked for the whole grid."""
    for name, by_float in arithmetic.FLOAT.items():
        yield name, arithmetic.floats(by_float)
    for name, by_decimal in arithmetic.DECIMAL.items():
        yield name, arithmetic.decimals(by_decimal)
    for name, formula in arithmetic.ZEN.items():
        yield name, arithmetic.zen(formula)


def sampled(grid: Sequence[Point], step: int) -> list[Point]:
    """Every exact tie, and each so-manieth of the other points."""
    return [point for number, point in enumerate(grid) if point.tie or number % step == 0]


def row(name: str, scoring: Scoring | None, asked: Sequence[Point]) -> tuple[Cell, ...]:
    """How many of the points asked for an arithmetic gets wrong, how many of them exact ties, and the first."""
    if scoring is None:
        return name, None, None, None, None
    wrong = [(point, cents) for point, cents in zip(asked, scoring(asked), strict=True) if cents != point.cents]
    first = "; ".join(
        f"{point.weight} × {point.actual} ÷ {point.target}: {cents / 100:.2f} for {point.cents / 100:.2f}"
        for point, cents in wrong[:1]
    )
    return name, len(asked), len(wrong), sum(point.tie for point, _ in wrong), first


def confirm(grid: Sequence[Point]) -> int:
    """How many exact ties there are; the whole-number reference agrees with fractions on every hundredth point."""
    ties = sum(point.tie for point in grid)
    if len(grid) < LEAST_POINTS or ties < LEAST_TIES * len(grid):
        raise SystemExit(f"the grid is too easy: {len(grid)} points, {ties} ties")
    for point in islice(grid, 0, None, 100):
        exact = Fraction(10 * point.tenths * point.actual, point.target)
        if point.cents != (exact + Fraction(1, 2)) // 1 or point.tie != (exact % 1 == Fraction(1, 2)):
            raise SystemExit(f"the reference is wrong at {point}")
    return ties


def main(step: int = 40) -> int:
    """Ask, count and keep."""
    grid = list(points())
    ties = confirm(grid)
    program = arithmetic.program()
    rows = [row(name, scoring, grid) for name, scoring in scorings()]
    rows.append(row(FAST, arithmetic.forms(arithmetic.fast(program)), grid))
    rows.append(row(REFERENCE, arithmetic.forms(arithmetic.reference(program)), sampled(grid, step)))
    size = f"{len(grid):,} points, {ties:,} of them ({ties / len(grid):.1%}) exact ties between two hundredths"
    headings = {"arithmetic": None, "points": 0, "wrong": 0, "of them ties": 0, "the first": None}
    table = Table(f"Wrong scores: {size}", headings, rows)
    wrong = {str(cells[0]): cells[2] for cells in rows}
    held = [Bar(f"{name}: wrong", _figure(wrong[name]), most=0) for name in (FAST, REFERENCE)]
    return keep("exactness", [table], held)


def _figure(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int) else None


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:2])))
