"""Source made of steps: it reads as people write, names nothing twice, and reaches nothing outside."""

import pytest

from perfeval_rules.readings.python import RESERVED, function, identifier, source
from perfeval_rules.readings.steps import Steps


@pytest.fixture
def steps():
    return Steps()


def written(steps, *outputs, labels=None, inputs=("a", "b")):
    return source("made", inputs, outputs, labels or {})


def test_one_output_is_given_alone_and_several_as_a_tuple(steps):
    a, b = steps.input("a"), steps.input("b")
    assert written(steps, a) == "def made(a, b):\n    return a\n"
    assert written(steps, a, b) == "def made(a, b):\n    return (a, b)\n"
    assert function(written(steps), "made")(1, 2) == ()


def test_brackets_stand_where_python_needs_them(steps):
    a, b = steps.input("a"), steps.input("b", 1)
    product = steps.multiply(steps.add(a, b), steps.add(a, steps.one))
    assert "return (a + b) * (a + 1)" in written(steps, product)
    assert "return a - b * 2" in written(steps, steps.add(a, steps.multiply(b, steps.constant(-2))))
    assert "return a - b" in written(steps, steps.add(a, steps.negative(b)))
    assert "return a - 3" in written(steps, steps.add(a, steps.constant(-3)))
    assert "return a // b" in written(steps, steps.divide(a, b))
    assert "return abs(a)" in written(steps, steps.absolute(a))
    assert "return -b" in written(steps, steps.negative(b))
    assert "(-1 if b < a else 2)" in written(
        steps, steps.add(b, steps.pick(steps.compare("<", b, a), steps.constant(-1), steps.constant(2)))
    )


def test_of_a_choice_the_simpler_branch_comes_first(steps):
    a, b = steps.input("a"), steps.input("b")
    below, same = steps.compare("<", a, b), steps.compare("==", a, steps.zero)
    nested = steps.pick(same, steps.constant(7), b)
    assert "return a if a < b else b" in written(steps, steps.pick(below, a, b))
    assert "return a if b <= a else 7 if a == 0 else b" in written(steps, steps.pick(below, nested, a))
    assert "return a if a < b else 7 if a == 0 else b" in written(steps, steps.pick(below, a, nested))
    assert "return a if a != 5 else 7 if a == 0 else b" in written(
        steps, steps.pick(steps.compare("==", a, steps.constant(5)), nested, a)
    )
    assert "return (7 if step_1 else b) if a < b else 5 if step_1 else b" in written(
        steps, steps.pick(below, nested, steps.pick(same, steps.constant(5), b))
    )


def test_a_negative_constant_stands_in_brackets_where_it_binds_too_loosely(steps):
    a = steps.input("a", 1)
    quotient = steps.divide(steps.constant(-7), a)
    assert function(written(steps, quotient, inputs=["a"]), "made")(2) == -4
    assert "(-7) // a" in written(steps, quotient, inputs=["a"])


def test_what_is_used_twice_stands_on_a_line_of_its_own_under_its_label(steps):
    total = steps.add(steps.input("a"), steps.input("b"))
    outputs = (total, steps.multiply(total, steps.constant(2)))
    assert "    step_1 = a + b\n    return (step_1, step_1 * 2)" in written(steps, *outputs)
    assert "    total = a + b\n" in written(steps, *outputs, labels={total: "total"})
    assert "    a_ = a + b\n" in written(steps, *outputs, labels={total: "a"})


def test_deep_steps_are_broken_into_lines(steps):
    step = steps.input("a", 1)
    for n in range(200):
        step = steps.divide(steps.add(steps.multiply(step, steps.input("b", 1)), steps.constant(n)), steps.constant(3))
    text = written(steps, step)
    assert text.count("\n") > 10
    assert function(text, "made")(7, 5) > 0


def test_an_input_may_be_worked_out_from_what_is_given(steps):
    doubled = steps.multiply(steps.input("total"), steps.constant(2))
    text = source("made", ["given"], [doubled], {}, {"total": "given[0] + given[1]"})
    assert text == "def made(given):\n    total = given[0] + given[1]\n    return total * 2\n"
    assert function(text, "made")([3, 4]) == 14


def test_names_are_python_names_and_no_two_are_one():
    assert identifier("reason.points-lost.verdict") == "reason_points_lost_verdict"
    assert identifier("预算") == "value"
    assert identifier("2020") == "n_2020"
    assert identifier("a", {"a"}) == "a_"
    assert identifier("a", {"a", "a_"}) == "a_2"
    assert identifier("a", {"a", "a_", "a_2"}) == "a_3"
    words = {*RESERVED, "abs", "max", "min", "given", "if", "None", "class"}
    assert all(identifier(word) == f"{word}_" for word in words)


def test_a_function_reaches_nothing_outside():
    with pytest.raises(NameError):
        function("def made():\n    return open\n", "made")()
    with pytest.raises(ImportError):
        function("def made():\n    import os\n", "made")()
