"""What forms call their columns, blocks and head fields."""

import pytest

from perfeval_rules.files import grid_words as words
from perfeval_rules.headings import column_field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("一级指标", "category1"), ("二级 指标", "category2"), ("三级指标（内容）", "category3"), ("四级指标", "name"),
        ("指标名称", "name"), ("年度指标值（A）", "target"), ("年初目标值", "target"), ("全年实际值", "actual"),
        ("实际完成值(B)", "actual"), ("分值（权重）", "weight"), ("指标权重", "weight"), ("单项得分", "stated"),
        ("自评得分", "stated"), ("复核得分", "reviewed"), ("偏差原因分析及改进措施", "reason"), ("未完成原因", "reason"),
        ("度量单位", "unit"), ("指标性质", "sign"), ("绩效指标", "margin"), ("佐证资料", None), ("", None),
    ],
)  # fmt: skip
def test_the_field_of_a_heading(heading, field):
    assert column_field(heading) == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("年初预算数", "initial_budget"), ("全年预算数（A）", "annual_budget"), ("调整后预算数", "annual_budget"),
        ("全年执行数(B)", "executed"), ("执行率（B/A）", "rate"), ("预算执行率", "rate"), ("分值", "weight"),
        ("得分", "score"), ("资金总额", None),
    ],
)  # fmt: skip
def test_the_field_of_a_heading_of_the_fund_block(heading, field):
    assert words.fund_field(heading) == field


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("项目名称", "project"), ("主管部门（盖章）", "department"), ("部门（单位）名称", "department"),
        ("实施单位：", "unit"), ("预算年度", "year"), ("地区", "region"), ("联系电话", None),
    ],
)  # fmt: skip
def test_the_field_of_a_label_of_the_head(label, field):
    assert words.head_field(label) == field


def test_of_several_names_for_one_thing_the_closer_counts():
    assert words.rank("实施单位") < words.rank("单位名称")
    assert words.preference("折算得分") < words.preference("单项得分")
    assert words.rank("甲") == words.preference("甲") == 0


@pytest.mark.parametrize(
    "text", ["产出指标", "产出指标（50分）", "社会效益", "服务对象满意度指标", "可持续影响指标", "数量", "资金管理情况"]
)
def test_categories(text):
    assert words.is_category(text)


@pytest.mark.parametrize(
    "text", ["与老干部部门协作的满意度", "培训数量", "控制成本", "100", "年度目标完成情况说明", "群众对环境质量满意率"]
)
def test_names_of_indicators_are_no_categories(text):
    assert not words.is_category(text)


def test_goals_are_numbered():
    assert words.is_goal("年度绩效目标1（40分）")
    assert words.is_goal("绩效目标二")
    assert not any(words.is_goal(text) for text in ("年度绩效目标", "目标1：完成培训", "年度绩效目标1：完成培训"))


def test_totals_sums_margins_and_contacts():
    assert words.is_total("总 分")
    assert words.is_total("合计：")
    assert not words.is_total("小计")
    assert words.is_subtotal("小计")
    assert words.is_margin("绩效\n指标")
    assert words.is_narrative_heading("年度总体目标")
    assert words.is_contact("填表人（签字）")
    assert not words.is_contact("项目名称")
