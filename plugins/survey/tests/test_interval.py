"""The ends of the interval, held against the inequality that defines it: no root is taken here."""

from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_survey.interval import MILLION, high_end, low_end, rounded_up_root

QUANTILES = st.sampled_from(
    [Fraction("1.644854"), Fraction("1.959964"), Fraction("2.575829"), Fraction(1), Fraction(3)]
)
SHARES = st.fractions(0, 1, max_denominator=10**4)
ANSWERED = st.integers(1, 10**7).map(Fraction)
STEP = Fraction(1, MILLION)


def distance(end: Fraction, share: Fraction, answered: Fraction, quantile: Fraction) -> Fraction:
    """Above 0 outside the interval of the sample, 0 at its very ends, below 0 inside."""
    return (share - end) ** 2 - quantile**2 * end * (1 - end) / answered


@settings(deadline=None, max_examples=500, derandomize=True)
@given(share=SHARES, answered=ANSWERED, quantile=QUANTILES)
def test_the_ends_are_outside_or_on_the_edge_and_less_than_a_millionth_too_far(share, answered, quantile):
    low, high = low_end(share, answered, quantile), high_end(share, answered, quantile)
    assert 0 <= low <= share <= high <= 1
    assert (MILLION * low).denominator == (MILLION * high).denominator == 1
    for end, inward in ((low, min(low + STEP, share)), (high, max(high - STEP, share))):
        assert distance(end, share, answered, quantile) >= 0
        assert distance(inward, share, answered, quantile) <= 0


@settings(deadline=None, max_examples=100, derandomize=True)
@given(share=SHARES, answered=ANSWERED, quantile=QUANTILES)
def test_more_answers_narrow_the_interval(share, answered, quantile):
    assert low_end(share, answered, quantile) <= low_end(share, 4 * answered, quantile)
    assert high_end(share, answered, quantile) >= high_end(share, 4 * answered, quantile)


def test_where_nobody_or_everybody_is_satisfied_one_end_is_exact():
    nobody, everybody = ((Fraction(share), Fraction(10), Fraction(2)) for share in (0, 1))
    assert (low_end(*nobody), high_end(*nobody)) == (0, Fraction(285715, MILLION))  # 4 ÷ 14, rounded up
    assert (low_end(*everybody), high_end(*everybody)) == (Fraction(714285, MILLION), 1)


@pytest.mark.parametrize(
    ("satisfied", "answered", "low", "high"),
    [
        (81, 263, "0.2553", "0.3662"), (15, 148, "0.0624", "0.1605"), (0, 20, "0", "0.1611"), (1, 29, "0.0061", "0.1718"),
    ],
)  # fmt: skip
def test_samples_that_newcombe_worked_out_in_1998(satisfied, answered, low, high):
    sample = (Fraction(satisfied, answered), Fraction(answered), Fraction("1.959964"))
    assert (round(low_end(*sample), 4), round(high_end(*sample), 4)) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("share", "answered"), [(Fraction(1, 2), Fraction(0)), (Fraction(1, 2), Fraction(-3)), (Fraction(-1, 9), Fraction(9)),
                            (Fraction(10, 9), Fraction(9))],
)  # fmt: skip
def test_what_is_no_sample_has_no_interval(share, answered):
    assert low_end(share, answered, Fraction(2)) is None
    assert high_end(share, answered, Fraction(2)) is None


@given(st.integers(0, 10**40))
def test_a_root_is_rounded_up(square):
    root = rounded_up_root(square)
    assert (root - 1) ** 2 < square <= root**2 or root == square == 0
    assert root - isqrt(square) in (0, 1)
