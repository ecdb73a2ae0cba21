"""JSON that is written: what was meant, and nothing that steers a terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval_rules.json_text import json_line, json_text

STEERING = {"\u202e", "\x1b", "\x7f", "\u2028"}
VALUES = st.dictionaries(st.text(st.characters()), st.text(st.characters()) | st.none() | st.booleans())


@given(VALUES)
def test_json_says_what_was_meant_and_steers_no_terminal(value):
    for told in (json_text(value), json_line(value).decode()):
        assert json.loads(told) == value
        assert not set(told) & STEERING


@pytest.mark.parametrize("mark", ["\ud800", "\u202e", "\x7f", "\U000e0001", "\u3000"])
def test_a_mark_that_cannot_be_written_stands_by_its_number(mark):
    for told in (json_text([mark]), json_line([mark]).decode()):
        assert json.loads(told) == [mark]
        assert (mark in told) == (mark == "\u3000")


def test_chinese_stands_in_json_as_it_is_written():
    assert "满意度" in json_text({"name": "满意度\u202e"})
    assert "\\u202e" in json_text({"name": "满意度\u202e"})


def test_a_line_says_the_same_as_the_text():
    value = {"总分": "96.99", "lines": [None, True, {"a": "≥300\n人次"}]}
    line = json_line(value)
    assert line == '{"总分":"96.99","lines":[null,true,{"a":"≥300\\n人次"}]}'.encode()
    assert json_text(json.loads(line)) == json_text(value)
