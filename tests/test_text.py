"""Words shown to people."""

import unicodedata
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.text import Text, decimal, escaped, last_line, nearest, raised, rounded, show, trimmed, width

FRACTIONS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)


def test_a_text_says_the_language_asked_for():
    assert Text("优", "excellent").say("zh") == "优"
    assert Text("优", "excellent").say("en") == "excellent"


def test_a_wording_that_is_blank_is_stood_in_for_by_the_other():
    assert Text("优").say("en") == "优"
    assert Text(en="excellent").say("zh") == "excellent"


def test_a_text_without_words_is_false():
    assert not Text()
    assert Text("优")
    assert Text(en="x")


def test_a_placeholder_takes_its_value():
    text = Text("“{name}”得 {score} 分", "{name} scores {score}")
    assert text.fill("zh", {"name": "满意度", "score": Fraction(999, 100)}) == "“满意度”得 9.99 分"
    assert text.fill("en", {"name": "satisfaction", "score": 10}) == "satisfaction scores 10"


def test_a_text_in_a_message_says_the_language_of_the_message():
    text = Text("需要{kind}", "needs {kind}")
    assert text.fill("zh", {"kind": Text("数值", "a number")}) == "需要数值"
    assert text.fill("en", {"kind": Text("数值", "a number")}) == "needs a number"


@pytest.mark.parametrize(
    ("template", "shown"),
    [("{n}", "0.33"), ("{n:4}", "0.3333"), ("{n:0}", "0"), ("{n:%}", "33.33%"), ("{m}", "—"), ("{n:x}", "{n:x}")],
)
def test_a_placeholder_says_how_many_places(template, shown):
    assert Text(template).fill("zh", {"n": Fraction(1, 3)}) == shown


def test_a_value_that_holds_a_placeholder_is_not_filled_again():
    assert Text("{a}").fill("zh", {"a": "{b}", "b": "no"}) == "{b}"


def test_both_wordings_are_asked_for_their_placeholders():
    assert Text("{a}{b:2}", "{c:%}").placeholders() == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, "—", "—"),
        (True, "是", "yes"),
        (False, "否", "no"),
        (12, "12", "12"),
        (Fraction(5, 2), "2.5", "2.5"),
        (date(2020, 9, 1), "2020-09-01", "2020-09-01"),
        ("预算", "预算", "预算"),
    ],
)
def test_every_kind_of_value_is_shown(value, zh, en):
    assert (show(value), show(value, None, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("value", "places", "digits"),
    [
        (Fraction(5, 8), 2, "0.63"),
        (Fraction(-5, 8), 2, "-0.63"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(1), 2, "1.00"),
        (Fraction(123456789, 100), 1, "1234567.9"),
    ],
)
def test_rounding_for_the_eye_is_half_up_and_away_from_zero(value, places, digits):
    assert rounded(value, places) == digits


@settings(deadline=None)
@given(st.decimals(min_value=-(10**6), max_value=10**6, places=5), st.integers(0, 5))
def test_rounding_agrees_with_decimals_that_are_exact(value, places):
    told = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(rounded(Fraction(value), places)) == told


@settings(deadline=None)
@given(FRACTIONS, st.integers(0, 8))
def test_rounding_is_off_by_half_of_the_last_place_at_most(value, places):
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(("digits", "short"), [("1.50", "1.5"), ("2.00", "2"), ("100", "100"), ("0.05", "0.05")])
def test_trimming_takes_only_zeros_after_the_point(digits, short):
    assert trimmed(digits) == short


@settings(deadline=None)
@given(FRACTIONS)
def test_the_shortest_decimal_is_exact(value):
    assert Fraction(decimal(value)) == value


@pytest.mark.parametrize(
    ("value", "digits"), [(Fraction(1, 3), "1/3"), (Fraction(1, 40), "0.025"), (Fraction(100), "100")]
)
def test_a_rational_without_a_decimal_keeps_its_bar(value, digits):
    assert decimal(value) == digits


@settings(deadline=None)
@given(st.text())
def test_escaped_text_holds_nothing_that_steers_a_terminal(words):
    told = escaped(words)
    assert {unicodedata.category(mark) for mark in told if mark != "\n"}.isdisjoint(
        {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    )
    assert escaped(told) == told


def test_marks_that_reorder_a_line_are_shown_by_their_number():
    assert escaped("a\u202eb\x1b[31m\tc\nd") == "a\\u202eb\\u001b[31m\\u0009c\nd"


@pytest.mark.parametrize(
    ("words", "columns"), [("abc", 3), ("满意度", 6), ("％", 2), ("e\u0301", 1), ("", 0), ("≥90%", 4)]
)
def test_a_wide_mark_takes_two_columns(words, columns):
    assert width(words) == columns


def test_the_nearest_name_is_a_likely_one_or_none():
    assert nearest("atainment", ["attainment", "ratio"]) == "attainment"
    assert nearest("xyz", ["attainment", "ratio"]) == ""
    assert nearest("x", []) == ""


class MuteError(Exception):
    """An exception that cannot say anything."""

    def __str__(self) -> str:
        raise RuntimeError


def test_an_exception_says_its_last_line_in_bounds_or_nothing():
    assert last_line(ValueError("one\n two \n")) == "two"
    assert last_line(ValueError("x" * 1000)) == "x" * 200
    assert last_line(ValueError("why\n    For further information visit somewhere")) == "why"
    assert last_line(MuteError()) == last_line(ValueError()) == ""


def test_an_exception_is_told_with_its_kind():
    assert raised(ValueError("one\ntwo")) == "ValueError: two"
    assert raised(SystemExit(0)) == "SystemExit: 0"
    assert raised(MemoryError()) == "MemoryError"
