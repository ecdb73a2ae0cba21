"""The head of a form."""

import pytest

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.form_text import read_text


def read(*lines):
    told = Collected()
    form = read_text("\n".join(lines), "a", told)
    return form, [f.code for f in told.result("a") if f.code not in ("form.no-table", "form.no-columns")]


def test_labels_and_values_side_by_side():
    form, codes = read("项目名称\t培训", "主管部门\t\t人社局\t实施单位\t\t就业中心", "地区\t临江市\t")
    assert [c.text for c in (form.project, form.department, form.unit, form.region)] == [
        "培训",
        "人社局",
        "就业中心",
        "临江市",
    ]
    assert str(form.unit.at) == "a:2:17"
    assert codes == []


def test_labels_and_values_in_one_cell():
    form, _ = read("项目名称：培训", "主管部门（盖章）： 人社局\t实施单位：就业中心")
    assert (form.project.text, form.department.text, form.unit.text) == ("培训", "人社局", "就业中心")
    assert str(form.department.at) == "a:2:11"


def test_a_label_without_a_value_leaves_the_field_blank():
    form, codes = read("主管部门\t实施单位\t就业中心", "项目名称\t", "地区：\t主管部门\t人社局")
    assert (form.department.text, form.unit.text, form.project.text, form.region.text) == ("人社局", "就业中心", "", "")
    assert codes == ["form.text-skipped"]


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("（2020 年度）", 2020), ("2021年度项目支出绩效自评表", 2021), ("（２０２２年度）", 2022), ("预算年度\t2023年", 2023),
        ("2024年部门整体支出绩效自评报告", 2024), ("2020", None), ("12020年度自评表", None), ("2019年完成培训", None),
    ],
)  # fmt: skip
def test_the_year(line, year):
    assert read(line)[0].year == year


def test_the_field_of_the_year_counts_before_the_title_and_the_first_title_before_others():
    assert read("2021年度自评表", "2019年度自评表")[0].year == 2021
    assert read("2021年度自评表", "年度\t2022")[0].year == 2022


def test_a_year_that_is_none_is_told():
    form, codes = read("预算年度\t本年")
    assert form.year is None
    assert codes == ["form.needs-year"]


def test_other_facts_stay_under_their_label():
    form, codes = read("项目类别\t经常性项目", "项目期限：一年", "项目属性\t延续\t资金来源\t财政")
    assert {label: value.text for label, value in form.values.items()} == {
        "项目类别": "经常性项目", "项目期限": "一年", "项目属性": "延续", "资金来源": "财政",
    }  # fmt: skip
    assert codes == []


def test_a_fact_below_the_tables_is_prose():
    form, codes = read(
        "三级指标\t指标值\t完成值\t得分",
        "甲\t1\t1\t5",
        "总分\t\t\t5",
        "结果应用\t公开",
        "填表人：某人\t项目名称\t培训\t其他",
    )
    assert form.values == {}
    assert form.project.text == "培训"
    assert codes == ["form.text-skipped", "form.contact-left-out", "form.extra-cell"]


def test_who_filled_the_form_in_is_left_out():
    form, codes = read("项目名称\t培训\t联系人\t某人\t电话\t0716-8888")
    assert "某人" not in str(form)
    assert "8888" not in str(form)
    assert codes == ["form.contact-left-out"] * 2


def test_a_sentence_about_telephones_is_prose():
    _, codes = read("通过电话、网络等方式指导老同志安装应用，减少了出门次数")
    assert codes == ["form.text-skipped"]


def test_the_first_of_two_values_counts():
    form, codes = read("项目名称\t培训", "项目名称\t宣传", "项目名称\t培训", "项目类别\t甲", "项目类别\t乙")
    assert (form.project.text, form.values["项目类别"].text) == ("培训", "甲")
    assert codes == ["form.second-value", "form.second-value"]


def test_a_closer_label_takes_the_place_of_a_wider_one():
    form, codes = read("单位名称\t人社局", "实施单位\t就业中心", "填报单位\t就业中心", "预算单位\t")
    assert (form.unit.text, form.values["单位名称"].text) == ("就业中心", "人社局")
    assert codes == ["form.text-skipped"]


@pytest.mark.parametrize("line", ["单位：万元", "（单位：万元）", "金额单位\t万元", "项目名称\t培训\t单位：万元"])
def test_the_unit_of_money(line):
    funds = "项目资金\t全年预算数\t全年执行数"
    form, codes = read(line, funds, "总额\t5\t5")
    assert form.funds.unit.text == "万元"
    assert codes == []


def test_titles_are_understood_and_prose_is_told():
    assert read("附件2", "项目支出绩效自评表")[1] == []
    assert read("为加强财政资金管理，制定本办法。")[1] == ["form.text-skipped"]
    assert read("预算目标\t\t实际完成情况")[1] == ["form.text-skipped"]
