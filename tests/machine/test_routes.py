"""The way of a form: stage by stage, as many as its formulas need, through functions that read as people write."""

import os
from pathlib import Path

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.machine.routes import filled
from perfeval_rules.machine.sources import Later
from perfeval_rules.plan.binding import bind
from tests.machine.ways import bound, functions, through
from tests.plan.small import AS_DONE, look, program, row

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
GRADES = '[[grade]]\nid = "good"\nat_least = 5\n[[grade]]\nid = "poor"\nat_least = -100\n'


def stages(made, rows=()):
    return made.machine.route(made.machine.everything, bound(made, rows)).stages


def test_a_reason_may_ask_for_total_and_grade():
    text = (
        AS_DONE
        + GRADES
        + '[reason.why]\nwhen = "score < total / 2 and grade == \'good\'"\nneeds = ["cause"]\n[words]\ncause = ["因"]\n'
    )
    made = program(text)
    scope = through(made, [row(4), row(1, reason="因故"), row(1)])
    assert [look(line, "reason.why") for line in scope.lines] == [False, True, True]
    scope = through(made, [row(1), row(0)])
    assert [look(line, "reason.why") for line in scope.lines] == [False, False]


def test_a_reason_about_a_total_that_is_withheld_is_the_same():
    text = AS_DONE + GRADES + '[check.c]\nwhen = "score < total"\nmessage.zh = "x"\n'
    through(program(text), [row(4), row("")])


def test_stages_go_on_as_long_as_formulas_ask():
    text = AS_DONE + (
        '[fact.most]\nvalue = "largest(score)"\ndefault = 0\n'
        '[fact.near]\nof = "line"\nvalue = "score / 2 + most"\n'
        '[fact.sum_near]\nvalue = "sum(near)"\n[fact.last]\nof = "line"\nvalue = "sum_near - near"\n'
        '[fact.least]\nvalue = "smallest(last)"\ndefault = 0\n'
    )
    made = program(text)
    scope = through(made, [row(4), row(2), row(8)])
    assert [look(line, "near") for line in scope.lines] == [10, 9, 12]
    assert [look(scope, name) for name in ("most", "sum_near", "least")] == [8, 31, 19]
    assert len(stages(made, [row(4)])) == 3


def test_what_only_the_whole_form_asks_is_not_worked_out_for_a_score():
    made = program(AS_DONE + '[check.c]\nwhen = "score > total / 2"\nmessage.zh = "x"\n')
    assert len(stages(made, [row(4)])) == 2
    assert len(functions(made, [row(4)])) == 2


def test_what_the_form_gave_stands_where_it_is_waited_for():
    assert filled((1, Later(1), Later(0)), (7, 8)) == (1, 8, 7)
    assert filled((Later(0),), 9) == (9,)


@pytest.fixture(scope="module")
def shanghai():
    engine = Engine()
    path = ROOT / "examples" / "shanghai-2020-form.txt"
    form, _ = engine.read(path.read_bytes(), path.name)
    made = engine.program("cn-sh-2020")
    given = bind(made.ruleset, made.plan, made.chart, form).form
    return made.machine.route(made.machine.scores, given)


def test_the_functions_of_the_shanghai_form_read_well(shanghai):
    (stage,) = shanghai.stages
    count = next(one for one in stage.ready.functions if one.name == "rule_count")
    told = f"{count.source}\n\n{stage.ready.form.source}"
    path = GOLDEN / "shanghai-machine.py.txt"
    if os.environ.get("PERFEVAL_GOLDEN") == "write":
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


def test_a_function_holds_whole_numbers_alone(shanghai):
    for stage in shanghai.stages:
        for _, taken in stage.calls:
            assert all(type(one) in (int, str) for one in taken)
