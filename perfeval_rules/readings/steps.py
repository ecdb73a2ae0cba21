"""Whole-number steps: what a machine computes, each step made once, with the bounds that its value keeps.

A step is a constant, an input, or an operation over earlier steps; it holds whole numbers, truth values or texts, never
a fraction and never a float. What is known when a step is made is worked out at once, so that a test already decided
leaves only the part it takes.
"""

from collections.abc import Hashable
from typing import Final, Literal

from perfeval_rules.formula.algebra import Sign

Operation = Literal[
    "constant", "input", "add", "multiply", "divide", "absolute", "<", "<=", "==", "!=", "not", "and", "or", "pick", "first"
]  # fmt: skip
Known = int | bool | str
Bound = int | None
"""An end of what a value can be; None: there is none."""
OPPOSITE: Final[dict[Operation, Operation]] = {"==": "!=", "!=": "=="}
TURNED: Final = frozenset({"not", "!=", "<="})
"""Tests by which no choice is made: it is made by the opposite, so that one test decides all that hangs on it."""


class Step:
    """One step; two of the same making are one object."""

    __slots__ = ("high", "known", "low", "number", "operation", "parts")

    def __init__(
        self, number: int, operation: Operation, parts: "tuple[Step, ...]", known: Known | None, low: Bound, high: Bound
    ) -> None:
        self.number, self.operation, self.parts = number, operation, parts
        self.known = known
        """The value of a constant, the name of an input."""
        self.low, self.high = low, high

    @property
    def fixed(self) -> bool:
        """Whether the value is known when the step is made."""
        return self.operation == "constant"

    def __repr__(self) -> str:
        return f"Step({self.operation} {self.known if self.known is not None else self.parts})"


class Steps:
    """Makes the steps of one function; each makes sure of its own bounds."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Step] = {}
        self.true, self.false = self.constant(True), self.constant(False)
        self.zero, self.one = self.constant(0), self.constant(1)

    def _step(
        self, operation: Operation, parts: tuple[Step, ...] = (), known: Known | None = None, low: Bound = None,
        high: Bound = None,
    ) -> Step:  # fmt: skip
        key = (operation, tuple(part.number for part in parts), type(known), known)
        step = self._made.get(key)
        if step is None:
            step = self._made[key] = Step(len(self._made), operation, parts, known, low, high)
        return step

    def constant(self, value: Known) -> Step:
        """A value that is known."""
        ends = (None, None) if isinstance(value, str) else (int(value), int(value))
        return self._step("constant", (), value, *ends)

    def input(self, name: str, low: Bound = None, high: Bound = None) -> Step:
        """A value handed over when the function is called; it keeps to the bounds given, which its binding sees to."""
        return self._step("input", (), name, low, high)

    # — whole numbers —

    def add(self, left: Step, right: Step) -> Step:
        """The sum."""
        if left.fixed and right.fixed:
            return self.constant(number(left) + number(right))
        if left.fixed and not left.known:
            return right
        if right.fixed and not right.known:
            return left
        if left.fixed:
            left, right = right, left
        return self._step("add", (left, right), None, plus(left.low, right.low), plus(left.high, right.high))

    def negative(self, x: Step) -> Step:
        """The number with the other sign."""
        return self.multiply(x, self.constant(-1))

    def absolute(self, x: Step) -> Step:
        """A number without its sign, of which nothing is known."""
        return self._step("absolute", (x,), None, 0)

    def multiply(self, left: Step, right: Step) -> Step:
        """The product; a constant factor stands last."""
        if left.fixed:
            left, right = right, left
        if left.fixed:
            return self.constant(number(left) * number(right))
        if right.fixed and right.known in (0, 1):
            return left if right.known else self.zero
        if right.fixed and left.operation == "multiply" and left.parts[1].fixed:
            return self.multiply(left.parts[0], self.constant(number(left.parts[1]) * number(right)))
        if left.operation == "multiply" and left.parts[1].fixed:
            return self.multiply(self.multiply(left.parts[0], right), left.parts[1])
        if right.operation == "multiply" and right.parts[1].fixed:
            return self.multiply(self.multiply(left, right.parts[0]), right.parts[1])
        return self._step("multiply", (left, right), None, *product(left, right))

    def divide(self, over: Step, under: Step) -> Step:
        """The whole number at or below a quotient; `under` is above 0."""
        if under.fixed and number(under) == 1:
            return over
        if over.fixed and under.fixed:
            return self.constant(number(over) // number(under))
        if under.fixed:
            shorter = self._shortened(over, number(under))
            if shorter is not None:
                return shorter
        low = 0 if over.low is not None and over.low >= 0 else None
        high = over.high if over.high is not None and over.high >= 0 else 0 if over.high is not None else None
        if under.fixed:
            low = None if over.low is None else over.low // number(under)
            high = None if over.high is None else over.high // number(under)
        return self._step("divide", (over, under), None, low, high)

    def _shortened(self, over: Step, under: int) -> Step | None:
        """`(k * x + c) // d` where d divides k: then it is `k // d * x + c // d`."""
        rest = 0
        if over.operation == "add" and over.parts[1].fixed:
            over, rest = over.parts[0], number(over.parts[1])
        factor = number(over.parts[1]) if over.operation == "multiply" and over.parts[1].fixed else 1
        if factor % under:
            return None
        whole = over.parts[0] if factor != 1 else over
        return self.add(self.multiply(whole, self.constant(factor // under)), self.constant(rest // under))

    # — tests —

    def compare(self, sign: Sign, left: Step, right: Step) -> Step:
        """Whether two numbers, or two texts, stand as the sign says."""
        if sign in (">", ">="):
            return self.compare("<" if sign == ">" else "<=", right, left)
        if left is right:
            return self.constant(sign in ("<=", "=="))
        if sign in ("==", "!="):
            return self._equal(sign, left, right)
        if apart(left.high, right.low, strict=sign == "<"):
            return self.true
        if apart(right.high, left.low, strict=sign == "<="):
            return self.false
        return self._step("<" if sign == "<" else "<=", (left, right))

    def _equal(self, sign: Sign, left: Step, right: Step) -> Step:
        same = sign == "=="
        if left.fixed and right.fixed:
            return self.constant((left.known == right.known) is same)
        if apart(left.high, right.low, strict=True) or apart(right.high, left.low, strict=True):
            return self.constant(not same)
        if left.fixed:
            left, right = right, left
        return self._step("==" if same else "!=", (left, right))

    def opposite(self, test: Step) -> Step:
        """Whether a test is false."""
        if test.fixed:
            return self.constant(not test.known)
        if test.operation == "not":
            return test.parts[0]
        if test.operation in OPPOSITE:
            return self._step(OPPOSITE[test.operation], test.parts)
        if test.operation in ("<", "<="):
            return self._step("<=" if test.operation == "<" else "<", test.parts[::-1])
        return self._step("not", (test,))

    def both(self, left: Step, right: Step) -> Step:
        """Whether both tests are true."""
        if left.fixed or left is right:
            return right if left.known is not False else self.false
        if right.fixed:
            return left if right.known else self.false
        return self._step("and", (left, right))

    def either(self, left: Step, right: Step) -> Step:
        """Whether one of two tests is true."""
        if left.fixed or left is right:
            return self.true if left.known is True else right
        if right.fixed:
            return self.true if right.known else left
        return self._step("or", (left, right))

    # — choices —

    def pick(self, test: Step, then: Step, other: Step) -> Step:
        """One of two values, by a test."""
        if test.fixed:
            return then if test.known else other
        if test.operation in TURNED:
            return self.pick(self.opposite(test), other, then)
        then, other = taken(test, then, True), taken(test, other, False)
        if then is other:
            return then
        if isinstance(then.known, bool) and then.fixed:
            return self.either(test, other) if then.known else self.both(self.opposite(test), other)
        if isinstance(other.known, bool) and other.fixed:
            return self.either(self.opposite(test), then) if other.known else self.both(test, then)
        low = None if then.low is None or other.low is None else min(then.low, other.low)
        high = None if then.high is None or other.high is None else max(then.high, other.high)
        return self._step("pick", (test, then, other), None, low, high)

    def first(self, left: Step, right: Step) -> Step:
        """The first of two whole numbers that is not 0."""
        if left is right or (right.fixed and not right.known):
            return left
        if left.fixed:
            return left if left.known else right
        low = None if left.low is None or right.low is None else min(right.low, max(left.low, 1))
        return self._step("first", (left, right), None, low)


def number(step: Step) -> int:
    """The whole number of a constant."""
    return int(step.known or 0)


def taken(test: Step, step: Step, truth: bool) -> Step:
    """What a choice by the same test comes to where the test is known."""
    while step.operation == "pick" and step.parts[0] is test:
        step = step.parts[1 if truth else 2]
    return step


def plus(left: Bound, right: Bound) -> Bound:
    """The sum of two ends."""
    return None if left is None or right is None else left + right


def apart(high: Bound, low: Bound, *, strict: bool) -> bool:
    """Whether everything up to one end lies below everything from another."""
    return high is not None and low is not None and (high < low if strict else high <= low)


def product(left: Step, right: Step) -> tuple[Bound, Bound]:
    """The bounds of a product."""
    ends = (left.low, left.high, right.low, right.high)
    if left.low is not None and left.high is not None and right.low is not None and right.high is not None:
        corners = [x * y for x in (left.low, left.high) for y in (right.low, right.high)]
        return min(corners), max(corners)
    signs = {sign(left), sign(right)}
    if None in signs or ends.count(None) == 4:
        return None, None
    if len(signs) == 1:
        return abs(near(left) * near(right)), None
    return None, -abs(near(left) * near(right))


def sign(step: Step) -> int | None:
    """1 for what is never below 0, -1 for what is never above, None where neither is known."""
    if step.low is not None and step.low >= 0:
        return 1
    return -1 if step.high is not None and step.high <= 0 else None


def near(step: Step) -> int:
    """The end of a one-sided range that lies nearest to 0."""
    return (step.low if sign(step) == 1 else step.high) or 0
