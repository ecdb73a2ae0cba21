"""A fact: what the form carries, else what is computed, else the default."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.formula.language import parse
from perfeval_rules.plan.facts import fact_entry
from tests.plan.small import AS_DONE, evaluate, program, row, scores

KINDS = {
    "number": ("10", Fraction(3), "1 + 1", Fraction(2), "4", Fraction(4)),
    "money": ("10", Fraction(3), "1 + 1", Fraction(2), "4", Fraction(4)),
    "text": ("", "三", "'二'", "二", "'四'", "四"),
    "yes_no": ("", True, "1 > 2", False, "true", True),
    "date": ("", date(2024, 3, 1), "due_date", None, "2024-04-04", date(2024, 4, 4)),
}
CARRIED = {"number": 3, "money": 3, "text": "三", "yes_no": "是", "date": "2024-03-01"}


def fact(kind, value=None, default=None, **carried):
    text = f'[fact.x]\nkind = "{kind}"\n'
    text += f'value = "{value}"\n' if value else ""
    text += f"default = {default}\n" if default else ""
    text += '[fact.due_date]\nkind = "date"\n'
    return evaluate(program(AS_DONE + text), values=carried).facts["x"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_form_carries_comes_first_of_every_kind(kind):
    _, carried, formula, _, default, _ = KINDS[kind]
    assert fact(kind, formula, default, x=CARRIED[kind]) == carried
    assert fact(kind, None, default, x=CARRIED[kind]) == carried
    assert fact(kind, formula, None, x=CARRIED[kind]) == carried
    assert fact(kind, x=CARRIED[kind]) == carried


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_computed_comes_second(kind):
    _, _, formula, computed, default, fallback = KINDS[kind]
    assert fact(kind, formula) == computed
    assert fact(kind, formula, default) == (fallback if computed is None else computed)


@pytest.mark.parametrize("kind", KINDS)
def test_the_default_comes_last(kind):
    *_, default, fallback = KINDS[kind]
    assert fact(kind, None, default) == fallback


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "text"])
def test_a_fact_that_nobody_gives_has_no_value(kind):
    assert fact(kind) is None


def test_a_text_that_nobody_gives_is_blank():
    assert fact("text") == ""


def test_a_default_covers_any_lack_of_a_computed_value():
    assert fact("number", "1 / (full_marks - 100)", "4") == 4
    assert fact("number", "1 / (full_marks - 100)") is None


def test_a_computed_text_that_is_blank_passes_the_word_on():
    assert fact("text", "department", "'其他'") == "其他"


def test_a_fact_of_a_line_is_carried_by_its_column():
    text = '[fact.share]\nof = "line"\nnames = ["占比"]\nvalue = "actual / 2"\n'
    made = program(AS_DONE.replace('"actual"', '"share"') + text)
    assert scores(evaluate(made, [row(4), row(4, values={"占比": 1})])) == [2, 1]


def test_a_fact_may_depend_on_others_whatever_the_order():
    text = '[fact.a]\nvalue = "b + 1"\n[fact.b]\nvalue = "c + 1"\n[fact.c]\ndefault = 1\n'
    assert evaluate(program(AS_DONE + text)).facts == {"a": 3, "b": 2, "c": 1}


def test_the_entry_keeps_the_authors_formula_and_names_what_it_falls_back_on():
    entry = fact_entry("x", "number", parse("a + 1"), True)
    assert entry.words == {"_carried": "carried.x", "_default": "default.x"}
    alone = fact_entry("x", "number", None, False)
    assert (alone.formula.text, alone.words["x"]) == ("x", "carried.x")


def test_a_fact_whose_id_no_formula_can_say_has_an_entry_all_the_same():
    entry = fact_entry("in", "number", None, False)
    assert (entry.formula.text, entry.words["_carried"]) == ("_carried", "carried.in")
