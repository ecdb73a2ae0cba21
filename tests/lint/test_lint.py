"""Each lint tells of what a ruleset hardly means, and nothing of what it may well mean."""

import pytest

from perfeval_rules.lint import LINTS
from perfeval_rules.program import Program
from tests.plan.small import ruleset, standard

BASE = '[every]\ntype = "threshold"\nscore = "weight * clamp(attainment, 0, 1)"\n'
REST = "[rule.rest]\n"
GRADES = '[[grade]]\nid = "good"\ntitle.zh = "良"\nat_least = 90\n[[grade]]\nid = "poor"\nat_least = 0\n'
GROUPS = '[group.output]\ntitle.zh = "产出指标"\n[group.cost]\nin = "output"\n'


def told(text):
    return [finding.code for finding in Program.of(ruleset(text), standard())[1]]


def test_there_is_one_lint_a_module():
    assert [one.__module__.rpartition(".")[2] for one in LINTS] == [one.__name__ for one in LINTS]


# — a cap at the edge of a grade —


@pytest.mark.parametrize("total", ["min(total, 90)", "clamp(total, 0, 90)"])
def test_a_cap_at_which_a_grade_begins_is_told(total):
    assert told(BASE + REST + GRADES + f'[adjust.cap]\ntotal = "{total}"\n') == ["ruleset.cap-at-edge"]


@pytest.mark.parametrize("total", ["min(total, 89)", "min(year, 90)", "min(total, year)", "total - 90"])
def test_a_cap_elsewhere_is_not(total):
    assert told(BASE + REST + GRADES + f'[adjust.cap]\ntotal = "{total}"\n') == []


# — a ratio in per cent —


@pytest.mark.parametrize(
    "when",
    ["attainment >= 90", "90 <= ratio", "60 <= attainment < 90", "at_least(attainment, [[100, 1], [90, 0.8]], 0) < 1"],
)
def test_a_ratio_held_against_per_cent_is_told(when):
    assert set(told(BASE + REST + f'[check.c]\nwhen = "{when}"\nmessage.zh = "甲"\n')) == {"ruleset.ratio-in-percent"}


@pytest.mark.parametrize(
    "when", ["attainment >= 0.9", "actual >= 90", "ratio > 10", "at_least(attainment, [[1, 1], [0.9, 0.8]], 0) < 1",
             "at_least(actual, [[100, 1]], 0) < 1", "attainment > weight"],
)  # fmt: skip
def test_a_ratio_held_against_a_ratio_is_not(when):
    assert told(BASE + REST + f'[check.c]\nwhen = "{when}"\nmessage.zh = "甲"\n') == []


# — re-weighting forgotten —

FORGOTTEN = ['[scoring]\ntotal = "min(sum(score), 60)"\n', '[group.g]\nscore = "min(sum(score), 60)"\n']


@pytest.mark.parametrize("text", FORGOTTEN)
def test_an_own_sum_that_is_never_scaled_is_told(text):
    assert told(BASE + REST + text) == ["ruleset.rescale-forgotten"]


@pytest.mark.parametrize(
    "text",
    [
        *(text + '[scoring.unscored]\nnot_applicable = "zero"\n' for text in FORGOTTEN[1:]),
        '[scoring]\ntotal = "sum(score)"\n',
        '[scoring]\ntotal = "100 * sum(score) / sum(weight)"\n',
        '[group.g]\nscore = "largest(score)"\n',
        '[group.g]\nextra = true\nscore = "min(sum(score), 5)"\n',
        '[group.g]\nscore = "sum(score) * weight / 10"\n',
    ],
)
def test_a_sum_that_is_scaled_or_need_not_be_is_not(text):
    assert told(BASE + REST + text) == []


# — a rule that is never asked —


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("unit == '%'", "unit == '%'"),
        ("unit == '%'", "unit == '%' and within('cost')"),
        ("within('output')", "within('cost')"),
        ("within('output')", "within('cost') and unit == '%'"),
        ("unit == '%' and goal == ''", "goal == '' and unit == '%' and name != ''"),
    ],
)
def test_a_rule_that_only_narrows_an_earlier_one_is_told(first, second):
    text = BASE + GROUPS + f'[rule.a]\nwhen = "{first}"\n[rule.b]\nwhen = "{second}"\n' + REST
    assert told(text) == ["ruleset.rule-never-asked"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("within('cost')", "within('output')"),
        ("unit == '%' and within('cost')", "unit == '%'"),
        ("unit == '%'", "unit == '%' or within('cost')"),
        ("unit == '%'", "unit != '%'"),
    ],
)
def test_a_rule_that_asks_for_other_rows_too_is_not(first, second):
    text = BASE + GROUPS + f'[rule.a]\nwhen = "{first}"\n[rule.b]\nwhen = "{second}"\n' + REST
    assert told(text) == []


# — a score without the weight —


@pytest.mark.parametrize("score", ["100 * attainment", "actual", "at_least(attainment, [[1, 100]], 0)", "5"])
def test_a_score_of_rows_that_does_not_look_at_their_weight_is_told(score):
    assert told(BASE + f'[rule.rest]\nscore = "{score}"\n') == ["ruleset.score-without-weight"]


@pytest.mark.parametrize("score", ["weight if met else 0", "0"])
def test_a_score_by_the_weight_or_of_nothing_is_not(score):
    assert told(BASE + f'[rule.rest]\nscore = "{score}"\n') == []


def test_a_line_of_the_ruleset_knows_its_own_points():
    assert told(BASE + REST + '[line.a]\ntitle.zh = "甲"\nweight = 5\nscore = "max(5 - actual, 0)"\n') == []


# — a group for a value —


@pytest.mark.parametrize("name", ["output", "产出指标"])
def test_a_group_written_like_a_value_is_told_with_what_to_write(name):
    assert told(BASE + REST + GROUPS + f'[fact.x]\nvalue = "sum({name})"\n') == ["ruleset.group-as-name"]
