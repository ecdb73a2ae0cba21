"""Where a command's answer goes."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.cli.output import Output, json_text, refusal
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Text

FINDING = Finding("form.x", "error", Place("a", 1), Text("坏了", "broken"))


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.text() | st.none() | st.booleans()))
def test_json_says_what_was_meant_and_steers_no_terminal(value):
    told = json_text(value)
    assert json.loads(told) == value
    assert not set(told) & {"\u202e", "\x1b", "\x7f", "\u2028"}


def test_chinese_stands_in_json_as_it_is_written():
    assert "满意度" in json_text({"name": "满意度\u202e"})
    assert "\\u202e" in json_text({"name": "满意度\u202e"})


def test_a_refusal_goes_to_standard_error_for_people(capsys):
    Output("zh").refuse([FINDING])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("错误  坏了")


def test_a_refusal_is_the_answer_for_programs(capsys):
    Output("zh", as_data=True).refuse([FINDING])
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out) == refusal([FINDING])
