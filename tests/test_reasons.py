"""The verdict on a reason, in the order of format section 8."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.algebra import Words
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.language import compose
from perfeval_rules.readings.exact import Exact
from perfeval_rules.reasons import VERDICTS, verdict

LISTS = {
    "placeholder": Words(("无", "同上", "/"), whole=True),
    "says-missed": Words(("未完成",)),
    "says-done": Words(("已完成",)),
    "cause": Words(("由于", "因")),
    "measure": Words(("加强", "改进")),
}


class Answer:
    """The names that a verdict asks for."""

    def __init__(self, text, met):
        self.values = {"_text": text, "met": met}

    def __getitem__(self, name):
        return self.values[name]

    def words(self, name):
        return LISTS[name]


def judged(text, needs=("cause", "measure"), least=6, most=20, of_line=True, met=False):
    return evaluate(compose(verdict(needs, least, most, of_line)), Exact(), Answer(text, met))


def test_a_reason_with_all_it_needs_is_sufficient():
    assert judged("由于下雨，加强管理") == "sufficient"


@pytest.mark.parametrize("text", ["", "无", " 同上 ", "/"])
def test_a_blank_reason_or_a_placeholder_is_no_reason(text):
    assert judged(text) == "missing"
    assert judged(text, (), None, None, False) == "missing"


def test_a_word_that_merely_holds_a_placeholder_is_a_reason():
    assert judged("无法施工", (), None, None) == "sufficient"


def test_a_reason_of_the_least_and_the_greatest_length_is_long_enough_and_not_too_long():
    assert judged("由于加强管", (), 6, 20) == "too-short"
    assert judged("由于加强管理", (), 6, 20) == "sufficient"
    assert judged("长" * 20, (), 6, 20) == "sufficient"
    assert judged("长" * 21, (), 6, 20) == "too-long"


def test_without_bounds_no_length_matters():
    assert judged("因", (), None, None) == "sufficient"
    assert judged("因" * 1000, (), None, None) == "sufficient"


def test_a_reason_that_contradicts_the_result_is_told_before_what_it_lacks():
    assert judged("本年已完成全部任务", met=False) == "contradicts"
    assert judged("本年未完成全部任务", met=True) == "contradicts"
    assert judged("本年未完成全部任务", met=False) == "weak"
    assert judged("本年已完成全部任务", met=True) == "weak"


def test_a_line_that_was_neither_met_nor_missed_cannot_be_contradicted():
    assert judged("本年已完成未完成任务", met=None) == "weak"


def test_a_reason_of_the_form_cannot_contradict():
    assert judged("本年已完成全部任务", (), of_line=False) == "sufficient"


@pytest.mark.parametrize("text", ["由于连日下雨停工", "今后加强现场管理"])
def test_every_need_must_be_met(text):
    assert judged(text) == "weak"
    assert judged(text, ()) == "sufficient"


def test_what_is_too_short_is_told_before_what_contradicts():
    assert judged("已完成") == "too-short"


@settings(deadline=None)
@given(st.text(max_size=30), st.booleans() | st.none(), st.booleans())
def test_every_text_gets_one_of_the_verdicts(text, met, of_line):
    assert judged(text, met=met, of_line=of_line) in VERDICTS


@settings(deadline=None)
@given(st.text(max_size=30), st.permutations(["cause", "measure"]), st.booleans())
def test_the_order_of_needs_does_not_matter(text, needs, met):
    assert judged(text, needs, met=met) == judged(text, ("cause", "measure"), met=met)
