"""Groups from the leaves upward, the total, and the grade: steps 4, 6 and 7 of the format."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.language import parse
from perfeval_rules.plan.form_formulas import moves, says_the_default
from tests.plan.small import AS_DONE, evaluate, group, look, outcomes, program, row, scores, worked

TREE = AS_DONE + '[group.output]\n[group.quantity]\nin = "output"\n[group.quality]\nin = "output"\n[group.effect]\n'
NA = '[words]\nnot-applicable = ["不适用"]\n'
GRADES = """
[[grade]]
id = "excellent"
at_least = 9
[[grade]]
id = "good"
at_least = 8
[[grade]]
id = "fair"
at_least = 6
[[grade]]
id = "poor"
at_least = -100
"""


def total(made, rows=(), **form):
    return evaluate(made, rows, **form).total


def grade(made, rows=(), **form):
    given = evaluate(made, rows, **form).grade
    return given.id if given else None


# — sums —


def test_the_total_is_the_sum_of_the_lines_and_groups_directly_under_the_form():
    evaluation = evaluate(program(TREE), [row(1, "quantity"), row(2, "quality"), row(3, "effect"), row(4)])
    assert [(one.id, one.parent, one.score) for one in evaluation.groups] == [
        ("output", "", 3),
        ("quantity", "output", 1),
        ("quality", "output", 2),
        ("effect", "", 3),
    ]
    assert evaluation.total == 10


def test_a_group_without_a_line_is_not_in_the_tree_of_the_form():
    evaluation = evaluate(program(TREE), [row(1, "quantity")])
    assert [one.id for one in evaluation.groups] == ["output", "quantity"]


def test_an_empty_group_is_worth_no_points_and_stands_for_no_lines():
    text = "[fact.points_there]\nvalue = \"points('effect')\"\n[fact.lines_there]\nvalue = \"count(score > 0, 'effect')\"\n"
    assert evaluate(program(TREE + text), [row(1, "quantity")]).facts == {"points_there": 0, "lines_there": 0}


def test_a_group_whose_own_score_asks_no_child_stands_in_every_form():
    made = program(AS_DONE + '[group.fixed]\nscore = "5"\n[group.counted]\nscore = "count(score > 0)"\n')
    evaluation = evaluate(made, [row(1)])
    assert [(one.id, one.score) for one in evaluation.groups] == [("fixed", 5)]
    assert evaluation.total == 6


def test_a_score_may_exceed_the_weight_and_fall_below_0():
    assert scores(evaluate(program(AS_DONE), [row(15), row(-3)])) == [15, -3]
    assert total(program(AS_DONE), [row(15), row(-3)]) == 12


# — what a group is worth —


def test_the_weight_of_a_group_is_printed_or_written_or_the_sum_of_its_children():
    written = program(AS_DONE + '[group.output]\nweight = 30\nnames = ["产出"]\n')
    plain = program(AS_DONE + '[group.output]\nnames = ["产出"]\n')
    rows = [row(1, "产出"), row(2, "产出")]
    assert group(evaluate(written, rows, headings={"产出": 40}), "output").weight == 40
    assert group(evaluate(written, [row(1, "产出（40分）")]), "output").weight == 40
    assert group(evaluate(written, rows), "output").weight == 30
    assert group(evaluate(plain, rows), "output").weight == 20


def test_the_weight_of_a_group_may_be_a_formula_and_one_without_value_leaves_the_sum():
    made = program(TREE + '[group.extra]\nweight = "1"\n'.replace("extra", "more") + "[fact.size]\n").ruleset
    assert made.groups["more"].weight is not None
    formula = program(AS_DONE + '[fact.size]\n[group.output]\nweight = "40 if size > 3 else 50"\n')
    rows = [row(1, "output")]
    assert group(evaluate(formula, rows, values={"size": 4}), "output").weight == 40
    assert group(evaluate(formula, rows, values={"size": 1}), "output").weight == 50
    assert group(evaluate(formula, rows), "output").weight == 10


def test_the_score_of_a_group_is_not_scaled_to_its_weight():
    assert total(program(AS_DONE + "[group.output]\nweight = 50\n"), [row(4, "output")]) == 4


def test_a_group_may_score_by_a_formula_of_its_own_weight_and_children():
    text = '[group.output]\nweight = 40\nscore = "weight * sum(score) / sum(weight)"\n'
    assert total(program(AS_DONE + text), [row(4, "output"), row(6, "output")]) == 20


def test_a_group_that_asks_an_id_asks_the_lines_inside_it_at_any_depth():
    text = '[group.output]\nscore = "sum(score, \'output\') + count(weight > 0)"\n[group.in]\nin = "output"\n'
    assert total(program(AS_DONE + text), [row(4, "in"), row(6, "in")]) == 11


def test_a_child_group_shows_its_name_weight_and_score_and_nothing_else():
    made = program(
        TREE.replace(
            "[group.output]", "[group.output]\nscore = \"count(name == 'quantity') + 100 * count(given(actual))\""
        )
    )
    assert total(made, [row(4, "quantity")]) == 1


def test_a_child_group_hands_on_what_the_form_knows():
    made = program(TREE.replace("[group.output]", '[group.output]\nscore = "sum(score * full_marks)"'))
    assert total(made, [row(4, "quantity")]) == 400


# — withholding —


@pytest.mark.parametrize("blank", ["", "/"])
def test_a_line_that_withholds_leaves_its_groups_and_the_total_without_value(blank):
    evaluation = evaluate(program(TREE), [row(blank, "quantity"), row(2, "quality"), row(3, "effect")])
    assert evaluation.total is None
    assert evaluation.withheld == (1,)
    assert [(one.id, one.score, one.withheld) for one in evaluation.groups] == [
        ("output", None, True),
        ("quantity", None, True),
        ("quality", 2, False),
        ("effect", 3, False),
    ]


def test_withholding_stops_at_a_group_that_does_not_apply():
    made = program(TREE.replace("[group.output]", '[group.output]\napplies = "count(score > 0) >= 2"'))
    evaluation = evaluate(made, [row("", "quantity"), row(2, "quality"), row(3, "effect")])
    assert (group(evaluation, "output").applies, group(evaluation, "output").withheld) == (False, False)
    assert evaluation.withheld == ()
    assert evaluation.total == Fraction(3) * 30 / 10


def test_a_formula_of_a_group_is_not_asked_where_a_child_withholds():
    made = program(AS_DONE + '[group.output]\nscore = "7"\n[group.deep]\nin = "output"\n')
    evaluation = evaluate(made, [row("", "deep"), row(1)])
    assert (group(evaluation, "output").score, evaluation.total) == (None, None)


@pytest.mark.parametrize(("policy", "expected"), [("withhold", None), ("zero", Fraction(4)), ("rescale", Fraction(8))])
@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("not_reported", {"actual": ""}),
        ("not_applicable", {"actual": "不适用"}),
        ("stopped", {"actual": 5, "target": 0}),
        ("manual", {"actual": 99}),
    ],
)
def test_each_outcome_without_score_does_to_the_total_what_its_policy_says(name, cells, policy, expected):
    made = program(
        AS_DONE.replace('"actual"', '"actual * target / target"')
        + f'manual = "score == 99"\n{NA}[scoring.unscored]\n{name} = "{policy}"\n'
    )
    evaluation = evaluate(made, [row(**cells), row(4)])
    assert (outcomes(evaluation), evaluation.total) == ([name, "scored"], expected)


def test_a_stated_score_that_counts_is_in_the_total_and_one_that_does_not_withholds_it():
    made = program(AS_DONE + 'manual = "score > 8"\n[scoring.unscored]\nmanual = "stated"\n')
    found = evaluate(made, [row(9, stated=7), row(4)])
    assert (found.total, found.accepted_points) == (11, 7)
    assert total(made, [row(9, stated=11), row(4)]) is None


def test_by_default_what_does_not_apply_is_shared_out_and_all_else_withholds():
    made = program(AS_DONE + 'manual = "score > 8"\n' + NA)
    assert total(made, [row("不适用"), row(4)]) == 8
    assert total(made, [row(9), row(4)]) is None
    assert total(made, [row(""), row(4)]) is None


# — re-weighting —


def test_what_does_not_apply_leaves_its_group_to_the_others_exactly_and_is_listed():
    made = program(TREE + NA)
    evaluation = evaluate(made, [row(5, "quantity", weight=7), row("不适用", "quantity", weight=3), row(2, "effect")])
    assert group(evaluation, "quantity").score == Fraction(50, 7)
    assert evaluation.total == Fraction(50, 7) + 2
    assert [(one.id, one.before, one.after) for one in evaluation.adjusts] == [("rescale quantity", 5, Fraction(50, 7))]
    assert scores(evaluation) == [5, None, 2]


def test_the_total_itself_is_shared_out_over_what_stands_directly_under_the_form():
    evaluation = evaluate(program(AS_DONE + NA), [row(4), row("不适用", weight=30)])
    assert evaluation.total == 16
    assert [(one.id, one.before, one.after) for one in evaluation.adjusts] == [("rescale", 4, 16)]


def test_an_emptied_group_does_not_apply_in_its_parent():
    evaluation = evaluate(program(TREE + NA), [row("不适用", "quantity"), row(4, "quality"), row(3, "effect")])
    assert not group(evaluation, "quantity").applies
    assert group(evaluation, "output").score == 8
    assert evaluation.total == 11


def test_emptying_travels_upward():
    evaluation = evaluate(program(TREE + NA), [row("不适用", "quantity", weight=5), row(4, "effect", weight=5)])
    assert [one.applies for one in evaluation.groups] == [False, False, True]
    assert evaluation.total == 8


def test_a_group_that_was_written_a_weight_keeps_it_when_others_share_it_out():
    made = program(AS_DONE + NA + "[group.output]\nweight = 30\n")
    assert total(made, [row("不适用", "output", weight=1), row(4)]) == 16


def test_a_form_of_which_nothing_applies_has_no_total():
    assert total(program(AS_DONE + NA), [row("不适用"), row("不适用")]) is None


def test_a_child_that_does_not_apply_takes_no_part_in_the_sums_that_authors_write():
    made = program(AS_DONE + NA + '[group.output]\nscore = "100 * sum(score) / sum(weight) + count(weight > 0)"\n')
    assert total(made, [row(4, "output"), row("不适用", "output")]) == 41


def test_a_group_with_a_score_of_its_own_is_not_scaled():
    made = program(AS_DONE + NA + '[group.output]\nscore = "min(sum(score), 6)"\n')
    evaluation = evaluate(made, [row(4, "output"), row("不适用", "output")])
    assert (evaluation.total, evaluation.adjusts) == (4, ())


def test_a_default_that_is_written_out_stays_the_default():
    text = '[group.output]\nscore = " sum( score ) "\n[scoring]\ntotal = "sum(score)"\n'
    rows = [row(4, "output"), row("不适用", "output"), row(1), row("不适用", weight=30)]
    plain, written = (evaluate(program(AS_DONE + NA + more), rows) for more in ("[group.output]\n", text))
    assert (plain.total, plain.adjusts) == (written.total, written.adjusts)
    assert plain.total == 18
    assert total(program(AS_DONE + text), [row(1, weight="")]) is None


def test_only_scores_of_groups_and_the_total_have_that_default():
    formula = parse("sum(score)")
    paths = ("scoring.total", "group.output.score", "group.output.weight", "fact.a.value", "adjust.a.total")
    assert [path for path in paths if says_the_default(path, formula)] == ["scoring.total", "group.output.score"]
    assert not says_the_default("scoring.total", parse("min(sum(score), 100)"))


def test_a_group_that_does_not_apply_takes_part_in_nothing():
    made = program(AS_DONE + '[group.output]\napplies = "sum(score) > 5"\n[group.effect]\n')
    assert total(made, [row(3, "output"), row(4, "effect")]) == 8
    assert total(made, [row(6, "output"), row(4, "effect")]) == 10


def test_applies_of_a_group_without_value_applies():
    made = program(
        AS_DONE + '[group.output]\napplies = "smallest(given(stated)) > 1"\n'.replace("given(stated)", "stated")
    )
    assert total(made, [row(3, "output"), row(4)]) == 7


# — extra points —

BONUS = AS_DONE + NA + "[group.bonus]\nextra = true\n"


def test_extra_points_are_added_whatever_their_sign():
    assert total(program(BONUS), [row(4), row(2, "bonus"), row(-3, "bonus")]) == 3


def test_a_blank_line_of_extra_points_counts_0_and_withholds_nothing():
    evaluation = evaluate(program(BONUS), [row(4), row("", "bonus"), row("", "bonus", weight="")])
    assert (evaluation.total, scores(evaluation)) == (4, [4, 0, 0])
    assert evaluation.withheld == ()


@pytest.mark.parametrize("policy", ["withhold", "zero", "rescale"])
def test_a_blank_line_of_extra_points_counts_0_whatever_the_policy(policy):
    made = program(BONUS + f'[scoring.unscored]\nnot_reported = "{policy}"\n')
    assert total(made, [row(4), row("", "bonus"), row(3, "bonus")]) == 7


def test_a_line_of_extra_points_needs_no_weight():
    assert total(program(BONUS), [row(4), row(2, "bonus", weight="")]) == 6


def test_extra_points_take_no_part_in_weights():
    made = program(BONUS + '[scoring]\ntotal = "sum(weight)"\n')
    assert total(made, [row(4), row(2, "bonus"), row(3, "bonus")]) == 10


def test_extra_points_are_not_scaled_when_something_does_not_apply():
    evaluation = evaluate(program(BONUS), [row(4), row("不适用"), row(2, "bonus")])
    assert evaluation.total == 10
    assert [(one.before, one.after) for one in evaluation.adjusts] == [(6, 10)]


def test_what_does_not_apply_among_extra_points_scales_nothing():
    evaluation = evaluate(program(BONUS), [row(4), row("不适用", "bonus"), row(2, "bonus")])
    assert (evaluation.total, evaluation.adjusts) == (6, ())


def test_extra_points_may_be_capped_by_a_score_of_their_own():
    made = program(BONUS.replace("extra = true", 'extra = true\nscore = "min(sum(score), 5)"'))
    assert total(made, [row(4), row(3, "bonus"), row(3, "bonus")]) == 9


def test_a_group_inside_extra_points_is_extra_too():
    made = program(BONUS + '[group.prizes]\nin = "bonus"\n')
    evaluation = evaluate(made, [row(4), row("不适用"), row(2, "prizes"), row("", "prizes")])
    assert evaluation.total == 10
    assert [(one.id, one.score, one.extra) for one in evaluation.groups] == [("bonus", 2, True), ("prizes", 2, True)]


def test_extra_points_inside_a_group_that_is_emptied_count_for_nothing():
    made = program(TREE + NA + '[group.bonus]\nin = "output"\nextra = true\n')
    evaluation = evaluate(made, [row("不适用", "output"), row(2, "bonus"), row(4, "effect")])
    assert not group(evaluation, "output").applies
    assert evaluation.total == 8


def test_a_scorecard_with_extra_rows_has_a_total():
    made = program(BONUS + '[line.a]\nweight = 10\nnames = ["甲"]\n')
    assert total(made, [row(4, name="甲", weight=""), row(2, "bonus", weight="")]) == 6


# — weights that lack —


def test_a_form_without_any_weight_has_no_total():
    evaluation = evaluate(program(AS_DONE), [row(4, weight=""), row(5, weight="")])
    assert (evaluation.total, evaluation.withheld) == (None, ())


def test_a_form_without_any_weight_in_its_groups_has_no_total():
    evaluation = evaluate(program(TREE), [row(4, "quantity", weight=""), row(5, "effect", weight="")])
    assert (evaluation.total, [one.score for one in evaluation.groups]) == (None, [None, None, None])


def test_a_row_without_weight_among_others_is_not_in_the_total():
    assert total(program(AS_DONE), [row(4), row(5, weight="")]) == 4


def test_a_remark_keeps_no_scorecard_from_its_total():
    made = program('[line.a]\ntype = "number"\nweight = 10\nnames = ["甲"]\nscore = "actual"\n')
    assert total(made, [row(4, name="甲", weight=""), row("已办", weight="")]) == 4


# — the total —


def test_the_total_may_be_a_formula_over_the_children():
    made = program(TREE + '[scoring]\ntotal = "full_marks * sum(score) / sum(weight) - count(score < 3)"\n')
    assert total(made, [row(2, "quantity"), row(8, "effect")]) == 49


def test_a_total_of_its_own_is_withheld_all_the_same():
    assert total(program(AS_DONE + '[scoring]\ntotal = "7"\n'), [row("")]) is None


def test_adjusts_of_the_total_follow_each_other_and_are_rounded_once():
    made = program(
        AS_DONE + '[scoring]\nplaces = { total = 1 }\n[adjust.third]\ntotal = "total / 3"\nmessage.zh = "除以三"\n'
        '[adjust.cap]\nwhen = "total > 2.3"\ntotal = "min(total, 2.36)"\n[adjust.never]\nwhen = "total > 9"\ntotal = "0"\n'
    )
    evaluation = evaluate(made, [row(3), row(5)])
    assert (evaluation.total, evaluation.total_exact) == (Fraction("2.4"), Fraction("2.36"))
    assert [(one.id, one.before, one.after) for one in evaluation.adjusts] == [
        ("third", 8, Fraction(8, 3)),
        ("cap", Fraction(8, 3), Fraction("2.36")),
    ]


def test_an_adjust_of_the_total_may_ask_the_children():
    made = program(TREE + '[adjust.veto]\nwhen = "any(score == 0)"\ntotal = "min(total, 5)"\n')
    assert total(made, [row(0, "quantity"), row(9, "effect")]) == 5
    assert total(made, [row(1, "quantity"), row(9, "effect")]) == 10


def test_a_total_that_is_withheld_is_not_adjusted():
    evaluation = evaluate(program(AS_DONE + '[adjust.least]\ntotal = "60"\n'), [row("")])
    assert (evaluation.total, evaluation.adjusts) == (None, ())


# — the grade —


@pytest.mark.parametrize(("points", "expected"), [(9, "excellent"), ("8.99", "good"), (6, "fair"), (0, "poor")])
def test_the_first_grade_whose_points_are_reached_is_given(points, expected):
    assert grade(program(AS_DONE + GRADES), [row(points)]) == expected


def test_a_grade_is_given_on_the_published_total_or_the_exact_one():
    places = "[scoring]\nplaces = { total = 0 }\n"
    assert grade(program(AS_DONE + places + GRADES), [row("8.5")]) == "excellent"
    assert grade(program(AS_DONE + places + 'grade_on = "exact"\n' + GRADES), [row("8.5")]) == "good"


def test_points_and_condition_of_a_grade_must_both_hold():
    made = program(AS_DONE + GRADES.replace("at_least = 9", 'at_least = 9\nwhen = "all(score > 1)"'))
    assert grade(made, [row(9)]) == "excellent"
    assert grade(made, [row(9), row(1)]) == "good"


def test_a_condition_of_a_grade_without_value_does_not_hold():
    made = program(AS_DONE + GRADES.replace("at_least = 9", 'at_least = 9\nwhen = "stated_total > 1"'))
    assert grade(made, [row(9)]) == "good"
    assert grade(made, [row(9)], stated_total=9) == "excellent"


def test_no_grade_is_given_by_points_where_the_total_is_withheld():
    assert grade(program(AS_DONE + GRADES), [row("")]) is None


def test_a_grade_by_condition_alone_is_given_all_the_same_and_is_not_moved():
    veto = '[[grade]]\nid = "refused"\nwhen = "audit_refused"\n'
    made = program(AS_DONE + '[fact.audit_refused]\nkind = "yes_no"\n[adjust.down]\nlower = 1\n' + veto + GRADES)
    assert grade(made, [row("")], values={"audit_refused": "是"}) == "refused"
    assert grade(made, [row(9)], values={"audit_refused": "是"}) == "refused"
    assert grade(made, [row(9)]) == "good"


def test_a_grade_without_points_or_condition_takes_what_is_left():
    made = program(AS_DONE + GRADES.replace("at_least = -100\n", ""))
    assert (grade(made, [row(1)]), grade(made, [row("")])) == ("poor", None)


def test_without_grades_none_is_given():
    assert grade(program(AS_DONE), [row(9)]) is None


def test_not_above_bounds_a_grade_and_lower_moves_it_never_below_the_last():
    text = '[adjust.cap]\nnot_above = "good"\n[adjust.down]\nwhen = "stated_total == 1"\nlower = 2\n'
    made = program(AS_DONE + text + GRADES)
    assert [grade(made, [row(n)]) for n in (9, 8, 6, 1)] == ["good", "good", "fair", "poor"]
    assert [grade(made, [row(n)], stated_total=1) for n in (9, 8, 6, 1)] == ["poor"] * 4


def test_adjusts_of_the_grade_follow_each_other_and_are_listed():
    text = '[adjust.down]\nlower = 1\n[adjust.cap]\nnot_above = "good"\n[adjust.again]\nwhen = "grade == \'good\'"\nlower = 1\n'
    evaluation = evaluate(program(AS_DONE + text + GRADES), [row(9)])
    assert evaluation.grade.id == "fair"
    assert [(one.id, one.before.id, one.after.id) for one in evaluation.adjusts] == [
        ("down", "excellent", "good"),
        ("again", "good", "fair"),
    ]


def test_an_adjust_of_the_grade_is_listed_after_one_that_could_move_none():
    text = AS_DONE + GRADES + "[adjust.cap]\nnot_above = 'excellent'\n[adjust.down]\nlower = 1\n"
    evaluation = evaluate(program(text), [row(9)])
    assert evaluation.grade.id == "good"
    assert [(one.id, one.before.id, one.after.id) for one in evaluation.adjusts] == [("down", "excellent", "good")]


def test_an_adjust_of_the_grade_moves_no_score():
    assert total(program(AS_DONE + "[adjust.down]\nlower = 1\n" + GRADES), [row(9)]) == 9


def test_grades_move_along_a_ladder_from_the_best_down():
    ladder = ["a", "b", "c"]
    assert moves(ladder, "b", None) == [("a", "b")]
    assert moves(ladder, "a", None) == []
    assert moves(ladder, None, 1) == [("a", "b"), ("b", "c")]
    assert moves(ladder, None, 9) == [("a", "c"), ("b", "c")]
    assert moves(["a"], None, 1) == []
    assert moves([], None, 1) == []
    assert moves(ladder, None, None) == []


# — facts over lines and over the total —


def test_facts_are_worked_out_over_lines_and_over_the_total():
    made = program(
        AS_DONE
        + '[fact.good]\nvalue = "count(score >= 5)"\n[fact.pay]\nvalue = "full_marks * total"\nshow = true\ntitle.zh = "应付"\n'
        '[fact.best]\nkind = "yes_no"\nvalue = "grade == \'excellent\'"\n' + GRADES
    )
    evaluation = evaluate(made, [row(5), row(4)])
    assert evaluation.facts == {"good": 1, "pay": 900, "best": True}
    assert [(one.title.zh, one.value) for one in evaluation.shown] == [("应付", 900)]


def test_a_fact_counts_lines_also_where_it_asks_nothing_of_them():
    text = AS_DONE + '[fact.lines]\nvalue = "count(True)"\n'
    assert evaluate(program(text), [row(1), row(2)]).facts["lines"] == 2


def test_a_fact_over_the_total_has_no_value_where_it_is_withheld():
    evaluation = evaluate(program(AS_DONE + '[fact.pay]\nvalue = "2 * total"\nshow = true\n'), [row("")])
    assert evaluation.facts == {"pay": None}
    assert [one.value for one in evaluation.shown] == [None]


def test_the_points_of_a_group_or_line_are_what_it_brings_rounded():
    text = (
        "[scoring]\nplaces = { line = 1 }\n[fact.p]\nvalue = \"points('output')\"\n"
        '[fact.q]\nvalue = "points(\'a\')"\n[line.a]\nin = "output"\nnames = ["甲"]\n'
    )
    made = program(TREE + text)
    assert evaluate(made, [row("1.26", name="甲"), row(2, "quality")]).facts == {
        "p": Fraction("3.3"),
        "q": Fraction("1.3"),
    }
    assert evaluate(made, [row("", name="甲"), row(2, "quality")]).facts == {"p": None, "q": None}


def test_a_check_of_the_form_that_has_no_value_does_not_fire_and_is_listed():
    made = program(AS_DONE + '[check.low]\nof = "form"\nwhen = "total < 5"\n')
    assert [one.code for one in evaluate(made, [row(4)]).findings] == ["check.low"]
    withheld = evaluate(made, [row("")])
    assert [one.rule for one in withheld.undecided] == ["check.low"]
    assert "check.low" not in [one.code for one in withheld.findings]


# — what stays as it is —

points = st.integers(-20, 20)
cells = st.one_of(points, st.just("不适用"))
places = st.sampled_from(["quantity", "quality", "effect", "bonus", ""])
RICH = program(TREE + NA + "[group.bonus]\nextra = true\n" + GRADES)
forms = st.lists(st.tuples(cells, places, st.integers(1, 20)), max_size=7)


def rows_of(form):
    return [
        row(cell, *([place] if place else []), name=f"n{n}", weight=weight)
        for n, (cell, place, weight) in enumerate(form)
    ]


@settings(deadline=None, max_examples=60)
@given(forms, st.randoms())
def test_the_order_of_rows_changes_no_total(form, random):
    rows = rows_of(form)
    shuffled = random.sample(rows, len(rows))
    assert total(RICH, rows) == total(RICH, shuffled)
    assert grade(RICH, rows) == grade(RICH, shuffled)


PROPORTIONAL = program(
    TREE.replace('"number"\nscore = "actual"', '"threshold"\nscore = "weight * clamp(attainment, 0, 1)"') + NA
)


@settings(deadline=None, max_examples=60)
@given(forms, st.integers(1, 9))
def test_scaling_all_weights_scales_the_total_where_every_score_is_a_share_of_the_weight(form, factor):
    once = total(PROPORTIONAL, rows_of(form))
    scaled = total(PROPORTIONAL, rows_of([(cell, place, weight * factor) for cell, place, weight in form]))
    assert scaled == (None if once is None else once * factor)


@settings(deadline=None, max_examples=60)
@given(forms)
def test_lines_keep_their_scores_when_others_do_not_apply(form):
    given_points = [None if cell == "不适用" else cell for cell, _, _ in form]
    assert scores(evaluate(RICH, rows_of(form))) == given_points


def test_the_reading_says_why_a_total_is_not_there():
    assert look(worked(program(AS_DONE), [row("")]), "total") == "no withheld"
    assert look(worked(program(AS_DONE), [row(1, weight="")]), "total") == "no unweighted"


OWN_SCORE = (
    AS_DONE
    + """
[group.a]
title.zh = "甲"
score = "100 * sum(score) / (sum(weight) - 10)"
[group.b]
title.zh = "乙"
"""
)


def test_a_group_whose_own_score_has_no_value_holds_the_total_back_and_says_so():
    rows = [row(5, 10, categories=["甲"]), row(7, 10, categories=["乙"])]
    evaluation = evaluate(program(OWN_SCORE), rows)
    assert evaluation.total is None
    assert [one.code for one in evaluation.findings if one.severity == "error"] == ["form.group-stopped"]


def test_a_group_held_back_by_its_lines_is_not_told_twice():
    rows = [row("", 10, categories=["甲"]), row(7, 10, categories=["乙"])]
    codes_found = [one.code for one in evaluate(program(OWN_SCORE), rows).findings]
    assert "form.group-stopped" not in codes_found
    assert "form.not-reported" in codes_found


def test_a_total_whose_formula_has_no_value_is_told():
    text = AS_DONE + '[scoring]\ntotal = "sum(score) / (sum(weight) - 10)"\n'
    evaluation = evaluate(program(text), [row(5, 10)])
    assert evaluation.total is None
    assert [one.code for one in evaluation.findings if one.severity == "error"] == ["form.total-stopped"]


def test_a_last_grade_without_a_condition_needs_a_total():
    text = AS_DONE + '[[grade]]\nid = "good"\nat_least = 80\n[[grade]]\nid = "rest"\n'
    assert evaluate(program(text), [row("")]).grade is None
    assert evaluate(program(text), [row(1)]).grade.id == "rest"


NO_WEIGHT_LEFT = (
    AS_DONE.replace("actual", "actual + 0 * weight")
    + """
[scoring.unscored]
not_reported = "zero"
[group.a]
title.zh = "甲"
[words]
not-applicable = ["不适用"]
"""
)


def test_a_sum_that_cannot_be_scaled_as_no_weight_is_left_holds_the_total_back_and_says_so():
    rows = [row(1, categories=["甲"], weight=0), row("不适用", categories=["甲"]), row(7)]
    evaluation = evaluate(program(NO_WEIGHT_LEFT), rows)
    assert (group(evaluation, "a").withheld, evaluation.total) == (True, None)
    assert [one.code for one in evaluation.findings if one.severity == "error"] == ["form.group-stopped"]


BONUS_ALONE = """
[group.a]
title.zh = "甲"
[group.bonus]
in = "a"
extra = true
title.zh = "加分"
[group.merit]
in = "a"
extra = true
title.zh = "表彰"
[words]
not-applicable = ["不适用"]
"""


def test_points_outside_full_marks_are_not_lost_in_a_group_that_holds_nothing_else():
    rows = [row(7), row(2, categories=["加分"], weight="")]
    evaluation = evaluate(program(AS_DONE + BONUS_ALONE), rows)
    assert (group(evaluation, "a").score, group(evaluation, "a").weight, evaluation.total) == (2, None, 9)


def test_a_group_of_extra_points_alone_is_not_emptied_by_one_that_does_not_apply():
    rows = [row(7), row(2, categories=["加分"], weight=""), row("不适用", categories=["表彰"], weight="")]
    evaluation = evaluate(program(AS_DONE + BONUS_ALONE), rows)
    assert (group(evaluation, "a").applies, group(evaluation, "merit").applies, evaluation.total) == (True, False, 9)


def test_points_outside_full_marks_take_nothing_of_what_is_shared_out():
    text = AS_DONE + '[group.a]\ntitle.zh = "甲"\nweight = 30\nsplit = "groups"\n'
    text += '[group.bonus]\nin = "a"\nextra = true\nweight = 20\ntitle.zh = "加分"\n'
    rows = [row(7, categories=["甲"], weight=""), row(2, categories=["加分"], weight="")]
    evaluation = evaluate(program(text), rows)
    assert [line.weight for line in evaluation.lines] == [30, None]
    assert group(evaluation, "bonus").weight == 20


def test_an_adjust_of_the_total_sums_over_the_children_of_the_form_and_not_over_all_lines():
    text = AS_DONE + '[group.a]\ntitle.zh = "甲"\nscore = "min(sum(score), 4)"\n[adjust.again]\ntotal = "sum(score)"\n'
    evaluation = evaluate(program(text), [row(3, "甲"), row(5, "甲"), row(2)])
    assert (evaluation.total, evaluation.adjusts) == (6, ())
