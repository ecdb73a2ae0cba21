"""What lines bring together is written as people add up, and comes to what they bring."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.machine.function import Output
from perfeval_rules.machine.gathering import TERMS, added, is_there, scale_among
from tests.machine.ways import bound, through
from tests.plan.small import AS_DONE, look, program, row


def gathered(formula, *rows, kind="number"):
    """The value of a fact over lines, and the source that brings its lines together."""
    made = program(AS_DONE + f'[fact.f]\nkind = "{kind}"\nvalue = "{formula}"\n')
    form = through(made, rows)
    route = made.machine.route(made.machine.everything, bound(made, rows))
    return look(form, "f"), route.stages[0].ready.form.source


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=400))
def test_a_sum_of_any_length_is_the_sum(numbers):
    assert eval(added([str(one) for one in numbers])) == sum(numbers)


def test_a_long_sum_is_nested_no_deeper_than_a_short_one():
    deepest = max(len(one) for one in added(["1"] * TERMS**2).split("("))
    assert deepest <= TERMS * len("1 + ") + 1
    assert eval(compile(added(["1"] * 100_000), "", "eval")) == 100_000


def test_few_terms_stand_without_brackets():
    assert added(["a", "b"]) == "a + b"
    assert added([]) == ""


def test_lines_are_brought_to_one_scale():
    value, text = gathered("sum(round(actual, 1) + 1)", row("1.5"), row("2.25"))
    assert value == Fraction("5.8")
    assert "given[0]" in text


def test_a_constant_of_a_line_stands_in_the_sum_as_it_is():
    value, text = gathered("sum(-2)", row(1), row(2))
    assert value == -4
    assert "-2 + -2" in text


def test_conditions_that_hold_are_counted_and_those_that_fail():
    assert gathered("count(actual > 1)", row(1), row(2), row(0))[0] == 1
    assert gathered("any(actual > 1)", row(1), row(2), kind="yes_no")[0] is True
    value, text = gathered("all(actual > 1)", row(5), row(2), row(1), kind="yes_no")
    assert value is False
    assert "(not given[0]" in text


def test_conditions_known_beforehand_are_counted_beforehand():
    value, text = gathered("count(actual > 1 or name == 'x')", row(1, name="x"), row(2), row(1))
    assert value == 2
    assert " + 1" in text


@pytest.mark.parametrize(("which", "value"), [("largest", 7), ("smallest", -3)])
def test_the_greatest_and_least_are_taken_among_the_lines_that_have_a_value(which, value):
    assert gathered(f"{which}(actual)", row(7), row(""), row(-3), row(2))[0] == value
    assert gathered(f"{which}(actual)", row(value))[0] == value


@pytest.mark.parametrize("which", ["largest", "smallest"])
def test_a_line_that_its_numbers_leave_without_a_value_is_passed_over(which):
    argument = "at_least(actual, [[5, weight]])"
    value, text = gathered(f"{which}({argument})", row(7), row(1), row(6, weight=3))
    assert value == (10 if which == "largest" else 3)
    assert "is not None), default=0)" in text
    assert gathered(f"{which}({argument})", row(1), row(2))[0] == "no over-nothing"


def test_a_number_is_there_unless_it_is_known_not_to_be():
    assert is_there(Output("number", over=0))
    assert is_there(Output("number", Fraction(0)))
    assert not is_there(Output("none", NoValue("absent")))
    assert not is_there(Output("boolean", over=0))


def test_numbers_share_the_denominator_that_holds_all():
    outputs = [Output("number", Fraction(1, 3)), Output("number", scale=Fraction(1, 100), over=0)]
    assert scale_among(outputs) == 300
    assert scale_among([Output("number", Fraction(0))]) == 1
