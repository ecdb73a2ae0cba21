"""An algebra as code of plugins gets it: nothing is raised that it could catch, and a lack goes where it is asked for."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.formula.additions import FAILED
from perfeval_rules.formula.algebra import Failure, NoValue, Words
from perfeval_rules.readings.carrying import Carrying, bare
from perfeval_rules.readings.exact import Exact
from perfeval_rules.text import Text

SAY = Carrying(Exact("half-even"))
ONE, NOTHING = Fraction(1), Fraction(0)
LACK = SAY.stop("odd")
FAILURE = NoValue(FAILED, failure=Failure("sample", "f", Text("错", "wrong")))


def test_values_are_those_of_the_other_algebra():
    assert SAY.rounding == "half-even"
    assert [SAY.number(1), SAY.text("好"), SAY.day(date(2024, 1, 1)), SAY.truth(True)] == [
        1,
        "好",
        date(2024, 1, 1),
        True,
    ]
    assert [SAY.add(ONE, ONE), SAY.sub(ONE, ONE), SAY.mul(ONE, ONE), SAY.div(ONE, Fraction(2))] == [
        2,
        0,
        1,
        Fraction(1, 2),
    ]
    assert (SAY.floor(Fraction(3, 2)), SAY.negative(ONE)) == (1, -1)
    assert [SAY.contains("天气", "天"), SAY.is_just(" 天 ", "天"), SAY.length("天气")] == [True, True, 2]
    assert SAY.mentions("天气", Words(("雨", "天")))
    assert SAY.days(date(2024, 1, 1), date(2024, 1, 3)) == 2
    assert (SAY.negation(True), SAY.holds(True), SAY.holds(False)) == (False, True, False)
    assert SAY.outside(lambda x, y: x if y is None else y, [ONE, None]) == 1


def test_what_has_no_value_is_a_value_that_goes_on():
    lack = SAY.div(ONE, NOTHING)
    assert isinstance(lack, NoValue)
    assert lack.code == "division-by-zero"
    assert (
        SAY.add(ONE, lack) is SAY.compare("<", lack, LACK) is SAY.choose(lack, bare, bare) is SAY.length(lack) is lack
    )
    with pytest.raises(NoValue, match="division-by-zero"):
        bare(lack)


def test_a_failure_goes_before_any_other_lack():
    assert SAY.add(LACK, FAILURE) is SAY.add(FAILURE, LACK) is FAILURE


def test_a_part_that_is_not_taken_may_lack_a_value():
    assert SAY.choose(True, lambda: ONE, lambda: LACK) == 1
    assert SAY.choose(False, lambda: ONE, lambda: LACK) is LACK


def test_whether_a_part_has_a_value_may_be_asked_and_what_failed_is_covered_by_nothing():
    assert (SAY.given(lambda: LACK), SAY.given(lambda: ONE), SAY.given(lambda: "")) == (False, True, False)
    assert SAY.default(lambda: LACK, lambda: ONE) == 1
    assert SAY.given(lambda: FAILURE) is FAILURE
    assert (SAY.failed(lambda: FAILURE), SAY.failed(lambda: LACK)) == (True, False)


def test_one_part_may_decide_whatever_the_others_lack():
    assert SAY.every([lambda: LACK, lambda: False]) is False
    assert SAY.some([lambda: LACK, lambda: True]) is True
    assert SAY.every([lambda: LACK, lambda: True]) is LACK


def test_what_python_is_not_given_has_no_value():
    assert SAY.outside(lambda x: x, [LACK]) is LACK
