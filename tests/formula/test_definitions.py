"""What each function gives."""

import math
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.definitions import DEFINITIONS
from perfeval_rules.formula.evaluator import CALLS, evaluate
from perfeval_rules.formula.functions import AGGREGATES, FUNCTIONS, INTERNAL
from perfeval_rules.formula.language import parse
from perfeval_rules.readings.exact import Exact
from tests.formula.strategies import Row

MODES = {"half-up": ROUND_HALF_UP, "half-even": ROUND_HALF_EVEN, "down": ROUND_DOWN}


def say(text, rounding="half-up", **values):
    numbers = {name: value if isinstance(value, str) else Fraction(value) for name, value in values.items()}
    return evaluate(parse(text), Exact(rounding), Row(numbers))


def test_every_function_is_said_once():
    assert not DEFINITIONS.keys() & CALLS.keys()
    assert not (DEFINITIONS.keys() | CALLS.keys()) & AGGREGATES.keys()
    assert DEFINITIONS.keys() | CALLS.keys() | AGGREGATES.keys() == FUNCTIONS.keys() | INTERNAL.keys()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("min(3, 1, 2)", 1),
        ("max(3, 1, 2)", 3),
        ("abs(-3) + abs(2)", 5),
        ("floor(-0.5)", -1),
        ("ceil(-0.5)", 0),
        ("ceil(0.5)", 1),
        ("clamp(5, 0, 3)", 3),
        ("clamp(-5, 0, 3)", 0),
        ("clamp(2, 0, 3)", 2),
        ("clamp(2, 3, 1)", 1),
        ("steps(12, 5)", 2),
        ("steps(10, 5)", 2),
        ("steps(-12, 5)", 0),
        ("steps(0, 0)", 0),
        ("length('三个字')", 3),
    ],
)
def test_arithmetic_as_everywhere(text, value):
    assert say(text) == value


@pytest.mark.parametrize(
    ("name", "at_edge", "over", "under"),
    [("at_least", 4, 4, 9), ("above", 9, 4, 9), ("at_most", 4, 9, 4), ("below", 9, 9, 4)],
)
def test_bands_differ_in_whether_the_edge_counts(name, at_edge, over, under):
    text = f"{name}(x, [[80, 4]], 9)"
    assert [say(text, x=80), say(text, x=81), say(text, x=79)] == [at_edge, over, under]


def test_the_first_band_reached_counts():
    text = "at_least(x, [[90, 1], [80, 0.8], [60, 0.5]], 0)"
    assert [say(text, x=x) for x in (95, 85, 80, 60, 59)] == [1, Fraction(4, 5), Fraction(4, 5), Fraction(1, 2), 0]


@pytest.mark.parametrize(
    ("name", "first", "second"), [("at_least", 90, 60), ("above", 90, 60), ("at_most", 60, 90), ("below", 60, 90)]
)
def test_bands_whose_edges_are_names_must_be_in_order_when_worked_out(name, first, second):
    text = f"{name}(x, [[one, 1], [other, 0.5]], 0)"
    assert say(text, x=70, one=first, other=second) == Fraction(1, 2)
    for edges in ({"one": 60, "other": 60}, {"one": second, "other": first}):
        with pytest.raises(NoValue) as fault:
            say(text, x=70, **edges)
        assert (fault.value.code, fault.value.part) == ("unsorted-bands", text)


@pytest.mark.parametrize(("x", "y"), [(-1, 0), (0, 0), (2, 4), (5, 30), (6, 28), (10, 20), (11, 20)])
def test_interpolation_runs_along_lines_and_is_held_at_both_ends(x, y):
    assert say("interpolate(x, [[0, 0], [5, 10], [5, 30], [10, 20]])", x=x) == y


def test_interpolation_may_fall():
    text = "interpolate(x, [[100, 0], [50, 5], [50, 8], [0, 10]])"
    assert [say(text, x=x) for x in (120, 100, 75, 50, 25, 0, -1)] == [0, 0, Fraction(5, 2), 8, 9, 10, 10]


def test_at_a_step_at_either_end_the_later_point_counts():
    assert say("interpolate(x, [[0, 1], [0, 2], [9, 3]])", x=0) == 2
    assert say("interpolate(x, [[0, 1], [9, 2], [9, 3]])", x=9) == 3
    assert say("interpolate(x, [[7, 1], [7, 2]])", x=7) == 2
    assert say("interpolate(x, [[7, 1]])", x=3) == 1


def test_interpolation_between_names_knows_its_direction_when_worked_out():
    text = "interpolate(x, [[worst, 0], [best, 10]])"
    assert say(text, x=75, worst=50, best=100) == say(text, x=75, worst=100, best=50) == 5
    with pytest.raises(NoValue) as fault:
        say("interpolate(x, [[worst, 0], [5, 1], [best, 10]])", x=1, worst=0, best=3)
    assert fault.value.code == "unsorted-bands"


def test_lookup_finds_the_row_of_a_text():
    assert say("lookup(x, [['钢铁', 1.05], ['水泥', 1.1]], 1)", x="水泥") == Fraction(11, 10)
    assert say("lookup(x, [['钢铁', 1.05]], 1)", x="造纸") == 1
    with pytest.raises(NoValue) as fault:
        say("lookup(x, [['钢铁', 1.05]])", x="造纸")
    assert fault.value.code == "not-in-the-table"


def test_steps_of_no_size_have_no_value():
    with pytest.raises(NoValue) as fault:
        say("steps(x, y)", x=3, y=0)
    assert fault.value.code == "division-by-zero"


@settings(deadline=None)
@given(
    st.decimals(-(10**6), 10**6, places=4) | st.integers(-1000, 1000).map(lambda n: Decimal(n) / 8),
    st.integers(0, 6),
    st.sampled_from(list(MODES)),
)
def test_rounding_is_what_decimal_arithmetic_says(x, places, rounding):
    expected = x.quantize(Decimal(1).scaleb(-places), MODES[rounding])
    assert say(f"round(x, {places})", rounding, x=x) == Fraction(expected)


@settings(deadline=None)
@given(st.fractions(max_denominator=1000), st.integers(0, 6), st.sampled_from(list(MODES)))
def test_rounding_twice_changes_nothing(x, places, rounding):
    once = say(f"round(x, {places})", rounding, x=x)
    assert say(f"round(x, {places})", rounding, x=once) == once
    assert say(f"round(-x, {places})", rounding, x=x) == -once
    assert abs(once - x) <= Fraction(1 if rounding == "down" else Fraction(1, 2), 10**places)


@settings(deadline=None)
@given(st.fractions(max_denominator=1000))
def test_floor_and_ceil_enclose_a_number(x):
    assert say("floor(x)", x=x) == math.floor(x)
    assert say("ceil(x)", x=x) == math.ceil(x)


def test_a_wide_table_is_no_deep_one():
    rows = ", ".join(f"[{n}, {n}]" for n in range(80, 0, -1))
    assert say(f"at_least(x, [{rows}], 0)", x=1) == 1
