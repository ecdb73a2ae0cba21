"""Steps: what they come to is what Python says, inside the bounds they state; what is known beforehand is worked out."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.readings.python import function, inputs_of, source
from perfeval_rules.readings.steps import Steps

RANGES = {"a": (1, None), "b": (0, None), "c": (None, -1), "d": (None, None), "e": (-3, 5), "f": (None, 0)}
SIGNS = {"<": int.__lt__, "<=": int.__le__, ">": int.__gt__, ">=": int.__ge__, "==": int.__eq__, "!=": int.__ne__}


class Pair:
    """A random step, and beside it the same computed by Python itself."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.steps = Steps()
        self.row = {name: self.value(*ends) for name, ends in RANGES.items()}

    def value(self, low, high):
        size = self.random.choice([2, 10, 10**6, 10**30])
        return self.random.randint(-size if low is None else low, size if high is None else high)

    def number(self, depth):
        choice = self.random.randrange(3 if depth == 0 else 9)
        if choice == 0:
            known = self.random.choice([-7, -1, 0, 0, 1, 1, 2, 12, 100])
            return self.steps.constant(known), known
        if choice < 3:
            name = self.random.choice(list(RANGES))
            return self.steps.input(name, *RANGES[name]), self.row[name]
        x, x_value = self.number(depth - 1)
        if choice == 3:
            return self.steps.negative(x), -x_value
        if choice == 4 and x.low is None:
            return self.steps.absolute(x), abs(x_value)
        y, y_value = self.number(depth - 1)
        if choice == 5:
            return self.steps.multiply(x, y), x_value * y_value
        if choice == 6:
            test, truth = self.test(depth - 1)
            return self.steps.pick(test, x, y), x_value if truth else y_value
        if choice == 7 and y.low is not None and y.low > 0:
            return self.steps.divide(x, y), x_value // y_value
        if choice == 8 and x.low is not None and y.low is not None and min(x.low, y.low) >= 0:
            return self.steps.first(x, y), x_value or y_value
        return self.steps.add(x, y), x_value + y_value

    def test(self, depth):
        choice = self.random.randrange(2 if depth <= 0 else 6)
        if choice == 0:
            known = self.random.random() < 0.5
            return self.steps.constant(known), known
        if choice < 3:
            (x, x_value), (y, y_value) = self.number(max(depth - 1, 0)), self.number(max(depth - 1, 0))
            sign = self.random.choice(list(SIGNS))
            return self.steps.compare(sign, x, y), SIGNS[sign](x_value, y_value)
        (one, truth), (other, second) = self.test(depth - 1), self.test(depth - 1)
        if choice == 3:
            return self.steps.opposite(one), not truth
        if choice == 4:
            return self.steps.both(one, other), truth and second
        return self.steps.either(one, other), truth or second


@settings(max_examples=600, deadline=None)
@given(st.integers(0, 10**9))
def test_a_function_gives_what_python_gives_within_the_bounds_of_its_steps(seed):
    pair = Pair(seed)
    numbers = [pair.number(4) for _ in range(2)]
    tests = [pair.test(3)]
    outputs = [step for step, _ in (*numbers, *tests)]
    names = list(inputs_of(outputs))
    run = function(source("made", names, outputs, {}), "made")
    got = run(*(pair.row[name] for name in names))
    assert got == tuple(value for _, value in (*numbers, *tests))
    for step, value in numbers:
        assert step.low is None or step.low <= value
        assert step.high is None or value <= step.high


@pytest.fixture
def steps():
    return Steps()


def test_two_steps_of_one_making_are_one_step(steps):
    a, b = steps.input("a"), steps.input("b")
    assert steps.add(a, b) is steps.add(a, b)
    assert steps.compare(">", a, b) is steps.compare("<", b, a)
    assert steps.constant(1) is not steps.constant(True)


def test_constant_factors_gather_at_the_end_of_a_product(steps):
    a, b, two = steps.input("a"), steps.input("b"), steps.constant(2)
    product = steps.multiply(steps.multiply(two, a), steps.multiply(b, two))
    assert product.parts[1] is steps.constant(4)


def test_a_half_added_to_whole_units_leaves_no_division(steps):
    a = steps.input("a")
    twice = steps.add(steps.multiply(a, steps.constant(2)), steps.one)
    assert steps.divide(twice, steps.constant(2)) is a
    assert steps.divide(steps.add(a, steps.one), steps.constant(2)).operation == "divide"
    assert steps.divide(a, steps.one) is a


def test_bounds_decide_tests(steps):
    positive, negative = steps.input("a", 1), steps.input("b", None, -1)
    assert steps.compare("<", negative, positive) is steps.true
    assert steps.compare("<=", positive, negative) is steps.false
    assert steps.compare("==", positive, negative) is steps.false
    assert steps.compare("!=", negative, positive) is steps.true
    assert steps.compare("<", steps.multiply(positive, negative), steps.zero) is steps.true


def test_texts_are_compared_as_texts(steps):
    grade = steps.input("grade")
    assert steps.compare("==", steps.constant("a"), steps.constant("a")) is steps.true
    assert steps.compare("==", steps.constant("a"), grade) is steps.compare("==", grade, steps.constant("a"))
    assert steps.constant("a").low is None


def test_a_test_known_already_is_not_asked_again(steps):
    test, a, b, c = steps.compare("<", steps.input("a"), steps.input("b")), *map(steps.input, "xyz")
    assert steps.pick(test, steps.pick(test, a, b), c) is steps.pick(test, a, c)
    assert steps.pick(test, a, steps.pick(test, b, c)) is steps.pick(test, a, c)
    assert steps.pick(steps.opposite(test), a, b) is steps.pick(test, b, a)
    both = steps.both(test, steps.compare("<", a, b))
    assert steps.pick(steps.opposite(both), a, b) is steps.pick(both, b, a)
    assert steps.opposite(steps.opposite(both)) is both


def test_a_step_says_what_it_is(steps):
    assert "input" in repr(steps.input("a"))
    assert "add" in repr(steps.add(steps.input("a"), steps.one))
