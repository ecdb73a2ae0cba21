"""A line under one judge says in the machine what it says in the exact reading, and to aggregates what they ask."""

import ast
from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import Unsayable
from perfeval_rules.formula.language import parse
from perfeval_rules.machine.lines import GATHERED, Contribution, LineTrace
from tests.machine.ways import around, through
from tests.plan.small import AS_DONE, evaluate, look, program, row

DENOMINATORS = "numbers whose denominators differ from line to line"
SPLIT = (
    '[scoring]\nplaces = { line = 2, total = 2 }\ntotal = "sum(score)"\n[group.a]\nweight = 90\nsplit = "rows"\n'
    '[every]\ntype = "number"\nscore = "weight * min(actual / target, 1)"\n[rule.all]\n'
)


def shared(*actual):
    """What lines of one group, without points of their own, score."""
    rows = [row(one, "a", weight="") for one in actual]
    assert around(program(SPLIT), rows) in ("went through the machine", DENOMINATORS)
    return [line.score for line in evaluate(program(SPLIT), rows).lines]


def test_a_line_without_points_gets_its_share_of_its_group():
    assert shared(5, 10, 3) == [15, 30, 9]
    assert shared(*range(1, 8)) == [Fraction(one) for one in ("1.29", "2.57", "3.86", "5.14", "6.43", "7.71", "9")]


def test_an_option_of_a_type_the_type_and_the_group_are_names():
    text = "[group.a]\n[every]\ntype = \"threshold\"\nreverse = \"strict\"\n[rule.a]\nscore = \"1 if reverse == 'strict' and type == 'threshold' and within('a') else 2\"\n"
    line = through(program(text), [row(1, "a")]).lines[0]
    assert [look(line, name) for name in ("score", "reverse", "type", "group")] == [1, "strict", "threshold", "a"]


ONE_REPORTS = """
    [every]
    type = "number"
    [rule.a]
    score = "executed"
    [fact.f]
    value = "count(given(executed))"
    [fact.g]
    value = "sum(executed)"
"""


def test_a_value_that_only_other_types_report_is_a_lines_no_more_than_its_childs():
    scope = through(program(ONE_REPORTS), [row(1, values={"executed": 5})], funds={"executed": 7})
    assert [look(line, "score") for line in scope.lines] == [7]
    assert (look(scope, "f"), look(scope, "g")) == (0, 0)


def test_among_children_a_reported_value_is_each_childs_own():
    text = '[line.own]\ntype = "execution"\n' + AS_DONE + '[fact.f]\nvalue = "sum(executed)"\n'
    for rows in ([row(1, name="own"), row(2)], [row(2)]):
        through(program(text), rows, funds={"executed": 7, "annual_budget": 10})


def test_what_a_line_adds_for_an_aggregate_may_rest_on_what_the_form_gave_before():
    text = (
        AS_DONE
        + '[fact.most]\nvalue = "largest(score)"\ndefault = 0\n[check.c]\nof = "form"\nwhen = "count(score > most / 2) > 1"\nmessage.zh = "x"\n'
    )
    assert look(through(program(text), [row(3), row(4), row(1)]), "check.c") is True


def test_a_contribution_that_the_machine_cannot_say_goes_the_exact_way():
    text = (
        AS_DONE
        + '[fact.least]\nvalue = "1 / (sum(score) - 7)"\n[check.c]\nof = "form"\nwhen = "count(score > least) > 0"\n'
    )
    assert around(program(text), [row(3), row(4)]) == "whether a value of the form is there comes later"
    assert around(program(text), [row(3), row(5)]) == "whether a value of the form is there comes later"


def test_two_aggregates_that_ask_the_same_ask_it_once():
    one, other, third = (parse(text).tree for text in ("score * 2", "score  *  2", "score * 3"))
    assert Contribution.of("sum", one)[:2] == Contribution.of("sum", other)[:2]
    assert Contribution.of("sum", one) != Contribution.of("sum", third)
    assert Contribution.of("any", one)[:2] == Contribution.of("all", one)[:2]
    assert Contribution.of("sum", one) != Contribution.of("count", one)


def test_a_contribution_is_told_in_its_authors_words():
    made = Contribution.of("largest", parse("score * 2").tree)
    assert str(made) == "score * 2"
    assert made.gathering == GATHERED["largest"] == "best"
    assert isinstance(ast.parse(made.words, mode="eval"), ast.Expression)


def test_a_formula_of_a_line_knows_no_children():
    with pytest.raises(Unsayable, match="aggregate"):
        LineTrace.children(None, None, None)
