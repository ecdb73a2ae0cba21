"""An owed reason on a form: whether it is owed, what answers, and how grave a bad answer is."""

import pytest

from tests.plan.small import AS_DONE, evaluate, look, program, row, verdicts, worked

WHY = (
    AS_DONE
    + '[reason.why]\nwhen = "score < weight"\nneeds = ["cause"]\nmin_chars = 4\nmax_chars = 12\n'
    + '[words]\ncause = ["因"]\nplaceholder = ["无", "同上"]\n'
)


def told(evaluation):
    return [(one.code, one.severity, one.path, one.rule) for one in evaluation.findings]


def test_a_reason_is_owed_where_its_condition_holds_and_nowhere_else():
    assert verdicts(evaluate(program(WHY), [row(9), row(10)])) == [("why", 1, "missing")]


@pytest.mark.parametrize(
    ("reason", "verdict"),
    [
        ("", "missing"), ("   ", "missing"), (" 无 ", "missing"), ("因雨", "too-short"), ("因" * 13, "too-long"),
        ("连日下雨", "weak"), ("因连日下雨", "sufficient"), ("无因之果", "sufficient"),
    ],
)  # fmt: skip
def test_a_reason_gets_the_first_verdict_that_holds(reason, verdict):
    assert verdicts(evaluate(program(WHY), [row(9, reason=reason)])) == [("why", 1, verdict)]


def test_a_reason_that_contradicts_the_result():
    made = program(
        '[rule.all]\ntype = "threshold"\nscore = "weight * attainment"\n[reason.why]\nwhen = "attainment != 1"\n'
        '[words]\nsays-missed = ["未完成"]\nsays-done = ["已完成"]\n'
    )
    rows = [row(9, reason="已完成"), row(12, reason="未完成"), row(9, reason="未完成"), row(12, reason="已完成")]
    assert [verdict for *_, verdict in verdicts(evaluate(made, rows))] == [
        "contradicts", "contradicts", "sufficient", "sufficient",
    ]  # fmt: skip


def test_what_is_missing_is_an_error_and_what_is_weak_a_warning():
    evaluation = evaluate(program(WHY), [row(9), row(8, reason="连日下雨"), row(7, reason="因连日下雨")])
    assert told(evaluation) == [
        ("reason.missing", "error", "rows[0].reason", "reason.why"),
        ("reason.weak", "warning", "rows[1].reason", "reason.why"),
    ]


def test_a_ruleset_may_say_how_grave_each_is():
    made = program(WHY + '[reason.why.severity]\nmissing = "info"\nweak = "error"\n')
    evaluation = evaluate(made, [row(9), row(8, reason="雨")])
    assert [(code, severity) for code, severity, *_ in told(evaluation)] == [
        ("reason.missing", "info"),
        ("reason.too-short", "error"),
    ]


def test_a_reason_written_where_none_is_owed_is_no_fault():
    evaluation = evaluate(program(WHY), [row(10, reason="无")])
    assert (verdicts(evaluation), evaluation.findings) == ([], ())


def test_a_condition_without_value_owes_nothing_and_is_listed_as_undecided():
    made = program(WHY + '[scoring.unscored]\nnot_reported = "zero"\n')
    evaluation = evaluate(made, [row(9, weight=""), row(10)])
    assert verdicts(evaluation) == []
    assert [(one.rule, one.line) for one in evaluation.undecided] == [("reason.why", 1)]


def test_a_reason_of_the_form_is_answered_by_a_text_it_carries():
    made = program(
        AS_DONE
        + '[fact.note]\nkind = "text"\nnames = ["调整说明"]\n'
        + '[reason.changed]\nof = "form"\nwhen = "annual_budget != initial_budget"\ntext = "note"\n'
    )
    funds = {"initial_budget": 1, "annual_budget": 2, "unit": "元"}
    assert verdicts(evaluate(made, funds=funds)) == [("changed", 0, "missing")]
    assert verdicts(evaluate(made, funds=funds, values={"调整说明": "追加"})) == [("changed", 0, "sufficient")]
    assert verdicts(evaluate(made, funds={**funds, "annual_budget": 1})) == []


def test_a_reason_of_a_line_may_be_answered_by_another_text():
    made = program(
        AS_DONE
        + '[fact.plan]\nof = "line"\nkind = "text"\nnames = ["整改"]\n[reason.plan]\nwhen = "score < 5"\ntext = "plan"\n'
    )
    rows = [row(1, reason="说明"), row(2, values={"整改": "加强"})]
    assert verdicts(evaluate(made, rows)) == [("plan", 1, "missing"), ("plan", 2, "sufficient")]


def test_a_verdict_is_blank_where_nothing_is_owed():
    (found,) = worked(program(WHY), [row(10)]).lines
    assert (look(found, "reason.why"), look(found, "reason.why.owed"), look(found, "reason.why.verdict")) == (
        False,
        False,
        "",
    )
