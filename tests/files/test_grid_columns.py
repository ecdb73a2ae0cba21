"""Which heading stands where, and under which heading each cell falls."""

import pytest

from perfeval_rules.files.grid import Line
from perfeval_rules.files.grid_columns import aligned, cells_of, columns_of, first, is_sign, widened
from perfeval_rules.findings import Place, Written

HEADING = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因"


def line(text, number=1):
    cells = text.split(" ") if isinstance(text, str) else text
    return Line(
        number,
        tuple(Written(c, Place("a", number, n)) if c not in ("", "_") else Written() for n, c in enumerate(cells, 1)),
    )


def columns(text=HEADING):
    return columns_of(line(text))


def under(row, found, field):
    return [cell.text for cell in cells_of(row, found, field)]


def test_the_lowest_level_names_the_indicator():
    assert columns().of_field["name"] == 2
    assert columns().categories == ("category1", "category2")
    assert columns("一级指标 二级指标 指标值 完成值").of_field["name"] == 1
    assert columns("一级指标 三级指标 指标名称 指标值").categories == ("category1", "category3")


def test_the_word_in_the_margin_is_the_name_only_where_nothing_else_is():
    found = columns("绩效指标 一级指标 三级指标 指标值 得分")
    assert (found.of_field["margin"], found.of_field["name"], found.leading) == (0, 2, 2)
    assert columns("绩效指标 指标值 得分").of_field["name"] == 0


@pytest.mark.parametrize(
    "text", ["一级指标 二级指标", "指标值 完成值 得分", "一级指标 指标值 100 得分", "甲 乙 丙", "_"]
)
def test_other_lines_are_no_heading(text):
    assert columns(text) is None


def test_of_two_columns_for_one_field_the_preferred_one_counts():
    found = columns("三级指标 指标值 完成值 单项得分 折算得分 权重 分值 原因分析 改进措施 单项得分")
    assert found.of_field["stated"] == 4
    assert found.of_field["weight"] == 6
    kinds = dict(found.fields)
    assert (kinds[3], kinds[5], kinds[9]) == ("other", "other", "other")
    assert (kinds[7], kinds[8]) == ("reason", "reason")


def test_points_stand_in_the_order_of_their_columns():
    assert columns().points == ("weight", "stated")
    assert columns("三级指标 得分 指标值 分值 复核得分").points == ("stated", "weight", "reviewed")


def test_a_second_heading_row_says_what_the_first_left_open():
    upper = columns("一级指标 三级指标 绩效指标值 _ 分值 得分")
    wider = widened(upper, line("_ _ 目标值 完成值 _ _ 复核得分"))
    assert (wider.of_field["target"], wider.of_field["actual"], wider.of_field["reviewed"]) == (2, 3, 6)
    assert wider.headings[6].text == "复核得分"
    assert wider.width == 7


@pytest.mark.parametrize("text", ["_ _ 目标值 100", "产出指标 培训人数", "_"])
def test_a_row_of_data_is_no_second_heading(text):
    assert widened(columns(), line(text)) is None


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("产出指标 数量指标 培训人数 ≥300人次 280 20 18 甲", 0),
        ("_ _ 培训人数 ≥300人次 280 20 18 _", 0),
        ("指标 效益指标 社会效益指标 持证率 ≥80% 85% 30 30 _", 1),
        ("_ _ _ 持证率 ≥80% 85% 30 30", 1),
        ("_ _ _ _ 持证率 ≥80% 85% 30 30", 2),
        ("质量指标 结业率 95% 96% 10 10", -1),
        ("结业率 95% 96% 10 10", -2),
    ],
)
def test_a_row_falls_under_its_headings_wherever_it_begins(text, shift):
    row = aligned(line(text).cells, columns(), 0, ())
    assert row.shift == shift
    assert row.fit > 0
    assert row.outside == ()


def test_where_two_ways_fit_alike_the_row_before_decides():
    words = line("_ _ _ 明显提升 显著")
    assert aligned(words.cells, columns(), 1, ()).shift == 1
    assert aligned(words.cells, columns(), 0, ()).shift in (0, 1)


def test_a_text_known_as_a_category_is_one_again():
    cells = line("保障任务 维修校舍 3栋 全部完成").cells
    found = columns()
    assert aligned(cells, found, 0, {"保障任务"}).shift == -1
    assert under(aligned(cells, found, 0, {"保障任务"}), found, "category2") == ["保障任务"]


def test_a_cell_under_no_heading_stands_outside():
    row = aligned(line("产出指标 数量指标 培训人数 ≥300人次 280 20 18 甲 另附").cells, columns(), 0, ())
    assert [cell.text for cell in row.outside] == ["另附"]


def test_signs():
    assert is_sign("＝")
    assert is_sign("大于等于")
    assert not is_sign("定性")


def test_the_first_of_some_cells():
    assert first([]) == Written()
    assert first([Written("甲"), Written("乙")]).text == "甲"
