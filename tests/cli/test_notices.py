"""Findings as people read them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.cli.notices import SHOWN, notices, pointed, summary
from perfeval_rules.cli.page import Line
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Text, width


def finding(severity, zh="甲", **changes):
    return Finding("form.x", severity, changes.pop("at", Place("a", 1, 1)), Text(zh, zh), **changes)


def texts(found, language="zh"):
    return [block.lead + block.text for block in notices(found, language) if isinstance(block, Line)]


def test_the_gravest_comes_first_and_the_order_is_kept_within_a_severity():
    found = [finding("info", "一"), finding("error", "二"), finding("warning", "三"), finding("error", "四")]
    told = [text for text in texts(found) if text[:2] in {"错误", "警告", "提示"}]
    assert told == ["错误  二", "错误  四", "警告  三", "提示  一"]


def test_a_finding_says_what_where_why_and_what_to_do():
    found = finding("error", advice=Text("补写", "add"), rule="reason.x", at=Place(cell="自评表!D13"))
    assert texts([found]) == ["错误  甲", "      → 补写", "      自评表!D13  form.x  规则 reason.x"]


def test_a_finding_without_a_place_tells_its_path():
    assert texts([finding("error", at=Place(), path="rows[0].reason")])[1] == "      rows[0].reason  form.x"


def test_a_source_line_is_shown_only_where_its_place_is_known():
    assert len(texts([finding("error", line="x = 1")])) == 4
    assert len(texts([finding("error", line="x = 1", at=Place("a", 1))])) == 2


def test_no_finding_can_look_like_two():
    forged = finding("error", "甲\n\n错误  乙")
    assert texts([forged])[0] == "错误  甲 错误 乙"


def test_findings_are_counted_by_severity():
    found = [finding("error"), finding("info"), finding("error")]
    assert summary(found, "zh") == "共 3 条：错误 2，提示 1"
    assert summary(found, "en") == "3 found: error 2, note 1"


@pytest.mark.parametrize(
    ("line", "column", "length", "carets"),
    [
        ("x = 1", 5, 1, "    ^"),
        ("满意度 = 95", 7, 2, "　　　   ^^"),
        ("a满意度", 2, 2, " ＾＾"),
        ("x", 9, 3, " ^"),
        ("x", 1, 99, "^"),
        ("\ta", 2, 1, " ^"),
        ("a\u202eb", 3, 1, "       ^"),
        ("", 1, 1, "^"),
    ],
)
def test_carets_stand_right_under_the_fault(line, column, length, carets):
    assert pointed(line, column, length)[1] == carets


@settings(deadline=None)
@given(st.text(alphabet="ab满意=\t\u202e", min_size=1, max_size=300), st.data())
def test_the_caret_stands_where_the_mark_stands_in_lines_of_any_length(line, data):
    column = data.draw(st.integers(1, len(line)))
    shown, carets = pointed(line, column, 1)
    mark = carets.lstrip(" 　")
    before = width(carets[: len(carets) - len(mark)])
    start = next(n for n in range(len(shown)) if width(shown[:n]) == before)
    told = "\\u202e" if line[column - 1] == "\u202e" else line[column - 1].replace("\t", " ")
    assert shown[start:].startswith(told)
    assert width(mark) == width(told)
    assert width(shown) <= SHOWN + 8


def test_a_long_line_is_cut_around_the_fault():
    shown, carets = pointed("a" * 200 + "满" + "b" * 200, 201, 1)
    assert shown.startswith("…a")
    assert shown.endswith("b…")
    assert carets.endswith(" ＾")
