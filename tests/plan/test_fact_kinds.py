"""The kind of a computed fact whose author names none: that of its formula."""

import pytest

from perfeval_rules.plan.fact_kinds import with_fact_kinds
from tests.plan.small import AS_DONE, codes, evaluate, program, ruleset, standard


def kinds(text):
    return {name: fact.kind for name, fact in with_fact_kinds(ruleset(AS_DONE + text), standard()).facts.items()}


@pytest.mark.parametrize(
    ("formula", "kind"),
    [
        ("1 + 1", "number"),
        ("1 > 2", "yes_no"),
        ("department", "text"),
        ("'x'", "text"),
        ("1 +", "number"),
        ("nobody", "number"),
    ],
)
def test_a_computed_fact_is_of_the_kind_of_its_formula(formula, kind):
    assert kinds(f'[fact.a]\nvalue = "{formula}"\n') == {"a": kind}


def test_a_date_of_the_line_is_one():
    assert kinds('[fact.a]\nof = "line"\nvalue = "due"\n') == {"a": "date"}


def test_a_fact_over_a_folder_has_a_kind_too():
    assert kinds('[fact.a]\nof = "folder"\nvalue = "forms > 1"\n') == {"a": "yes_no"}


def test_a_kind_that_is_written_stands():
    assert kinds('[fact.a]\nkind = "money"\nvalue = "1 + 1"\n') == {"a": "money"}
    assert codes(AS_DONE + '[fact.a]\nkind = "number"\nvalue = "1 > 2"\n') == [("formula.wrong-result", "")]


def test_a_carried_fact_is_a_number_unless_it_says_otherwise():
    assert kinds("[fact.a]\n") == {"a": "number"}


def test_kinds_are_handed_on_whatever_the_order():
    assert kinds('[fact.a]\nvalue = "b"\n[fact.b]\nvalue = "c"\n[fact.c]\nvalue = "1 > 2"\n') == dict.fromkeys(
        "abc", "yes_no"
    )


def test_a_condition_may_be_a_fact_without_more_words():
    made = program(AS_DONE + '[fact.large]\nvalue = "annual_budget > 100"\n[check.c]\nof = "form"\nwhen = "large"\n')
    evaluation = evaluate(made, funds={"annual_budget": 200, "unit": "元"})
    assert [one.code for one in evaluation.findings] == ["check.c"]
