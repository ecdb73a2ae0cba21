"""A form as the inputs of a plan: which line is which, and every value by its name."""

from fractions import Fraction

import pytest

from perfeval_rules.findings import Written
from perfeval_rules.plan.binding import bind
from perfeval_rules.submission import Funds
from tests.plan.small import AS_DONE, evaluate, line, program, row, scores, submission

EXECUTION = """
    [every]
    type = "number"
    [line.execution]
    title.zh = "预算执行率"
    names = ["执行率"]
    type = "execution"
    weight = 10
    score = "weight * min(attainment, 1)"
    [rule.all]
    score = "actual"
"""
GROUPS = """
    [group.output]
    names = ["产出指标", "产出"]
    [group.quantity]
    names = ["数量指标", "通用"]
    in = "output"
    [group.benefit]
    names = ["效益指标"]
    [group.social]
    names = ["社会效益", "通用"]
    in = "benefit"
"""
FUNDS = {"annual_budget": 200, "executed": 100, "unit": "万元", "weight": 8, "rate": "50%", "score": 4}


def bound(text, rows=(), **form):
    made = program(text)
    return bind(made.ruleset, made.plan, made.chart, submission(rows, **form))


def codes(bound):
    return [(finding.code, finding.path) for finding in bound.findings]


def values(bound, number=1):
    return bound.lines[number - 1].given.values


# — the form —


def test_a_unit_of_money_alone_is_no_fund_block_and_no_line_comes_about_by_it():
    made, without = program(EXECUTION), submission([row(1)])
    plain, alone, scored = (
        bind(made.ruleset, made.plan, made.chart, without.model_copy(update={"funds": funds}))
        for funds in (None, Funds(unit=Written("万元")), Funds(unit=Written("万元"), score=Written("4")))
    )
    assert [(one.path, one.at, one.given) for one in alone.lines] == [
        (one.path, one.at, one.given) for one in plain.lines
    ]
    assert (alone.money, plain.money, alone.form.values["funds_unit"]) == (10_000, 1, "万元")
    assert scored.lines[0].path == "funds"


def test_a_form_says_what_stands_at_its_head():
    said = bound(
        AS_DONE, year=2020, department="局", project="甲项目", complete=False, stated_total="9.5", reviewed_total=9
    )
    names = ("year", "department", "project", "complete", "stated_total", "_reviewed_total")
    assert [said.form.values[name] for name in names] == [2020, "局", "甲项目", False, Fraction("9.5"), 9]


def test_a_form_of_nothing_has_no_values_and_no_lines():
    empty = bound(AS_DONE)
    assert (empty.lines, empty.form.lines, empty.findings, empty.money) == ((), (), (), 1)
    assert empty.form.values["year"] is None
    assert empty.form.values["stated_total"] is None
    assert empty.form.values["funds_unit"] == ""


def test_amounts_are_in_yuan_and_the_unit_of_the_form_is_kept():
    read = bound(AS_DONE, funds={**FUNDS, "initial_budget": "50元"})
    assert read.form.values["annual_budget"] == 2_000_000
    assert read.form.values["initial_budget"] == 50
    assert read.form.values["stated_rate"] == 50
    assert (read.form.values["funds_unit"], read.money) == ("万元", 10_000)


@pytest.mark.parametrize("unit", ["", "人", "胡说"])
def test_a_unit_that_is_no_money_counts_for_yuan(unit):
    read = bound(AS_DONE, funds={"annual_budget": 5, "unit": unit})
    assert read.money == 1


def test_parts_of_the_funds_add_up_where_one_of_them_is_given():
    parts = [{"label": "财政拨款", "annual_budget": 1}, {"label": "其他", "annual_budget": 2, "executed": "—"}]
    read = bound(AS_DONE, funds={"unit": "万元", "parts": parts})
    assert (read.form.values["parts_annual"], read.form.values["parts_executed"]) == (30_000, None)


CARRIED = AS_DONE + '[fact.grant]\nnames = ["财政拨款", "拨款"]\nkind = "money"\n[fact.note]\nkind = "text"\n'


def test_a_fact_stands_among_the_values_by_any_of_its_names():
    assert bound(CARRIED, values={"拨 款": "3万元"}).form.values["carried.grant"] == 30_000


def test_a_fact_of_the_values_goes_before_a_part_of_the_funds():
    parts = [{"label": "财政拨款", "annual_budget": 1}]
    read = bound(CARRIED, funds={"unit": "万元", "parts": parts}, values={"拨款": 7})
    assert read.form.values["carried.grant"] == 70_000
    read = bound(CARRIED, funds={"unit": "万元", "parts": parts}, values={"拨款": ""})
    assert read.form.values["carried.grant"] == 10_000


def test_a_part_of_the_funds_is_money_whatever_kind_of_number_the_fact_is():
    ruleset = AS_DONE + '[fact.grant]\nnames = ["拨款"]\n[fact.text]\nkind = "text"\nnames = ["拨款"]\n'
    read = bound(ruleset, funds={"unit": "万元", "parts": [{"label": "拨款", "annual_budget": 2}]})
    assert read.form.values["carried.grant"] == 20_000
    assert read.form.values["carried.text"] == ""


def test_a_value_that_no_fact_asks_for_is_told():
    assert codes(bound(CARRIED, values={"别的": 1, "note": "x"})) == [("form.unused-value", "values.别的")]


# — headings —


def test_points_in_headings_and_categories_are_the_groups():
    read = bound(
        GROUPS + AS_DONE,
        [row(1, "效益指标（30分）", "社会效益 (12.5)"), row(2, "产出")],
        headings={"产出指标": 50, "x": 1},
    )
    assert {name: value for name, value in read.form.values.items() if name.endswith("._printed")} == {
        "output._printed": 50, "benefit._printed": 30, "social._printed": Fraction("12.5"),
    }  # fmt: skip


def test_points_of_a_heading_go_before_those_in_a_category():
    read = bound(GROUPS + AS_DONE, [row(1, "产出（40分）")], headings={"产出": 50})
    assert read.form.values["output._printed"] == 50


def test_points_in_a_category_that_names_another_group_are_not_this_ones():
    read = bound(GROUPS + AS_DONE, [row(1, "效益指标（30分）", "数量指标")])
    assert "benefit._printed" not in read.form.values


# — where rows belong —


def test_a_row_stands_in_the_group_its_cells_mean():
    read = bound(GROUPS + AS_DONE, [row(1, "产出", "通用"), row(2, "效益指标", "通用"), row(3)])
    assert [given.group for given in read.form.lines] == ["quantity", "social", ""]
    assert read.findings == ()


@pytest.mark.parametrize(
    ("cells", "code"), [(["胡说"], "form.unknown-category"), (["通用"], "form.ambiguous-category")]
)
def test_a_category_that_means_no_group_or_several_is_told_at_its_cell(cells, code):
    read = bound(GROUPS + AS_DONE, [row(1, *cells)])
    assert codes(read) == [(code, "rows[0].categories")]
    assert read.form.lines[0].group == ""


def test_the_groups_that_a_category_could_mean_are_named():
    (finding,) = bound(GROUPS + AS_DONE, [row(1, "通用")]).findings
    assert "quantity、social" in finding.say("zh")


# — lines of the ruleset —


def test_a_line_takes_the_first_row_of_its_name_and_the_next_is_an_ordinary_one():
    ruleset = AS_DONE + '[line.visits]\nnames = ["走访人数"]\nweight = 5\n'
    read = bound(ruleset, [row(1), row(7, name="走访 人数★"), row(8, name="走访人数（5分）")])
    assert [(each.number, each.given.judge, each.path) for each in read.lines] == [
        (1, "line.visits", "rows[1]"), (2, None, "rows[0]"), (3, None, "rows[2]"),
    ]  # fmt: skip
    assert codes(read) == [("form.second-row", "rows[2].name")]


def test_a_row_can_be_only_one_line():
    ruleset = AS_DONE + '[line.a]\nnames = ["甲"]\n[line.b]\nnames = ["甲"]\n'
    read = bound(ruleset, [row(1, name="甲")])
    assert [each.path for each in read.lines] == ["rows[0]", ""]


def test_a_line_that_the_form_does_not_have_bears_its_title_or_its_id():
    read = bound('[every]\ntype = "number"\n[line.a]\ntitle.zh = "甲"\n[line.b]\n')
    assert [(each.name, each.path, str(each.at)) for each in read.lines] == [("甲", "", ""), ("b", "", "")]


def test_a_row_that_sums_up_others_is_told_of_and_not_counted():
    read = bound(AS_DONE, [row(1, sum=True), row(2)])
    assert [each.name for each in read.lines] == ["r2"]
    assert codes(read) == [("form.sum-row", "rows[0].name")]


def test_a_row_that_sums_up_others_is_no_line_of_the_ruleset():
    read = bound(EXECUTION, [row(1, name="执行率", sum=True)])
    assert [each.path for each in read.lines] == [""]


# — the fund block —


def test_the_fund_block_fills_the_line_of_execution():
    scored = evaluate(program(EXECUTION), funds=FUNDS)
    execution = line(scored, "execution")
    assert (execution.weight, execution.score, execution.stated) == (8, 4, 4)
    assert (execution.target_text, execution.actual_text) == ("200", "100")


def test_a_row_beside_the_fund_block_stays_an_ordinary_one_and_is_told():
    read = bound(EXECUTION, [row("90%", name="执行率")], funds=FUNDS)
    assert [(each.given.judge, each.path) for each in read.lines] == [("line.execution", "funds"), (None, "rows[0]")]
    assert codes(read) == [("form.execution-row", "rows[0].name")]


@pytest.mark.parametrize("amounts", [{}, {"annual_budget": "—", "executed": "/"}, {"initial_budget": 5}])
def test_a_fund_block_without_amounts_leaves_the_line_to_its_row(amounts):
    scored = evaluate(program(EXECUTION), [row("90%", name="执行率")], funds={"unit": "万元", **amounts})
    assert [each.score for each in scored.lines] == [9]
    assert not [one for one in scored.findings if one.code == "form.execution-row"]


def test_a_fund_block_that_prints_only_the_rate_is_scored_by_it():
    scored = evaluate(program(EXECUTION), funds={"rate": "79.27", "weight": 10})
    assert scores(scored) == [Fraction("7.927")]


def test_a_row_of_execution_may_give_its_amounts():
    scored = evaluate(program(EXECUTION), [row("", name="执行率", values={"executed": 3, "budget": 4})])
    assert scores(scored) == [Fraction("7.5")]


def test_a_fund_block_of_blanks_leaves_the_line_unreported():
    scored = evaluate(program(EXECUTION), funds={})
    assert [each.outcome for each in scored.lines] == ["not_reported"]


def test_the_budget_is_the_fact_of_that_name_where_there_is_one():
    scored = evaluate(program(EXECUTION + '[fact.budget]\nvalue = "annual_budget * 2"\n'), funds=FUNDS)
    assert scores(scored) == [2]


def test_amounts_that_cannot_be_read_are_told_and_score_nothing():
    scored = evaluate(program(EXECUTION), funds={"annual_budget": "很多", "executed": "1e3", "unit": "元"})
    assert [each.outcome for each in scored.lines] == ["not_reported"]
    assert [one.path for one in scored.findings][:2] == ["funds.annual_budget", "funds.executed"]


def test_a_budget_of_nothing_stops_the_line():
    scored = evaluate(program(EXECUTION), funds={"annual_budget": 0, "executed": 0, "weight": 10})
    assert [each.outcome for each in scored.lines] == ["stopped"]


# — how often —


def test_texts_are_counted_over_the_lines_and_a_blank_one_never():
    ruleset = (
        AS_DONE
        + """
        [fact.office]
        of = "line"
        kind = "text"
        [check.again]
        when = "repeats(name) + repeats(reason) + repeats(office) > 3"
    """
    )
    read = bound(ruleset, [row(1, name="甲", values={"office": "一"}), row(2, name="甲", reason="x"), row(3, sum=True)])
    first, second = values(read, 1), values(read, 2)
    assert (first["repeats.name"], first["repeats.reason"], first["repeats.office"]) == (2, 0, 1)
    assert (second["repeats.reason"], second["repeats.office"]) == (1, 0)


def test_only_texts_that_a_formula_counts_are_counted():
    read = bound(AS_DONE + '[check.again]\nwhen = "repeats(name) > 1"\n', [row(1, name="甲")])
    assert [name for name in values(read, 1) if name.startswith("repeats.")] == ["repeats.name"]


def test_a_reason_stands_at_its_cell_else_at_the_actual_value():
    read = bound(AS_DONE, [row(1, reason="因故"), row(2)])
    first, second = read.lines
    assert first.reason_at > first.at
    assert second.reason_at == second.at


def test_an_actual_that_is_blank_is_looked_for_at_its_row():
    (first,) = bound(AS_DONE, [row("")]).lines
    assert (first.at.line, first.path) == (1, "rows[0]")


def test_points_inside_a_cell_that_names_no_group_are_nobodys():
    read = bound(AS_DONE + GROUPS, [row(1, "产出指标（50分）", "别的（10分）")])
    printed = {
        name: value for name, value in read.form.values.items() if name.endswith("._printed") and value is not None
    }
    assert printed == {"output._printed": 50}
