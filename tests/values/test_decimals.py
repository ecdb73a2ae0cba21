import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.text import decimal
from perfeval_rules.values.decimals import read_number
from perfeval_rules.values.problem import Problem

WIDE = str.maketrans("0123456789,.-+", "０１２３４５６７８９，．－＋")
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)


def grouped(number: Decimal) -> str:
    return f"{number:,f}"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"), ("-80", "-80"), ("+5", "5"), ("007", "7"), ("-0", "0"), ("1,048,285.45", "1048285.45"),
        ("１，０４８，２８５．４５", "1048285.45"), ("９0", "90"), (" 5 ", "5"), ("4. 4", "4.4"), ("4 .4", "4.4"),
        ("−3.50", "-3.5"), ("0.958", "0.958"), ("9" * 30, "9" * 30), ("- 5", "-5"), ("5\n", "5"),
    ],
)  # fmt: skip
def test_a_number_as_people_write_it_is_read_exactly(text: str, number: str) -> None:
    assert read_number(text) == Fraction(number)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number-missing"), ("  ", "number-missing"), ("1e999999999", "exponent"), ("1E400", "exponent"),
        ("1.5e+3", "exponent"), ("NaN", "not-a-number"), ("sNaN", "not-a-number"), ("-Infinity", "not-a-number"),
        ("inf", "not-a-number"), ("∞", "not-a-number"), ("9" * 31, "too-many-digits"), ("9" * 10_000, "too-many-digits"),
        ("0." + "3" * 40, "too-many-digits"), ("1,04,285", "grouping"), ("1.048.285,45", "grouping"), ("0,958", "grouping"),
        ("1,048,", "grouping"), ("1048,285", "grouping"), ("1_000", "number-unclear"), (".5", "number-unclear"),
        ("5.", "number-unclear"), ("0x10", "number-unclear"), ("1 048", "number-unclear"), ("--5", "number-unclear"),
        ("90%", "number-unclear"), ("½", "number-unclear"), ("五", "number-unclear"), ("字" * 100, "number-unclear"),
        ("٣٤", "foreign-digits"), ("1٢3", "foreign-digits"), ("1\u200b000", "hidden-marks"), ("\u202e54", "hidden-marks"),
    ],
)  # fmt: skip
def test_what_is_no_plain_number_is_refused_with_its_cause(text: str, code: str) -> None:
    fault = read_number(text)
    assert isinstance(fault, Problem)
    assert fault.code == f"value.{code}"


@given(numbers)
@settings(deadline=None)
def test_every_decimal_is_read_back_from_each_of_its_spellings(number: Decimal) -> None:
    for text in (f"{number:f}", grouped(number), f"{number:f}".translate(WIDE), grouped(number).translate(WIDE)):
        assert read_number(text) == Fraction(number)


@given(numbers)
@settings(deadline=None)
def test_the_shortest_decimal_of_a_number_reads_as_that_number(number: Decimal) -> None:
    assert read_number(decimal(Fraction(number))) == Fraction(number)


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_is_a_number_or_a_problem(text: str) -> None:
    assert isinstance(read_number(text), (Fraction, Problem))


@pytest.mark.parametrize("unit", ["9", ",", "1,", "9.", "1,000", " ", "1e", "-", "９", "\u200b"])
def test_a_million_marks_are_refused_at_once(unit: str) -> None:
    started = time.process_time()
    assert isinstance(read_number(unit * 1_000_000), Problem)
    assert time.process_time() - started < 0.25
