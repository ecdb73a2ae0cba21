"""Pasted forms in the layouts that are in use, read whole."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.form_data import submission_from_data
from perfeval_rules.files.form_text import MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, MOST_LINES, lines_of, read_text
from perfeval_rules.findings import Place
from perfeval_rules.submission import canonical

ROOT = Path(__file__).parents[2]
SHANGHAI = (ROOT / "examples" / "shanghai-2020-form.txt").read_text("utf-8")
LAYOUTS = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "tests" / "data" / "forms").glob("*.txt"))}


def read(text):
    told = Collected()
    return read_text(text, "form.txt", told), told.result("form.txt")


def codes(findings):
    return [f.code for f in findings]


def cells(row):
    return [row.target.text, row.actual.text, row.weight.text, row.stated.text]


# — Shanghai: a word in the margin shifts the rows after it —


def test_the_shanghai_form_reads_whole():
    form, findings = read(SHANGHAI)
    assert form.project.text == "机关离退休干部活动经费"
    assert form.department.text == "上海市住房和城乡建设管理委员会"
    assert form.unit.text == "上海市住房保障和房屋管理局老干部活动室"
    assert form.year == 2020
    assert (form.total_weight.text, form.stated_total.text, form.complete) == ("100", "96.99", True)
    assert codes(findings) == ["form.text-skipped"]
    assert findings[0].say("zh").startswith("第 14–63 行是说明文字")


def test_the_fund_block_of_the_shanghai_form():
    funds = read(SHANGHAI)[0].funds
    own = (funds.initial_budget, funds.annual_budget, funds.executed, funds.weight, funds.rate, funds.score, funds.unit)
    assert [cell.text for cell in own] == ["1193980.00", "1049377.00", "1,048,285.45", "10", "99.90%", "9.99", "万元"]
    assert [part.label.text for part in funds.parts] == ["当年财政拨款", "上年结转资金", "其他资金"]
    assert not any(part.annual_budget or part.executed for part in funds.parts)
    assert str(funds.executed.at) == "form.txt:10:31"
    assert str(funds.unit.at) == "form.txt:9:7"
    assert str(funds.parts[0].label.at) == "form.txt:11:5"


def test_the_rows_of_the_shanghai_form():
    rows = read(SHANGHAI)[0].rows
    categories = [" ".join(cell.text for cell in row.categories) for row in rows]
    assert categories == [
        *["产出指标 数量指标"] * 4, "产出指标 质量指标", "产出指标 时效指标", "效益指标 社会效益指标",
        *["效益指标 可持续影响指标"] * 2, *["满意度指标 服务对象满意度指标"] * 2,
    ]  # fmt: skip
    assert cells(rows[0]) == [">=300人次", "120", "5", "2"]
    assert rows[0].reason.text.startswith("疫情期间无法开展老干部活动")
    assert [cells(row) for row in rows[1:]] == [
        [">=4次", "4", "5", "5"], [">=90", "90", "5", "5"], [">=90", "100", "5", "5"], [">=90", "90", "5", "5"],
        [">=90", "100", "5", "5"], *[[">=90", "100", "10", "10"]] * 3, *[[">=90", "100", "15", "15"]] * 2,
    ]  # fmt: skip
    assert [row.path for row in rows] == [f"rows[{n}]" for n in range(11)]


def test_every_value_stands_where_the_file_has_it():
    lines = SHANGHAI.split("\n")
    for row in read(SHANGHAI)[0].rows:
        for cell in (row.name, row.target, row.actual, row.weight, row.stated, *row.categories):
            line = lines[cell.at.line - 1]
            assert line[cell.at.column - 1 :].startswith(cell.text)
        assert row.at == row.name.at


def test_the_canonical_form_of_a_pasted_form_reads_into_the_same_submission():
    for text in (SHANGHAI, *LAYOUTS.values()):
        form, _ = read(text)
        again, findings = submission_from_data(canonical(form))
        assert again == form
        assert findings == ()


# — Hubei: goals, no weights, twenty points for execution in the heading —


def test_a_form_of_two_goals():
    form, findings = read(LAYOUTS["hubei-2021"])
    assert [row.goal.text for row in form.rows] == ["年度绩效目标1（40分）"] * 3 + ["年度绩效目标2（40分）"] * 2
    assert {label: points.text for label, points in form.headings.items()} == {
        "年度绩效目标1（40分）": "40", "年度绩效目标2（40分）": "40",
    }  # fmt: skip
    assert str(form.headings["年度绩效目标1（40分）"].at) == "form.txt:8:9"
    assert [cells(row) for row in form.rows][:2] == [["100%", "100%", "", "20"], ["100%", "100%", "", "10"]]
    assert [row.categories[0].text for row in form.rows] == ["产出指标", "产出指标", "效益指标", "产出指标", "产出指标"]
    assert (form.total_weight.text, form.stated_total.text, form.complete) == ("", "99.8", True)
    assert codes(findings) == ["form.contact-left-out", *["form.text-skipped"] * 3]


def test_points_for_execution_that_only_the_heading_prints():
    funds = read(LAYOUTS["hubei-2021"])[0].funds
    assert [c.text for c in (funds.annual_budget, funds.executed, funds.rate, funds.weight, funds.score)] == [
        "10", "10", "100%", "20", "20",
    ]  # fmt: skip
    assert funds.unit.text == "万元"


def test_of_two_labels_for_one_field_the_closer_counts_and_the_other_stays_a_fact():
    form, _ = read(LAYOUTS["hubei-2021"])
    assert form.unit.text == "临江市水土保持监测站"
    assert form.values["单位名称"].text == "临江市水利和湖泊局"


# — Sichuan: sign, number and unit in three cells —


def test_sign_number_and_unit_join():
    form, findings = read(LAYOUTS["sichuan-2022"])
    assert [row.target.text for row in form.rows] == ["≥36座", "≥95%", "＝4次", "良好", "≥90%"]
    assert form.rows[3].values["指标性质"].text == "定性"
    assert str(form.rows[0].target.at) == "form.txt:10:18"
    assert form.rows[1].reason.text.startswith("雨季人手不足")
    assert findings == ()


def test_a_unit_of_money_beside_the_head_counts_for_the_fund_block():
    funds = read(LAYOUTS["sichuan-2022"])[0].funds
    assert funds.unit.text == "元"
    assert (funds.initial_budget.text, funds.annual_budget.text, funds.executed.text) == (
        "200000.00", "180000.00", "171000.00",
    )  # fmt: skip
    assert [part.executed.text for part in funds.parts] == ["171000.00", "0.00"]


# — copied from a page: cells that reach over several rows are missing below —


def test_rows_without_the_cells_that_reach_down_from_above():
    form, findings = read(LAYOUTS["merged-cells-2023"])
    assert [[c.text for c in row.categories] for row in form.rows] == [
        ["产出指标（50分）", "数量指标"], ["产出指标（50分）", "数量指标"], ["产出指标（50分）", "质量指标"],
        ["效益指标（30分）", "社会效益指标"], ["满意度指标（10分）", "服务对象满意度"],
    ]  # fmt: skip
    assert [row.name.text for row in form.rows] == [
        "★培训医师人数（≥**人）", "培训班次", "考核合格率", "门诊人次增长率", "参训医师满意度",
    ]  # fmt: skip
    assert cells(form.rows[1]) == ["4期", "4期", "10", "10"]
    assert form.rows[0].reason.text == "两人因病请假；下期补训"
    assert (form.total_weight.text, form.stated_total.text) == ("100", "99.47")
    assert findings == ()


def test_a_heading_of_two_rows_and_figures_beside_their_labels():
    form, findings = read(LAYOUTS["two-heading-rows-2024"])
    assert (form.funds.annual_budget.text, form.funds.executed.text, form.funds.rate.text) == ("50", "45", "90%")
    assert (form.funds.weight.text, form.funds.score.text, form.funds.unit.text) == ("10", "9", "万元")
    assert [row.sum for row in form.rows] == [True, False, False, False]
    assert [row.reviewed.text for row in form.rows] == ["30", "20", "10", "58"]
    assert form.rows[3].values["佐证资料"].text == "台账"
    assert form.reviewed_total.text == "97"
    assert codes(findings) == ["form.sum-recognised"]


# — cells —


def lines(text):
    return [[cell.text for cell in line.cells] for line in lines_of(text, "form.txt", Collected())]


def test_a_line_is_cut_at_its_tabs():
    assert lines("甲\t\t乙 \n\n\t丙") == [["甲", "", "乙"], [""], ["", "丙"]]
    assert lines("") == [[""]]


def test_a_quoted_cell_may_run_over_lines():
    told = Collected()
    found = lines_of('甲\n"年度\n总体\n""目标"""\t乙\n丙', "form.txt", told)
    assert [line.number for line in found] == [1, 2, 5]
    assert found[1].cells[0].text == '年度\n总体\n"目标"'
    assert found[1].cells[1].at == Place("form.txt", 4, 9)


def test_a_quote_that_does_not_close_is_a_mark_like_any_other():
    assert lines('"清瓶"城中村\t1\n"甲\t2') == [['"清瓶"城中村', "1"], ['"甲', "2"]]


def test_mark_up_is_no_part_of_a_value():
    assert lines("<p>120</p>\t&gt;=90&nbsp;\t<5个\tA&B;") == [["120", ">=90", "<5个", "A&B;"]]
    assert lines("<br>\t&nbsp;") == [["", ""]]


def test_a_cell_is_kept_up_to_a_length():
    told = Collected()
    (line,) = lines_of("长" * (MOST_CHARACTERS + 1), "form.txt", told)
    assert len(line.cells[0].text) == MOST_CHARACTERS
    assert codes(told.result("")) == ["form.text-too-long"]


def test_a_line_is_kept_up_to_a_number_of_columns():
    told = Collected()
    found = lines_of("\t" * (MOST_COLUMNS - 1) + "甲\n" + "\t" * MOST_COLUMNS + "乙", "form.txt", told)
    assert [len(line.cells) for line in found] == [MOST_COLUMNS, MOST_COLUMNS]
    assert [(f.code, f.at.line) for f in told.result("")] == [("form.too-many-columns", 2)]


def test_a_file_is_read_up_to_a_number_of_lines_and_cells():
    for text, kept in (("甲\n" * MOST_LINES, MOST_LINES), ("甲\n" * (MOST_LINES - 1) + "乙", MOST_LINES)):
        told = Collected()
        assert len(lines_of(text, "form.txt", told)) == kept
        assert told.result("") == ()
    for text, kept in (("甲\n" * MOST_LINES + "乙", MOST_LINES), (("\t" * 99 + "\n") * 3_000, MOST_CELLS // 100 + 1)):
        told = Collected()
        assert len(lines_of(text, "form.txt", told)) == kept
        assert [(f.code, f.at.line) for f in told.result("")] == [("form.too-many-lines", kept + 1)]


# — what is not there —


def test_a_text_without_tabs_says_how_to_copy_a_table():
    form, findings = read("项目名称  培训\n三级指标  年度指标值  实际完成值")
    assert codes(findings)[0] == "form.no-columns"
    assert "form.no-table" in codes(findings)
    assert not form.complete


def test_a_cut_off_form_is_not_complete():
    form, findings = read(SHANGHAI[: SHANGHAI.index("\t总分")])
    assert len(form.rows) == 11
    assert not form.complete
    assert codes(findings) == ["form.no-total", "form.text-skipped"]


def test_a_table_of_headings_alone_has_no_rows():
    form, findings = read("一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n总分\t\t\t\t\t100\t0")
    assert codes(findings) == ["form.no-rows"]
    assert not form.complete


# — invariants —

TABLE = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ["产出指标", "数量指标", "培训人数", "≥300人次", "280人次", "20", "18.67", "两期改为线上，下半年补训"],
    ["", "", "培训期数", "6期", "6期", "20", "20", ""],
    ["", "质量指标", "结业率", "≥95%", "96%", "10", "10", ""],
    ["效益指标", "社会效益指标", "持证上岗率", "≥80%", "85%", "30", "30", ""],
    ["满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "92%", "10", "10", ""],
    ["总分", "", "", "", "", "90", "88.67", ""],
]


@settings(deadline=None, max_examples=60)
@given(st.permutations(range(8)))
def test_columns_may_stand_in_any_order(order):
    shuffled = [[row[number] for number in order] for row in TABLE]
    form, findings = read("\n".join("\t".join(row) for row in shuffled))
    straight, _ = read("\n".join("\t".join(row) for row in TABLE))
    assert canonical(form, places=False) == canonical(straight, places=False)
    assert findings == ()


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 3), st.integers(0, 2))
def test_a_margin_and_blanks_at_the_end_change_nothing(margin, end):
    text = "\n".join("\t".join([*[""] * (margin if n else 0), *row, *[""] * end]) for n, row in enumerate(TABLE))
    straight, _ = read("\n".join("\t".join(row) for row in TABLE))
    form, findings = read(text)
    assert canonical(form, places=False) == canonical(straight, places=False)
    assert findings == ()


@settings(deadline=None, max_examples=40)
@given(st.sampled_from([SHANGHAI, *LAYOUTS.values()]), st.floats(0, 1))
def test_a_truncated_form_reads_as_far_as_it_goes(text, share):
    cut = text[: int(len(text) * share)]
    form, findings = read(cut)
    whole, _ = read(text)
    assert len(form.rows) <= len(whole.rows)
    assert all(f.say("zh") and f.say("en") for f in findings)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from([SHANGHAI, *LAYOUTS.values()]), st.integers())
def test_a_form_whose_lines_are_shuffled_still_reads(text, seed):
    shuffled = text.split("\n")
    random.Random(seed).shuffle(shuffled)
    form, _ = read("\n".join(shuffled))
    assert form.digest


WORDS = """
一级指标 三级指标 年度指标值 实际完成值 分值 得分 全年预算数 全年执行数 执行率 总分 小计 产出指标 绩效 指标 其中：财政 总额 目标 ≥
年度绩效目标1（40分） 项目名称 主管部门 单位：元 100 ≥90% — 1、甲 一、乙 指标1： 负责人 5 偏差原因 度量单位 指标性质 复核得分
"""
CELLS = st.just("") | st.just("5") | st.sampled_from(WORDS.split())


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(CELLS, max_size=9), max_size=12))
def test_no_table_makes_it_raise(rows):
    form, findings = read("\n".join("\t".join(row) for row in rows))
    assert form.digest
    assert all(f.say("zh") and f.advise("en") is not None for f in findings)


@settings(deadline=None)
@given(st.text(max_size=200) | st.text('甲1\t\n"<p>&;：', max_size=200))
def test_no_text_makes_it_raise(text):
    assert read(text)[0].digest


OPENINGS = st.sampled_from(
    [
        "",
        "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\t原因",
        "绩效指标\t一级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t分值\t得分\t复核得分\t证明\t目标任务",
        "项目资金（万元）\t\t年初预算数\t全年预算数\t到位数\t全年执行数\t分值\t执行率\t得分",
        "预算执行（20分）\t预算数\t执行数\t执行率\t得分",
    ]
)


@settings(deadline=None, max_examples=150)
@given(OPENINGS, st.lists(st.lists(CELLS, max_size=11), min_size=1, max_size=5), st.integers(0, 10**6))
def test_no_figure_is_lost_in_silence(opening, rows, start):
    """Every figure stands in the submission, or a finding tells of its line."""
    numbered = [
        [str(start + 9_000_001 + 100 * n + m) if c == "5" else c for m, c in enumerate(row)]
        for n, row in enumerate(rows)
    ]
    form, findings = read("\n".join([opening, *("\t".join(row) for row in numbered)]))
    kept = str(canonical(form, places=False))
    for number, row in enumerate(numbered, 2):
        for cell in row:
            if cell.isdigit() and len(cell) > 3:
                assert cell in kept or any(told_of(f, number) for f in findings), (number, row)


def told_of(finding, number):
    if finding.code in ("form.not-understood", "form.text-skipped"):
        first, _, last = finding.values["lines"].en.removeprefix("lines ").removeprefix("line ").partition("–")
        return int(first) <= number <= int(last or first)
    return finding.at.line == number or finding.code == "form.second-total"


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_no_layout_has_a_fault(name):
    form, findings = read(LAYOUTS[name])
    assert form.complete
    assert not [f for f in findings if f.severity == "error"]
