"""The grid of weights, targets and actual values that every arithmetic is asked for, with the exact answers."""

from collections.abc import Iterator
from typing import NamedTuple

TENTHS = (5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100, 120, 150, 200, 300)
"""The weights, in tenths of a point: 0.5 to 30."""
SMALL = range(1, 251)
ROUND = (300, 320, 360, 400, 480, 500, 600, 640, 720, 800, 960, 1000, 1200, 1500, 1600, 2000, 2400, 3000)
"""Targets: every whole number to 250, then those that people like to write; each with every actual value up to it."""


class Point(NamedTuple):
    """One line of the grid; the weight is in tenths of a point."""

    tenths: int
    target: int
    actual: int

    @property
    def weight(self) -> str:
        """The weight as a form has it."""
        whole, tenths = divmod(self.tenths, 10)
        return f"{whole}.{tenths}" if tenths else str(whole)

    @property
    def cents(self) -> int:
        """The right score in hundredths, rounded half up: whole numbers, one division."""
        return (20 * self.tenths * self.actual + self.target) // (2 * self.target)

    @property
    def tie(self) -> bool:
        """Whether the score before rounding lies exactly between two hundredths."""
        halves, rest = divmod(20 * self.tenths * self.actual, self.target)
        return rest == 0 and halves % 2 == 1


def points() -> Iterator[Point]:
    """Every point of the grid."""
    for target in (*SMALL, *ROUND):
        for actual in range(1, target + 1):
            for tenths in TENTHS:
                yield Point(tenths, target, actual)
