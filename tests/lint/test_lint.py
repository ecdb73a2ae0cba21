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
    [
        "attainment >= 90", "90 <= ratio", "60 <= attainment < 90", "deviation > 20", "at_least(attainment, [[100, 1], [90, 0.8]], 0) < 1",
        "above(attainment, [[100, 1], [0.9, 0.8]], 0) < 1", "at_most(ratio, [[0.5, 1], [90, 0.8]], 0) < 1",
        "below(ratio, [[60, 1], [90, 0.8]], 0) < 1", "interpolate(attainment, [[0, 0], [100, 1]]) < 1",
    ],
)  # fmt: skip
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


# — a total raised after it was capped —

CAP = '[adjust.cap]\ntotal = "min(total, 89)"\n'
BONUS = '[adjust.bonus]\ntotal = "total + 3"\n'


def test_a_total_raised_after_a_cap_is_told():
    assert told(BASE + REST + CAP + BONUS) == ["ruleset.adjust-after-cap"]
    assert told(BASE + REST + CAP.replace("min(", "clamp(0, ").replace("0, total", "total, 0") + BONUS) == [
        "ruleset.adjust-after-cap"
    ]


@pytest.mark.parametrize(
    "adjusts",
    [
        BONUS + CAP,
        CAP + BONUS.replace("total + 3", "total - 3"),
        CAP + BONUS.replace("total + 3", "min(total + 3, 100)"),
        CAP + BONUS.replace("total + 3", "year + 3"),
        CAP.replace("min(total, 89)", "total - min(year, 10)") + BONUS,
        CAP + '[adjust.line]\nscore = "score + 1"\n',
    ],
)
def test_a_total_capped_last_is_not(adjusts):
    assert told(BASE + REST + adjusts) == []


# — a branch that is never reached —


@pytest.mark.parametrize(
    "value",
    [
        "ifs(year >= 60, 1, year >= 80, 2, 0)",
        "ifs(year >= 60, 1, year > 60, 2, 0)",
        "ifs(year > 60, 1, 60 < year, 2, 0)",
        "ifs(year < 80, 1, year <= 60, 2, 0)",
        "ifs(60 <= year, 1, 80 <= year <= 90, 2, 0)",
        "ifs(complete, 1, complete, 2, 0)",
        "ifs(year >= 60, 1, year >= 80 and complete, 2, 0)",
        "ifs(complete and year >= 60, 1, year >= 80 and complete, 2, 0)",
        "1 if year >= 60 else (2 if year >= 80 else 0)",
        "1 + ifs(year >= 0 - 5, 1, year >= 0 - 5, 2, 0)",
    ],
)
def test_a_branch_behind_a_wider_one_is_told(value):
    assert told(BASE + REST + f'[fact.f]\nvalue = "{value}"\n') == ["ruleset.branch-never-reached"]


@pytest.mark.parametrize(
    "value",
    [
        "ifs(year >= 80, 1, year >= 60, 2, 0)",
        "ifs(year > 60, 1, year >= 60, 2, 0)",
        "ifs(year >= 60, 1, year <= 80, 2, 0)",
        "ifs(year >= 60, 1, total >= 80, 2, 0)",
        "ifs(year >= 60 and complete, 1, year >= 80, 2, 0)",
        "ifs(year == 60, 1, year >= 60, 2, 0)",
        "ifs(60 <= year < 70, 1, year >= 80, 2, 0)",
        "ifs(60 <= year < full_marks, 1, year >= 80, 2, 0)",
        "ifs(year >= 60 or complete, 1, year >= 60 and complete, 2, 0)",
        "2 if year >= 80 else (1 if year >= 60 else 0)",
    ],
)
def test_a_branch_that_may_be_reached_is_not(value):
    assert told(BASE + REST + f'[fact.f]\nvalue = "{value}"\n') == []


# — an edge in words —


def words(value, title, table="fact"):
    return BASE + REST + f'[{table}.f]\ntitle.zh = "{title}"\nvalue = "{value}"\n'


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("at_least(year, [[10, 5]], 0)", "超过 10 的"),
        ("at_least(year, [[20, 5], [10, 5]], 0)", "高于10%的"),
        ("at_least(total, [[0.1, 5]], 0)", "高于10%的"),
        ("1 if year >= 10 else 0", "不超过 10 的为 0"),
        ("1 if 10 <= year else 0", "more than 10"),
        ("below(year, [[10, 5]], 0)", "不大于 10 的"),
        ("above(year, [[10, 5]], 0)", "达到 10 的"),
        ("above(year, [[10, 5]], 0)", "不低于10分"),
        ("above(year, [[10, 5]], 0)", "10 分以上（含）"),
        ("above(year, [[10, 5]], 0)", "at least 10"),
        ("1 if year > 10 else 0", "10%及以上"),
        ("1 if year <= 10 else 0", "低于 10 的"),
        ("at_most(year, [[10, 5]], 0)", "不足 10 的"),
        ("1 if year < 1000 else 0", "more than 1,000"),
        ("below(year, [[10, 5]], 0)", "10 分及以下"),
    ],
)
def test_an_edge_that_words_and_formula_count_otherwise_is_told(value, title):
    assert told(words(value, title)) == ["ruleset.edge-in-words"]


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("above(year, [[10, 5]], 0)", "超过 10 的"),
        ("at_most(year, [[10, 5]], 0)", "不超过 10 的"),
        ("0 if year <= 10 else 5", "超过 10 的"),
        ("0 if 10 >= year else 5", "超过 10 的"),
        ("1 if year < 10 else 0", "达到 10 的"),
        ("at_least(year, [[10, 5]], 0)", "达到 10 的"),
        ("at_least(year, [[10, 5]], 0)", "超过 20 的"),
        ("at_least(year, [[10, 5]], 0)", "超过 10 万元的"),
        ("at_least(year, [[10, 5]], 0)", "超过 10% 以上的"),
        ("at_least(year, [[10, 5]], 0)", "超过 10（含）的"),
        ("at_least(year, [[10, 5]], 0)", "超过 10 的，达到 10 的"),
        ("at_least(year, [[10, 5]], 0)", "每超过 10 扣 1 分"),
        ("at_least(year, [[10, 5]], 0)", "10 的"),
        ("1 if year == 10 else 0", "超过 10 的"),
        ("1 if 10 < year or year >= 10 else 0", "超过 10 的"),
        ("at_least(year, [[full_marks, 5]], 0)", "超过 100 的"),
    ],
)
def test_an_edge_on_which_words_and_formula_agree_or_say_nothing_sure_is_not(value, title):
    assert told(words(value, title)) == []


@pytest.mark.parametrize(
    "table",
    [
        '[check.c]\nof = "form"\nwhen = "year >= 10"\nmessage.zh = "超过 10。"\n',
        '[check.c]\nof = "form"\nwhen = "year >= 10"\ncites = ["s"]\n[source.s]\ndocument = "甲"\nquote = "超过10的"\n',
        '[[grade]]\nid = "a"\ntitle.zh = "超过 10 分"\nwhen = "total >= 10"\n[[grade]]\nid = "b"\n',
        '[adjust.a]\nwhen = "year >= 10"\ntotal = "total - 1"\nmessage.zh = "超过 10 的扣 1 分"\n',
    ],
)
def test_words_stand_in_the_message_too_and_in_the_sources_cited(table):
    assert told(BASE + REST + table) == ["ruleset.edge-in-words"]


def test_what_to_write_instead_is_named():
    (found,) = Program.of(ruleset(words("at_least(year, [[10, 5]], 0)", "超过 10 的")), standard())[1]
    assert "请把 at_least 改成 above" in found.advise("zh")


# — the weight inside an aggregate —


@pytest.mark.parametrize("score", ["sum(score * weight)", "largest(weight * attainment)", "sum(score * weight) / 100"])
def test_the_weight_of_each_child_is_told(score):
    assert "ruleset.weight-inside-sum" in told(BASE + REST + f'[group.g]\nweight = 40\nscore = "{score}"\n')


@pytest.mark.parametrize("score", ["sum(score * weight) / sum(weight)", "weight * sum(attainment)", "sum(weight) * 2"])
def test_a_weighted_mean_and_the_own_weight_are_not(score):
    assert "ruleset.weight-inside-sum" not in told(BASE + REST + f'[group.g]\nweight = 40\nscore = "{score}"\n')
