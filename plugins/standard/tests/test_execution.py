"""How much of a budget was spent."""

from fractions import Fraction

import pytest


def test_spending_is_a_share_of_the_budget(measured):
    got = measured("execution", {"executed": "1048285.45", "budget": "1049377"})
    assert got.attainment == Fraction("1048285.45") / 1049377
    assert got.met is False


def test_a_row_that_gives_only_a_rate_is_measured_by_it(measured):
    assert measured("execution", {"rate": "99.9"}).attainment == Fraction(999, 1000)
    assert measured("execution", {"rate": "100"}).met is True


@pytest.mark.parametrize("lone", [{"executed": "30"}, {"budget": "30"}])
def test_a_printed_rate_does_not_stand_in_for_half_of_the_amounts(measured, lone):
    got = measured("execution", {**lone, "rate": "100"})
    assert (got.attainment, got.met, got.why) == (None, None, "absent")


def test_nothing_reported_is_not_nothing_spent(measured):
    assert measured("execution", {}).why == "absent"
    assert measured("execution", {"executed": "0", "budget": "30"}).attainment == 0


@pytest.mark.parametrize("executed", [{}, {"executed": "0"}, {"executed": "5"}])
def test_a_budget_of_zero_is_told_and_gives_no_rate(measured, executed):
    got = measured("execution", {"budget": "0", "rate": "100", **executed})
    assert (got.attainment, got.finds) == (None, ("no-budget",))


@pytest.mark.parametrize(("executed", "met"), [("29.99", False), ("30", True), ("31", True)])
def test_execution_is_met_from_all_of_the_budget_on(measured, executed, met):
    assert measured("execution", {"executed": executed, "budget": "30"}).met is met
