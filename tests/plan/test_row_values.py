"""What a row says, by the plan's names, and what the ruleset says instead."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.files.forms import read_submission
from perfeval_rules.indicator import Check, Example, IndicatorType, Reported
from perfeval_rules.plan.binding import bind
from perfeval_rules.text import Text
from tests.added import registry_with
from tests.plan.small import AS_DONE, codes, evaluate, program, row, scores, submission


class Answers(Reported):
    """What was answered."""

    satisfied: Fraction
    answered: Fraction
    titles = {"answered": Text("有效问卷", "answers")}  # noqa: RUF012 - as an author writes it


class Survey(IndicatorType):
    """A survey."""

    name = "survey"
    title = Text("问卷", "survey")
    reported = Answers
    attainment = "satisfied / answered"
    examples = (Example({}, {"satisfied": "1", "answered": "2"}, "0.5"),)


def bound(text, *rows, **form):
    made = program(text)
    return bind(made.ruleset, made.plan, made.chart, submission(rows, **form))


def said(text, *rows, **form):
    return bound(text, *rows, **form).lines[0].given.values


def test_a_row_says_its_cells():
    values = said(
        AS_DONE, row("120人次", "甲", "乙", target="≥300人次", goal="目标", reason="因故", stated="2", reviewed="1")
    )
    assert {name: values[name] for name in ("goal", "category1", "category2", "category3", "reason")} == {
        "goal": "目标", "category1": "甲", "category2": "乙", "category3": "", "reason": "因故",
    }  # fmt: skip
    assert (values["target_text"], values["target_kind"], values["operator"]) == ("≥300人次", "number", ">=")
    assert (values["target"], values["actual"], values["unit"], values["dimension"]) == (300, 120, "人次", "count")
    assert (values["stated"], values["reviewed"], values["_printed"]) == (2, 1, 10)


def test_a_blank_row_says_nothing():
    values = said(AS_DONE, {"name": "空"})
    assert {values[name] for name in ("target", "actual", "due", "done", "stated", "_printed")} == {None}
    assert (values["target_kind"], values["actual_kind"], values["actual_text"]) == ("blank", "blank", "")


def test_the_actual_is_told_in_the_unit_of_the_target():
    values = said(AS_DONE, row("5000元", target="1万元"))
    assert (values["actual"], values["unit"], values["actual_unit"]) == (Fraction(1, 2), "万元", "元")


@pytest.mark.parametrize(("target", "actual", "unit"), [("300人", "120", "人"), ("300", "120人", "人"), ("3", "2", "")])
def test_a_unit_on_one_side_counts_for_both(target, actual, unit):
    values = said(AS_DONE, row(actual, target=target))
    assert (values["unit"], values["_units_differ"]) == (unit, False)


def test_units_that_differ_leave_the_actual_without_value():
    values = said(AS_DONE, row("3元", target="5人"))
    assert (values["target"], values["actual"], values["_units_differ"]) == (5, None, True)


def test_an_actual_without_a_target_keeps_its_own_unit():
    values = said(AS_DONE, row("3元", target="较好"))
    assert (values["actual"], values["unit"], values["_units_differ"]) == (3, "元", False)


def test_dates_are_due_and_done_and_take_the_year_of_the_form():
    values = said(AS_DONE, row("11月30日", target="12月31日"), year=2020)
    assert (values["due"], values["done"]) == (date(2020, 12, 31), date(2020, 11, 30))


def test_a_weight_that_cannot_be_read_is_told_and_has_no_value():
    read = bound(AS_DONE, row(1, weight="十分"))
    assert read.lines[0].given.values["_printed"] is None
    assert [(one.code, one.path) for one in read.findings] == [("form.not-a-number", "rows[0].weight")]


# — facts of the line, reported values —

FACTS = (
    AS_DONE
    + """
    [fact.staff]
    of = "line"
    names = ["编制 人数"]
    [fact.office]
    of = "line"
    kind = "text"
    [fact.asked]
    of = "line"
    kind = "yes_no"
"""
)


def test_a_fact_is_carried_under_any_of_its_names():
    values = said(FACTS, row(1, values={"编制人数": "12人", "office": " 一处 ", "asked": "是"}))
    assert (values["carried.staff"], values["carried.office"], values["carried.asked"]) == (12, " 一处 ", True)


def test_a_fact_that_is_not_carried_is_blank():
    values = said(FACTS, row(1))
    assert (values["carried.staff"], values["carried.office"], values["carried.asked"]) == (None, "", None)


def test_a_value_that_nobody_asks_for_is_told():
    read = bound(FACTS, row(1, values={"天气": "晴", "staff": 3}))
    assert [(one.code, one.path) for one in read.findings] == [("form.unused-value", "rows[0].values.天气")]


def test_what_a_type_asks_for_beyond_the_cells_is_read_by_its_kind():
    values = said(AS_DONE, row(1, values={"survey": "问卷 300 份", "executed": "1,000"}))
    assert (values["survey"], values["executed"], values["budget"]) == ("问卷 300 份", 1000, None)


# — what the ruleset writes itself —


def preset(keys, kind="threshold"):
    return FACTS + f'[line.own]\ntype = "{kind}"\nweight = 10\nscore = "weight * attainment"\n{keys}\n'


@pytest.mark.parametrize("target", ['"≥90%"', "90"])
def test_a_target_of_the_ruleset_goes_before_that_of_the_row(target):
    made = program(preset(f"target = {target}"))
    assert scores(evaluate(made, [row("45%", name="own", target=1)])) == [5]


def test_a_target_of_the_ruleset_brings_its_sign_and_unit():
    values = said(preset('target = "≤100元"'), row("0.5万元", name="own"))
    assert (values["operator"], values["unit"], values["actual"], values["target_text"]) == ("<=", "元", 5000, "10")


def test_an_operator_may_be_written_alone():
    values = said(preset('operator = "<="'), row(5, name="own"))
    assert (values["operator"], values["target"]) == ("<=", 10)


def test_a_date_of_the_ruleset_is_read_as_one():
    made = program(preset('due = "2020年12月底"', "deadline"))
    assert scores(evaluate(made, [row("2020-12-31", name="own")])) == [10]
    assert scores(evaluate(made, [row("2021-01-01", name="own")])) == [0]


def test_a_fact_of_the_line_may_be_written_in_the_ruleset():
    made = program(preset('staff = 4\nasked = true\noffice = "一处"').replace("* attainment", "* staff"))
    assert scores(evaluate(made, [row(1, name="own", values={"staff": 9})])) == [40]


def test_a_preset_that_cannot_be_read_is_told_where_the_ruleset_writes_it():
    (told,) = bound(preset('due = "尽快"', "deadline"), row("2020-12-31", name="own")).findings
    assert (told.code, told.at.source, told.at.line) == ("form.not-a-date", "small-0.toml", 25)


@pytest.mark.parametrize(
    ("key", "kind"), [("due = 5", "deadline"), ("actual = true", "threshold"), ("asked = 1", "threshold")]
)
def test_a_preset_of_another_kind_is_a_fault_of_the_ruleset(key, kind):
    assert codes(preset(key, kind)) == [("ruleset.wrong-preset", f"line.own.{key.split()[0]}")]


def test_a_value_taken_from_a_fact_is_the_forms():
    ruleset = preset('actual = { fact = "rate" }') + '[fact.rate]\nnames = ["复核率"]\n'
    assert scores(evaluate(program(ruleset), [row(1, name="own")], values={"复核率": 5})) == [5]


@pytest.mark.parametrize("heading", ["有效问卷", " 有效 问卷 ", "answers", "answered"])
def test_what_a_type_asks_for_is_read_under_any_of_its_headings(heading):
    made = program(
        '[every]\ntype = "survey"\nscore = "weight * attainment"\n[rule.all]\n', registry=registry_with(types=[Survey])
    )
    form = submission([row("", values={heading: "30", "satisfied": "20"})])
    evaluation = made.evaluate(form)
    assert evaluation == made.evaluate(form, "exact")
    assert (evaluation.lines[0].attainment, evaluation.findings) == (Fraction(2, 3), ())


def test_a_value_that_cannot_be_read_is_told_under_its_label():
    read = bound(AS_DONE, row(1, values={"executed": "很多"}))
    assert [(one.code, one.path) for one in read.findings] == [("form.not-a-number", "rows[0].values.executed")]


# — amounts of money —


class Spent(Reported):
    """What was spent, and on how many."""

    spent: Fraction
    heads: Fraction
    titles = {"spent": Text("实际花费", "amount spent")}  # noqa: RUF012 - as an author writes it
    in_yuan = ("spent",)


class Spending(IndicatorType):
    """At most so much a head."""

    name = "spending"
    title = Text("人均花费", "spending a head")
    reported = Spent
    met = "spent <= 1000 * heads"
    attainment = "1000 * heads / spent"
    checks = (Check("dear", "spent > 1000 * heads"),)
    messages = {"dear": Text("花费 {spent}。", "{spent} was spent.")}  # noqa: RUF012 - as an author writes it
    examples = (Example({}, {"spent": "1万元", "heads": "5"}, "0.5", False, finds=("dear",)),)


SPENDING = '[every]\ntype = "spending"\nscore = "weight * attainment"\n'


def spending(text, value, heading="实际花费", **form):
    """The evaluation of one row that spent an amount on five."""
    registry = registry_with(types=[Spending])
    made = program(f"{SPENDING}{text}[rule.all]\n", registry=registry)
    submitted = submission(
        [row("", name="own", values={"heads": 5, **({} if value is None else {heading: value})})], **form
    )
    evaluation = made.evaluate(submitted)
    assert evaluation == made.evaluate(submitted, "exact")
    return evaluation


@pytest.mark.parametrize(
    ("value", "unit", "attainment"),
    [
        ("1万元", "", "1/2"), ("10,000元", "", "1/2"), ("10000", "", "1/2"), (10000, "元", "1/2"), ("1", "万元", "1/2"),
        ("¥10,000.00", "万元", "1/2"), ("0.0001亿元", "万元", "1/2"), ("100000角", "", "1/2"),
    ],
)  # fmt: skip
def test_an_amount_is_in_yuan_whatever_unit_it_is_written_in(value, unit, attainment):
    evaluation = spending("", value, funds={"unit": unit})
    assert evaluation.lines[0].attainment == Fraction(attainment)
    assert [one.code for one in evaluation.findings] == ["spending.dear"]


@pytest.mark.parametrize(("head", "shown"), [("金额单位：万元\n", "1"), ("", None), ("金额单位：元\n", None)])
def test_the_unit_of_money_at_the_head_of_a_pasted_form_is_that_of_its_amounts_and_facts(head, shown):
    fact = '[fact.grant]\nkind = "money"\nnames = ["拨款"]\n[check.rich]\nof = "form"\nwhen = "grant >= 10000"\n'
    made = program(f"{SPENDING}[rule.all]\n{fact}", registry=registry_with(types=[Spending]))
    text = f"{head}拨款：1\n指标名称\t目标值\t实际完成值\t分值\t实际花费\theads\n甲\t\t\t10\t1\t5\n总分\t\t\t10\n"
    form, _ = read_submission(text.encode(), "form.txt")
    evaluation = made.evaluate(form)
    assert evaluation == made.evaluate(form, "exact")
    said = {one.code: one.say("zh") for one in evaluation.findings}
    assert said.get("spending.dear") == (shown and f"花费 {shown}。")
    assert ("check.rich" in said) is (shown is not None)
    assert evaluation.lines[0].attainment == Fraction(5000, 10_000 if shown else 1)


def test_a_message_shows_an_amount_in_the_unit_of_the_form():
    for unit, shown in (("万元", "1"), ("元", "10000")):
        (told,) = spending("", "1万元", funds={"unit": unit}).findings
        assert told.say("zh") == f"花费 {shown}。"


@pytest.mark.parametrize(
    ("value", "code"),
    [("5人", "value.amount-not-money"), ("很多", "value.amount-unclear"), ("≥5万元", "value.amount-unclear")],
)
def test_what_is_no_amount_is_told_and_has_no_value(value, code):
    evaluation = spending("", value)
    assert evaluation.lines[0].outcome == "not_reported"
    assert code in [one.code for one in evaluation.findings]


@pytest.mark.parametrize("preset", ["10000", '"1万元"', '"10,000"'])
def test_an_amount_of_the_ruleset_is_in_yuan_and_may_bear_a_unit(preset):
    line = f'[line.own]\nnames = ["own"]\nweight = 10\nspent = {preset}\n'
    assert spending(line, None).lines[0].attainment == Fraction(1, 2)


@pytest.mark.parametrize(
    "heading", ["实际花费（万元）", "实际花费 (单位：万元)", "amount spent（万元）", "spent(万元)"]
)
@pytest.mark.parametrize("value", ["1", "10000元"])
def test_a_heading_may_name_the_unit_of_an_amount_and_the_cell_goes_before_it(heading, value):
    evaluation = spending("", value, heading, funds={"unit": "亿元"})
    assert evaluation.lines[0].attainment == Fraction(1, 2)
    assert [one.code for one in evaluation.findings] == ["spending.dear"]


@pytest.mark.parametrize(
    "heading",
    ["实际花费（万人）", "实际花费（千元人）", "花费（万元）", "（万元）", "实际花费（）", "实际花费（元）数"],
)
def test_a_heading_of_an_amount_with_a_multiple_of_anything_else_in_brackets_is_another(heading):
    evaluation = spending("", "1", heading)
    assert evaluation.lines[0].outcome == "not_reported"
    assert "form.unused-value" in [one.code for one in evaluation.findings]


def test_a_remark_behind_the_heading_of_an_amount_leaves_it_in_the_unit_of_the_form():
    evaluation = spending("", "1", "实际花费（含税）", funds={"unit": "万元"})
    assert evaluation.lines[0].attainment == Fraction(1, 2)
    assert [one.code for one in evaluation.findings] == ["spending.dear"]


class Hall(IndicatorType):
    """Windows of a hall, with a value of every kind."""

    class Values(Reported):
        """What its rows report."""

        windows: Fraction | None = None
        note: str = ""
        opened: date | None = None
        whole: bool | None = None
        titles = {  # noqa: RUF012 - as an author writes it
            "windows": Text("窗口数", "windows"), "note": Text("问卷说明", "note"), "opened": Text("开放日", "opened"),
            "whole": Text("是否全开", "whole"),
        }  # fmt: skip

    name = "hall"
    title = Text("大厅", "hall")
    reported = Values
    ratio = None
    met = "note == '齐' and given(opened) and whole"
    attainment = "windows / 10"
    examples = (Example(),)


HALL = '[words]\nyes = ["是"]\nno = ["否"]\n[every]\ntype = "hall"\nscore = "weight * attainment"\n[rule.all]\n'


def hall(text=HALL, **values):
    made = program(text, registry=registry_with(types=[Hall]))
    form = submission([row("", values=values)])
    evaluation = made.evaluate(form)
    assert evaluation == made.evaluate(form, "exact")
    (line,) = evaluation.lines
    return line.attainment, line.met, [one.code for one in evaluation.findings]


def test_a_unit_or_a_remark_in_brackets_behind_a_heading_counts_for_nothing_whatever_the_kind():
    values = {"窗口数（个）": 5, "问卷说明(文字)": "齐", "opened (date)": "2024-05-01", "是否全开 （单位：是否）": "是"}
    assert hall(**values) == (Fraction(1, 2), True, [])


def test_a_heading_that_matches_exactly_goes_before_one_with_brackets_which_is_told():
    assert hall(**{"窗口数（个）": 9, "窗口数": 5})[0] == Fraction(1, 2)
    assert "form.unused-value" in hall(**{"窗口数（个）": 9, "窗口数": 5})[2]


@pytest.mark.parametrize(
    "values", [{"窗口数（上年）": 9, "窗口数（本年）": 5}, {"窗口数（万个）": 5}, {"窗口数（百元）": 5}]
)
def test_of_two_remarks_or_a_multiple_nobody_can_say_which_number_is_meant(values):
    assert hall(**values) == (None, False, ["form.unused-value"] * len(values) + ["form.not-reported"])


def test_a_fact_that_is_called_so_with_its_brackets_keeps_its_column():
    fact = '[fact.last]\nof = "line"\nnames = ["窗口数（上年）"]\n'
    values = {"窗口数（上年）": 9, "窗口数（个）": 5}
    assert hall(HALL + fact, **values)[0] == Fraction(1, 2)
    assert hall(HALL + fact, **{"窗口数（上年）": 9})[0] is None


def test_what_cannot_be_read_under_a_heading_with_a_unit_is_told_there():
    found = spending("", "很多", "实际花费（万元）").findings
    assert ("value.amount-unclear", "rows[0].values.实际花费（万元）") in [(one.code, one.path) for one in found]


def test_of_two_headings_the_one_without_a_unit_counts_and_the_other_is_told():
    made = program(f"{SPENDING}[rule.all]\n", registry=registry_with(types=[Spending]))
    form = submission([row("", values={"heads": 5, "实际花费（万元）": "9", "实际花费": "1万元"})])
    evaluation = made.evaluate(form)
    assert evaluation.lines[0].attainment == Fraction(1, 2)
    assert [one.code for one in evaluation.findings] == ["form.unused-value", "spending.dear"]
