"""The machine chooses rules as the exact reading does: by texts, by blanks, and by numbers."""

import pytest

from perfeval_rules.machine.rules import Test as Condition
from tests.machine.ways import bound, through
from tests.plan.small import program, row

HEAD = '[group.output]\n[group.benefit]\n[words]\ngood = ["好"]\n[every]\ntype = "number"\n'


def chosen(rules, *rows, **form):
    """What takes each row, by both readings."""
    made = program(
        HEAD + "".join(f"[rule.{name}]\n{f'when = {when!r}' if when else ''}\n" for name, when in rules.items())
    )
    return made, [line.judge.removeprefix("rule.") for line in through(made, rows, **form).lines]


def test_a_rule_is_chosen_by_a_number():
    rules = {"low": "actual < 3", "more": "actual < target - 5", "rest": ""}
    assert chosen(rules, row(1), row(3), row(4.99), row(5), row(""))[1] == ["low", "more", "more", "rest", "rest"]


@pytest.mark.parametrize("actual", [0, 1, ""])
def test_a_condition_without_a_value_does_not_hold(actual):
    assert chosen({"a": "1 / actual > 0.5", "b": ""}, row(actual))[1] == ["a" if actual == 1 else "b"]


def test_a_condition_that_only_the_numbers_leave_without_a_value_does_not_hold():
    rules = {"a": "1 / (actual - 2) > 0", "b": "at_least(actual, [[2, 1]]) > 0"}
    assert chosen(rules, row(1), row(2), row(3))[1] == ["", "b", "a"]


def test_a_rule_is_chosen_by_a_text_a_group_and_a_blank():
    rules = {"word": "mentions(name, 'good')", "group": "within('output')", "blank": "not given(actual)"}
    rows = (row(1, name="好"), row(1, "output"), row("", "benefit"), row(2, "benefit"))
    assert chosen(rules, *rows)[1] == ["word", "group", "blank", ""]


def test_a_rule_is_chosen_by_what_the_form_says():
    assert chosen({"late": "year > 2020", "early": ""}, row(1), year=2021)[1] == ["late"]
    assert chosen({"late": "year > 2020", "early": ""}, row(1), year=2019)[1] == ["early"]


def test_rows_that_answer_alike_are_chosen_without_working_out_again():
    made, _ = chosen({"low": "actual < 3", "rest": ""}, row(1), row(5))
    ways = len(made.machine.rules.ways)
    assert [line.judge for line in through(made, [row(2), row(7)]).lines] == ["rule.low", "rule.rest"]
    assert len(made.machine.rules.ways) == ways == 2


def test_two_conditions_of_one_making_are_one():
    one, other = (Condition("def condition(): …", (), run) for run in (bool, int))
    assert one == other
    assert len({one, other}) == 1


def test_a_line_of_the_ruleset_is_not_asked_of_the_rules():
    made = program('[every]\ntype = "number"\n[line.a]\n[rule.b]\nwhen = "actual < 3"\n')
    rows = [row(1, name="a"), row(2)]
    assert [line.judge for line in through(made, rows).lines] == ["line.a", "rule.b"]
    assert bound(made, rows).lines[0].judge == "line.a"
