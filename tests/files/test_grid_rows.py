"""The indicator table: rows, categories, headings, sums and total."""

import pytest

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.form_text import read_text
from perfeval_rules.files.grid_rows import MOST_ROWS

HEADING = "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\t复核得分"
ROW = "产出指标\t数量指标\t培训人数\t≥300\t280\t20\t18\t17"


def read(*lines, heading=HEADING):
    told = Collected()
    form = read_text("\n".join([heading, *lines]), "a", told)
    return form, [f.code for f in told.result("a") if f.code != "form.no-total"]


def categories(form):
    return ["/".join(cell.text for cell in row.categories) for row in form.rows]


def test_a_blank_category_takes_the_one_above_and_a_filled_one_clears_those_to_its_right():
    form, codes = read(
        ROW, "\t\t甲\t1\t1\t5\t5", "\t质量指标\t乙\t1\t1\t5\t5", "效益指标\t\t丙\t1\t1\t5\t5", "—\t\t丁\t1\t1\t5\t5"
    )
    assert categories(form) == ["产出指标/数量指标", "产出指标/数量指标", "产出指标/质量指标", "效益指标", ""]
    assert codes == []


def test_a_new_goal_clears_all_categories():
    heading = "目标任务\t一级指标\t三级指标\t指标值\t完成值\t分值\t得分"
    form, _ = read(
        "抓培训\t产出指标\t甲\t1\t1\t5\t5", "抓培训\t\t乙\t1\t1\t5\t5", "抓就业\t\t丙\t1\t1\t5\t5", heading=heading
    )
    assert categories(form) == ["产出指标", "产出指标", ""]
    assert [row.goal.text for row in form.rows] == ["抓培训", "抓培训", "抓就业"]


def test_a_category_alone_on_its_line_stands_for_the_rows_below():
    form, codes = read("产出指标（50分）", "\t数量指标\t甲\t1\t1\t5\t5")
    assert categories(form) == ["产出指标（50分）/数量指标"]
    assert codes == []


def test_a_category_with_a_cell_under_no_heading_is_not_understood():
    _, codes = read("产出指标" + "\t" * 12 + "另附\t5")
    assert codes == ["form.no-rows", "form.not-understood"]


def test_points_printed_beside_a_category_are_those_of_the_heading():
    form, codes = read("产出指标\t\t\t\t\t50\t48", ROW, "产出指标\t\t\t\t\t40")
    assert {label: points.text for label, points in form.headings.items()} == {"产出指标": "50"}
    assert codes == ["form.extra-cell", "form.second-value"]


def test_the_points_of_a_goal_may_stand_in_the_next_cell():
    form, codes = read("年度绩效目标1\t60\t抓培训", ROW, "年度绩效目标2（40分）\t45")
    assert [points.text for points in form.headings.values()] == ["60", "40"]
    assert form.rows[0].goal.text == "年度绩效目标1"
    assert codes == ["form.text-skipped", "form.second-value"]


def test_numbering_is_no_part_of_a_name_and_rows_nobody_filled_in_are_none():
    form, codes = read(
        "产出指标\t数量指标\t指标1：培训人数\t1\t1\t5\t5",
        "\t\t指标2：\t\t\t",
        "\t质量指标\t……\t\t\t\t",
        "\t\t指标3：\t2\t2\t5\t5",
    )
    assert [row.name.text for row in form.rows] == ["培训人数", "指标3："]
    assert str(form.rows[0].name.at) == "a:2:15"
    assert codes == []


def test_a_name_under_a_known_category_is_a_row_though_nothing_is_reported():
    form, codes = read("产出指标\t数量指标\t培训人数")
    assert [row.name.text for row in form.rows] == ["培训人数"]
    assert codes == []


@pytest.mark.parametrize(
    "line", ["其他需要说明的问题\t无", "改进措施及结果应用方案\t1.加强调度，2.按月通报", "注：一级指标不得修改"]
)
def test_prose_below_the_table_is_no_row(line):
    for before in ([ROW], [ROW, "总分\t\t\t\t\t20\t18"]):
        form, codes = read(*before, line)
        assert len(form.rows) == 1
        assert codes == ["form.text-skipped"]


def test_a_row_with_points_counts_even_below_the_total():
    form, codes = read(ROW, "总分\t\t\t\t\t40\t38", "\t\t结业率\t95%\t96%\t20\t20", "\t\t另行说明\t甲\t乙")
    assert [row.name.text for row in form.rows] == ["培训人数", "结业率"]
    assert codes == ["form.text-skipped"]


def test_a_cell_beyond_the_columns_is_told():
    _, codes = read(ROW + "\t另附\t—")
    assert codes == ["form.extra-cell"]


def test_a_figure_in_the_margin_is_told():
    heading = "绩效指标\t一级指标\t三级指标\t指标值\t完成值\t分值\t得分"
    form, codes = read("7\t产出指标\t甲\t1\t1\t5\t5", "绩效\t\t乙\t1\t1\t5\t5", heading=heading)
    assert len(form.rows) == 2
    assert codes == ["form.extra-cell"]


def test_columns_of_one_unknown_heading_join():
    form, _ = read("甲\t1\t1\t5\t照片\t合同", heading="三级指标\t指标值\t完成值\t得分\t佐证\t佐证")
    assert form.rows[0].values["佐证"].text == "照片；合同"


@pytest.mark.parametrize(
    ("cells", "target", "apart"),
    [
        ("≥\t95\t%", "≥95%", {}),
        ("\t95\t%", "95%", {}),
        ("≥\t95%\t%", "95%", {"指标性质": "≥"}),
        ("定性\t优\t", "优", {"指标性质": "定性"}),
        ("≥\t\t人", "", {"指标性质": "≥", "度量单位": "人"}),
        ("正向\t36\t座", "36座", {"指标性质": "正向"}),
    ],
)
def test_a_target_in_three_cells_joins_only_around_a_number(cells, target, apart):
    form, codes = read(
        f"产出指标\t甲\t{cells}\t1\t5", heading="一级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t得分"
    )
    assert form.rows[0].target.text == target
    assert {label: cell.text for label, cell in form.rows[0].values.items()} == apart
    assert codes == []


def test_a_subtotal_is_the_sum_of_other_rows():
    form, codes = read(ROW, "小计\t\t\t\t\t20\t18\t\t备查")
    assert [(row.name.text, row.sum, row.weight.text, row.stated.text) for row in form.rows][1:] == [
        ("小计", True, "20", "18")
    ]
    assert codes == ["form.extra-cell"]


@pytest.mark.parametrize(
    ("line", "totals"),
    [
        ("总分\t\t\t\t\t100\t97\t95", ("100", "97", "95")),
        ("总分\t\t\t\t\t100\t97", ("100", "97", "")),
        ("\t\t总分\t\t\t100\t97", ("100", "97", "")),
        ("总分\t\t\t\t\t\t97", ("", "97", "")),
        ("总分\t97", ("", "97", "")),
        ("总分\t100\t97", ("100", "97", "")),
        ("自评总分：97分", ("", "97", "")),
        ("合计 97", ("", "97", "")),
    ],
)
def test_the_total(line, totals):
    form, codes = read(ROW, line)
    assert (form.total_weight.text, form.stated_total.text, form.reviewed_total.text) == totals
    assert form.complete
    assert codes == []


def test_what_else_a_total_prints_is_told():
    _, codes = read(ROW, "总分\t100\t97\t95\t7\t良", "总分：97\t5")
    assert codes == ["form.extra-cell"] * 3


def test_of_two_totals_the_later_counts():
    form, codes = read(ROW, "合计\t\t\t\t\t100\t90", "总分\t\t\t\t\t100\t97")
    assert (form.total_weight.text, form.stated_total.text) == ("100", "97")
    assert codes == ["form.second-total"]


def test_a_heading_repeated_on_a_new_page_keeps_the_categories():
    form, _ = read(ROW, HEADING, "\t\t结业率\t95%\t96%\t10\t10")
    assert categories(form) == ["产出指标/数量指标"] * 2


def test_a_table_of_other_categories_begins_anew():
    form, _ = read(ROW, "二级指标\t三级指标\t指标值\t完成值\t分值\t得分", "\t结业率\t95%\t96%\t10\t10")
    assert categories(form) == ["产出指标/数量指标", ""]


def test_a_table_of_too_many_rows_is_cut_and_told_once():
    form, codes = read(*[ROW] * (MOST_ROWS + 2))
    assert len(form.rows) == MOST_ROWS
    assert codes == ["form.too-many-rows"]
