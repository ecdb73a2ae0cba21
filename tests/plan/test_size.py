"""A ruleset whose numbers could grow without end is refused; one that any bureau would write is not."""

from dataclasses import replace

import pytest

from perfeval_rules.plan.size import TooLarge, _Sizes, check_sizes
from tests.plan.small import AS_DONE, faults, program

HEAD = """
[every]
type = "number"
score = "weight"
"""


def codes(text: str) -> list[str]:
    return [finding.code for finding in faults(HEAD + text)]


def chain(count: int, formula: str) -> str:
    facts = [f'[fact.f{n}]\nvalue = "{formula.format(n - 1, n - 1)}"\n' for n in range(1, count + 1)]
    return '[fact.f0]\nnames = ["原值"]\n' + "".join(facts)


def test_facts_that_square_one_another_are_refused_before_any_form_is_scored():
    assert codes(chain(30, "f{} * f{}")) == ["ruleset.grows-too-large"]


def test_a_long_chain_of_small_steps_is_no_large_number():
    assert codes(chain(600, "f{} + 1")) == []


def test_a_chain_through_points_of_groups_and_interpolation_is_counted_too():
    deep = chain(14, "interpolate(f{0}, [[0, 0], [100, f{0}]])".replace("{0}", "{}"))
    assert codes(deep) == ["ruleset.grows-too-large"]


def test_nested_groups_multiply_what_their_children_may_bring():
    groups = "".join(f'[group.g{n}]\ntitle.zh = "第{n}层"\n' + (f'in = "g{n - 1}"\n' if n else "") for n in range(6))
    assert codes(groups) == []


def test_a_fact_over_the_points_of_a_group_is_as_large_as_they_are():
    text = '[group.g]\ntitle.zh = "产出"\n[fact.share]\nvalue = "points(\'g\') / sum(weight)"\n'
    assert codes(text) == []
    assert program(HEAD + text).plan.stages.at[False, "share"] > 0


SIZED = """
[group.g]
title.zh = "产出"
weight = "wide * wide"
[fact.wide]
names = ["宽"]
[fact.long]
names = ["长"]
[fact.cube]
value = "wide * long * wide"
[fact.near]
of = "line"
value = "actual / target"
"""


def size(formula: str) -> int:
    """How many reported numbers stand in the value of a formula."""
    plan = program(AS_DONE + SIZED + f'[fact.asked]\nvalue = "{formula}"\n').plan
    return _Sizes(plan.form, plan.lines, plan.below).of_form("asked")


@pytest.mark.parametrize(
    ("formula", "held"),
    [
        ("wide", 1), ("7", 1), ("wide + long", 2), ("wide * long - 1", 3), ("cube", 3), ("cube / cube", 6), ("-cube", 3),
        ("max(wide, cube)", 3), ("round(cube, 2)", 3), ("cube if wide > 1 else long", 3), ("1 if cube > wide else 0", 3),
        ("steps(wide, long)", 6), ("steps(cube, long)", 12), ("interpolate(wide, [[0, 0], [100, cube]])", 12),
        ("at_least(wide, [[5, cube], [0, 1]], 0)", 3), ("sum(near)", 2), ("sum(near * cube)", 5), ("largest(actual)", 1),
    ],
)  # fmt: skip
def test_the_size_of_a_value_is_how_many_numbers_are_multiplied_in_it(formula: str, held: int) -> None:
    assert size(formula) == held


def test_points_of_a_group_are_at_least_as_large_as_its_weight() -> None:
    assert size("points('g')") >= 2
    assert size("points('g') * cube") == size("points('g')") + 3


def test_the_name_that_grows_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = program(AS_DONE + SIZED).plan
    monkeypatch.setattr("perfeval_rules.plan.size.MOST", 3)
    check_sizes({"cube": plan.form["cube"]}, {}, {}, replace(plan.stages, order=(("cube",),)))
    monkeypatch.setattr("perfeval_rules.plan.size.MOST", 2)
    with pytest.raises(TooLarge) as told:
        check_sizes({"cube": plan.form["cube"]}, {}, {}, replace(plan.stages, order=(("cube",),)))
    assert told.value.name == "cube"
