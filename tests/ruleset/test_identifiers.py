"""Ids of things."""

import pytest

from perfeval_rules.formula.functions import FUNCTIONS
from perfeval_rules.ruleset.identifiers import BUILT_IN


@pytest.mark.parametrize("name", ["a", "2024", "points-lost", "line-1"])
def test_an_id_is_small_letters_digits_and_hyphens(told, name):
    assert told(f"[group.{name}]") == []


@pytest.mark.parametrize("name", ["A", "'产出'", "a_b", "-a", "a-", "a--b", "'a b'", "''"])
def test_what_is_spelt_otherwise_is_told(told, name):
    assert [code for code, _ in told(f"[group.{name}]")] == ["bad-id"]


@pytest.mark.parametrize("name", ["posts", "three_public", "a1"])
def test_a_fact_is_named_as_formulas_name_it(told, name):
    assert told(f"[fact.{name}]") == []


@pytest.mark.parametrize("name", ["three-public", "2nd", "_posts", "Posts", "'编制数'"])
def test_a_fact_that_no_formula_could_name_is_told(told, name):
    assert [code for code, _ in told(f"[fact.{name}]")] == ["bad-fact-id"]


@pytest.mark.parametrize("name", sorted({*BUILT_IN, *FUNCTIONS, "and", "else"}))
def test_a_fact_bears_no_name_that_formulas_know(told, name):
    assert told(f"[fact.{name}]") == [("reserved-name", f"fact.{name}")]


def test_a_fact_may_bear_the_name_of_a_reported_value(told):
    assert told('[fact.budget]\nvalue = "annual_budget"') == []


def test_groups_and_lines_share_one_set_of_ids(told):
    assert told("[group.a]\n[line.a]\n[line.b]\n[fact.b]") == [("duplicate-id", "line.a")]
