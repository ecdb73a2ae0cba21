"""Where the machine hands over to the exact reading, and the names that only some forms ask for."""

from types import SimpleNamespace

import pytest

from perfeval_rules.formula.algebra import Unsayable
from perfeval_rules.machine import forms, function, questions, routes
from perfeval_rules.machine.questions import Question, Tree
from tests.machine.ways import around, through
from tests.plan.small import AS_DONE, program, row, submission

GROUPS = '[group.output]\nscore = "{score}"\n[group.quantity]\nin = "output"\n'
GRADES = '[[grade]]\nid = "good"\nat_least = 5\n[[grade]]\nid = "poor"\nat_least = 0\n'
LATE = '[fact.f]\nvalue = "1 / (sum(score) - 3)"\n'


def test_a_group_is_a_child_by_its_name():
    made = program(AS_DONE + GROUPS.format(score="count(name == 'quantity')"))
    assert through(made, [row(1, "quantity")]).look("output.score") == 1


def test_the_name_of_a_repeated_group_is_left_to_the_exact_reading():
    text = AS_DONE + '[group.all]\nscore = "count(name != \'\')"\n[group.goal]\nin = "all"\neach = "goal"\n'
    assert around(program(text), [row(1, "goal", goal="一")]) == "the name of a node of a repeated group"


def test_a_child_has_only_the_values_that_its_type_reports():
    text = '[every]\nscore = "1"\n[rule.all]\ntype = "number"\n[line.execution]\ntype = "execution"\nweight = 5\n'
    made = program(text + '[fact.f]\nvalue = "sum(budget)"\n')
    assert through(made, [row(1)], funds={"annual_budget": 7, "executed": 5}).look("f") == 7


def test_a_child_takes_from_a_fact_what_its_type_reports():
    text = '[every]\nscore = "1"\n[rule.all]\ntype = "number"\n[line.execution]\ntype = "execution"\nweight = 5\n'
    made = program(text + '[fact.budget]\nvalue = "annual_budget * 2"\n[fact.f]\nvalue = "sum(budget)"\n')
    assert through(made, [row(1)], funds={"annual_budget": 7, "executed": 5}).look("f") == 14


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("grade == 'good'", "went through the machine"),
        ("length(grade) > 4", "more than whether a text that comes later is a word"),
        ("name == grade", "more than whether a text that comes later is a word"),
        ("f > 1", "whether a value of the form is there comes later"),
    ],
)
def test_a_line_may_ask_for_what_the_form_says_later(when, words):
    made = program(AS_DONE + GRADES + LATE + f'[check.c]\nwhen = "{when}"\n')
    assert around(made, [row(3, name="good"), row(4)]) == words


def test_an_aggregate_over_what_cannot_be_said_is_left_to_the_exact_reading():
    made = program(AS_DONE + LATE + '[fact.g]\nvalue = "count(score > f)"\n')
    assert around(made, [row(3), row(4)]) != "went through the machine"


def test_a_line_says_its_options():
    text = '[every]\nscore = "1"\n[rule.all]\ntype = "count"\nreverse = "strict"\n'
    assert through(program(text), [row(1)]).lines[0].look("reverse") == "strict"


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(function, "MOST_GATHERED", 0)
    monkeypatch.setattr(routes, "MOST_LINEUPS", 0)
    made = program(AS_DONE)
    through(made, [row(1)])
    through(made, [row(1), row(2)])


def test_a_tree_that_has_grown_enough_sends_forms_the_exact_way(monkeypatch):
    monkeypatch.setattr(questions, "MOST_WAYS", 0)
    assert around(program(AS_DONE), [row(1)]) == "too many ways"


def test_a_function_that_another_thread_found_first_is_used_all_the_same():
    made = []

    def make(ask):
        made.append(len(made))
        if len(made) == 1:
            tree.leaf(form)  # as if another thread came by, and asked nothing
            ask(Question("what", "form", "a"))
        return f"leaf {made[-1]}"

    form = SimpleNamespace(asking=lambda question: lambda of: 1)
    tree = Tree(make)
    assert tree.leaf(form) == "leaf 1"
    assert tree.leaf(form) == "leaf 1"


def test_the_form_sees_no_children_one_by_one():
    with pytest.raises(Unsayable, match="one by one"):
        forms.FormTrace.children(None, None, None)


def test_the_functions_of_a_line_and_the_total_can_be_read():
    made = program(
        '[every]\ntype = "number"\nscore = "actual"\n[scoring]\nplaces = { line = 2, total = 2 }\n[rule.all]\n'
    )
    line, total = made.machine_sources(submission([row(3, weight=5)]), 1)
    assert made.machine_sources(submission([row(3, weight=5)]), 0) == (total,)
    assert line == "def rule_all(actual):\n    return actual\n# 1 stands for 0.01\n# actual = 300"
    assert "def form(given):" in total


def test_a_form_that_goes_the_exact_way_has_no_functions():
    made = program(AS_DONE)
    assert made.machine_sources(submission([row("0.0000000000001")]), 1) == ()
