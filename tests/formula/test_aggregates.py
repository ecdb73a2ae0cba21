"""What each aggregate gives."""

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.aggregates import FOLDS
from perfeval_rules.formula.algebra import Later, NoValue
from perfeval_rules.formula.functions import AGGREGATES
from perfeval_rules.readings.exact import Exact
from tests.formula.test_algebra import Bare

NUMBERS = st.lists(st.none() | st.integers(-5, 5).map(Fraction), max_size=8)
CONDITIONS = st.lists(st.none() | st.booleans(), max_size=8)


def folded(kind, values, algebra=None):
    say = algebra or Exact()

    def part(value):
        return Later(lambda: say.stop("absent") if value is None else say.constant(value))

    try:
        result = FOLDS[kind](say, [part(value) for value in values])
    except NoValue as fault:
        return fault.code
    return result if algebra is None else result[0]


def test_every_aggregate_is_said_once():
    assert FOLDS.keys() == AGGREGATES.keys()


@pytest.mark.parametrize(
    ("kind", "over_nothing"),
    [
        ("sum", 0),
        ("count", 0),
        ("any", False),
        ("all", True),
        ("largest", "over-nothing"),
        ("smallest", "over-nothing"),
    ],
)
def test_over_nothing(kind, over_nothing):
    assert folded(kind, []) == over_nothing


@settings(deadline=None)
@given(NUMBERS)
def test_children_without_value_take_no_part_in_sums_and_extremes(values):
    there = [value for value in values if value is not None]
    assert folded("sum", values) == sum(there)
    assert folded("largest", values) == (max(there) if there else "over-nothing")
    assert folded("smallest", values) == (min(there) if there else "over-nothing")


@settings(deadline=None)
@given(CONDITIONS)
def test_any_and_all_are_the_or_and_and_of_the_children(values):
    assert folded("count", values) == values.count(True)
    assert folded("all", values) == (False if False in values else "absent" if None in values else True)
    assert folded("any", values) == (True if True in values else "absent" if None in values else False)


@settings(deadline=None)
@given(st.sampled_from(["sum", "largest", "smallest"]), NUMBERS, st.randoms())
def test_the_order_of_children_never_matters(kind, values, chance: random.Random):
    mixed = chance.sample(values, len(values))
    assert folded(kind, mixed) == folded(kind, values)


@settings(deadline=None)
@given(NUMBERS, CONDITIONS)
def test_every_reading_folds_alike(numbers, conditions):
    for kind in ("sum", "largest", "smallest"):
        assert folded(kind, numbers, Bare()) == folded(kind, numbers)
    for kind in ("count", "any", "all"):
        assert folded(kind, conditions, Bare()) == folded(kind, conditions)


def test_a_folder_of_many_forms_is_no_deep_one():
    values = [Fraction(n) for n in range(5000)]
    assert folded("largest", values, Bare()) == 4999
    assert folded("all", [True] * 5000, Bare()) is True
