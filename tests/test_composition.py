"""How a total came together, as a person reads it: each beside a text of `golden`, in both languages.

Where the wording is changed on purpose, `PERFEVAL_GOLDEN=write` in the environment writes those texts anew.
"""

from pathlib import Path

import pytest

from perfeval_rules.composition import MOST_TERMS
from perfeval_rules.engine import Engine
from tests.plan.small import program, row, submission
from tests.test_explain import golden, written

SHANGHAI = Path(__file__).parents[1] / "examples" / "shanghai-2020-form.txt"
GROUPED = """
    [source.notice]
    document = "某办〔2020〕1号"
    title = "评分办法"
    verified = true
    [source.list]
    document = "某办〔2020〕2号"
    verified = false
    [scoring]
    places = { line = 2, total = 1 }
    unscored = { not_reported = "withhold" }
    cites = ["notice"]
    [every]
    type = "threshold"
    score = "weight * clamp(attainment, 0, 1)"
    applies = "actual_text != '不适用'"
    [group.output]
    title.zh = "产出指标"
    title.en = "Outputs"
    weight = 60
    [group.quality]
    in = "output"
    title.zh = "质量指标"
    title.en = "Quality"
    score = "min(sum(score), largest(weight) * 2)"
    cites = ["list"]
    [group.benefit]
    title.zh = "效益指标"
    title.en = "Benefits"
    weight = 40
    [group.bonus]
    title.zh = "加分项"
    title.en = "Bonuses"
    extra = true
    [adjust.late]
    when = "total < 90"
    total = "total - 2"
    message.zh = "总分不足 90，扣 2 分。"
    message.en = "Below 90: 2 points off."
    [adjust.no-best]
    when = "total > 50"
    not_above = "good"
    message.zh = "不得评优。"
    message.en = "Not above good."
    [[grade]]
    id = "best"
    title.zh = "优"
    title.en = "Excellent"
    at_least = 60
    [[grade]]
    id = "good"
    title.zh = "良"
    title.en = "Good"
    at_least = 30
    [[grade]]
    id = "none"
    when = "total < 30"
    [rule.all]
"""
ROWS = (
    row(50, "产出指标", name="场次", target="≥100场", weight=30),
    row(9, "质量指标", name="合格率", target="≥10", weight=15),
    row(9, "质量指标", name="完好率", target="≥10", weight=15),
    row(1, "效益指标", name="知晓率", target="≥1", weight=30),
    row("不适用", "效益指标", name="就业人数", target="≥1人", weight=10),
    row(1, "加分项", name="获奖", target="≥1", weight=3),
)
BLANK = row("", "效益指标", name="满意度", target="≥90", weight=5)


def composed(*rows, ruleset=GROUPED, **form):
    return program(ruleset).explain_total(submission(rows, **form))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_total_of_the_shanghai_form_is_told_group_by_group(language):
    engine = Engine()
    form, _ = engine.read(SHANGHAI.read_bytes(), SHANGHAI.name)
    golden("shanghai-total", language, engine.program("cn-sh-2020").explain_total(form))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "rows"), [("total", ROWS), ("total-withheld", (*ROWS, BLANK))])
def test_a_total_is_told(name, rows, language):
    golden(name, language, composed(*rows))


@pytest.mark.parametrize(
    "words",
    [
        "30 × 40 ÷ 30",  # what applies is scaled
        "不适用：就业人数 10",
        "min(sum(score), largest(weight) * 2)",
        "调分 late",
        "调级 no-best  优 → 良  不得评优。",
        "四舍五入，保留 1 位小数",
        "某办〔2020〕2号（未核对原文）",
        "某办〔2020〕1号 评分办法",
    ],
)
def test_what_moved_a_total_is_told(words):
    told = written("zh", composed(*ROWS))
    assert words in told.replace("(知晓率 30)", "30")


def test_a_grade_that_only_a_condition_gives_shows_it():
    told = written("zh", composed(row(1, "产出指标", name="场次", target="≥100场", weight=60)))
    assert "等级  none" in told
    assert "  total < 30：none" in told


def test_a_form_without_any_grade_tells_none():
    told = written(
        "en",
        composed(
            *ROWS, ruleset=GROUPED.split("[[grade]]")[0].replace('not_above = "good"', 'total = "total"') + "[rule.all]"
        ),
    )
    assert "grade" not in told


def test_a_total_that_is_not_rounded_says_nothing_of_rounding():
    told = written("zh", composed(*ROWS, ruleset=GROUPED.replace(", total = 1", "")))
    assert "公布" not in told


def test_long_sums_and_lists_are_cut():
    many = [row(1, name=f"指标{n}", target="≥1", weight=1) for n in range(MOST_TERMS + 1)]
    assert f"  {MOST_TERMS + 1} 项之和 {MOST_TERMS + 1} = {MOST_TERMS + 1}" in written("zh", composed(*many))
    assert f"{MOST_TERMS + 1} of {MOST_TERMS + 1} terms" in written("en", composed(*many))
    blank = [row("", name=f"指标{n}", target="≥1", weight=1) for n in range(MOST_TERMS + 1)]
    assert written("zh", composed(*blank)).count("指标19…") == 1
    assert "指标20" not in written("zh", composed(*blank))


def test_a_group_of_which_nothing_applies_says_so():
    told = written("zh", composed(ROWS[0], ROWS[4]))
    assert "效益指标  —  分值 40\n  没有值：没有适用的指标\n  不适用：就业人数 10" in told
    assert "不适用：效益指标 40" in told


def test_a_line_that_only_the_ruleset_names_is_called_in_either_language():
    spent = '[line.spent]\ntype = "execution"\ntitle.zh = "执行率"\ntitle.en = "Spending"\nweight = 10\n'
    withheld = composed(*ROWS, ruleset=GROUPED + spent)
    assert "还没有得分的：执行率" in written("zh", withheld)
    assert "without a score yet: Spending" in written("en", withheld)


def test_lines_without_points_are_named_beside_the_sum():
    told = written("zh", composed(ROWS[0], row(1, "产出指标", name="说明", target="≥1", weight="")))
    assert "没有得分：说明" in told
