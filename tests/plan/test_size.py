"""A ruleset whose numbers could grow without end is refused; one that any bureau would write is not."""

from tests.plan.small import faults, program

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
