"""The reading that runs: numbers as quotients of whole-number steps, whatever is known beforehand worked out at once.

A value carries the step that says which fault keeps it from being there, 0 for none; faults are numbered in the order
they were met. What is asked about a text is asked of the form it stands on, when the steps are made.
"""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from functools import partial, reduce
from typing import Any, cast

from perfeval_rules.formula.algebra import (
    Algebra,
    Constant,
    NoValue,
    Rounding,
    Sign,
    Table,
    Thunk,
    Unsayable,
    Words,
    exactly,
)
from perfeval_rules.formula.functions import Kind as FormulaKind
from perfeval_rules.readings.quotient import Number, Quotients
from perfeval_rules.readings.sayable import Ask, Kind, Value, certain, unanswered
from perfeval_rules.readings.steps import Step, Steps


class Machine(Algebra[Value]):
    """Makes the steps of one function."""

    def __init__(self, rounding: Rounding = "half-up", ask: Ask = unanswered) -> None:
        super().__init__(rounding)
        self.steps = Steps()
        self.quotients = Quotients(self.steps)
        self.ask = ask
        self.faults: list[NoValue] = []
        """What each number of a fault means, from 1."""
        self._placeless: list[NoValue] = []

    # — values —

    def made(self, kind: Kind, body: Number | Step, *faults: Step) -> Value:
        """A value that has the first of some faults."""
        fault = self.steps.zero
        for one in reversed(faults):
            fault = self.steps.first(one, fault)
        return Value("none", self.steps.false, fault) if certain(fault) else Value(kind, body, fault)

    def lacking(self, fault: NoValue) -> Value:
        """What is certainly not there."""
        return Value("none", self.steps.false, self.numbered(fault))

    def answer(self, value: Value) -> Value | NoValue:
        """A value, or why it is certainly not there."""
        return self.faults[int(value.fault.known or 0) - 1] if certain(value.fault) else value

    def numbered(self, fault: NoValue) -> Step:
        """The number of a fault; one that has no place yet gets that of the part it arises in."""
        if fault.node is None:
            self._placeless.append(fault)
        if not any(fault is known for known in self.faults):
            fault.__traceback__ = fault.__context__ = None  # what is kept is an answer, not the frames it came through
            self.faults.append(fault)
        return self.steps.constant(1 + next(n for n, known in enumerate(self.faults) if known is fault))

    def at(self, node: Any, value: Value) -> Value:
        """The value; faults that arose in a part are told there."""
        for fault in self._placeless:
            fault.node = fault.node or node
        self._placeless.clear()
        return value

    def number(self, value: Fraction | int) -> Value:
        """The number."""
        return Value("number", self.quotients.constant(exactly(value)), self.steps.zero)

    def text(self, value: str) -> Value:
        """The text."""
        return Value("text", self.steps.constant(value), self.steps.zero)

    def day(self, value: date) -> Value:
        """The date, as the number of its day."""
        return Value("date", self.steps.constant(value.toordinal()), self.steps.zero)

    def truth(self, value: bool) -> Value:
        """True or false."""
        return Value("boolean", self.steps.constant(value), self.steps.zero)

    def quotient(self, value: Value) -> Number:
        """The number of a value."""
        return cast(Number, value.body) if value.kind == "number" else self.quotients.zero

    def step(self, value: Value) -> Step:
        """The truth, text or day of a value."""
        return value.body if isinstance(value.body, Step) else self.steps.false

    # — what a reading must say —

    def add(self, left: Value, right: Value) -> Value:
        """The sum."""
        return self._computed(self.quotients.add, left, right)

    def sub(self, left: Value, right: Value) -> Value:
        """The difference."""
        return self._computed(self.quotients.subtract, left, right)

    def mul(self, left: Value, right: Value) -> Value:
        """The product."""
        return self._computed(self.quotients.multiply, left, right)

    def _computed(self, what: Callable[[Number, Number], Number], left: Value, right: Value) -> Value:
        body = what(self.quotient(left), self.quotient(right))
        return self.made("number", body, left.fault, right.fault)

    def div(self, left: Value, right: Value) -> Value:
        """The quotient; no value where the divisor is 0."""
        over, under = self.quotient(left), self.quotient(right)
        nothing = self.quotients.compare("==", under, self.quotients.zero)
        fault = self.steps.zero
        if not nothing.fixed or nothing.known:
            fault = self.steps.pick(nothing, self.numbered(NoValue("division-by-zero")), self.steps.zero)
        return self.made("number", self.quotients.divide(over, under), left.fault, right.fault, fault)

    def floor(self, x: Value) -> Value:
        """The greatest whole number that is not above a number."""
        return self.made("number", self.quotients.floor(self.quotient(x)), x.fault)

    def compare(self, sign: Sign, left: Value, right: Value) -> Value:
        """Whether two values stand as the sign says."""
        if "text" in (left.kind, right.kind):
            same = self._same(self.step(left), self.step(right))
            body = same if sign == "==" else self.steps.opposite(same)
        elif "date" in (left.kind, right.kind):
            body = self.steps.compare(sign, self.step(left), self.step(right))
        else:
            body = self.quotients.compare(sign, self.quotient(left), self.quotient(right))
        return self.made("boolean", body, left.fault, right.fault)

    def _same(self, left: Step, right: Step) -> Step:
        """Whether two texts are one; a choice of texts is asked in each arm."""
        if left.operation == "pick":
            test, then, other = left.parts
            return self.steps.pick(test, self._same(then, right), self._same(other, right))
        if right.operation == "pick" or left.fixed:
            return self.steps.compare("==", left, right) if right.fixed else self._same(right, left)
        if right.fixed:
            return self.step(self.ask("is", left, str(right.known)))
        return self.step(self.ask("is the same", left, str(right.known)))

    def choose(self, test: Value, then: Thunk[Value], other: Thunk[Value]) -> Value:
        """One part where the test is true, else the other; both are made where the test is not decided."""
        which = self.step(test)
        if certain(test.fault):
            return test
        if which.fixed:
            taken = (then if which.known else other)()
            return self.made(taken.kind, taken.body, test.fault, taken.fault)
        first, second = self._attempt(then), self._attempt(other)
        fault = self.steps.pick(which, first.fault, second.fault)
        kind = first.kind if first.kind != "none" else second.kind
        if kind == "number":
            bodies = [self.quotient(part) if part.kind == kind else None for part in (first, second)]
            body: Number | Step = self.quotients.choose(
                which, *(cast(Number, one if one is not None else bodies[1 - n]) for n, one in enumerate(bodies))
            )
        else:
            steps = [part.body if part.kind == kind else second.body if n == 0 else first.body
                     for n, part in enumerate((first, second))]  # fmt: skip
            body = self.steps.pick(which, *cast(list[Step], steps))
        return self.made(kind, body, test.fault, fault)

    def _attempt(self, part: Thunk[Value]) -> Value:
        """A part, or that it certainly has a fault."""
        try:
            return part()
        except NoValue as fault:
            if fault.failure:
                raise Unsayable("a function of a plugin that failed") from None
            return self.lacking(fault)

    def given(self, x: Thunk[Value]) -> Value:
        """Whether a part has a value; a text, whether it is not blank."""
        value = self._attempt(x)
        there = self.steps.compare("==", value.fault, self.steps.zero)
        if value.kind == "text":
            blank = self._same(self.step(value), self.steps.constant(""))
            there = self.steps.both(there, self.steps.opposite(blank))
        return Value("boolean", there, self.steps.zero)

    def contains(self, text: Value, word: str) -> Value:
        """Whether a word stands in a text."""
        return self._asked("contains", self.step(text), word, text.fault)

    def is_just(self, text: Value, word: str) -> Value:
        """Whether a text, blanks around it aside, is just this word."""
        return self._asked("is just", self.step(text), word, text.fault)

    def length(self, text: Value) -> Value:
        """How many characters a text has."""
        return self._asked("length", self.step(text), "", text.fault)

    def _asked(self, question: str, text: Step, word: str, fault: Step) -> Value:
        if text.operation == "pick":
            test, then, other = text.parts
            return self.choose(
                self.made("boolean", test, fault),
                partial(self._asked, question, then, word, self.steps.zero),
                partial(self._asked, question, other, word, self.steps.zero),
            )
        if not text.fixed:
            answer = self.ask(question, text, word)
            return self.made(answer.kind, answer.body, fault, answer.fault)
        said = str(text.known)
        if question == "length":
            return self.made("number", self.quotients.constant(Fraction(len(said))), fault)
        held = word in said if question == "contains" else said.strip() == word.strip()
        return self.made("boolean", self.steps.constant(held), fault)

    def days(self, start: Value, end: Value) -> Value:
        """Whole days from one date to another."""
        between = self.steps.add(self.step(end), self.steps.negative(self.step(start)))
        return self.made("number", self.quotients.whole(between), start.fault, end.fault)

    def stop(self, code: str) -> Value:
        """No value here."""
        return self.lacking(NoValue(code))

    def outside(self, run: Callable[..., Constant], values: Sequence[Value | None]) -> Value:
        """What Python says, no steps can."""
        raise Unsayable("a function that only Python can say")

    def owed(self, value: Value, kind: FormulaKind) -> Value:
        """The value, if it is one; what code of a plugin does otherwise is for the exact reading to judge."""
        if not isinstance(value, Value) or value.kind not in (kind, "none"):
            raise Unsayable("what is no value")
        return value

    def failed(self, x: Thunk[Value]) -> Value:
        """False: where code of a plugin has a part, the exact reading speaks."""
        return self.truth(False)

    def holds(self, test: Value) -> bool:
        """Whether a truth value is known to be true; what only the numbers decide cannot be said."""
        if certain(test.fault):
            return False
        if not (test.fault.fixed and self.step(test).fixed):
            raise Unsayable("a test that only the numbers decide")
        return self.step(test).known is True

    def call(self, name: str, definition: Callable[..., Value], arguments: Sequence[Any]) -> Value:
        """What a function gives; a fault of an argument goes before one of its own."""
        faults: list[Step] = []

        def bare(value: Any) -> Any:
            if isinstance(value, Table):
                return Table([(bare(edge), bare(cell)) for edge, cell in value.rows], value.fixed)
            if not isinstance(value, Value):
                return value
            faults.append(value.fault)
            return value._replace(fault=self.steps.zero)

        taken = [bare(argument) for argument in arguments]
        if any(map(certain, faults)):
            return self.made("none", self.steps.false, *faults)
        value = self._attempt(partial(definition, self, *taken))
        return self.made(value.kind, value.body, *faults, value.fault)

    # — said better than it follows —

    def negation(self, test: Value) -> Value:
        """Whether a test is false."""
        return self.made("boolean", self.steps.opposite(self.step(test)), test.fault)

    def every(self, parts: Sequence[Thunk[Value]]) -> Value:
        """False where one part is false, else without value where one has none, else true."""
        values: list[Value] = []
        for part in parts:
            values.append(self._attempt(part))
            if self._is(values[-1], False):
                return self.truth(False)
        if all(value.fault.fixed and not value.fault.known for value in values):
            body = reduce(self.steps.both, map(self.step, values), self.steps.true)
            return Value("boolean", body, self.steps.zero)
        return super().every([partial(self._again, value) for value in values])

    def mentions(self, text: Value, words: Words) -> Value:
        """Whether a text says a word of a list; nothing is said of a text that is not there, though the list be empty."""
        said = super().mentions(text, words)
        return self.made(said.kind, said.body, text.fault, said.fault)

    def _is(self, value: Value, truth: bool) -> bool:
        """Whether a value is certainly there and true, or false."""
        return value.fault is self.steps.zero and self.step(value) is self.steps.constant(truth)

    def _again(self, value: Value) -> Value:
        return self.made(value.kind, value.body, value.fault)
