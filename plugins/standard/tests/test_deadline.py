"""Deadlines."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

DUE = date(2023, 12, 31)
PERIODS = {"daily": 1, "weekly": 7, "monthly": 30}


def late_by(days: int) -> dict[str, object]:
    return {"due": DUE, "done": DUE + timedelta(days)}


@pytest.mark.parametrize("late", ["strict", *PERIODS])
@pytest.mark.parametrize("days", [0, -1, -200])
def test_what_is_done_by_the_day_it_is_due_is_on_target(measured, late, days):
    got = measured("deadline", late_by(days), {"late": late, "late_loss": "0.5"})
    assert (got.attainment, got.met) == (1, True)


def test_late_is_worth_nothing_unless_the_ruleset_says_otherwise(measured):
    got = measured("deadline", late_by(1))
    assert (got.attainment, got.met) == (0, False)


@pytest.mark.parametrize(
    ("late", "days", "periods"),
    [
        ("daily", 1, 1), ("daily", 3, 3), ("weekly", 1, 1), ("weekly", 7, 1), ("weekly", 8, 2), ("monthly", 1, 1),
        ("monthly", 30, 1), ("monthly", 31, 2),
    ],
)  # fmt: skip
def test_each_begun_period_takes_its_share(measured, late, days, periods):
    got = measured("deadline", late_by(days), {"late": late, "late_loss": "0.1"})
    assert (got.attainment, got.met) == (1 - Fraction(periods, 10), False)


@settings(deadline=None, max_examples=50)
@given(
    days=st.integers(1, 2000),
    late=st.sampled_from(sorted(PERIODS)),
    loss=st.fractions(0, 1, max_denominator=100),
)
def test_lateness_never_gains_and_never_costs_more_than_everything(measured, days, late, loss):
    options = {"late": late, "late_loss": loss}
    got, next_day = (measured("deadline", late_by(count), options) for count in (days, days + 1))
    assert 0 <= next_day.attainment <= got.attainment <= 1
    assert got.attainment == max(1 - loss * -(-days // PERIODS[late]), 0)


@pytest.mark.parametrize("said", ["已完成", "完成", "按期完成", "建设中", "未完成"])
def test_a_state_is_no_date(measured, said):
    got = measured("deadline", {"due": DUE, "actual_text": said})
    assert (got.attainment, got.met, got.finds) == (None, None, ("state-done",))


def test_a_date_with_a_word_is_a_date(measured):
    got = measured("deadline", {"due": DUE, "done": DUE, "actual_text": "12月31日完成"})
    assert (got.met, got.finds) == (True, ())


@pytest.mark.parametrize("blank", ["due", "done"])
def test_a_blank_date_leaves_it_open(measured, blank):
    got = measured("deadline", {key: value for key, value in late_by(0).items() if key != blank})
    assert (got.attainment, got.met, got.why) == (None, None, "absent")
