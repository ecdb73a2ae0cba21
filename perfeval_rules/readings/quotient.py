"""The numbers of the machine reading: a constant times a quotient of two whole-number steps, or a choice of such numbers.

Nothing is divided before a rounding; comparisons multiply crosswise. The constant gathers every power of ten and every
factor that a ruleset writes, so that the steps themselves stay small.
"""

from collections.abc import Callable
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple

from perfeval_rules.formula.algebra import Sign
from perfeval_rules.readings.steps import TURNED, Step, Steps, sign

MOST_ARMS = 8
"""How many arms a choice keeps apart before they are brought under one denominator."""


class Quotient(NamedTuple):
    """`scale * over / under`; `under` is always above 0."""

    scale: Fraction
    over: Step
    under: Step


class Choice(NamedTuple):
    """One of two numbers, by a test: what is done with it is done in each arm."""

    test: Step
    then: "Number"
    other: "Number"


Number = Quotient | Choice


class Quotients:
    """Arithmetic of numbers over the steps of one function."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.zero = self.constant(Fraction(0))

    def constant(self, value: Fraction) -> Quotient:
        """A number that is known."""
        return Quotient(value, self.steps.one, self.steps.one)

    def whole(self, step: Step, scale: Fraction = Fraction(1)) -> Quotient:
        """A whole-number step, in units of `scale`."""
        return self.constant(scale * int(step.known or 0)) if step.fixed else Quotient(scale, step, self.steps.one)

    def add(self, left: Number, right: Number) -> Number:
        """The sum."""
        return self.each(left, right, self._sum)

    def subtract(self, left: Number, right: Number) -> Number:
        """The difference."""
        return self.add(left, self.times(right, Fraction(-1)))

    def multiply(self, left: Number, right: Number) -> Number:
        """The product."""
        return self.each(left, right, self._product)

    def divide(self, left: Number, right: Number) -> Number:
        """The quotient; where the divisor is 0 it is some number, and whoever asked tells the fault."""
        return self.each(left, right, self._ratio)

    def times(self, x: Number, factor: Fraction) -> Number:
        """A number times a constant."""
        return self.multiply(x, self.constant(factor))

    def floor(self, x: Number) -> Number:
        """The greatest whole number that is not above a number."""
        if isinstance(x, Choice):
            return self.choose(x.test, self.floor(x.then), self.floor(x.other))
        over = self._times(x.over, x.scale.numerator)
        return self.whole(self.steps.divide(over, self._times(x.under, x.scale.denominator)))

    def compare(self, sign: Sign, left: Number, right: Number) -> Step:
        """Whether two numbers stand as the sign says."""
        if isinstance(left, Choice):
            return self.steps.pick(
                left.test, self.compare(sign, left.then, right), self.compare(sign, left.other, right)
            )
        if isinstance(right, Choice):
            return self.steps.pick(
                right.test, self.compare(sign, left, right.then), self.compare(sign, left, right.other)
            )
        shared = lcm(left.scale.denominator, right.scale.denominator)
        first, second = int(left.scale * shared), int(right.scale * shared)
        common = gcd(first, second) or 1
        unders = (right.under, left.under) if left.under is not right.under else (self.steps.one, self.steps.one)
        return self.steps.compare(
            sign,
            self._times(self.steps.multiply(left.over, unders[0]), first // common),
            self._times(self.steps.multiply(right.over, unders[1]), second // common),
        )

    def choose(self, test: Step, then: Number, other: Number) -> Number:
        """One of two numbers; two over one denominator become one number."""
        if test.fixed:
            return then if test.known else other
        if test.operation in TURNED:
            return self.choose(self.steps.opposite(test), other, then)
        then, other = _taken(test, then, True), _taken(test, other, False)
        if then == other:
            return then
        if isinstance(then, Quotient) and isinstance(other, Quotient) and mergeable(then, other):
            return self._merged(test, *self._alike(then, other))
        choice = Choice(test, then, other)
        return choice if arms(choice) <= MOST_ARMS else self.joined(choice)

    def joined(self, x: Number) -> Quotient:
        """A number as one quotient."""
        if isinstance(x, Quotient):
            return x
        then, other = self.joined(x.then), self.joined(x.other)
        return self._merged(x.test, *self._alike(then, other))

    def each(self, left: Number, right: Number, what: Callable[[Quotient, Quotient], Number]) -> Number:
        """Do something with two numbers, in each arm of a choice among them."""
        if isinstance(left, Choice) and isinstance(right, Choice) and left.test is right.test:
            return self.choose(
                left.test, self.each(left.then, right.then, what), self.each(left.other, right.other, what)
            )
        if isinstance(left, Choice) and isinstance(right, Choice) and arms(left) * arms(right) > MOST_ARMS:
            right = self.joined(right)
        if isinstance(left, Choice):
            return self.choose(left.test, self.each(left.then, right, what), self.each(left.other, right, what))
        if isinstance(right, Choice):
            return self.choose(right.test, self.each(left, right.then, what), self.each(left, right.other, what))
        return what(left, right)

    # — of two quotients —

    def _times(self, step: Step, factor: int) -> Step:
        return self.steps.multiply(step, self.steps.constant(factor))

    def _sum(self, left: Quotient, right: Quotient) -> Quotient:
        if not left.scale or not right.scale:
            return right if not left.scale else left
        left, right = self._alike(left, right)
        scale = common(left.scale, right.scale)
        over = self.steps.add(
            self._times(left.over, int(left.scale / scale)), self._times(right.over, int(right.scale / scale))
        )
        return self._made(scale, over, left.under)

    def _alike(self, left: Quotient, right: Quotient) -> tuple[Quotient, Quotient]:
        """Two quotients brought under one denominator."""
        if left.under is right.under:
            return left, right
        if not left.scale or not right.scale:  # nothing over anything is nothing
            under = right.under if not left.scale else left.under
            return left._replace(under=under), right._replace(under=under)
        under = self.steps.multiply(left.under, right.under)
        return (
            Quotient(left.scale, self.steps.multiply(left.over, right.under), under),
            Quotient(right.scale, self.steps.multiply(right.over, left.under), under),
        )

    def _product(self, left: Quotient, right: Quotient) -> Quotient:
        scale = left.scale * right.scale
        overs, unders = [left.over, right.over], [left.under, right.under]
        for over in (left.over, right.over):  # what stands above and below is struck out
            if over in unders and sign(over) == 1:
                overs.remove(over)
                unders.remove(over)
        return self._made(scale, self._all(overs), self._all(unders))

    def _all(self, factors: list[Step]) -> Step:
        result = self.steps.one
        for factor in factors:
            result = self.steps.multiply(factor, result) if result is not self.steps.one else factor
        return result

    def _made(self, scale: Fraction, over: Step, under: Step) -> Quotient:
        """A quotient whose constant factors have gone into its scale."""
        if over.fixed:
            scale, over = scale * int(over.known or 0), self.steps.one
        if not scale:
            return self.zero
        for step, up in ((over, True), (under, False)):
            if step.operation == "multiply" and step.parts[1].fixed and step.parts[1].known:
                factor = int(step.parts[1].known)
                if up:
                    scale, over = scale * factor, step.parts[0]
                elif factor > 0:
                    scale, under = scale / factor, step.parts[0]
        if under.fixed and under.known:
            scale, under = scale / int(under.known), self.steps.one
        return Quotient(scale, over, under)

    def _ratio(self, left: Quotient, right: Quotient) -> Number:
        if not right.scale:
            return self.zero
        scale, size, over = 1 / right.scale, right.over, right.under
        if sign(size) == -1:
            scale, size = -scale, self.steps.negative(size)
        elif sign(size) is None:
            below = self.steps.compare("<", size, self.steps.zero)
            over, size = self.steps.pick(below, self.steps.negative(over), over), self.steps.absolute(size)
        if not (size.low or 0) > 0:
            size = self.steps.first(size, self.steps.one)  # where it is 0 a fault is told, and nothing may stop there
        return self._product(left, Quotient(scale, over, size))

    def _merged(self, test: Step, then: Quotient, other: Quotient) -> Quotient:
        """Two quotients over one denominator as one."""
        scale = common(then.scale, other.scale)
        over = self.steps.pick(
            test, self._times(then.over, int(then.scale / scale)), self._times(other.over, int(other.scale / scale))
        )
        return self._made(scale, over, then.under)


def common(left: Fraction, right: Fraction) -> Fraction:
    """The greatest fraction of which both are whole multiples; 0 for two zeros."""
    under = lcm(left.denominator, right.denominator)
    return Fraction(gcd(int(left * under), int(right * under)), under)


def mergeable(left: Quotient, right: Quotient) -> bool:
    """Whether two quotients stand over one denominator already; nothing stands over any."""
    return left.under is right.under or not left.scale or not right.scale


def arms(x: Number) -> int:
    """How many quotients a number may be."""
    return 1 if isinstance(x, Quotient) else arms(x.then) + arms(x.other)


def _taken(test: Step, x: Number, truth: bool) -> Number:
    """What a choice by the same test comes to where the test is known."""
    while isinstance(x, Choice) and x.test is test:
        x = x.then if truth else x.other
    return x
