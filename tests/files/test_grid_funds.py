"""The fund block."""

import pytest

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.form_text import read_text
from perfeval_rules.files.grid_funds import is_amount, unit_within
from perfeval_rules.findings import Place, Written

HEADING = "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分"
WHOLE = "\t年度资金总额\t30\t28\t27\t10\t96%\t9.6"


def read(*lines):
    told = Collected()
    form = read_text("\n".join(lines), "a", told)
    return form, [f.code for f in told.result("a") if f.code != "form.no-table"]


def said(funds):
    cells = (funds.initial_budget, funds.annual_budget, funds.executed, funds.weight, funds.rate, funds.score)
    return [cell.text for cell in cells]


def test_the_whole_and_its_parts():
    form, codes = read(HEADING, WHOLE, "\t其中：财政拨款\t20\t20\t19\t—\t95%\t—", "\t其他资金\t10\t8\t8")
    assert said(form.funds) == ["30", "28", "27", "10", "96%", "9.6"]
    assert [(p.label.text, p.initial_budget.text, p.rate.text) for p in form.funds.parts] == [
        ("财政拨款", "20", "95%"), ("其他资金", "10", ""),
    ]  # fmt: skip
    assert form.funds.at == Place("a", 1, 1)
    assert codes == []


def test_a_block_whose_label_column_is_missing_below():
    form, codes = read(HEADING, "资金总额\t30\t28\t27\t10\t96%\t9.6", "财政拨款\t30\t28\t27\t—\t96%\t—")
    assert said(form.funds) == ["30", "28", "27", "10", "96%", "9.6"]
    assert form.funds.parts[0].executed.text == "27"
    assert codes == []


def test_a_block_pushed_right_by_its_margin():
    form, _ = read(HEADING, "资金\t\t年度资金总额\t30\t28\t27\t10\t96%\t9.6")
    assert said(form.funds) == ["30", "28", "27", "10", "96%", "9.6"]


def test_a_first_line_without_a_name_is_the_whole():
    form, codes = read(HEADING, "\t\t30\t28\t27\t10\t96%\t9.6", "\t年度资金总额\t1\t1\t1")
    assert said(form.funds)[:3] == ["30", "28", "27"]
    assert form.funds.parts[0].label.text == "年度资金总额"
    assert codes == []


def test_parts_may_stand_before_the_whole():
    form, _ = read(HEADING, "\t其中：财政拨款\t20\t20\t19", WHOLE)
    assert said(form.funds)[:3] == ["30", "28", "27"]
    assert len(form.funds.parts) == 1


def test_points_that_a_part_prints_are_told():
    _, codes = read(HEADING, WHOLE, "\t财政拨款\t20\t20\t19\t5\t95%\t4.8")
    assert codes == ["form.extra-cell", "form.extra-cell"]


def test_what_other_columns_say_of_the_whole_is_a_fact_of_the_form():
    heading = "项目资金\t全年预算数\t到位数\t全年执行数\t执行率\t备注\t备注\t备注"
    form, codes = read(
        heading, "总额\t30\t29\t27\t90%\t/\t追加\t调整\t备查", "财政拨款\t30\t29\t27\t90%", "其他资金\t—\t—\t—"
    )
    assert (form.values["到位数"].text, form.values["备注"].text) == ("29", "追加")
    assert codes == ["form.extra-cell"] * 3


def test_a_figure_where_a_name_belongs_is_told():
    _, codes = read(HEADING, "7\t年度资金总额\t30\t28\t27\t10\t96%\t9.6")
    assert codes == ["form.extra-cell"]


def test_figures_beside_their_labels():
    form, codes = read(
        "项目资金（元）\t全年预算数\t300\t全年执行数\t270", "\t执行率\t90%\t分值\t10\t得分\t9\t另附", "执行率\t91%"
    )
    assert said(form.funds) == ["", "300", "270", "10", "90%", "9"]
    assert form.funds.unit.text == "元"
    assert codes == ["form.extra-cell", "form.second-value"]


def test_the_block_ends_where_its_lines_do():
    form, codes = read(HEADING, WHOLE, "年度总体目标\t\t实际完成情况", "完成培训300人", "\t其他资金\t1\t1\t1")
    assert form.funds.parts == ()
    assert codes == ["form.text-skipped", "form.not-understood"]


def test_a_label_alone_is_a_part_only_if_it_names_money():
    form, codes = read(HEADING, WHOLE, "\t上年结转资金", "\t另行说明")
    assert [part.label.text for part in form.funds.parts] == ["上年结转资金"]
    assert codes == ["form.text-skipped"]


def test_a_heading_that_holds_figures_of_its_own_is_no_heading():
    form, codes = read("全年预算数\t一\t5\t全年执行数")
    assert form.funds is None
    assert codes == ["form.extra-cell"]


@pytest.mark.parametrize("text", ["30", "1,048,285.45", "50万元", "99.90%", "３０", "-5"])
def test_amounts(text):
    assert is_amount(text)
    assert not is_amount(text + "左右")


@pytest.mark.parametrize(
    ("text", "unit", "column"),
    [
        ("项目资金（万元）", "万元", 6), ("预算执行情况(单位：元)", "元", 11), ("金额单位：千元", "千元", 6),
        ("㈱资金（亿元）", "亿元", 1), ("项目资金", "", 0), ("每元产出（元/人）", "", 0),
    ],
)  # fmt: skip
def test_the_unit_of_money_in_a_heading(text, unit, column):
    found = unit_within(Written(text, Place("a", 1, 1)))
    assert (found.text, found.at.column) == (unit, column)
