"""Explanations as a person reads them: each beside a text of `golden`, in both languages.

Where the wording is changed on purpose, `PERFEVAL_GOLDEN=write` in the environment writes those texts anew.
"""

import os
from fractions import Fraction
from pathlib import Path
from typing import ClassVar

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.text import Text
from tests.added import registry_with
from tests.plan.small import program, row, submission
from tests.plan.test_row_values import SPENDING, Spending

GOLDEN = Path(__file__).parent / "golden"
SHANGHAI = Path(__file__).parents[1] / "examples" / "shanghai-2020-form.txt"
SMALL = """
    [source.notice]
    document = "某办〔2020〕1号"
    title = "评分办法"
    article = "第三条"
    verified = true
    [source.cap]
    document = "某办〔2020〕2号"
    verified = false
    [scoring]
    places = { line = 2 }
    unscored = { manual = "stated", not_reported = "zero" }
    [every]
    score = "weight * attainment"
    cites = ["notice"]
    [group.output]
    title.zh = "产出指标"
    title.en = "Outputs"
    [adjust.cap]
    when = "attainment > 1.2"
    score = "min(score, weight * 1.2)"
    message.zh = "{name}超额过多，按 1.2 倍封顶。"
    message.en = "{name} went too far beyond: capped at 1.2 times."
    cites = ["cap"]
    [adjust.bonus]
    when = "attainment >= 1"
    score = "score + 0.5"
    [rule.words]
    when = "target_kind == 'words'"
    type = "grade"
    [rule.cost]
    title.zh = "成本"
    title.en = "Cost"
    when = "operator == '<='"
    type = "threshold"
    [rule.all]
    type = "threshold"
"""
CEILING = row("125元", "产出指标", name="单位成本", target="≤100元", stated=7)
WORDS = row("达成预期指标", name="群众获得感", target="有所提升", stated="9.5", reviewed=9)
BEYOND = row("200人", name="培训人数", target="≥100人")
BLANK = row("", name="培训场次", target="≥30场")


def written(language, explanation):
    return "\n".join(explanation.lines(language)) + "\n"


def golden(name, language, explanation):
    path, told = GOLDEN / f"{name}.{language}.txt", written(language, explanation)
    if os.environ.get("PERFEVAL_GOLDEN") == "write":
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")
    return told


def explained(*rows, ruleset=SMALL, number=1, **form):
    return program(ruleset).explain(submission(rows, **form), number)


@pytest.fixture(scope="module")
def shanghai():
    engine = Engine()
    form, _ = engine.read(SHANGHAI.read_bytes(), SHANGHAI.name)
    made = engine.program("cn-sh-2020")
    return lambda number: made.explain(form, number)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("number", [1, 2])
def test_a_line_of_the_shanghai_form_is_explained(shanghai, number, language):
    golden(f"shanghai-{number}", language, shanghai(number))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "line"), [("ceiling-missed", CEILING), ("accepted", WORDS), ("adjusted", BEYOND), ("no-value", BLANK)]
)
def test_a_line_is_explained(name, line, language):
    golden(name, language, explained(line))


@pytest.mark.parametrize(
    "words",
    [
        "120 ÷ 300 = 0.4", "5 × 0.4 = 2", "2.00", "rule.count", "cn-mof-2020/ruleset.toml:",
        "财预〔2020〕10号 项目支出绩效评价管理办法 第十八条（未核对原文）",
    ],
)  # fmt: skip
def test_the_line_of_the_issue_shows_its_steps_its_rule_and_its_source(shanghai, words):
    assert words in written("zh", shanghai(2))


def test_what_was_verified_bears_no_remark(shanghai):
    assert "not verified" in written("en", shanghai(2))
    assert "not verified" not in written("en", explained(CEILING))


def test_a_line_that_is_not_there_is_a_key_error(shanghai):
    for number in (0, 13, -1):
        with pytest.raises(KeyError):
            shanghai(number)


def test_amounts_in_the_unit_of_the_form_say_that_they_were_turned_into_yuan(shanghai):
    assert "金额已由万元换算成元计算" in written("zh", shanghai(1))
    assert "换算" not in written("zh", shanghai(2))


def test_a_person_who_must_settle_a_line_is_told_the_range():
    told = written("zh", explained(row("部分达成", name="群众获得感", target="有所提升", stated=9)))
    assert "本行得分  —\n  可给 6—8 分" in told
    assert "不在可给的 6—8 分之内" in told


def test_what_is_taken_says_from_whom():
    assert "按复核得分计" in written("zh", explained(WORDS))
    assert "按自评得分计" in written("zh", explained({**WORDS, "reviewed": ""}))


def test_a_line_that_counts_zero_says_so():
    told = explained(BLANK)
    assert "本行得分  0  没有得分的行按 0 分计" in written("zh", told)


def test_what_lacks_a_value_for_one_cause_says_it_once():
    told = written("zh", explained(BLANK))
    assert told.count("没有值：没有可用的填报值  实际完成值（actual）") == 1
    assert told.count("没有值，原因同上") == 2


def test_a_lack_that_the_type_knows_is_told_in_its_words():
    told = written("en", explained(row(3, target="≥0")))
    assert "no value: The target is not above zero" in told
    assert "stop(" not in told


def test_a_line_whose_units_differ_shows_no_number_but_says_why():
    told = written("zh", explained(row("3元", target="100人", name="r")))
    assert "达成度" not in told
    assert "错误  r 的目标值以“人”计，实际完成值以“元”计，不能比较。" in told


def test_a_line_that_does_not_apply_shows_no_steps():
    told = explained(row(target="不适用"), ruleset=SMALL + '[words]\nnot-applicable = ["不适用"]\n')
    assert told.sections == ()
    assert "计分状态  不适用" in written("zh", told)


def test_a_line_without_points_shows_how_it_was_judged_and_no_score():
    told = written("zh", explained(row(50, weight="", target=100)))
    assert "达成度  0.5" in told
    assert "得分  weight" not in told
    assert "本行得分  —" in told


def test_a_row_that_no_rule_takes_says_so():
    told = written("zh", explained(row(name="备注"), ruleset="[fact.x]\nvalue = '1'\n"))
    assert "\n  判定规则" not in told
    assert "没有判定规则适用于 备注" in told


def test_a_line_that_is_not_on_the_form_has_nothing_filled_in():
    told = written("zh", explained(ruleset="[line.x]\ntype = 'number'\nscore = 'actual'\n"))
    assert told.startswith("1  x\n  判定规则  line.x")
    assert "各栏均未填写" in told
    assert "填报位置" not in told


def test_a_value_that_stands_nowhere_is_told_in_the_words_of_the_formula():
    told = written("zh", explained(row(0, target=""), ruleset="""
        [rule.all]
        type = "number"
        score = "weight / actual"
    """))  # fmt: skip
    assert "没有值：除数为 0  weight / actual" in told


def test_a_formula_over_several_lines_stands_on_one():
    told = written("zh", explained(row(4), ruleset="""
        [rule.all]
        type = "number"
        score = '''weight
            * actual
            / 10'''
    """))  # fmt: skip
    assert "  weight * actual / 10    " in told


def test_a_line_that_is_not_rounded_stands_exactly():
    told = written("en", explained(row(10, target=30), ruleset="""
        [rule.all]
        type = "threshold"
        score = "weight * attainment"
    """))  # fmt: skip
    assert told.rstrip().endswith("score of this line  10/3")


@pytest.mark.parametrize(
    ("rounding", "zh", "en"),
    [
        ("half-up", "四舍五入，保留 2 位小数", "rounded half up to 2 places"),
        ("half-even", "四舍六入五成双，保留 2 位小数", "rounded half to even, to 2 places"),
        ("down", "只舍不入，保留 2 位小数", "cut off after 2 places"),
    ],
)
def test_how_it_was_rounded_is_said(rounding, zh, en):
    ruleset = SMALL.replace("places =", f'rounding = "{rounding}"\n    places =')
    told = explained(CEILING, ruleset=ruleset)
    assert f"本行得分  7.50  {zh}\n" in written("zh", told)
    assert f"score of this line  7.50  {en}\n" in written("en", told)


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("target", "目标值（target）", "target"), ("actual", "实际完成值（actual）", "actual value (actual)"),
        ("executed", "全年执行数（executed）", "spending of the year (executed)"),
        ("budget", "预算数（budget）", "budget"), ("annual_budget", "全年预算数（annual_budget）", "annual budget (annual_budget)"),
        ("initial_budget", "年初预算数（initial_budget）", "initial budget (initial_budget)"),
        ("rate", "执行率（rate）", "rate of execution (rate)"),
    ],
)  # fmt: skip
def test_a_number_that_lacks_is_called_what_forms_call_it(name, zh, en):
    told = explained(row("", target=""), ruleset=f"[rule.all]\ntype = 'number'\nscore = '{name} + 1'\n")
    assert f"没有值：没有可用的填报值  {zh}\n" in written("zh", told)
    assert f"no value: no value is reported that can be used  {en}\n" in written("en", told)


def test_a_date_that_lacks_is_called_what_forms_call_it():
    told = explained(row("", target=""), ruleset="[rule.all]\ntype = 'deadline'\nscore = 'days(due, due)'\n")
    for name, called in (("due", "计划完成时间"), ("done", "实际完成时间")):
        assert f"没有值：没有可用的填报值  {called}（{name}）" in written("zh", told)


class Outages(Reported):
    """Hours, and how many of them were lost."""

    hours: Fraction
    down: Fraction
    shifts: Fraction | None = None

    titles: ClassVar = {"hours": Text("应运行小时", "hours due"), "down": Text("停机小时", "hours down")}


class Uptime(IndicatorType):
    """A type whose `met` has several parts, and whose values have titles."""

    name = "uptime"
    title = Text("可用", "uptime")
    reported = Outages
    ratio = None
    met = "(down <= 24 and down / hours <= 0.01 and not hours < 100) if hours > 0 else False"
    attainment = "clamp(1 - down / hours, 0, 1) if hours != 0 else stop('idle')"
    messages: ClassVar = {"idle": Text("“{name}”应运行 {hours} 小时", "“{name}” was due {hours} hours")}
    examples = (Example({}, {"hours": "800", "down": "8"}, "0.99", True),)


UPTIME = "[rule.all]\ntype = 'uptime'\nscore = 'weight * attainment - down / hours'\n"


def uptime(language, **values):
    made = program(UPTIME, registry=registry_with(types=[Uptime]))
    return written(language, made.explain(submission([row("", target="", values=values)]), 1))


def test_what_a_type_asks_for_stands_at_the_head_under_its_titles():
    assert "\n  应运行小时 800   停机小时 30   shifts 3\n" in uptime("zh", hours=800, down=30, shifts=3)
    assert "\n  hours due 800   hours down 30\n" in uptime("en", hours=800, down=30)


def test_the_steps_of_a_type_call_values_by_their_titles_and_those_of_a_ruleset_as_it_does():
    told = uptime("zh", hours=800, down=8)
    assert "  8 ÷ 800 = 0.01    停机小时 / 应运行小时\n" in told
    assert "  1 − 0.01 = 0.99    1 - 停机小时 / 应运行小时\n" in told
    assert "  weight * attainment - down / hours    small-0.toml" in told
    assert "  10 × 0.99 = 9.9    weight * attainment\n" in told


@pytest.mark.parametrize(
    ("hours", "down", "parts"),
    [
        (800, 30, ["30 ≤ 24：否    停机小时 <= 24", "0.0375 ≤ 0.01：否    停机小时 / 应运行小时 <= 0.01"]),
        (800, 20, ["0.025 ≤ 0.01：否    停机小时 / 应运行小时 <= 0.01"]),
        (50, 0, ["50 < 100：是    应运行小时 < 100", "not 应运行小时 < 100：否"]),
    ],
    ids=["two", "the second", "the last"],
)
def test_of_a_target_of_several_parts_those_that_failed_are_shown_before_the_whole(hours, down, parts):
    told = uptime("zh", hours=hours, down=down)
    whole = "停机小时 <= 24 and 停机小时 / 应运行小时 <= 0.01 and not 应运行小时 < 100：否"
    shown = told.partition("是否达到目标  否\n")[2].partition("\n\n")[0]
    assert [one.strip() for one in shown.splitlines()] == [*parts, whole]


def test_a_value_of_a_type_that_lacks_is_called_by_its_title():
    assert "没有可用的填报值  停机小时（down）\n" in uptime("zh", hours=800)
    assert "no value is reported that can be used  hours down (down)\n" in uptime("en", hours=800)
    assert "没有可用于计分的停机小时" in uptime("zh", hours=800)


def test_the_words_of_a_stop_are_filled_wherever_they_stand():
    for language, said in (("zh", "“r”应运行 0 小时"), ("en", "“r” was due 0 hours")):
        told = uptime(language, hours=0, down=0)
        assert told.count(said) == 2
        assert "{" not in told


def test_a_line_without_points_says_that_there_are_none_in_words():
    told = explained(row(50, weight="", target=100))
    assert "没有值：没有可用的填报值  分值\n" in written("zh", told)
    assert "no value: no value is reported that can be used  weight\n" in written("en", told)


def test_marks_that_would_break_a_line_are_shown_by_their_number():
    told = written("zh", explained(row("x" * 500, name="甲\u202e\n乙", target="一\n二")))
    assert told.startswith("1  甲\\u202e 乙\n")
    assert "目标值 一 二" in told
    assert "x" * 41 not in told


@pytest.mark.parametrize("line", [CEILING, WORDS, BEYOND, BLANK])
def test_an_explanation_is_made_of_the_numbers_of_the_evaluation(line):
    made, form = program(SMALL), submission([line])
    (scored,) = made.evaluate(form).lines
    told = made.explain(form, 1)
    assert told.scored == scored
    for section in told.sections:
        if section.name == "attainment" and section.part is not None:
            assert section.part.value == scored.attainment


@pytest.mark.parametrize(("unit", "said"), [("万元", True), ("元", False), ("", False)])
def test_where_reported_amounts_are_turned_into_yuan_that_is_said(unit, said):
    made = program(f"{SPENDING}[rule.all]\n", registry=registry_with(types=[Spending]))
    form = submission([row("", values={"heads": 5, "实际花费": "1"})], funds={"unit": unit})
    lines = made.explain(form, 1).lines("en")
    assert ("  amounts are worked out in yuan, from 万元" in lines) is said
    bare = submission([row("", values={"heads": 5})], funds={"unit": unit})
    assert "from 万元" not in " ".join(made.explain(bare, 1).lines("en"))
