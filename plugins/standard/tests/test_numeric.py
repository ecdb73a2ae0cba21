"""Numbers against targets: every row of the table in the format, and what holds of all numbers."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

NUMERIC = ("threshold", "count", "rate", "satisfaction", "cost")
NUMBERS = st.decimals(-1000, 1000, allow_nan=False, places=2).map(Fraction)
ABOVE_ZERO = st.decimals("0.01", 1000, allow_nan=False, places=2).map(Fraction)
OPTIONS = st.fixed_dictionaries(
    {
        "unsigned": st.sampled_from(["at-least", "at-most"]),
        "zero_target": st.sampled_from(["absent", "met-if-not-above"]),
        "reverse": st.sampled_from(["linear", "reciprocal", "strict"]),
        "equality": st.sampled_from(["at-least", "strict", "tolerance"]),
        "tolerance": ABOVE_ZERO,
    }
)


def row(operator: str, target: object, actual: object) -> dict[str, object]:
    return {"operator": operator, "target": target, "actual": actual}


@pytest.mark.parametrize("kind", NUMERIC)
@pytest.mark.parametrize(
    ("operator", "target", "actual", "options", "attainment", "met"),
    [
        (">=", 24, 5, {}, "5/24", False),
        (">=", 24, 24, {}, "1", True),
        (">=", 24, 48, {}, "2", True),
        (">", 24, 24, {}, "1", False),
        (">", 24, 25, {}, "25/24", True),
        (">=", 24, -12, {}, "-1/2", False),
        ("<=", 10, 9, {}, "1", True),
        ("<=", 10, 10, {}, "1", True),
        ("<", 10, 10, {}, "1", False),
        ("<", 10, 9, {}, "1", True),
        ("<=", 10, "12.5", {}, "0.75", False),
        ("<=", 10, 20, {}, "0", False),
        ("<=", 10, 25, {}, "0", False),
        ("<=", 10, "12.5", {"reverse": "reciprocal"}, "0.8", False),
        ("<=", 10, 25, {"reverse": "reciprocal"}, "0.4", False),
        ("<=", 10, "10.01", {"reverse": "strict"}, "0", False),
        ("<=", 10, 9, {"reverse": "strict"}, "1", True),
        ("=", 100, 98, {}, "0.98", False),
        ("=", 100, 102, {}, "1.02", True),
        ("=", 100, 100, {"equality": "strict"}, "1", True),
        ("=", 100, "99.99", {"equality": "strict"}, "0", False),
        ("=", 100, 101, {"equality": "strict"}, "0", False),
        ("=", 100, 98, {"equality": "tolerance", "tolerance": 2}, "1", True),
        ("=", 100, 102, {"equality": "tolerance", "tolerance": 2}, "1", True),
        ("=", 100, 97, {"equality": "tolerance", "tolerance": 2}, "0.97", False),
        ("=", 100, 103, {"equality": "tolerance", "tolerance": 2}, "1.03", False),
        ("=", 100, 100, {"equality": "tolerance"}, "1", True),
    ],
)  # fmt: skip
def test_a_row_is_measured_by_its_sign(measured, kind, operator, target, actual, options, attainment, met):
    got = measured(kind, row(operator, target, actual), options)
    assert (got.attainment, got.met) == (Fraction(attainment), met)


@pytest.mark.parametrize("kind", NUMERIC)
@pytest.mark.parametrize("operator", [">=", ">"])
@pytest.mark.parametrize("target", [0, -10])
@pytest.mark.parametrize("actual", [-20, -10, -5, 0, 3])
def test_a_floor_that_is_not_above_zero_leaves_no_attainment_but_is_met_or_not(
    measured, kind, operator, target, actual
):
    got = measured(kind, row(operator, target, actual))
    assert (got.attainment, got.why) == (None, "no-ratio")
    assert got.met is (actual >= target if operator == ">=" else actual > target)


@pytest.mark.parametrize("operator", ["", ">=", ">"])
@pytest.mark.parametrize(("actual", "attainment"), [(-1, 1), (0, 1), ("0.01", 0), (3, 0)])
def test_a_floor_of_zero_may_mean_that_nothing_is_to_happen(measured, operator, actual, attainment):
    got = measured("threshold", row(operator, 0, actual), {"zero_target": "met-if-not-above"})
    assert (got.attainment, got.met) == (attainment, attainment == 1)


def test_that_reading_of_zero_leaves_other_targets_alone(measured):
    below = measured("threshold", row(">=", -10, -5), {"zero_target": "met-if-not-above"})
    assert (below.attainment, below.met, below.why) == (None, True, "no-ratio")
    assert measured("threshold", row(">=", 10, 5), {"zero_target": "met-if-not-above"}).attainment == Fraction(1, 2)


@pytest.mark.parametrize("reverse", ["linear", "reciprocal", "strict"])
@pytest.mark.parametrize("operator", ["<=", "<"])
@pytest.mark.parametrize("target", [0, -10])
@pytest.mark.parametrize("actual", [-20, -10, 0, 1])
def test_a_ceiling_that_is_not_above_zero_is_kept_or_broken_and_nothing_between(
    measured, reverse, operator, target, actual
):
    got = measured("threshold", row(operator, target, actual), {"reverse": reverse})
    assert got.met is (actual <= target if operator == "<=" else actual < target)
    assert got.attainment == int(got.met)


@pytest.mark.parametrize("equality", ["at-least", "strict", "tolerance"])
@pytest.mark.parametrize(("actual", "attainment"), [(0, 1), (1, 0), (-1, 0)])
def test_exactly_zero_is_zero_or_not(measured, equality, actual, attainment):
    got = measured("count", row("=", 0, actual), {"equality": equality, "tolerance": 5})
    assert (got.attainment, got.met) == (attainment, attainment == 1)


def test_an_equality_below_zero_has_no_ratio_to_fall_back_on(measured):
    assert measured("threshold", row("=", -10, -5)).why == "no-ratio"
    assert measured("threshold", row("=", -10, -10), {"equality": "strict"}).attainment == 1
    near = {"equality": "tolerance", "tolerance": 2}
    assert measured("threshold", row("=", -10, -9), near).attainment == 1
    assert measured("threshold", row("=", -10, -5), near).attainment is None


@pytest.mark.parametrize("kind", NUMERIC)
@pytest.mark.parametrize("unsigned", ["at-least", "at-most"])
@pytest.mark.parametrize("actual", [0, 85, 100, 130, 250])
def test_without_a_sign_the_option_says_which_is_meant(measured, kind, unsigned, actual):
    sign = {"at-least": ">=", "at-most": "<="}[unsigned]
    bare = measured(kind, row("", 100, actual), {"unsigned": unsigned})
    signed = measured(kind, row(sign, 100, actual))
    assert (bare.attainment, bare.met) == (signed.attainment, signed.met)


@pytest.mark.parametrize("kind", NUMERIC)
def test_left_to_itself_a_bare_target_is_a_ceiling_for_a_cost_and_a_floor_for_the_rest(measured, kind):
    assert measured(kind, row("", 100, 50)).attainment == (1 if kind == "cost" else Fraction(1, 2))


@pytest.mark.parametrize("blank", ["target", "actual"])
@pytest.mark.parametrize("operator", [">=", ">", "=", "<", "<=", ""])
def test_a_blank_cell_leaves_everything_open(measured, blank, operator):
    given = {key: value for key, value in row(operator, 100, 85).items() if key != blank}
    got = measured("threshold", given)
    assert (got.attainment, got.met, got.why) == (None, None, "absent")


@settings(deadline=None, max_examples=60)
@given(target=ABOVE_ZERO, actual=NUMBERS, options=OPTIONS, kind=st.sampled_from(NUMERIC))
def test_a_floor_is_met_exactly_from_an_attainment_of_one(measured, target, actual, options, kind):
    got = measured(kind, row(">=", target, actual), options)
    assert got.attainment == actual / target
    assert got.met is (got.attainment >= 1)


@settings(deadline=None, max_examples=60)
@given(target=NUMBERS, actual=NUMBERS, options=OPTIONS, kind=st.sampled_from(NUMERIC))
def test_a_ceiling_always_has_an_attainment_within_one(measured, target, actual, options, kind):
    got = measured(kind, row("<=", target, actual), options)
    assert 0 <= got.attainment <= 1
    assert got.met is (got.attainment == 1)
