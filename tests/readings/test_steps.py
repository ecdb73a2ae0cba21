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


BOUNDS = [
    ("add", (1, 5), (2, 7), (3, 12)), ("add", (1, None), (2, 7), (3, None)), ("add", (None, 5), (2, 7), (None, 12)),
    ("add", (1, 5), (None, None), (None, None)),
    ("multiply", (2, 3), (4, 5), (8, 15)), ("multiply", (-2, 3), (4, 5), (-10, 15)), ("multiply", (-2, -1), (4, 5), (-10, -4)),
    ("multiply", (2, None), (3, None), (6, None)), ("multiply", (None, -2), (None, -3), (6, None)),
    ("multiply", (2, None), (None, -3), (None, -6)), ("multiply", (0, None), (None, 0), (None, 0)),
    ("multiply", (-1, None), (3, None), (None, None)), ("multiply", (None, None), (3, None), (None, None)),
    ("divide", (7, 20), (1, 4), (0, 20)), ("divide", (0, None), (1, 4), (0, None)), ("divide", (-1, 9), (1, 4), (None, 9)),
    ("divide", (-20, -7), (1, 4), (None, 0)), ("divide", (7, 20), (5, 5), (1, 4)), ("divide", (-7, None), (5, 5), (-2, None)),
    ("divide", (None, 9), (5, 5), (None, 1)),
    ("first", (2, 9), (3, 9), (2, None)), ("first", (0, 9), (3, 9), (1, None)), ("first", (5, 9), (3, 9), (3, None)),
    ("first", (-4, 9), (3, 9), (1, None)), ("first", (None, 9), (3, 9), (None, None)), ("first", (2, 9), (None, 9), (None, None)),
]  # fmt: skip
"""An operation, the ends of its two parts, and those of what it gives."""


@pytest.mark.parametrize(("operation", "left", "right", "ends"), BOUNDS)
def test_what_is_known_of_the_parts_is_known_of_the_whole(steps, operation, left, right, ends):
    one = steps.input("a", *left)
    other = steps.constant(right[0]) if right == (5, 5) else steps.input("b", *right)
    made = getattr(steps, operation)(one, other)
    assert (made.low, made.high) == ends


@pytest.mark.parametrize(
    ("then", "other", "ends"),
    [
        ((1, 5), (3, 9), (1, 9)),
        ((4, 5), (3, 4), (3, 5)),
        ((None, 5), (3, 9), (None, 9)),
        ((1, 5), (3, None), (1, None)),
    ],
)
def test_a_choice_keeps_to_the_bounds_of_both_its_values(steps, then, other, ends):
    made = steps.pick(
        steps.compare("<", steps.input("x"), steps.zero), steps.input("a", *then), steps.input("b", *other)
    )
    assert (made.low, made.high) == ends


def test_of_a_number_without_its_sign_it_is_known_that_it_has_none(steps):
    size = steps.absolute(steps.input("a"))
    assert (size.low, size.high) == (0, None)
    assert steps.compare("<", size, steps.zero) is steps.false


def test_what_changes_nothing_is_no_step(steps):
    a, b = steps.input("a"), steps.input("b")
    assert steps.add(a, steps.zero) is steps.add(steps.zero, a) is a
    assert steps.multiply(a, steps.one) is steps.multiply(steps.one, a) is a
    assert steps.multiply(a, steps.zero) is steps.zero
    assert steps.first(a, a) is steps.first(a, steps.zero) is steps.first(steps.zero, a) is a
    assert steps.first(steps.one, a) is steps.one
    assert steps.first(a, b).operation == "first"
    assert steps.add(steps.constant(2), steps.constant(3)) is steps.constant(5)
    assert steps.multiply(steps.constant(2), steps.constant(3)) is steps.constant(6)
    assert steps.divide(steps.constant(-7), steps.constant(2)) is steps.constant(-4)


def test_a_constant_stands_behind_what_it_is_added_to(steps):
    assert steps.add(steps.constant(3), steps.input("a")).parts == (steps.input("a"), steps.constant(3))


def test_what_a_divisor_divides_is_divided_beforehand(steps):
    a, six = steps.input("a"), steps.constant(6)
    assert steps.divide(steps.multiply(a, six), steps.constant(3)) is steps.multiply(a, steps.constant(2))
    assert steps.divide(steps.add(steps.multiply(a, six), steps.constant(4)), steps.constant(3)) is steps.add(
        steps.multiply(a, steps.constant(2)), steps.one
    )
    assert steps.divide(steps.multiply(a, six), steps.constant(4)).operation == "divide"


def test_tests_known_beforehand_leave_the_other(steps):
    test = steps.compare("<", steps.input("a"), steps.input("b"))
    assert steps.both(steps.true, test) is steps.both(test, steps.true) is steps.both(test, test) is test
    assert steps.both(steps.false, test) is steps.both(test, steps.false) is steps.false
    assert steps.either(steps.false, test) is steps.either(test, steps.false) is steps.either(test, test) is test
    assert steps.either(steps.true, test) is steps.either(test, steps.true) is steps.true


def test_a_choice_between_truths_is_a_test(steps):
    test, other = (steps.compare("<", steps.input(name), steps.zero) for name in "ab")
    assert steps.pick(test, steps.true, other) is steps.either(test, other)
    assert steps.pick(test, steps.false, other) is steps.both(steps.opposite(test), other)
    assert steps.pick(test, other, steps.true) is steps.either(steps.opposite(test), other)
    assert steps.pick(test, other, steps.false) is steps.both(test, other)
    assert steps.pick(test, other, other) is other


def test_the_opposite_of_an_order_turns_its_sides(steps):
    a, b = steps.input("a"), steps.input("b")
    assert steps.opposite(steps.compare("<", a, b)) is steps.compare("<=", b, a)
    assert steps.opposite(steps.compare("<=", a, b)) is steps.compare("<", b, a)
    assert steps.opposite(steps.compare("==", a, b)) is steps.compare("!=", a, b)
    assert steps.opposite(steps.true) is steps.false


def test_a_number_set_against_itself_is_known(steps):
    a = steps.input("a")
    assert [steps.compare(sign, a, a).known for sign in ("<", "<=", ">", ">=", "==", "!=")] == [
        False, True, False, True, True, False,
    ]  # fmt: skip


def test_bounds_that_touch_decide_what_they_can(steps):
    low, high = steps.input("a", None, 3), steps.input("b", 3)
    assert steps.compare("<=", low, high) is steps.true
    assert steps.compare("<", high, low) is steps.false
    assert steps.compare("<", low, high).operation == "<"
    assert steps.compare("<=", high, low).operation == "<="
    assert steps.compare("==", low, high).operation == "=="


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
