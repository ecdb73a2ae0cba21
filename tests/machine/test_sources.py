"""Numbers, texts and dates of a form reach the functions as they were written, whatever their scale."""

import gc
from dataclasses import replace
from fractions import Fraction

import pytest

from perfeval_rules.machine.given import Missing
from perfeval_rules.machine.sources import FormSource, LineSource
from tests.machine.ways import around, assert_same, bound, through
from tests.plan.small import AS_DONE, look, program, row, submission

RATIO = (
    AS_DONE
    + '[fact.f]\nvalue = "annual_budget / executed"\n[fact.g]\nvalue = "sum(actual * f)"\n[check.c]\nwhen = "score > f"\nmessage.zh = "x"\n'
)


def test_a_fact_that_is_no_decimal_is_handed_over_as_a_quotient():
    made = program(RATIO.replace("sum(actual * f)", "count(actual > f)"))
    scope = through(made, [row(90), row(91)], funds={"annual_budget": 2450, "executed": 27})
    assert look(scope, "f") == Fraction(2450, 27)
    assert [look(line, "check.c") for line in scope.lines] == [False, True]
    assert look(scope, "g") == 1


@pytest.mark.parametrize("budget", ["-2450", "0", "27"])
def test_a_quotient_has_the_sign_it_has(budget):
    made = program(RATIO.replace("sum(actual * f)", "count(actual > f)"))
    through(made, [row(-91), row(0), row(2)], funds={"annual_budget": budget, "executed": "27"})


def test_a_sum_over_a_quotient_of_the_form_is_the_same_either_way():
    around(program(RATIO), [row(90), row(91)], funds={"annual_budget": 2450, "executed": 27})


@pytest.mark.parametrize("actual", ["0.01", "0.001", "0.0000001", "-0.000000000001", "123456789012345.67", "-5", "0"])
def test_every_decimal_that_a_scale_holds_goes_through_the_machine(actual):
    assert [look(line, "score") for line in through(program(AS_DONE), [row(actual), row(1)]).lines] == [
        Fraction(actual),
        1,
    ]


def test_two_texts_of_a_row_are_compared_with_one_another():
    text = (
        AS_DONE
        + '[check.c]\nwhen = "name == reason"\nmessage.zh = "x"\n[check.d]\nwhen = "name == department"\nmessage.zh = "x"\n'
    )
    rows = [row(1, name="甲", reason="甲"), row(1, name="甲", reason="乙"), row(1, name="局")]
    scope = through(program(text), rows, department="局")
    assert [(look(line, "check.c"), look(line, "check.d")) for line in scope.lines] == [
        (True, False), (False, False), (False, True),
    ]  # fmt: skip


def test_a_text_of_a_row_is_not_mistaken_for_a_grade_that_comes_later():
    text = AS_DONE + '[check.c]\nwhen = "name == grade"\nmessage.zh = "x"\n[[grade]]\nid = "good"\nat_least = 1\n'
    made = program(text)
    rows = [row(3, name="good"), row(4, name="other")]
    assert around(made, rows) == "more than whether a text that comes later is a word"


def test_dates_are_days_counted():
    text = (
        AS_DONE
        + '[fact.start]\nof = "line"\nkind = "date"\nnames = ["开始"]\n[fact.end]\nof = "line"\nkind = "date"\nnames = ["结束"]\n'
    )
    text += '[check.c]\nwhen = "days(start, end) > 30 and start < end"\nmessage.zh = "x"\n'
    rows = [row(1, values={"start": "2024-01-01", "end": f"2024-0{month}-01"}) for month in (1, 2, 3)]
    scope = through(program(text), [*rows, row(1)])
    assert [look(line, "check.c") for line in scope.lines] == [False, True, True, "no absent"]


def test_a_name_that_nobody_says_is_missing():
    made = program(AS_DONE)
    source = made.machine.scores.early(bound(made, [row(1)], year=2020))
    assert (source.find("year"), source.find("unheard"), source.find("of.nothing")) == (2020, Missing, Missing)


def test_a_name_of_a_node_is_found_under_the_name_that_the_form_gives_it():
    made = program(AS_DONE)
    source = made.machine.scores.early(bound(made, [row(1)]))
    source = replace(source, values={"output/甲._worth": 7}, real={"output/1": "output/甲"})
    assert source.find("output/1._worth") == 7
    assert source.find("output/1._held") is source.find("output/2._worth") is Missing


def test_what_needs_no_line_is_told_by_the_names_of_the_form_itself():
    source = FormSource.of(program(AS_DONE).plan, bound(program(AS_DONE), [row(1)], year=2020))
    source = replace(source, real={"output/1": "output/甲"}).with_values(
        {"output/1._worth": 7, "scoring.total": 5, "f": 3}
    )
    assert source.early() == {"output/甲._worth": 7, "scoring.total": 5, "f": 3}


@pytest.mark.parametrize("project", ["民政局", "财政局", ""])
def test_two_texts_of_the_form_are_compared_with_one_another(project):
    made = program(AS_DONE + '[check.c]\nof = "form"\nwhen = "department == project"\n')
    for _ in range(2):
        scope = through(made, [row(1)], department="民政局", project=project)
        assert scope.look("check.c") is (project == "民政局")


def test_of_a_form_that_was_scored_nothing_is_kept():
    made = program(
        AS_DONE + '[group.output]\n[fact.f]\nvalue = "sum(actual, \'output\')"\n[check.c]\nwhen = "score > f"\n'
    )
    for n in range(3):
        assert_same(made, submission([row(n, "output"), row(n + 1)], department=f"部门{n}"))
    gc.collect()
    kept = [one for one in gc.get_objects() if isinstance(one, (FormSource, LineSource))]
    assert kept == []
