"""Values are called as their type, their fact or every form calls them."""

from fractions import Fraction
from typing import ClassVar

import pytest

from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.plan.called import EVERYWHERE, INTERNAL, OF_FUNDS
from perfeval_rules.text import Text
from tests.added import registry_with
from tests.plan.small import program

RULESET = """
    [fact.staff]
    title.zh = "编制数"
    [fact.known]
    names = ["已知", "知道"]
    [fact.bare]
    [rule.a]
    type = "visits"
    score = "weight"
"""


class Cells(Reported):
    """What was visited, and a rate that is none of the fund block."""

    actual: Fraction | None = None
    rate: Fraction | None = None
    staff: Fraction | None = None

    titles: ClassVar = {"staff": Text("在编人数", "people employed")}


class Visits(IndicatorType):
    """A type whose option bears the name of something else elsewhere."""

    budget: Fraction = Fraction(1)

    name = "visits"
    title = Text("走访", "visits")
    reported = Cells
    ratio = None
    examples = (Example(),)


@pytest.fixture(scope="module")
def titles():
    made = program(RULESET, registry=registry_with(types=[Visits]))
    return {path: judge.titles for path, judge in made.plan.judges.items()}


def test_a_type_calls_what_it_reports_before_a_fact_does(titles):
    assert titles["rule.a"]["staff"] == Text("在编人数", "people employed")
    assert titles[""]["staff"] == Text("编制数")


def test_a_fact_is_called_by_its_title_else_by_the_first_of_its_names(titles):
    assert titles["rule.a"]["known"] == Text("已知")
    assert "bare" not in titles["rule.a"]


def test_what_every_row_has_is_called_as_forms_do(titles):
    assert titles["rule.a"]["actual"] == EVERYWHERE["actual"]


def test_what_a_type_means_something_else_by_is_not_called_as_elsewhere(titles):
    assert not titles["rule.a"].keys() & OF_FUNDS.keys()
    assert titles[""]["rate"] == OF_FUNDS["rate"]


def test_the_type_of_the_fund_block_is_called_as_the_block_does():
    made = program('[rule.a]\ntype = "execution"\nscore = "weight"\n')
    assert made.plan.judges["rule.a"].titles["budget"] == OF_FUNDS["budget"]


def test_every_name_is_called_in_both_languages_and_by_no_name_of_the_engines_own():
    for title in (*EVERYWHERE.values(), *OF_FUNDS.values(), *INTERNAL.values()):
        assert title.zh
        assert title.en
        assert "_" not in title.en
