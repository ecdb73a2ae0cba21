"""Numbers in a table."""

from fractions import Fraction

import pytest

from perfeval_rules.cli.figures import figure, level, shown


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (None, 2, "—"),
        (Fraction(10), 2, "10.00"),
        (Fraction("9.99"), None, "9.99"),
        (Fraction(1, 3), None, "≈0.3333"),
        (Fraction("0.12345"), None, "≈0.1235"),
        (Fraction(100), None, "100"),
    ],
)
def test_a_number_is_exact_or_says_that_it_is_not(value, places, text):
    assert figure(value, places) == text


def test_a_sum_takes_the_places_of_its_column_but_never_loses_a_digit():
    assert level(Fraction(7), 2) == "7.00"
    assert level(Fraction("7.125"), 2) == "7.125"
    assert level(Fraction(7), None) == "7"
    assert level(None, 2) == "—"


@pytest.mark.parametrize(
    ("value", "text"), [(Fraction("0.9999"), "0.9999"), (3, "3"), (True, "是"), ("甲", "甲"), (None, "—")]
)
def test_a_fact_of_any_kind_is_shown(value, text):
    assert shown(value, "zh") == text
