"""One thing to measure, and the timing of several in turns."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from timeit import Timer
from typing import Any

TURN = 0.01
"""The seconds that one turn of a case takes, about."""
ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Case:
    """What is called, and how its result is told to be right before it is timed."""

    name: str
    call: Callable[[], Any] | None
    """None: what is measured is not there."""
    right: Callable[[Any], bool]

    def check(self) -> None:
        """End the measurement where the result is wrong, so that no wrong answer is ever timed."""
        if self.call is not None and not self.right(found := self.call()):
            raise SystemExit(f"{self.name}: a wrong result, {found!r}")


def measure(cases: Sequence[Case], rounds: int = ROUNDS) -> Mapping[str, float | None]:
    """The median seconds of one call of each case; None where there is nothing to call.

    Each round gives every case one turn, in an order drawn anew, so that what slows the machine slows all of them;
    the garbage collector is off during a turn.
    """
    for case in cases:
        case.check()
    timers = {case.name: Timer(case.call) for case in cases if case.call is not None}
    numbers = {name: _number(timer) for name, timer in timers.items()}
    times: dict[str, list[float]] = {name: [] for name in timers}
    order = list(timers)
    chance = random.Random(1)
    for _ in range(rounds):
        chance.shuffle(order)
        for name in order:
            times[name].append(timers[name].timeit(numbers[name]) / numbers[name])
    return {case.name: median(times[case.name]) if case.name in times else None for case in cases}


def _number(timer: Timer) -> int:
    """How many calls fill one turn."""
    number = 1
    while (taken := timer.timeit(number)) < TURN / 4:
        number *= 4
    return max(1, round(number * TURN / taken))
