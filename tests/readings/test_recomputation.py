"""A derivation worked out again from its leaves."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.definitions import DEFINITIONS
from perfeval_rules.formula.functions import AGGREGATES
from perfeval_rules.readings.part import Part
from perfeval_rules.readings.recomputation import _STEPS, recompute
from tests.formula.strategies import formulas, rows, small_numbers
from tests.readings.test_derivation import derive, numbers

ROUNDINGS = st.sampled_from(["half-up", "half-even", "down"])


def test_every_function_and_aggregate_has_arithmetic_of_its_own():
    assert DEFINITIONS.keys() | AGGREGATES.keys() <= _STEPS.keys()


@settings(deadline=None, max_examples=60)
@given(formulas(), rows(), ROUNDINGS)
def test_the_steps_of_a_derivation_give_its_value(text, row, rounding):
    try:
        part = derive(text, row, rounding)
    except NoValue:
        assume(False)
    assert recompute(part, rounding) == part.value


@settings(deadline=None)
@given(
    small_numbers() | st.integers(-500, 500).map(lambda n: Fraction(n, 8)),
    st.sampled_from(
        [
            "round(x, 0)", "round(x, 2)", "floor(x) + ceil(x)", "steps(x, 5)", "abs(x) / 7", "clamp(x, -1, 60)",
            "interpolate(x, [[0, 0], [60, 5], [60, 8], [90, 10]])", "interpolate(x, [[90, 0], [60, 5], [0, 9]])",
            "at_least(x, [[90, 1], [60, 0.5]], 0)", "above(x, [[90, 1], [60, 0.5]], 0)",
            "at_most(x, [[0, 1], [60, 0.5]], 0)", "below(x, [[0, 1], [60, 0.5]], 0)", "interpolate(x, [[7, 1]])",
            "at_least(x, [[-1000, 1]])", "min(x, 3) + max(x, 4)",
        ]
    ),
    ROUNDINGS,
)  # fmt: skip
def test_each_function_agrees_with_arithmetic_written_apart(x, text, rounding):
    part = derive(text, numbers(x=x), rounding)
    assert recompute(part, rounding) == part.value


@pytest.mark.parametrize(
    ("rounding", "results"),
    [("half-up", [2, 3, -2, 2, 1, 1, -1]), ("half-even", [2, 2, -2, 2, 1, 1, -1]), ("down", [1, 2, -1, 1, 1, 0, 0])],
)
def test_rounding_is_worked_out_again_the_rulesets_way(rounding, results):
    values = [Fraction(x) for x in ("1.5", "2.5", "-1.5", "1.51", "1.49", "0.6", "-0.6")]
    assert [recompute(derive("round(x, 0)", numbers(x=x), rounding), rounding) for x in values] == results


@pytest.mark.parametrize(
    "text", ["a > 1 and b > 1", "a > 1 or b > 1", "not (a > 1)", "a > 1 and a > 0", "b > 1 or b > 9"]
)
def test_conditions_are_worked_out_again(text):
    part = derive(text, numbers(a=2, b=0))
    assert recompute(part) is part.value
    assert {"and", "or", "not"} & {part.step}


GIVEN = [
    ("name", [7], 7), ("child", [7], 7), ("choice", [True, 7], 7), ("given", ["x"], True), ("+", [2, 3], 5), ("-", [2, 3], -1),
    ("*", [2, 3, 4], 24), ("/", [2, 3], Fraction(2, 3)), ("negative", [2], -2), ("<", [2, 3], True), ("<=", [3, 3], True),
    (">", [2, 3], False), (">=", [3, 3], True), ("==", [2, 3], False), ("!=", [2, 3], True), ("and", [True, False], False),
    ("or", [True, False], True), ("not", [True], False), ("min", [2, 3], 2), ("max", [2, 3], 3), ("abs", [-2], 2),
    ("floor", [Fraction(-3, 2)], -2), ("ceil", [Fraction(3, 2)], 2), ("clamp", [9, 0, 5], 5), ("steps", [11, 5], 2),
    ("steps", [-11, 5], 0), ("at_least", [90, 90, 1, 60, 2], 1), ("above", [90, 90, 1, 60, 2], 2), ("at_most", [60, 60, 1, 90, 2], 1),
    ("below", [60, 60, 1, 90, 2], 2), ("lookup", ["乙", "甲", 1, "乙", 2], 2), ("at_least", [5, 90, 1, 7], 7),
    ("interpolate", [75, 60, 0, 90, 10], 5), ("interpolate", [75, 90, 0, 60, 10], 5), ("interpolate", [99, 60, 0, 90, 10], 10),
    ("mentions", ["因天气", "雨", "天气"], True), ("is just", [" 无 ", "无"], True), ("length", ["因天气"], 3),
    ("days", [date(2024, 1, 1), date(2024, 3, 1)], 60), ("sum", [2, 3], 5), ("count", [True, False, True], 2),
    ("any", [False, True], True), ("all", [False, True], False), ("largest", [2, 3], 3), ("smallest", [2, 3], 2),
]  # fmt: skip
"""A step, the values of its parts, and what it comes to."""


def exactly(value):
    return Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value


@pytest.mark.parametrize(("step", "parts", "value"), GIVEN)
def test_what_a_step_comes_to_does_not_rest_on_what_it_says(step, parts, value):
    part = Part("whatever was said", step, tuple(Part(exactly(one)) for one in parts))
    found = recompute(part)
    assert (found, type(found)) == (exactly(value), type(exactly(value)))


def test_every_step_has_been_looked_at():
    assert {step for step, _, _ in GIVEN} | {"round"} >= _STEPS.keys()


def test_a_step_that_does_not_give_its_value_is_noticed():
    part = derive("weight * attainment", numbers(weight=10, attainment=Fraction(1, 2)))
    assert recompute(replace(part, value=Fraction(6))) == 5


@pytest.mark.parametrize("depth", [60])
def test_a_value_used_many_times_is_worked_out_once(depth):
    part = Part(Fraction(1))
    for _ in range(depth):
        part = Part(part.value + part.value, "+", (part, part))
    assert recompute(part) == 2**depth
