import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval_rules.values.problem import Problem
from perfeval_rules.values.spelling import plain, unwelcome


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("９０％", "90%"),
        ("＞＝３", ">=3"),
        ("﹥５", ">5"),
        ("１，０４８．５", "1,048.5"),
        ("−8", "-8"),
        ("5　个", "5 个"),
        ("￥5", "¥5"),
    ],
)
def test_full_width_marks_are_made_plain(written: str, read: str) -> None:
    assert plain(written) == read


@given(st.text())
def test_a_plain_text_has_one_mark_for_each_that_was_written(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("mark", ["\u200b", "\u202e", "\u2066", "\ufeff", "\x00", "\x1b", "\u2028", "\ud800", "\ue000"])
def test_invisible_marks_are_unwelcome_and_named(mark: str) -> None:
    fault = unwelcome(f"9{mark}0")
    assert isinstance(fault, Problem)
    assert fault.code == "value.hidden-marks"
    assert fault.values["mark"] == f"U+{ord(mark):04X}"


@pytest.mark.parametrize("text", ["٣", "९", "𝟗", "1٢3", "๕"])
def test_digits_of_other_scripts_are_unwelcome(text: str) -> None:
    fault = unwelcome(text)
    assert isinstance(fault, Problem)
    assert fault.code == "value.foreign-digits"


@pytest.mark.parametrize("text", ["", "≥300人次\n", "第①期　完成", "９０％", "50m²"])
def test_line_breaks_wide_blanks_and_full_width_digits_are_welcome(text: str) -> None:
    assert unwelcome(text) is None
