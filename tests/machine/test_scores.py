"""Only the scores: a number that is not there is None, and so is a grade that is not given."""

from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.machine.scores import number, text
from tests.plan.small import AS_DONE, program, row, submission

GRADES = '[[grade]]\nid = "good"\nat_least = 5\n'
WAYS = {"through the machine": "3.5", "the exact way": "3.5000000000001"}


def scored(actual, *rows, ruleset=AS_DONE + GRADES):
    made = program(ruleset)
    return made.score(made.values(submission([row(actual), *rows])))


@pytest.mark.parametrize("actual", WAYS.values(), ids=WAYS)
def test_scores_outcomes_total_and_grade_are_given(actual):
    scores = scored(actual, row(2))
    assert scores.lines == (Fraction(actual), 2)
    assert scores.outcomes == ("scored", "scored")
    assert (scores.total, scores.grade) == (Fraction(actual) + 2, "good")


@pytest.mark.parametrize("actual", WAYS.values(), ids=WAYS)
def test_what_is_not_there_is_never_0(actual):
    scores = scored(actual, row(""))
    assert scores.lines == (Fraction(actual), None)
    assert scores.outcomes == ("scored", "not_reported")
    assert (scores.total, scores.grade) == (None, None)


@pytest.mark.parametrize("actual", WAYS.values(), ids=WAYS)
def test_a_total_below_all_grades_has_none(actual):
    assert scored(actual).grade is None


def test_the_same_values_give_the_same_scores_again():
    made = program(AS_DONE)
    values = made.values(submission([row(3)]))
    assert made.score(values).total == made.score(values).total == 3
    assert values.route is not None


def test_only_a_number_is_a_number_and_only_a_text_a_text():
    assert (number(Fraction(1)), number(NoValue("absent")), number(None), number(True)) == (1, None, None, None)
    assert (text("good"), text(NoValue("absent")), text(None)) == ("good", "", "")
