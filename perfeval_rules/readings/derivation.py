"""The reading for explanations: each value with the parts it came from, only what was looked at.

Every operation is the exact reading's own, asked for the values; so a derivation can never say another value.
"""

import ast
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from perfeval_rules.formula.algebra import (
    Algebra,
    Constant,
    Later,
    NoValue,
    Rounding,
    Sign,
    Table,
    Thunk,
    Words,
    graver,
)
from perfeval_rules.formula.nodes import formula_of
from perfeval_rules.readings.exact import Exact, Value
from perfeval_rules.readings.part import Part


class Derivation(Algebra[Part]):
    """Values that remember how they came about."""

    def __init__(self, rounding: Rounding = "half-up") -> None:
        super().__init__(rounding)
        self.exact = Exact(rounding)

    def number(self, value: Fraction | int) -> Part:
        """The number."""
        return Part(self.exact.number(value))

    def text(self, value: str) -> Part:
        """The text."""
        return Part(value)

    def day(self, value: date) -> Part:
        """The date."""
        return Part(value)

    def truth(self, value: bool) -> Part:
        """True or false."""
        return Part(value)

    def constant(self, value: Constant) -> Part:
        """The value."""
        return Part(value)

    def add(self, left: Part, right: Part) -> Part:
        """The sum, with its terms."""
        return Part(self.exact.add(left.value, right.value), "+", (left, right))

    def sub(self, left: Part, right: Part) -> Part:
        """The difference, with its terms."""
        return Part(self.exact.sub(left.value, right.value), "-", (left, right))

    def mul(self, left: Part, right: Part) -> Part:
        """The product, with its factors."""
        return Part(self.exact.mul(left.value, right.value), "*", (left, right))

    def div(self, left: Part, right: Part) -> Part:
        """The quotient, with both its sides."""
        return Part(self.exact.div(left.value, right.value), "/", (left, right))

    def negative(self, x: Part) -> Part:
        """The number with the other sign."""
        return Part(self.exact.negative(x.value), "negative", (x,))

    def floor(self, x: Part) -> Part:
        """The whole number at or below."""
        return Part(self.exact.floor(x.value), "floor", (x,))

    def compare(self, sign: Sign, left: Part, right: Part) -> Part:
        """The comparison, with both its sides."""
        return Part(self.exact.compare(sign, left.value, right.value), sign, (left, right))

    def choose(self, test: Part, then: Thunk[Part], other: Thunk[Part]) -> Part:
        """The branch taken, after the test that took it."""
        taken = then() if test.value else other()
        return Part(taken.value, "choice", (test, taken))

    def first(self, cases: Sequence[tuple[Thunk[Part], Thunk[Part]]], otherwise: Thunk[Part]) -> Part:
        """The branch taken, after all the tests that were asked."""
        asked: list[Part] = []
        taken = otherwise
        for test, value in cases:
            asked.append(test())
            if asked[-1].value:
                taken = value
                break
        last = taken()
        return Part(last.value, "choice", (*asked, last))

    def given(self, x: Thunk[Part]) -> Part:
        """Whether there is a value; where there is none, why."""
        try:
            part = x()
        except NoValue as fault:
            if fault.failure:
                raise
            return Part(False, "given", name=fault.code)
        return Part(part.value != "", "given", (part,))

    def negation(self, test: Part) -> Part:
        """The opposite."""
        return Part(not test.value, "not", (test,))

    def every(self, parts: Sequence[Thunk[Part]]) -> Part:
        """`and`: the parts that decide, each by itself, else all of them."""
        return self._decided(False, "and", parts)

    def some(self, parts: Sequence[Thunk[Part]]) -> Part:
        """`or`: the parts that decide, each by itself, else all of them."""
        return self._decided(True, "or", parts)

    def _decided(self, by: bool, step: str, parts: Sequence[Thunk[Part]]) -> Part:
        deciding: list[Part] = []
        seen: list[Part] = []
        fault: NoValue | None = None
        for thunk in parts:
            try:
                part = thunk()
            except NoValue as none:
                fault = graver(fault, none)
                continue
            (deciding if part.value is by else seen).append(part)
        if deciding:
            return Part(by, step, tuple(deciding))
        if fault is not None:
            raise fault
        return Part(not by, step, tuple(seen))

    def contains(self, text: Part, word: str) -> Part:
        """Whether a word stands in a text."""
        return self.mentions(text, Words((word,)))

    def is_just(self, text: Part, word: str) -> Part:
        """Whether a text is just a word."""
        return self.mentions(text, Words((word,), whole=True))

    def mentions(self, text: Part, words: Words) -> Part:
        """Whether a text says a word of a list, with the list."""
        step = "is just" if words.whole else "mentions"
        return Part(self.exact.mentions(text.value, words), step, (text, *map(Part, words.values)))

    def length(self, text: Part) -> Part:
        """How many characters a text has."""
        return Part(self.exact.length(text.value), "length", (text,))

    def days(self, start: Part, end: Part) -> Part:
        """Whole days from one date to another."""
        return Part(self.exact.days(start.value, end.value), "days", (start, end))

    def stop(self, code: str) -> Part:
        """No value here."""
        raise NoValue(code)

    def outside(self, run: Callable[..., Value], values: Sequence[Part | None]) -> Part:
        """What Python says."""
        return Part(run(*[_bare(value) for value in values]))

    def failed(self, x: Thunk[Part]) -> Part:
        """Whether code of a plugin failed."""
        return Part(self.exact.failed(lambda: x().value))

    def holds(self, test: Part) -> bool:
        """Whether a test is true."""
        return test.value is True

    def call(self, name: str, definition: Callable[..., Any], arguments: Sequence[Any]) -> Part:
        """A function with its arguments; how it works inside is not told."""
        value = self.exact.call(name, definition, [_bare(argument) for argument in arguments])
        return Part(value, name, tuple(part for argument in arguments for part in _parts(argument)))

    def fold(
        self, kind: str, definition: Callable[..., Any], values: Sequence[Later[Part]], children: Sequence[Any]
    ) -> Part:
        """An aggregate with the children that took part, by name, and how many did not."""
        value = self.exact.fold(kind, definition, [Later(partial(_value, part)) for part in values], children)
        took: list[Part] = []
        for later, child in zip(values, children, strict=True):
            try:
                part = later()
            except NoValue:
                continue
            called = child["name"]
            took.append(Part(part.value, "child", (part,), name=str(called.value) if isinstance(called, Part) else ""))
        return Part(value, kind, tuple(took), left_out=len(values) - len(took))

    def at(self, node: ast.expr, value: Part) -> Part:
        """The value with the words that gave it; what a name stands for is a part of its own."""
        if isinstance(node, ast.Name) or (isinstance(node, ast.Call) and value.node is not None):
            return Part(value.value, "name", (value,), node, formula_of(node).part(node))
        if value.node is not None:
            return value
        return Part(value.value, value.step, value.parts, node, value.name, value.left_out)


def _value(part: Later[Part]) -> Value:
    return part().value


def _bare(argument: Part | Table[Part] | int | None) -> Any:
    """An argument as the exact reading takes it."""
    if isinstance(argument, Table):
        return Table([(edge.value, value.value) for edge, value in argument.rows], argument.fixed)
    return argument.value if isinstance(argument, Part) else argument


def _parts(argument: Part | Table[Part] | int | None) -> tuple[Part, ...]:
    """The parts of an argument, a table cell by cell; none of one for which nothing was reported."""
    if argument is None:
        return ()
    if isinstance(argument, Table):
        return tuple(cell for row in argument.rows for cell in row)
    return (argument if isinstance(argument, Part) else Part(Fraction(argument)),)
