"""What a figure must not exceed, or must reach."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.table import Table


@dataclass(frozen=True, slots=True)
class Bar:
    """A promise about one figure."""

    name: str
    measured: float | None
    """None: what it is about is not there."""
    most: float | None = None
    least: float | None = None

    @property
    def held(self) -> bool | None:
        """Whether the figure keeps it; None where there is no figure."""
        if self.measured is None:
            return None
        return (self.most is None or self.measured <= self.most) and (self.least is None or self.measured >= self.least)


def bars(held: Sequence[Bar]) -> Table:
    """The bars side by side with what was measured."""
    rows = [
        (bar.name, f"≤ {bar.most:g}" if bar.most is not None else f"≥ {bar.least:g}", bar.measured, bar.held)
        for bar in held
    ]
    return Table("Bars", {"bar": None, "limit": None, "measured": 2, "held": None}, rows)


def ratio(figure: float | None, other: float | None) -> float | None:
    """How many times another figure one is; None where either is not there."""
    return None if figure is None or other is None else figure / other
