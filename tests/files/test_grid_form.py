"""The parts of a form, wherever they stand."""

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.form_text import read_text

TABLE = ["三级指标\t指标值\t完成值\t得分", "甲\t1\t1\t5", "总分\t\t\t5"]


def read(*lines):
    told = Collected()
    form = read_text("\n".join(lines), "a", told)
    return form, [f.code for f in told.result("a")]


def test_a_fund_block_may_stand_below_the_table():
    form, codes = read(*TABLE, "项目资金\t全年预算数\t全年执行数", "总额\t5\t5")
    assert (form.funds.executed.text, len(form.rows)) == ("5", 1)
    assert codes == []


def test_a_second_fund_block_is_not_understood():
    form, codes = read("资金\t全年预算数\t全年执行数", "总额\t5\t5", *TABLE, "资金\t全年预算数\t全年执行数\t100")
    assert form.funds.executed.text == "5"
    assert codes == ["form.not-understood"]


def test_a_goal_that_no_table_follows_is_told():
    _, codes = read("年度绩效目标1\t培训", "年度绩效目标2\t就业")
    assert codes == ["form.no-table", "form.text-skipped", "form.text-skipped"]


def test_a_goal_before_the_table_is_that_of_its_rows():
    form, codes = read("年度绩效目标1（60分）", *TABLE)
    assert form.rows[0].goal.text == "年度绩效目标1（60分）"
    assert form.headings["年度绩效目标1（60分）"].text == "60"
    assert codes == []


def test_a_form_without_a_fund_block_keeps_the_unit_of_its_amounts():
    form, codes = read("金额单位：万元", *TABLE)
    assert (form.funds.unit.text, form.funds.is_block, codes) == ("万元", False, [])
    assert read(*TABLE)[0].funds is None
    assert read("金额单位：万元", *TABLE, "资金\t全年预算数\t全年执行数", "总额\t5\t5")[0].funds.is_block


def test_the_unit_in_the_heading_counts_before_one_beside_it():
    form, _ = read("单位：元", "资金（万元）\t全年预算数\t全年执行数", "总额\t5\t5")
    assert form.funds.unit.text == "万元"
