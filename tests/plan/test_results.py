"""A form worked out, as an evaluation."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.evaluation import Shown, Undecided
from perfeval_rules.plan.results import plainly
from perfeval_rules.text import Text
from tests.plan.small import AS_DONE, evaluate, group, line, program, row

GROUPS = """
    [group.output]
    title.zh = "产出指标"
    title.en = "Outputs"
    [group.quantity]
    names = ["数量"]
    in = "output"
    [group.bare]
"""
GRADES = """
    [[grade]]
    id = "good"
    title.zh = "良"
    at_least = 10
    cites = ["b"]
    [[grade]]
    id = "fair"
    title.zh = "中"
    at_least = 0
"""
SOURCES = """
    [source.a]
    document = "甲"
    title = "办法"
    article = "第一条"
    verified = true
    [source.b]
    document = "乙"
    verified = false
    [source.c]
    document = "丙"
    verified = false
"""


def test_a_form_of_nothing_has_no_lines_and_a_total_of_nothing():
    scored = evaluate(program(AS_DONE + GRADES + SOURCES))
    assert (scored.lines, scored.groups, scored.findings, scored.reasons) == ((), (), (), ())
    assert scored.withheld == ()
    assert scored.accepted_points == 0


def test_a_line_has_its_numbers_beside_what_was_stated_and_reviewed():
    ruleset = '[scoring]\nplaces = { line = 1 }\n[rule.all]\ntype = "threshold"\nscore = "weight * attainment"\n'
    one = line(evaluate(program(ruleset), [row("3", stated=4, reviewed="3.5", target="9")]), "r3")
    assert (one.number, one.id, one.type, one.rule, one.group) == (1, "", "threshold", "rule.all", "")
    assert (one.weight, one.score, one.score_exact, one.places) == (10, Fraction("3.3"), Fraction(10, 3), 1)
    assert (one.stated, one.reviewed, one.attainment, one.ratio, one.met) == (
        4, Fraction("3.5"), Fraction(1, 3), Fraction(1, 3), False,
    )  # fmt: skip
    assert (one.low, one.high, one.target_text, one.actual_text) == (None, None, "9", "3")


def test_a_line_without_a_score_has_none_and_no_zero():
    one = line(evaluate(program(AS_DONE), [row("", name="r")]), "r")
    assert (one.outcome, one.score, one.score_exact, one.met, one.attainment) == ("not_reported",) + (None,) * 4


def test_a_range_stands_only_where_a_person_must_settle_it():
    ruleset = '[scoring]\nunscored = { manual = "stated" }\n[rule.all]\ntype = "grade"\n'
    scored = evaluate(program(ruleset), [row("达成", stated=9), row("部分达成", stated=9)])
    assert [(one.outcome, one.score, one.low, one.high) for one in scored.lines] == [
        ("accepted", 9, 8, 10), ("manual", None, 6, 8),
    ]  # fmt: skip
    assert (scored.accepted_points, scored.withheld, scored.total) == (9, (2,), None)


def test_groups_stand_before_those_in_them_and_an_empty_one_not_at_all():
    scored = evaluate(program(GROUPS + AS_DONE), [row(1, "数量"), row(2, "产出指标")], headings={"产出指标": 25})
    assert [(one.id, one.parent, one.title.say("zh"), one.weight, one.score) for one in scored.groups] == [
        ("output", "", "产出指标", 25, 3), ("quantity", "output", "数量", 10, 1),
    ]  # fmt: skip


def test_a_group_without_a_title_bears_its_first_name_or_its_id():
    scored = evaluate(program(GROUPS + AS_DONE), [row(1, "bare")])
    assert [one.title.say("en") for one in scored.groups] == ["bare"]


def test_a_line_that_withholds_is_named_and_its_group_has_no_score():
    scored = evaluate(program(GROUPS + AS_DONE), [row(1, "数量"), row("", "数量"), row(2)])
    assert (scored.withheld, scored.total, group(scored, "output").withheld) == ((2,), None, True)
    assert group(scored, "output").score is None


def test_a_line_of_a_group_that_does_not_apply_holds_nothing_back():
    ruleset = GROUPS.replace('title.en = "Outputs"', 'applies = "count(given(actual)) > 1"') + AS_DONE
    scored = evaluate(program(ruleset), [row("", "产出指标"), row(7)])
    assert (scored.withheld, group(scored, "output").applies) == ((), False)
    assert scored.total == 14


def test_the_total_stands_rounded_and_exact():
    ruleset = "[scoring]\nplaces = { total = 1 }\nfull_marks = 40\n" + AS_DONE
    scored = evaluate(program(ruleset), [row("1.26")], stated_total="1.2", reviewed_total="1.25")
    assert (scored.total, scored.total_exact, scored.total_places) == (Fraction("1.3"), Fraction("1.26"), 1)
    assert (scored.stated_total, scored.reviewed_total) == (Fraction("1.2"), Fraction("1.25"))
    assert scored.full_marks == 40


@pytest.mark.parametrize(("done", "grade"), [(10, "good"), (9, "fair"), (-1, None), ("", None)])
def test_a_grade_is_given_by_the_total_or_not_at_all(done, grade):
    scored = evaluate(program(AS_DONE + GRADES + SOURCES), [row(done)])
    assert (scored.grade.id if scored.grade else None) == grade


# — adjusts —

ADJUSTS = AS_DONE + GRADES + SOURCES + """
    [adjust.cap]
    when = "actual > 12"
    score = "12"
    message.zh = "{name}封顶 {budget} 万元"
    cites = ["a"]
    [adjust.same]
    score = "score"
    [adjust.lost]
    when = "count(score > 11) > 0"
    total = "total - 1"
    cites = ["c"]
    [adjust.lower]
    when = "total > 10"
    not_above = "fair"
    message.zh = "降"
    [fact.budget]
    kind = "money"
    names = ["预算"]
"""  # fmt: skip


def test_an_adjust_that_acted_is_listed_with_before_and_after():
    scored = evaluate(program(ADJUSTS), [row(20)], values={"预算": "5万元"}, funds={"unit": "万元"})
    (cap,) = scored.lines[0].adjusts
    assert (cap.id, cap.before, cap.after, cap.cites) == ("cap", 20, 12, ("a",))
    assert cap.message.fill("zh", cap.values) == "r20封顶 5 万元"
    lost, lower = scored.adjusts
    assert (lost.id, lost.before, lost.after) == ("lost", 12, 11)
    assert (lower.id, lower.before.id, lower.after.id) == ("lower", "good", "fair")


def test_an_adjust_that_changed_nothing_is_not_listed():
    scored = evaluate(program(ADJUSTS), [row(5)])
    assert (scored.lines[0].adjusts, scored.adjusts) == ((), ())


def test_adjusts_of_a_line_without_a_score_did_not_act():
    scored = evaluate(program(ADJUSTS), [row("")])
    assert (scored.lines[0].adjusts, scored.adjusts) == ((), ())


NOT_APPLICABLE = '[words]\nnot-applicable = ["不适用"]\n'


def test_what_is_scaled_for_a_line_that_does_not_apply_is_listed_like_an_adjust():
    rows = [row(5, "数量"), row("不适用", "数量"), row(1, "bare")]
    scored = evaluate(program(GROUPS + AS_DONE + NOT_APPLICABLE), rows)
    (scaled,) = scored.adjusts
    assert (scaled.id, scaled.before, scaled.after) == ("rescale quantity", 5, 10)
    assert scaled.message.fill("zh", scaled.values) == "有不适用的指标，数量按其余各项的分值折算。"


def test_a_total_that_is_scaled_says_so():
    scored = evaluate(program(AS_DONE + NOT_APPLICABLE), [row(5), row("不适用")])
    (scaled,) = scored.adjusts
    assert (scaled.id, scaled.before, scaled.after) == ("rescale", 5, 10)
    assert "the total is scaled" in scaled.message.fill("en", scaled.values)


def test_a_score_that_an_author_wrote_is_not_called_scaled():
    ruleset = GROUPS.replace('names = ["数量"]', 'score = "1"') + AS_DONE + '[scoring]\ntotal = "7"\n'
    assert evaluate(program(ruleset), [row(5, "quantity")]).adjusts == ()


# — facts, sources —


def test_facts_stand_with_their_values_and_those_shown_apart():
    ruleset = AS_DONE + """
        [fact.all_done]
        value = "sum(actual)"
        show = true
        title.zh = "合计"
        [fact.none]
        value = "1 / all_done"
        show = true
        [fact.note]
        kind = "text"
        [fact.own]
        of = "line"
        value = "actual"
    """  # fmt: skip
    scored = evaluate(program(ruleset), [row(0)])
    assert scored.facts == {"all_done": 0, "none": None, "note": ""}
    assert [(one.id, one.title.say("zh"), one.value) for one in scored.shown] == [
        ("all_done", "合计", 0),
        ("none", "none", None),
    ]
    assert isinstance(scored.shown[0], Shown)


def test_a_source_is_named_once_where_something_that_was_used_cites_it():
    ruleset = GROUPS.replace('names = ["数量"]', 'names = ["数量"]\n    cites = ["b"]') + SOURCES + """
        [every]
        type = "number"
        score = "actual"
        cites = ["a"]
        [rule.all]
        [check.odd]
        when = "actual == 3"
        cites = ["c"]
        [reason.low]
        when = "actual == 4"
        cites = ["c", "a"]
    """  # fmt: skip
    made = program(ruleset)
    assert [one.id for one in evaluate(made, [row(1)]).sources] == ["a"]
    assert [one.id for one in evaluate(made, [row(1, "数量")]).sources] == ["a", "b"]
    assert [one.id for one in evaluate(made, [row(3)]).sources] == ["a", "c"]
    (first, second) = evaluate(made, [row(4)]).sources
    assert (first.document, first.title, first.article, first.verified) == ("甲", "办法", "第一条", True)
    assert (second.id, second.verified) == ("c", False)


def test_the_sources_of_the_grade_and_of_adjusts_that_acted_are_named():
    assert [one.id for one in evaluate(program(AS_DONE + GRADES + SOURCES), [row(10)]).sources] == ["b"]
    assert [one.id for one in evaluate(program(AS_DONE + GRADES + SOURCES), [row(9)]).sources] == []
    assert {one.id for one in evaluate(program(ADJUSTS), [row(20)]).sources} == {"a", "c"}


def test_what_was_not_decided_is_listed_with_its_cause():
    ruleset = (
        AS_DONE + '[check.odd]\nof = "form"\nwhen = "executed > 1"\n[check.all]\nof = "folder"\nwhen = "forms > 1"\n'
    )
    assert evaluate(program(ruleset)).undecided == (
        Undecided(
            "check.odd", "absent", "executed", 0,
            Text("没有可用的填报值（全年执行数）", "no value is reported that can be used (spending of the year)"),
        ),
        Undecided(
            "check.all", "folder", "", 0, Text("只有对整个文件夹评价时才有", "known only over the forms of a folder")
        ),
    )  # fmt: skip


def test_the_message_of_an_adjust_tells_what_it_saw_not_what_stood_in_the_end():
    text = (
        AS_DONE
        + '[adjust.first]\nscore = "score + 1"\nmessage.zh = "由 {score} 起，失 {lost}"\n[adjust.second]\nscore = "score + 2"\n'
        + '[adjust.cap]\ntotal = "min(total, 5)"\nmessage.zh = "原为 {total}"\n'
    )
    scored = evaluate(program(text), [row(4)])
    first, _ = scored.lines[0].adjusts
    assert first.message.fill("zh", first.values) == "由 4 起，失 6"
    (cap,) = scored.adjusts
    assert cap.message.fill("zh", cap.values) == "原为 7"


def test_a_value_that_the_ruleset_gives_is_shown_as_judged():
    text = '[line.a]\ntitle.zh = "甲"\ntitle.en = "first"\ntype = "threshold"\ntarget = 10\nactual = { fact = "half" }\nscore = "5"\n'
    facts = '[fact.half]\nvalue = "20 / 4"\n'
    (shown,) = evaluate(program(text + facts), []).lines
    assert (shown.target_text, shown.actual_text, shown.title.en) == ("10", "5", "first")


def test_a_line_that_the_form_names_needs_no_title():
    text = '[line.a]\ntitle.zh = "甲"\ntype = "number"\nscore = "5"\n'
    assert not evaluate(program(text), [{"name": "甲", "actual": "1"}]).lines[0].title


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (Fraction(1, 2), "0.5"),
        (Fraction(1, 3), "1/3"),
        ("达成", "达成"),
        (True, "是"),
        (date(2020, 12, 31), "2020-12-31"),
    ],
)
def test_what_the_ruleset_gives_instead_of_a_cell_is_told_as_a_cell_would_write_it(value, cell):
    assert plainly(value) == cell


def test_of_extra_points_without_a_weight_nothing_is_lost_where_an_adjust_acts():
    text = AS_DONE + '[group.bonus]\nextra = true\n[adjust.half]\nscore = "score / 2"\nmessage.zh = "{score} {lost}"\n'
    (adjusted,) = line(evaluate(program(text), [row(4), row(6, "bonus", weight="")]), "r6").adjusts
    assert (adjusted.before, adjusted.after) == (6, 3)
    assert adjusted.message.fill("zh", adjusted.values) == "6 —"
