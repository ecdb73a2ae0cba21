"""An algebra as code of plugins gets it: what has no value is a value too, and goes on into what rests on it.

So a lack has an effect exactly where it is asked for, as in every other reading, and no code of a plugin can catch it.
"""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeVar, cast

from perfeval_rules.formula.algebra import Algebra, Constant, NoValue, Sign, Thunk, graver

V = TypeVar("V")


class Carrying(Algebra[V]):
    """The operations of another algebra, over values and lacks."""

    def __init__(self, inner: Algebra[V]) -> None:
        super().__init__(inner.rounding)
        self.inner = inner

    def carried(self, say: Callable[..., V], *parts: V) -> V:
        """What an operation gives: the lack of a part, else a value or a lack of its own."""
        lack: NoValue | None = None
        for part in parts:
            if isinstance(part, NoValue):
                lack = graver(lack, part)
        if lack is None:
            try:
                return say(*parts)
            except NoValue as fault:
                lack = fault
        return cast(V, lack)

    def asked(self, part: Thunk[V]) -> Thunk[V]:
        """A part for the other algebra, which wants a lack raised."""
        return lambda: bare(part())

    def number(self, value: Fraction | int) -> V:
        """The number."""
        return self.inner.number(value)

    def text(self, value: str) -> V:
        """The text."""
        return self.inner.text(value)

    def day(self, value: date) -> V:
        """The date."""
        return self.inner.day(value)

    def truth(self, value: bool) -> V:
        """True or false."""
        return self.inner.truth(value)

    def add(self, left: V, right: V) -> V:
        """The sum."""
        return self.carried(self.inner.add, left, right)

    def sub(self, left: V, right: V) -> V:
        """The difference."""
        return self.carried(self.inner.sub, left, right)

    def mul(self, left: V, right: V) -> V:
        """The product."""
        return self.carried(self.inner.mul, left, right)

    def div(self, left: V, right: V) -> V:
        """The quotient; no value where the divisor is 0."""
        return self.carried(self.inner.div, left, right)

    def floor(self, x: V) -> V:
        """The greatest whole number that is not above a number."""
        return self.carried(self.inner.floor, x)

    def compare(self, sign: Sign, left: V, right: V) -> V:
        """Whether two values stand as the sign says."""
        return self.carried(lambda *parts: self.inner.compare(sign, *parts), left, right)

    def choose(self, test: V, then: Thunk[V], other: Thunk[V]) -> V:
        """One part where the test is true, else the other."""
        return self.carried(lambda known: self.inner.choose(known, self.asked(then), self.asked(other)), test)

    def every(self, parts: Sequence[Thunk[V]]) -> V:
        """False where one part is false, else without value where one has none, else true."""
        return self.carried(lambda: self.inner.every([self.asked(part) for part in parts]))

    def given(self, x: Thunk[V]) -> V:
        """Whether a part has a value; a text, whether it is not blank."""
        return self.carried(lambda: self.inner.given(self.asked(x)))

    def contains(self, text: V, word: str) -> V:
        """Whether a word stands in a text."""
        return self.carried(lambda said: self.inner.contains(said, word), text)

    def is_just(self, text: V, word: str) -> V:
        """Whether a text, blanks around it aside, is just this word."""
        return self.carried(lambda said: self.inner.is_just(said, word), text)

    def length(self, text: V) -> V:
        """How many characters a text has."""
        return self.carried(self.inner.length, text)

    def days(self, start: V, end: V) -> V:
        """Whole days from one date to another."""
        return self.carried(self.inner.days, start, end)

    def stop(self, code: str) -> V:
        """No value here, with this code."""
        return cast(V, NoValue(code))

    def outside(self, run: Callable[..., Constant], values: Sequence[V | None]) -> V:
        """What Python says."""
        return self.carried(lambda: self.inner.outside(run, [None if one is None else bare(one) for one in values]))

    def failed(self, x: Thunk[V]) -> V:
        """Whether a part has no value because code of a plugin failed."""
        return self.inner.failed(self.asked(x))

    def holds(self, test: V) -> bool:
        """Whether a truth value is known to be true."""
        return self.inner.holds(test)


def bare(value: V) -> V:
    """A value; raises a lack."""
    if isinstance(value, NoValue):
        raise value
    return value
