"""Which blank values keep a line from being scored."""

import ast

import pytest

from perfeval_rules.formula.language import parse
from perfeval_rules.plan.lacking import needed_beside
from tests.plan.small import evaluate, program, row


def lacking(text, *rows, **form):
    (told,) = evaluate(program(text), rows, **form).findings
    assert told.code == "form.not-reported"
    return told.values["lacking"].zh


def rule(score, kind="number", more=""):
    return f'[rule.all]\ntype = "{kind}"\nscore = "{score}"\n{more}'


@pytest.mark.parametrize(
    ("formula", "at", "names"),
    [
        ("a / b + c", "a", "abc"),
        ("min(a, b) > c", "b", "abc"),
        ("a if b > 0 else c", "b", "b"),
        ("a * b if c else 0", "a", "ab"),
        ("ifs(a > b, c, 0)", "a", "ab"),
        ("a + ifs(b > 0, c, 0)", "a", "a"),
        ("a + if_blank(b, 0)", "a", "a"),
        ("a > 0 and b > c", "b", "bc"),
        ("at_least(a, [[b, 1]], c)", "a", "abc"),
        ("-a", "a", "a"),
        ("a", "a", "a"),
    ],
)
def test_what_stands_beside_a_blank_value_is_needed_where_nothing_can_stand_in_for_it(formula, at, names):
    tree = parse(formula).tree
    node = next(one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == at)
    assert sorted(needed_beside(node)) == sorted(names)


def test_of_two_blank_values_both_are_told():
    assert lacking(rule("weight * clamp(attainment, 0, 1)", "threshold"), row("", target="")) == "目标值、实际完成值"


def test_a_value_that_another_replaces_is_not_told():
    assert lacking(rule("if_blank(actual, 1) * target"), row("", target="")) == "目标值"


def test_what_a_type_requires_is_told_by_what_forms_call_it():
    assert lacking('[rule.all]\ntype = "grade"\n', row("")) == "实际完成值"


def test_a_value_behind_a_value_that_is_lacking_is_told():
    facts = '[fact.share]\nof = "line"\nvalue = "staff / 2"\n[fact.staff]\nof = "line"\ntitle.zh = "编制数"\n'
    assert lacking(rule("actual * share", more=facts), row("")) == "实际完成值、编制数"


def test_a_value_that_two_formulas_end_at_is_told_once():
    assert lacking(rule("actual * ratio", "threshold"), row("")) == "实际完成值"


def test_where_a_formula_ends_for_another_cause_every_blank_value_behind_it_is_told():
    fact = '[fact.staff]\ntitle.zh = "编制数"\n'
    assert lacking(rule("1 / (target - target) + staff + actual", more=fact), row("")) == "实际完成值、编制数"
    assert lacking(rule("1 / (target - target) + staff + actual", more=fact), row(1)) == "编制数"


def test_what_is_no_value_of_the_form_is_not_told():
    text = rule("actual / lookup(name, [['甲', 1]]) + staff", more="[fact.staff]\n")
    assert lacking(text, row(1)) == "staff"
