"""Numbers over whole-number steps come to what fractions come to, whatever is known of them beforehand."""

import operator
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.readings.python import function, inputs_of, source
from perfeval_rules.readings.quotient import MOST_ARMS, Choice, Quotient, Quotients, arms, common, mergeable
from perfeval_rules.readings.steps import Steps

SIGNS = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
ENDS = {"a": (1, None), "b": (None, -1), "c": (None, None), "d": (0, None), "t": (None, None)}


class Number:
    """A random number, and beside it the same as a fraction."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.steps = Steps()
        self.quotients = Quotients(self.steps)
        self.row = {
            name: self.random.randint(-99 if low is None else low, 99 if high is None else high)
            for name, (low, high) in ENDS.items()
        }

    def test(self):
        name = self.random.choice(list(ENDS))
        edge = self.random.choice([0, 5, -5])
        sign = self.random.choice(list(SIGNS))
        step = self.steps.compare(sign, self.steps.input(name, *ENDS[name]), self.steps.constant(edge))
        return step, SIGNS[sign](self.row[name], edge)

    def made(self, depth):
        say, choice = self.quotients, self.random.randrange(2 if depth == 0 else 8)
        if choice == 0:
            known = Fraction(self.random.choice([-3, 0, 0, 1, 2, 10]), self.random.choice([1, 2, 100]))
            return say.constant(known), known
        if choice == 1:
            name = self.random.choice(list(ENDS))
            scale = self.random.choice([Fraction(1), Fraction(1, 100), Fraction(-3, 7)])
            return say.whole(self.steps.input(name, *ENDS[name]), scale), scale * self.row[name]
        (x, left), (y, right) = self.made(depth - 1), self.made(depth - 1)
        if choice == 2:
            test, truth = self.test()
            return say.choose(test, x, y), left if truth else right
        if choice == 3:
            return say.subtract(x, y), left - right
        if choice == 4 and right:
            return say.divide(x, y), left / right
        if choice == 5:
            return say.floor(x), Fraction(left // 1)
        return (say.add(x, y), left + right) if choice == 6 else (say.multiply(x, y), left * right)

    def come_to(self, *steps):
        names = list(inputs_of(steps))
        got = function(source("made", names, steps, {}), "made")(*(self.row[name] for name in names))
        return got if len(steps) > 1 else (got,)


@settings(max_examples=500, deadline=None)
@given(st.integers(0, 10**9))
def test_a_number_comes_to_its_fraction_and_stands_over_more_than_nothing(seed):
    made = Number(seed)
    number, value = made.made(4)
    one = made.quotients.joined(number)
    over, under = made.come_to(one.over, one.under)
    assert under > 0
    assert one.scale * over / under == value


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(list(SIGNS)))
def test_two_numbers_stand_as_their_fractions_do(seed, sign):
    made = Number(seed)
    (x, left), (y, right) = made.made(3), made.made(3)
    assert made.come_to(made.quotients.compare(sign, x, y))[0] == SIGNS[sign](left, right)


@pytest.fixture
def say():
    return Quotients(Steps())


def choice(say, name="t"):
    """One of two numbers over denominators of their own, by whether an input is above 0."""
    steps = say.steps
    under = [say.whole(steps.input(one, 1)) for one in ("u", "v")]
    test = steps.compare("<", steps.zero, steps.input(name))
    return say.choose(test, *(say.divide(say.constant(Fraction(1)), one) for one in under))


def test_every_power_of_ten_goes_into_the_scale(say):
    price = say.whole(say.steps.input("a"), Fraction(1, 100))
    product = say.multiply(price, say.multiply(price, say.constant(Fraction(100))))
    assert product.scale == Fraction(1, 100)
    assert product.under is say.steps.one


def test_a_factor_above_and_below_is_struck_out_where_it_cannot_be_nothing(say):
    sure, unsure = say.whole(say.steps.input("a", 1)), say.whole(say.steps.input("b"))
    assert say.multiply(say.divide(unsure, sure), sure) == unsure
    assert say.multiply(say.divide(sure, unsure), unsure).under is not say.steps.one


def test_a_constant_factor_below_goes_into_the_scale(say):
    double = say.steps.multiply(say.steps.input("a", 1), say.steps.constant(2))
    assert say.divide(say.constant(Fraction(1)), say.whole(double)).scale == Fraction(1, 2)


def test_a_number_that_is_known_is_no_step(say):
    assert say.whole(say.steps.constant(3), Fraction(1, 10)) == say.constant(Fraction(3, 10))
    assert say.floor(say.constant(Fraction(-5, 2))) == say.constant(Fraction(-3))


def test_a_choice_by_what_is_known_is_no_choice(say):
    one, two = say.constant(Fraction(1)), say.constant(Fraction(2))
    assert say.choose(say.steps.true, one, two) is one
    assert say.choose(say.steps.false, one, two) is two


def test_two_numbers_over_one_denominator_are_no_choice(say):
    test = say.steps.compare("<", say.steps.zero, say.steps.input("t"))
    assert isinstance(say.choose(test, say.constant(Fraction(1)), say.constant(Fraction(2))), Quotient)
    assert isinstance(choice(say), Choice)


def test_a_choice_by_an_opposite_test_is_the_choice_turned(say):
    made = choice(say)
    assert say.choose(say.steps.opposite(made.test), made.other, made.then) == made


def test_choices_by_one_test_do_not_multiply_their_arms(say):
    made = choice(say)
    assert arms(say.multiply(made, made)) == 2


def test_a_number_has_no_more_arms_than_are_kept_apart(say):
    made = choice(say, "t0")
    for n in range(1, 6):
        made = say.add(made, choice(say, f"t{n}"))
        assert arms(made) <= MOST_ARMS


def test_nothing_stands_over_any_denominator(say):
    ratio = say.divide(say.constant(Fraction(1)), say.whole(say.steps.input("u", 1)))
    assert mergeable(say.zero, ratio)
    assert not mergeable(say.constant(Fraction(1)), ratio)
    assert say.add(say.zero, ratio) == say.add(ratio, say.zero) == ratio


def test_a_number_over_nothing_stops_no_function(say):
    made = say.divide(say.constant(Fraction(1)), say.whole(say.steps.input("c")))
    run = function(source("made", ["c"], [made.over, made.under], {}), "made")
    assert run(0)[1] == 1
    assert say.divide(say.constant(Fraction(1)), say.zero) == say.zero


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [("1/100", "1/6", "1/300"), ("4", "6", "2"), ("0", "3/7", "3/7"), ("0", "0", "0"), ("-4", "6", "2")],
)
def test_two_fractions_are_whole_multiples_of_what_they_have_in_common(left, right, shared):
    assert common(Fraction(left), Fraction(right)) == Fraction(shared)


def test_a_choice_already_made_is_not_made_again(say):
    inner = choice(say)
    assert isinstance(inner, Choice)
    assert say.choose(inner.test, inner, say.zero) == say.choose(inner.test, inner.then, say.zero)
    assert say.choose(inner.test, say.zero, inner) == say.choose(inner.test, say.zero, inner.other)
    assert say.choose(inner.test, inner, inner) == inner


def test_two_quotients_brought_under_one_denominator_both_stand_over_it(say):
    ratios = [say.divide(say.constant(Fraction(1)), say.whole(say.steps.input(name, 1))) for name in ("u", "v")]
    for pair in (ratios, [say.zero, ratios[0]], [ratios[0], say.zero], [say.constant(Fraction(3)), ratios[1]]):
        left, right = say._alike(*pair)
        assert left.under is right.under
