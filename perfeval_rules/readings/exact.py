"""The reading that defines a score: exact fractions, true and false, texts and dates."""

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import cast

from perfeval_rules.formula.algebra import Algebra, Constant, NoValue, Sign, Thunk, exactly, graver
from perfeval_rules.formula.functions import Kind
from perfeval_rules.readings.carrying import Carrying, bare

Value = Constant
KINDS: Mapping[Kind, type] = {"number": Fraction, "boolean": bool, "text": str, "date": date}
_Operation = Callable[[Value, Value], Value]
_TESTS: Mapping[Sign, _Operation] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
_ADD: _Operation = operator.add
_SUB: _Operation = operator.sub
_MUL: _Operation = operator.mul
_DIV: _Operation = operator.truediv


class Exact(Algebra[Value]):
    """Values themselves; nothing is rounded but where a formula says so."""

    says_all = True

    def number(self, value: Fraction | int) -> Value:
        """The number."""
        return exactly(value)

    def text(self, value: str) -> Value:
        """The text."""
        return value

    def day(self, value: date) -> Value:
        """The date."""
        return value

    def truth(self, value: bool) -> Value:
        """True or false."""
        return value

    def constant(self, value: Constant) -> Value:
        """The value."""
        return value

    def add(self, left: Value, right: Value) -> Value:
        """The sum."""
        return _ADD(left, right)

    def sub(self, left: Value, right: Value) -> Value:
        """The difference."""
        return _SUB(left, right)

    def mul(self, left: Value, right: Value) -> Value:
        """The product."""
        return _MUL(left, right)

    def div(self, left: Value, right: Value) -> Value:
        """The quotient; no value where the divisor is 0."""
        if right == 0:
            raise NoValue("division-by-zero")
        return _DIV(left, right)

    def floor(self, x: Value) -> Value:
        """The greatest whole number that is not above a number."""
        number = cast(Fraction, x)
        return Fraction(number.numerator // number.denominator)

    def compare(self, sign: Sign, left: Value, right: Value) -> Value:
        """Whether two values stand as the sign says."""
        return _TESTS[sign](left, right)

    def choose(self, test: Value, then: Thunk[Value], other: Thunk[Value]) -> Value:
        """The part that the test takes; the other is never looked at."""
        return then() if test else other()

    def negation(self, test: Value) -> Value:
        """Whether a test is false."""
        return not test

    def every(self, parts: Sequence[Thunk[Value]]) -> Value:
        """False where one part is false, else without value where one has none, else true."""
        return _decided(False, parts)

    def some(self, parts: Sequence[Thunk[Value]]) -> Value:
        """True where one part is true, else without value where one has none, else false."""
        return _decided(True, parts)

    def first(self, cases: Sequence[tuple[Thunk[Value], Thunk[Value]]], otherwise: Thunk[Value]) -> Value:
        """The part beside the first test that is true, else the last one."""
        for test, value in cases:
            if test():
                return value()
        return otherwise()

    def given(self, x: Thunk[Value]) -> Value:
        """Whether a part has a value and is no blank text."""
        try:
            return x() != ""
        except NoValue as fault:
            if fault.failure:
                raise
            return False

    def contains(self, text: Value, word: str) -> Value:
        """Whether a word stands in a text."""
        return word in cast(str, text)

    def is_just(self, text: Value, word: str) -> Value:
        """Whether a text, blanks around it aside, is just this word."""
        return cast(str, text).strip() == word.strip()

    def length(self, text: Value) -> Value:
        """How many characters a text has."""
        return Fraction(len(cast(str, text)))

    def days(self, start: Value, end: Value) -> Value:
        """Whole days from one date to another."""
        return Fraction((cast(date, end) - cast(date, start)).days)

    def stop(self, code: str) -> Value:
        """No value here."""
        raise NoValue(code)

    def outside(self, run: Callable[..., Value], values: Sequence[Value | None]) -> Value:
        """What Python says."""
        return run(*values)

    def failed(self, x: Thunk[Value]) -> Value:
        """Whether code of a plugin failed."""
        try:
            x()
        except NoValue as fault:
            return fault.failure is not None
        return False

    def lent(self) -> Algebra[Value]:
        """The same over values and lacks, none of which is raised in a plugin's face."""
        return Carrying(self)

    def owed(self, value: Value, kind: Kind) -> Value:
        """The value, if it is one of the kind."""
        bare(value)
        if type(value) is not KINDS[kind]:
            raise TypeError(f"{type(value).__name__}")
        return value

    def holds(self, test: Value) -> bool:
        """Whether a test is true."""
        return test is True


def _decided(by: bool, parts: Sequence[Thunk[Value]]) -> bool:
    """The truth of parts of which one that is `by` decides, whatever the others are."""
    fault: NoValue | None = None
    for part in parts:
        try:
            if part() is by:
                return by
        except NoValue as none:
            fault = graver(fault, none)
    if fault is not None:
        raise fault
    return not by
