"""Submitted texts as exact values, and what is told of those that cannot be read."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.findings import Place, Written
from perfeval_rules.formula.evaluator import Words
from perfeval_rules.plan.reader import NOT_THERE, Reader

KINDS = ("number", "money", "date", "boolean", "yes_no")


@pytest.fixture
def reader():
    return Reader(2020, "万元", {"yes": Words(("是",), True), "no": Words(("否",), True)})


def told(reader):
    return [(finding.code, finding.path) for finding in reader.findings]


def at(text):
    return Written(text, Place("form.txt", 3, 5))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("blank", sorted(NOT_THERE))
def test_a_mark_for_nothing_is_no_value_and_no_fault(reader, kind, blank):
    assert reader.value(kind, at(f" {blank} "), "x") is None
    assert reader.findings == []


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("number", "1,234.5", Fraction("1234.5")),
        ("number", "90%", Fraction(90)),
        ("money", "1.5", Fraction(15_000)),
        ("money", "1.5元", Fraction("1.5")),
        ("date", "2020年12月31日", date(2020, 12, 31)),
        ("date", "12月31日", date(2020, 12, 31)),
        ("boolean", " 是 ", True),
        ("yes_no", "否", False),
        ("text", " 无 ", " 无 "),
    ],
)
def test_a_value_is_read_by_its_kind(reader, kind, text, value):
    assert reader.value(kind, at(text), "x") == value
    assert reader.findings == []


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("number", "很多", "form.not-a-number"),
        ("number", "2020年5月", "form.not-a-number"),
        ("number", "1e5", "value.exponent"),
        ("money", "很多", "value.amount-unclear"),
        ("date", "尽快", "form.not-a-date"),
        ("date", "300", "form.not-a-date"),
        ("boolean", "也许", "form.not-yes-no"),
    ],
)
def test_what_cannot_be_read_has_no_value_and_is_told_once_at_its_place(reader, kind, text, code):
    assert reader.value(kind, at(text), "rows[0].x") is None
    (finding,) = reader.findings
    assert (finding.code, finding.at, finding.path) == (code, Place("form.txt", 3, 5), "rows[0].x")
    assert finding.length == len(text)


def test_without_word_lists_no_answer_is_known():
    reader = Reader(None, "", {})
    assert reader.answer(at("是"), "x") is None
    assert told(reader) == [("form.not-yes-no", "x")]


def test_a_date_without_a_year_is_none_where_the_form_has_none():
    reader = Reader(None, "", {})
    assert reader.day(at("12月31日"), "x") is None
    assert told(reader) == [("value.date-without-year", "x")]


def test_a_cell_is_kept_with_what_is_wrong_with_it(reader):
    cell = reader.cell(at("约300人"), "rows[0].actual")
    assert cell.text == "约300人"
    assert told(reader) == [("value.approximate", "rows[0].actual")]


@settings(deadline=None)
@given(text=st.text(max_size=60), kind=st.sampled_from([*KINDS, "text"]))
def test_no_text_breaks_the_reader(text, kind):
    reader = Reader(2020, text[:5], {"yes": Words(("是",), True)})
    reader.value(kind, Written(text), "x")
    reader.cell(Written(text), "x")


@pytest.mark.parametrize("text", ["100万元", "100万", "60小时", "3个月", "≥400", "100万人次", "1公顷"])
def test_a_unit_or_sign_that_has_no_part_in_a_plain_number_is_told(text, reader):
    assert reader.number(Written(text), "rows[0].values.x") == Fraction("".join(filter(str.isdigit, text)))
    (found,) = reader.findings
    assert (found.code, found.severity) == ("form.unit-not-used", "warning")
    assert text in found.say("zh")


@pytest.mark.parametrize("text", ["100人", "100%", "=100", "100分", "1００", "100"])
def test_how_many_of_something_per_cent_and_points_are_plain_numbers(text, reader):
    assert (reader.number(Written(text), ""), reader.findings) == (100, [])
