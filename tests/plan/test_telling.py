"""What is told of a form: owed reasons, checks that fired, lines without a score, sums that do not fit."""

from fractions import Fraction
from typing import ClassVar

import pytest

from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.text import Text
from tests.added import registry_with
from tests.plan.small import AS_DONE, evaluate, program, row, submission, verdicts

REASON = """
    [every]
    type = "threshold"
    score = "weight * clamp(attainment, 0, 1)"
    [rule.all]
    [reason.lost]
    when = "score < weight"
    needs = ["cause", "measure"]
    min_chars = 4
    max_chars = 30
    severity = { missing = "error", weak = "info" }
    message.zh = "{name}失分 {lost} 分。"
    message.en = "{name} lost {lost}."
    [words]
    cause = ["因"]
    measure = ["改进", "措施", "加强", "下一步", "整改"]
    placeholder = ["无"]
    says-missed = ["未完成"]
    says-done = ["已完成"]
"""


def findings(text, rows=(), **form):
    return evaluate(program(text), rows, **form).findings


def codes(text, rows=(), **form):
    return [finding.code for finding in findings(text, rows, **form)]


# — reasons —


@pytest.mark.parametrize(
    ("reason", "verdict", "severity"),
    [
        ("", "missing", "error"),
        (" ", "missing", "error"),
        ("无", "missing", "error"),
        ("因病", "too-short", "info"),
        ("因" * 31, "too-long", "info"),
        ("因故已完成，加强", "contradicts", "info"),
        ("因故推迟办理了", "weak", "info"),
        ("因故推迟，加强办理", "sufficient", None),
    ],
)
def test_the_verdict_on_a_reason_is_told_at_its_severity(reason, verdict, severity):
    scored = evaluate(program(REASON), [row(5, name="甲", reason=reason)])
    assert verdicts(scored) == [("lost", 1, verdict)]
    if severity is None:
        assert scored.findings == ()
    else:
        (told,) = scored.findings
        assert (told.code, told.severity, told.rule) == (f"reason.{verdict}", severity, "reason.lost")
        assert told.path == "rows[0].reason"
        assert told.say("zh").startswith("甲失分 5 分。")
        assert told.say("en").startswith("甲 lost 5. ")
        assert "—" not in told.say("zh")


def test_a_reason_that_lacks_something_is_told_what():
    (told,) = findings(REASON, [row(5, reason="因故推迟办理了")])
    assert "改进、措施、加强、下一步" in told.say("zh")
    assert "改进, 措施, 加强, 下一步" in told.say("en")


@pytest.mark.parametrize(("actual", "word"), [(5, "已完成"), (15, "未完成")])
def test_a_reason_that_contradicts_is_told_by_which_word(actual, word):
    ruleset = REASON.replace('"score < weight"', '"true_always"').replace("true_always", "actual > 0")
    (told,) = findings(ruleset, [row(actual, reason=f"因故{word}，加强")])
    assert told.code == "reason.contradicts"
    assert word in told.say("zh")


def test_a_reason_where_none_is_owed_is_no_fault():
    assert findings(REASON, [row(10, reason="x")]) == ()


def test_a_reason_that_cannot_be_decided_is_listed_for_its_line():
    scored = evaluate(program(REASON), [row("", name="空")])
    assert [(one.rule, one.line, one.code) for one in scored.undecided] == [("reason.lost", 1, "unscored")]
    assert verdicts(scored) == []


def test_a_reason_of_the_form_is_answered_by_the_text_it_names():
    ruleset = AS_DONE + """
        [fact.note]
        kind = "text"
        names = ["调整说明"]
        [reason.changed]
        of = "form"
        when = "annual_budget != initial_budget"
        text = "note"
        message.zh = "预算由 {initial_budget} 调为 {annual_budget} 万元。"
    """  # fmt: skip
    funds = {"initial_budget": 1, "annual_budget": 2, "unit": "万元"}
    (told,) = findings(ruleset, [row(1)], funds=funds)
    assert (told.code, told.path, str(told.at)) == ("reason.missing", "note", "form.json")
    assert told.say("zh").startswith("预算由 1 调为 2 万元。")
    assert findings(ruleset, funds=funds, values={"调整说明": "追加"}) == ()
    assert [one.code for one in evaluate(program(ruleset)).undecided] == ["absent"]


# — checks —


def test_a_check_of_a_line_stands_at_its_actual_value_with_its_words():
    ruleset = AS_DONE + '[check.big]\nwhen = "actual > 5"\nseverity = "info"\nmessage.zh = "{name}有 {actual}"\n'
    (told,) = findings(ruleset, [row(1), row(7)])
    assert (told.code, told.severity, told.path, told.rule) == ("check.big", "info", "rows[1].actual", "check.big")
    assert (told.say("zh"), told.say("en")) == ("r7有 7", "r7有 7")


def test_a_check_without_words_says_which_it_is():
    (told,) = findings(AS_DONE + '[check.big]\nwhen = "actual > 5"\n', [row(7)])
    assert "big" in told.say("zh")
    assert "big" in told.say("en")


def test_a_check_of_a_line_without_a_value_says_nothing():
    scored = evaluate(program(AS_DONE + '[check.big]\nwhen = "1 / actual > 5"\n'), [row(0)])
    assert (scored.findings, scored.undecided) == ((), ())


def test_a_check_of_the_form_stands_at_its_head():
    ruleset = AS_DONE + """
        [check.spent]
        of = "form"
        when = "executed > grant"
        severity = "error"
        message.zh = "{executed} {grant} {forms_}"
        [fact.grant]
        kind = "money"
        names = ["拨款"]
    """.replace(" {forms_}", "")  # fmt: skip
    (told,) = findings(ruleset, funds={"executed": 3, "unit": "万元"}, values={"拨款": "5000元"})
    assert (told.code, told.severity, str(told.at), told.path) == ("check.spent", "error", "form.json", "")
    assert told.say("zh") == "3 0.5"


def test_a_check_that_the_type_brings_names_the_type_and_the_line():
    ruleset = '[rule.all]\ntype = "rate"\nscore = "actual"\n'
    (told,) = findings(ruleset, [row("0.9", name="率", target="90")])
    assert (told.code, told.rule, told.path) == ("rate.mixed-scales", "rule.all", "rows[0].actual")
    assert "率" in told.say("zh")


def test_a_check_of_the_type_says_nothing_of_a_line_that_does_not_apply():
    ruleset = '[rule.all]\ntype = "rate"\nscore = "actual"\napplies = "actual > 1"\n'
    assert codes(ruleset, [row("0.9", target="90")]) == []


def test_types_that_check_other_things_stand_side_by_side():
    ruleset = """
        [every]
        score = "actual"
        [rule.rate]
        when = "unit == '%'"
        type = "rate"
        [rule.all]
        type = "threshold"
    """
    assert codes(ruleset, [row("0.9", target="90%"), row("0.9", target="90")]) == ["rate.mixed-scales"]


# — lines without a score —


def test_units_that_differ_are_named():
    (told,) = findings(REASON.split("[reason")[0], [row("3元", target="5人", name="甲")])
    assert (told.code, told.severity) == ("form.units-differ", "error")
    assert "“人”" in told.say("zh")
    assert "“元”" in told.say("zh")


def test_a_row_that_no_rule_takes_is_a_fault_with_points_and_a_remark_without():
    ruleset = '[rule.a]\nwhen = "actual > 100"\ntype = "number"\n'
    assert codes(ruleset, [row(1), row(2, weight="")]) == ["form.no-rule", "form.remark"]


def test_a_line_that_was_stopped_says_why_in_the_words_of_the_type_or_of_the_formula():
    by_type = findings(REASON.split("[reason")[0], [row(3, target="≥0")])
    by_formula = findings('[rule.a]\ntype = "number"\nscore = "weight / actual"\n', [row(0)])
    assert [one.code for one in (*by_type, *by_formula)] == ["form.stopped"] * 2
    assert "目标值为零或负数" in by_type[0].say("zh")
    assert "weight / actual" in by_formula[0].say("en")


class Queue(IndicatorType):
    """What a window costs; without windows there is nothing to say."""

    class Values(Reported):
        """The cost, and how many windows there are."""

        cost: Fraction | None = None
        windows: Fraction | None = None
        in_yuan: ClassVar = ("cost",)

    most: Fraction = Fraction(7)

    name = "queue"
    title = Text("窗口", "windows")
    reported = Values
    ratio = None
    attainment = "ifs(windows <= 0, stop('no-window'), windows > most, stop('many'), cost / windows)"
    messages: ClassVar = {
        "no-window": Text("“{name}”花费 {cost}，窗口数是 {windows}", "“{name}” costs {cost}; it has {windows} windows"),
        "many": Text("窗口多于 {most} 个", "more than {most} windows"),
    }
    examples = (Example(),)


QUEUES = registry_with(types=[Queue])
QUEUE = '[rule.all]\ntype = "queue"\nscore = "attainment"\n'


def queue(text, windows, reading="exact"):
    form = submission([row(name="{most}号厅", values={"windows": windows, "cost": 3})], funds={"unit": "万元"})
    return program(text, registry=QUEUES).evaluate(form, reading)


@pytest.mark.parametrize("reading", ["exact", "machine"])
def test_the_words_of_a_stop_are_filled_with_the_values_of_the_line_and_name_it_once(reading):
    (told,) = queue(QUEUE, 0, reading).findings
    assert told.code == "form.stopped"
    assert told.say("zh") == "无法计分：“{most}号厅”花费 3，窗口数是 0"
    assert told.say("en") == "There is no score: “{most}号厅” costs 3; it has 0 windows"


def test_words_of_a_stop_that_do_not_name_the_line_stand_behind_its_name():
    (told,) = queue(QUEUE, 9).findings
    assert told.say("zh") == "{most}号厅 无法计分：窗口多于 7 个"
    assert told.say("en") == "{most}号厅 cannot be scored: more than 7 windows"


def test_what_a_stop_leaves_undecided_is_told_with_the_values_of_its_line():
    (told,) = queue(QUEUE + '[reason.r]\nwhen = "attainment < 1"\n', 0).undecided
    assert told.why.zh == "“{most}号厅”花费 3，窗口数是 0"


def test_a_total_that_a_stop_leaves_without_value_tells_of_the_line_that_stopped():
    text = '[scoring]\ntotal = "10 if all(attainment < 1) else 5"\n[scoring.unscored]\nstopped = "zero"\n' + QUEUE
    told = {one.code: one.say("zh") for one in queue(text, 0).findings}
    assert told["form.total-stopped"] == "总分算不出来：“{most}号厅”花费 3，窗口数是 0"
    made = program(text, registry=QUEUES)
    form = submission([row(name="甲", values={"windows": 0, "cost": "3元"})])
    assert made.explain_total(form).form.why.zh == "“甲”花费 3，窗口数是 0"


def test_a_line_that_a_check_of_its_type_stopped_is_told_once():
    ruleset = '[rule.a]\ntype = "deadline"\nscore = "weight * attainment"\n'
    assert codes(ruleset, [row("已完成", target="2020-12-31")]) == ["deadline.state-done"]


@pytest.mark.parametrize(("policy", "told"), [("withhold", ["form.not-reported"]), ("zero", [])])
def test_a_line_that_was_not_reported_is_told_where_it_holds_the_total_back(policy, told):
    assert codes(f'[scoring.unscored]\nnot_reported = "{policy}"\n' + AS_DONE, [row("")]) == told


EXECUTION = '[line.e]\ntitle.zh = "预算执行率"\ntype = "execution"\nscore = "weight * ratio"\nweight = 10\n'
STAFF = '[rule.a]\ntype = "number"\nscore = "weight * actual / staff"\n[fact.staff]\nof = "{}"\ntitle.zh = "编制数"\n'


@pytest.mark.parametrize(
    ("text", "rows", "form", "zh", "en"),
    [
        (REASON.split("[reason")[0], [row("")], {}, "在这一行补填实际完成值；", "Report the actual value on this row;"),
        (EXECUTION, [], {}, "在资金栏补填全年执行数、预算数；", "Report the spending of the year, budget in the fund block;"),
        (EXECUTION, [], {"funds": {"executed": 3}}, "在资金栏补填预算数；", "Report the budget in the fund block;"),
        (STAFF.format("form"), [row(3)], {}, "在表上补填编制数；", "Report the 编制数 on the form;"),
        ("[line.a]\ntype = 'number'\nscore = 'actual'\nweight = 5\n", [], {}, "在表上补填实际完成值；", "the actual value on the form;"),
    ],
    ids=["a cell", "the fund block", "one amount of it", "a fact", "a line that the form does not have"],
)  # fmt: skip
def test_a_line_that_was_not_reported_is_told_which_value_it_lacks_and_where_that_belongs(text, rows, form, zh, en):
    (told,) = findings(text, rows, **form)
    assert told.code == "form.not-reported"
    assert zh in told.advise("zh")
    assert en in told.advise("en")
    assert zh.partition("补填")[2].rstrip("；") in told.say("zh")
    assert "budget" in told.say("en") or "budget" not in told.advise("en")


@pytest.mark.parametrize("reading", ["exact", "machine"])
def test_every_reading_tells_the_same_value_and_the_same_cause(reading):
    text = STAFF.format("line") + '[reason.r]\nwhen = "actual / staff > 0"\n'
    form = submission([row(3), row("", values={"编制数": 2})])
    told = program(text).evaluate(form, reading)
    assert [one.values["lacking"] for one in told.findings] == [
        Text("编制数", "编制数"),
        Text("实际完成值", "actual value"),
    ]
    assert [(one.part, one.why.zh) for one in told.undecided] == [
        ("", "没有可用的填报值（编制数）"), ("actual", "没有可用的填报值（实际完成值）"),
    ]  # fmt: skip


def test_what_is_undecided_for_want_of_a_type_is_told_in_the_types_words():
    (told,) = evaluate(
        program('[rule.a]\ntype = "threshold"\nscore = "0"\n[reason.r]\nwhen = "attainment < 1"\n'),
        [row(3, target="≥0")],
    ).undecided
    assert (told.code, told.part) == ("no-ratio", "")
    assert told.why.en.startswith("The target is not above zero")


GRADE = '[scoring.unscored]\nmanual = "stated"\n[rule.a]\ntype = "grade"\n'


@pytest.mark.parametrize(("stated", "code"), [("", "form.manual"), (5, "form.out-of-range"), (9, None)])
def test_a_line_for_a_person_is_told_with_its_range_until_a_score_lies_in_it(stated, code):
    told = findings(GRADE, [row("达成", stated=stated)])
    assert [one.code for one in told] == [code] * (code is not None)
    assert all("8—10" in one.say("zh") for one in told)


def test_a_line_for_a_person_that_counts_zero_is_not_told():
    assert codes(GRADE.replace("stated", "zero"), [row("达成")]) == []


# — the form —


@pytest.mark.parametrize(("year", "told"), [(2019, ["ruleset.out-of-force"]), (2020, []), (None, [])])
def test_a_form_of_a_year_that_the_ruleset_is_not_for_is_told_so(year, told):
    scored = evaluate(program(AS_DONE), [row(1)], year=year)
    assert [(one.code, one.path, str(one.at)) for one in scored.findings] == [
        (code, "year", "form.json") for code in told
    ]
    assert scored.total == 1


@pytest.mark.parametrize(("weights", "used"), [("form", "10"), ("ruleset", "5")])
def test_a_weight_that_is_not_the_rulesets_is_told_with_the_one_used(weights, used):
    ruleset = f'[scoring]\nweights = "{weights}"\n[line.a]\ntype = "number"\nscore = "actual"\nweight = 5\n'
    (told,) = findings(ruleset, [row(1, name="a")])
    assert (told.code, told.path) == ("form.weight-differs", "rows[0].weight")
    assert f"按 {used} 计" in told.say("zh")


def test_a_line_of_the_fund_block_is_told_of_at_the_fund_block():
    ruleset = '[line.a]\ntype = "execution"\nscore = "weight"\nweight = 5\n'
    (told,) = findings(ruleset, funds={"annual_budget": 1, "executed": 1, "weight": 10})
    assert (told.code, told.path) == ("form.weight-differs", "funds")


@pytest.mark.parametrize(
    ("weights", "told"),
    [(["", ""], ["form.unweighted"]), (["", 5], ["form.partly-unweighted"]), ([5, 5], [])],
)
def test_rows_without_points_are_counted(weights, told):
    assert codes(AS_DONE, [row(1, weight=weight) for weight in weights]) == told


GROUPS = '[group.out]\ntitle.zh = "产出"\nweight = 20\n' + AS_DONE


def test_a_group_that_is_worth_something_else_than_its_parts_is_told():
    (told,) = findings(GROUPS, [row(1, "产出")])
    assert (told.code, told.severity, told.rule) == ("form.group-sum", "warning", "group.out")
    assert told.say("zh") == "“产出”应为 20 分，其下各项合计 10 分。"


def test_a_group_that_bears_no_title_is_told_by_its_id():
    (told,) = findings(GROUPS.replace('title.zh = "产出"\n', ""), [row(1, "out")])
    assert "“out”" in told.say("zh")


@pytest.mark.parametrize(
    ("ruleset", "rows", "form"),
    [
        (GROUPS, [row(1, "产出")], {"complete": False}),
        (GROUPS, [row(1, "产出"), row(2, "产出")], {}),
        (GROUPS, [row(1)], {}),
        (GROUPS.replace("weight = 20\n", 'weight = 20\nscore = "min(sum(score), 20)"\n'), [row(1, "产出")], {}),
    ],
    ids=["not whole", "fits", "empty", "own score"],
)
def test_a_group_that_fits_or_cannot_be_judged_is_not_told(ruleset, rows, form):
    assert codes(ruleset, rows, **form) == []


def test_a_total_without_a_value_is_told_with_its_rule_and_its_cause():
    (told,) = findings(AS_DONE + '[scoring]\ntotal = "sum(score) / (sum(weight) - 10)"\n', [row(5)])
    assert (told.code, told.rule, str(told.at)) == ("form.total-stopped", "scoring.total", "form.json")
    assert "division by zero (sum(score) / (sum(weight) - 10))" in told.say("en")


@pytest.mark.parametrize(("actual", "told"), [(5, ["form.group-stopped"]), ("", ["form.not-reported"])])
def test_a_group_without_a_score_is_told_unless_a_line_holds_it_back(actual, told):
    text = AS_DONE + '[group.a]\ntitle.zh = "甲"\nscore = "sum(score) / (sum(weight) - sum(weight))"\n'
    assert codes(text, [row(actual, "甲")]) == told


def test_a_line_of_a_group_that_does_not_apply_is_not_told_of():
    text = AS_DONE + '[group.a]\ntitle.zh = "甲"\napplies = "full_marks < 0"\n[group.b]\ntitle.zh = "乙"\n'
    rows = [row("", "甲"), row(3, "乙")]
    assert [one.code for one in evaluate(program(text), rows).findings if one.code == "form.not-reported"] == []


def test_sources_of_the_ruleset_its_scoring_and_its_facts_are_named():
    text = (
        AS_DONE
        + '[source.a]\ndocument = "甲"\n[source.b]\ndocument = "乙"\n[source.c]\ndocument = "丙"\n'
        + '[scoring]\ncites = ["a"]\n[fact.known]\nvalue = "1"\ncites = ["b"]\n[fact.unknown]\ncites = ["c"]\n'
    )
    assert [one.id for one in evaluate(program(text), [row(3)]).sources] == ["a", "b"]
