"""What a reading must say of each operation, and what follows from that for every reading alike."""

import ast
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any, ClassVar, Generic, Literal, NamedTuple, TypeVar

from perfeval_rules.findings import Place
from perfeval_rules.formula.functions import Kind
from perfeval_rules.formula.nodes import formula_of
from perfeval_rules.text import Text

V = TypeVar("V")
Rounding = Literal["half-up", "half-even", "down"]
Sign = Literal["<", "<=", ">", ">=", "==", "!="]
Constant = Fraction | bool | str | date
Thunk = Callable[[], V]
"""A part not evaluated yet."""


class Unsayable(Exception):  # noqa: N818 - a verdict on a formula, answered by another reading
    """A reading cannot say this; the exact one can."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong in code of a plugin: of which, in what, and how."""

    plugin: str
    called: str
    fault: Text


class NoValue(Exception):  # noqa: N818 - no error: an answer like any other
    """A part has no value: why, and the innermost part of which it is true.

    Where code of a plugin failed, nothing covers the lack: no default, no aggregate, no `given`.
    """

    def __init__(self, code: str, node: ast.expr | None = None, failure: Failure | None = None) -> None:
        super().__init__(code)
        self.code, self.node, self.failure = code, node, failure

    def again(self) -> "NoValue":
        """The same lack, to be raised anew."""
        return NoValue(self.code, self.node, self.failure)

    @property
    def part(self) -> str:
        """The author's own words of the part; blank where no formula stands behind it."""
        return formula_of(self.node).part(self.node) if self.node is not None else ""

    @property
    def place(self) -> Place:
        """Where the part stands."""
        return formula_of(self.node).place(self.node) if self.node is not None else Place()


def exactly(value: Fraction | int) -> Fraction:
    """A number as formulas have it; raises TypeError where it is none, or one that is not exact."""
    if not isinstance(value, (Fraction, int)):
        raise TypeError(f"a number is a Fraction or an int, no {type(value).__name__}")
    return value if isinstance(value, Fraction) else Fraction(value)


def graver(first: NoValue | None, other: NoValue) -> NoValue:
    """The one of two lacks that is told: the first, but a plugin's failure before any other."""
    return other if first is None or (other.failure and not first.failure) else first


class Later(Generic[V]):
    """A part evaluated when first asked for, then remembered, also that it has no value."""

    __slots__ = ("_fault", "_say", "_value")
    _value: V

    def __init__(self, say: Thunk[V]) -> None:
        self._say: Thunk[V] | None = say
        self._fault: NoValue | None = None

    def __call__(self) -> V:
        """The value; raises NoValue, each time it is asked, where there is none."""
        if self._say is not None:
            say, self._say = self._say, None
            try:
                self._value = say()
            except NoValue as fault:
                self._fault = fault
        if self._fault is not None:
            raise self._fault
        return self._value


@dataclass(frozen=True, slots=True)
class Words:
    """A word list; `whole`: a text must equal one of the words, else one of them must stand in it."""

    values: tuple[str, ...]
    whole: bool = False


class Table(NamedTuple, Generic[V]):
    """A table of pairs; `fixed`: its first cells are constants, whose order was seen to when the formula was checked."""

    rows: Sequence[tuple[V, V]]
    fixed: bool


class Algebra(ABC, Generic[V]):
    """The meaning of each operation in one reading; `rounding` is the ruleset's."""

    says_all: ClassVar[bool] = False
    """Nothing is Unsayable in it."""

    def __init__(self, rounding: Rounding = "half-up") -> None:
        self.rounding = rounding

    # What a reading must say. Parts not yet evaluated are called to be evaluated, and may raise NoValue then.

    @abstractmethod
    def number(self, value: Fraction | int) -> V:
        """A number."""

    @abstractmethod
    def text(self, value: str) -> V:
        """A text."""

    @abstractmethod
    def day(self, value: date) -> V:
        """A date."""

    @abstractmethod
    def add(self, left: V, right: V) -> V:
        """The sum."""

    @abstractmethod
    def sub(self, left: V, right: V) -> V:
        """The difference."""

    @abstractmethod
    def mul(self, left: V, right: V) -> V:
        """The product."""

    @abstractmethod
    def div(self, left: V, right: V) -> V:
        """The quotient; no value, `division-by-zero`, where the divisor is 0."""

    @abstractmethod
    def floor(self, x: V) -> V:
        """The greatest whole number that is not above a number."""

    @abstractmethod
    def compare(self, sign: Sign, left: V, right: V) -> V:
        """Whether two values stand as the sign says."""

    @abstractmethod
    def choose(self, test: V, then: Thunk[V], other: Thunk[V]) -> V:
        """One part where the test is true, else the other; what is not taken has no effect."""

    @abstractmethod
    def given(self, x: Thunk[V]) -> V:
        """Whether a part has a value; a text, whether it is not blank."""

    @abstractmethod
    def contains(self, text: V, word: str) -> V:
        """Whether a word stands in a text."""

    @abstractmethod
    def is_just(self, text: V, word: str) -> V:
        """Whether a text, blanks around it aside, is just this word."""

    @abstractmethod
    def length(self, text: V) -> V:
        """How many characters a text has."""

    @abstractmethod
    def days(self, start: V, end: V) -> V:
        """Whole days from one date to another."""

    @abstractmethod
    def stop(self, code: str) -> V:
        """No value here, with this code."""

    @abstractmethod
    def outside(self, run: Callable[..., Constant], values: Sequence[V | None]) -> V:
        """What only Python can say; None stands for what was not reported."""

    @abstractmethod
    def failed(self, x: Thunk[V]) -> V:
        """Whether a part has no value because code of a plugin failed."""

    @abstractmethod
    def holds(self, test: V) -> bool:
        """Whether a truth value is known to be true."""

    # What follows. A reading may say it better, never otherwise.

    def truth(self, value: bool) -> V:
        """True or false."""
        return self.compare("==", self.number(Fraction(0)), self.number(Fraction(not value)))

    def constant(self, value: Constant) -> V:
        """Any value that is known."""
        if isinstance(value, bool):
            return self.truth(value)
        if isinstance(value, str):
            return self.text(value)
        return self.day(value) if isinstance(value, date) else self.number(value)

    def negative(self, x: V) -> V:
        """A number with the other sign."""
        return self.sub(self.number(Fraction(0)), x)

    def negation(self, test: V) -> V:
        """Whether a test is false."""
        return self.choose(test, lambda: self.truth(False), lambda: self.truth(True))

    def every(self, parts: Sequence[Thunk[V]]) -> V:
        """False where one part is false, else without value where one has none (the first is told), else true."""
        if len(parts) < 2:
            return parts[0]() if parts else self.truth(True)
        half = len(parts) // 2
        left, right = Later(lambda: self.every(parts[:half])), Later(lambda: self.every(parts[half:]))
        return self.choose(
            self.given(left),
            lambda: self.choose(left(), right, lambda: self.truth(False)),
            lambda: self.choose(self.given(right), lambda: self.choose(right(), left, lambda: self.truth(False)), left),
        )

    def some(self, parts: Sequence[Thunk[V]]) -> V:
        """True where one part is true, else without value where one has none (the first is told), else false."""
        return self.negation(self.every([partial(self._opposite, part) for part in parts]))

    def _opposite(self, part: Thunk[V]) -> V:
        return self.negation(part())

    def first(self, cases: Sequence[tuple[Thunk[V], Thunk[V]]], otherwise: Thunk[V]) -> V:
        """The part beside the first test that is true, else the last one; tests after it are not asked."""
        if not cases:
            return otherwise()
        (test, value), *rest = cases
        return self.choose(test(), value, lambda: self.first(rest, otherwise))

    def default(self, x: Thunk[V], y: Thunk[V]) -> V:
        """One part where it has a value, else the other."""
        return self.choose(self.given(x), x, y)

    def mentions(self, text: V, words: Words) -> V:
        """Whether a text says a word of a list."""
        say = self.is_just if words.whole else self.contains
        return self.some([partial(say, text, word) for word in words.values])

    def call(self, name: str, definition: Callable[..., V], arguments: Sequence[Any]) -> V:
        """What a function gives for arguments that all have values; a table comes as a Table."""
        return definition(self, *arguments)

    def fold(self, kind: str, definition: Callable[..., V], values: Sequence[Later[V]], children: Sequence[Any]) -> V:
        """What an aggregate gives over its argument on each child; `children` are those whom it asks."""
        return definition(self, values)

    def lent(self) -> "Algebra[V]":
        """The algebra as code of a plugin gets it."""
        return self

    def owed(self, value: V, kind: Kind) -> V:
        """A value that code of a plugin built, seen to be one of the kind; raises TypeError where it is none."""
        return value

    def at(self, node: ast.expr, value: V) -> V:
        """A value, told which part of the formula gave it."""
        return value
