"""Satisfaction by its counts: the rate, what the sample can support, and counts that cannot be."""

from decimal import ROUND_FLOOR, Decimal, localcontext
from fractions import Fraction
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_survey.counts import SQUARE

QUANTILES = {"90": Decimal("1.644854"), "95": Decimal("1.959964"), "99": Decimal("2.575829")}
COUNTS = st.integers(1, 5000).flatmap(lambda answered: st.tuples(st.integers(0, answered), st.just(answered)))


def codes(evaluation) -> set[str]:
    return {one.code.removeprefix("survey.") for one in evaluation.findings if one.code.startswith("survey.")}


def interval(satisfied: int, answered: int, quantile: Decimal) -> tuple[Decimal, Decimal]:
    """The ends as textbooks write them, with a root of fifty digits."""
    with localcontext() as context:
        context.prec = 50
        share, count, square = Decimal(satisfied) / answered, Decimal(answered), quantile * quantile
        middle = share + square / (2 * count)
        spread = quantile * (share * (1 - share) / count + square / (4 * count * count)).sqrt()
        ends = ((middle + sign * spread) / (1 + square / count) for sign in (-1, 1))
        low, high = (end.quantize(Decimal(1).scaleb(-40)) for end in ends)
    return low, high


@settings(deadline=None, max_examples=200, derandomize=True)
@given(counts=COUNTS, target=st.decimals("0.1", "100", places=1), claimed=st.none() | st.integers(0, 100))
def test_the_attainment_is_the_counted_rate_over_the_target_whatever_is_claimed(evaluated, counts, target, claimed):
    satisfied, answered = counts
    line = evaluated({"satisfied": satisfied, "answered": answered, "target": f"≥{target}%", "actual": claimed}).lines[
        0
    ]
    rate = Fraction(100 * satisfied, answered)
    assert (line.outcome, line.attainment) == ("scored", rate / Fraction(target))
    assert line.met is (rate >= Fraction(target))


@pytest.mark.parametrize(("target", "met"), [("≥90%", True), (">90%", False), ("90%", True), ("=90", True)])
def test_a_rate_at_the_target_has_met_it_unless_it_is_to_be_above(evaluated, target, met):
    assert evaluated({"satisfied": 180, "answered": 200, "target": target}).lines[0].met is met


@settings(deadline=None, max_examples=200, derandomize=True)
@given(
    counts=COUNTS, claimed=st.decimals("0", "100", places=1), confidence=st.sampled_from(sorted(QUANTILES)),
    near=st.sampled_from([None, -1, 0, 1, 2]),
)  # fmt: skip
def test_a_claim_is_told_exactly_where_it_lies_outside_the_wilson_interval(
    evaluated, counts, claimed, confidence, near
):
    satisfied, answered = counts
    low, high = interval(satisfied, answered, QUANTILES[confidence])
    if near is not None:  # a claim at an end of the interval, where a slip would show
        end = low if satisfied % 2 else high
        claimed = ((100 * end).quantize(Decimal("0.1"), ROUND_FLOOR) + Decimal(near) / 10).max(0).min(100)
    evaluation = evaluated(
        {"satisfied": satisfied, "answered": answered, "target": "≥90%", "actual": f"{claimed}%"},
        {"confidence": confidence},
    )
    share = Decimal(claimed) / 100
    assert ("unsupported-claim" in codes(evaluation)) is not (low <= share <= high)


@pytest.mark.parametrize(("confidence", "quantile"), QUANTILES.items())
def test_the_squares_are_those_of_the_quantiles(confidence, quantile):
    both_tails = 2 * (1 - NormalDist().cdf(float(quantile)))
    assert round(100 * (1 - both_tails), 4) == int(confidence)
    assert str(quantile * quantile) in SQUARE


@pytest.mark.parametrize(
    ("reported", "code"),
    [
        ({"satisfied": 0, "answered": 0}, "none-answered"),
        ({"satisfied": 201, "answered": 200}, "more-satisfied"),
        ({"satisfied": -1, "answered": 200}, "more-satisfied"),
        ({"satisfied": 180, "answered": 200, "target": "≤90%"}, "ceiling"),
        ({"satisfied": 180, "answered": 200, "target": "<90%"}, "ceiling"),
    ],
)
def test_counts_that_cannot_be_and_a_ceiling_stop_the_line(evaluated, reported, code):
    evaluation = evaluated({"target": "≥90%", **reported})
    assert (evaluation.lines[0].outcome, evaluation.lines[0].score) == ("stopped", None)
    assert code in codes(evaluation)


@pytest.mark.parametrize("target", ["≥0%", "0", "≥-5%"])
def test_a_target_not_above_zero_has_no_ratio(evaluated, target):
    evaluation = evaluated({"satisfied": 180, "answered": 200, "target": target})
    assert (evaluation.lines[0].outcome, evaluation.lines[0].attainment) == ("stopped", None)
    assert evaluation.lines[0].met is True
    assert "The target of a satisfaction is not above zero" in evaluation.findings[0].say("en")


@pytest.mark.parametrize("blank", ["satisfied", "answered", "target"])
def test_what_is_owed_and_blank_is_not_reported(evaluated, blank):
    reported = {"satisfied": 180, "answered": 200, "target": "≥90%", "actual": "90%"}
    line = evaluated({name: value for name, value in reported.items() if name != blank}).lines[0]
    assert (line.outcome, line.score) == ("not_reported", None)


@pytest.mark.parametrize(
    ("reported", "options", "told"),
    [
        ({"answered": 29, "satisfied": 28}, {"minimum_answers": 30}, {"few-answers"}),
        ({"answered": 30, "satisfied": 28}, {"minimum_answers": 30}, set()),
        ({"answered": 1, "satisfied": 1}, {}, set()),
        ({"answered": 49, "satisfied": 48, "asked": 100}, {"minimum_response": 50}, {"low-response"}),
        ({"answered": 50, "satisfied": 48, "asked": 100}, {"minimum_response": 50}, set()),
        ({"answered": 50, "satisfied": 48}, {"minimum_response": 50}, set()),
        ({"answered": 50, "satisfied": 48, "asked": 0}, {"minimum_response": 50}, {"more-answered"}),
        ({"answered": 50, "satisfied": 48, "asked": 49}, {}, {"more-answered"}),
        ({"answered": 50, "satisfied": 48, "asked": 50}, {}, set()),
        ({"answered": 1, "satisfied": "0.96"}, {}, {"fraction"}),
        ({"answered": "50.5", "satisfied": 48}, {}, {"fraction"}),
        ({"answered": 50, "satisfied": 48, "asked": "60.5"}, {}, {"fraction"}),
    ],
)
def test_a_poor_sample_is_told_and_scored_all_the_same(evaluated, reported, options, told):
    evaluation = evaluated({"target": "≥90%", **reported}, options)
    assert codes(evaluation) == told
    assert evaluation.lines[0].outcome == "scored"
