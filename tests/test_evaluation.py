"""What a form scored."""

from fractions import Fraction
from functools import partial
from types import SimpleNamespace

import pytest

from perfeval_rules.evaluation import OUTCOME_TITLES, OUTCOMES, Evaluation, number


def test_every_outcome_is_called_something_in_both_languages():
    assert set(OUTCOME_TITLES) == set(OUTCOMES)
    assert [(outcome, OUTCOME_TITLES[outcome].zh, OUTCOME_TITLES[outcome].en) for outcome in OUTCOMES] == [
        ("scored", "已评分", "scored"),
        ("accepted", "采用自评", "accepted"),
        ("manual", "待人工", "manual"),
        ("not_reported", "未填报", "not reported"),
        ("not_applicable", "不适用", "not applicable"),
        ("stopped", "无法评分", "stopped"),
        ("unweighted", "无分值", "unweighted"),
        ("failed", "插件故障", "failed"),
    ]


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [(None, 2, None), (Fraction(10), 2, "10.00"), (Fraction(10), None, "10"), (Fraction(1, 3), None, "1/3")],
)
def test_a_number_is_text_and_never_a_float(value, places, text):
    assert number(value, places) == text


def test_a_line_is_asked_for_by_number_id_or_name():
    names = (("预算执行率", "execution"), ("满意度", ""), ("满意度", ""), ("2020", ""))
    lines = tuple(SimpleNamespace(number=n, name=name, id=ident) for n, (name, ident) in enumerate(names, 1))
    asked = partial(Evaluation.line, SimpleNamespace(lines=lines))
    assert asked(1) == asked("1") == asked(" execution ") == asked("预算执行率") == lines[:1]
    assert asked("满意度") == lines[1:3]
    assert asked("没有") == ()
    assert asked("2020") == ()
