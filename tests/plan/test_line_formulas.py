"""From what a row says to its outcome and its score: steps 3 and 5 of the format, and the order of outcomes."""

from fractions import Fraction
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.offer import Plugin
from perfeval_rules.plan.line_formulas import Policies, one_of
from perfeval_rules.registry import Declared, Registry
from perfeval_rules.text import Text
from tests.plan.small import (
    AS_DONE,
    evaluate,
    faults,
    line,
    look,
    outcomes,
    program,
    row,
    ruleset,
    scores,
    verdicts,
    worked,
)

RATIO = '[every]\ntype = "threshold"\nscore = "weight * attainment"\n[rule.all]\n'
"""A rule for every row: points in proportion to the attainment."""
GRADED = '[every]\ntype = "grade"\nscore = "weight"\n[rule.all]\n'
"""A rule for every row: a person must choose."""
STATED = '[scoring.unscored]\nmanual = "stated"\n'


def only(made, **cells):
    """The one line of a form with one row."""
    (found,) = evaluate(made, [row(**cells)]).lines
    return found


# — outcomes, in their order —


def test_a_row_whose_score_has_a_value_is_scored():
    found = only(program(RATIO), actual=8)
    assert (found.outcome, found.score, found.attainment) == ("scored", 8, Fraction(4, 5))


def test_a_line_that_does_not_apply_has_no_score_even_where_it_could_have_one():
    made = program(RATIO + 'applies = "actual > 5"\n')
    assert outcomes(evaluate(made, [row(8), row(4)])) == ["scored", "not_applicable"]
    assert scores(evaluate(made, [row(8), row(4)])) == [8, None]


def test_applies_without_a_value_applies():
    made = program(AS_DONE.replace("actual", "3") + 'applies = "target > 5"\n')
    assert outcomes(evaluate(made, [row(), row(target="")])) == ["scored", "scored"]


@pytest.mark.parametrize("cell", ["target", "actual"])
def test_a_cell_that_is_a_word_of_not_applicable_says_so(cell):
    made = program(RATIO + '[words]\nnot-applicable = ["不适用"]\n')
    assert only(made, **{cell: " 不适用 "}).outcome == "not_applicable"
    assert only(made, **{cell: "本年不适用"}).outcome != "not_applicable"


def test_not_applicable_comes_before_stopped():
    made = program(RATIO + 'applies = "False"\n')
    assert only(made, target="10万元", actual="3人").outcome == "not_applicable"


def test_units_that_do_not_compare_stop_a_line():
    found = only(program(RATIO), target="10万元", actual="3人")
    assert (found.outcome, found.score) == ("stopped", None)


def test_units_that_do_not_compare_do_not_matter_to_a_type_that_does_not_compare():
    assert only(program(GRADED + STATED), target="10万元", actual="3人").outcome == "manual"


def test_a_check_of_the_type_that_stops_comes_before_a_blank_value():
    made = program('[rule.all]\ntype = "deadline"\nscore = "weight * attainment"\n')
    assert only(made, target="12月底", actual="已完成").outcome == "stopped"
    assert only(made, target="2023-12-31", actual="").outcome == "not_reported"


def test_a_check_of_the_type_that_does_not_stop_is_told_and_no_more():
    made = program('[rule.all]\ntype = "count"\nscore = "weight * attainment"\n')
    assert only(made, target="10", actual="2.5").outcome == "scored"


def test_a_blank_value_of_the_type_comes_before_a_lacking_weight():
    made = program(RATIO)
    assert only(made, actual="", weight="").outcome == "not_reported"
    assert only(made, actual=8, weight="").outcome == "unweighted"


def test_a_required_value_that_is_blank_was_not_reported():
    assert only(program(GRADED), actual="").outcome == "not_reported"


def test_an_unweighted_line_is_judged_all_the_same():
    found = only(program(RATIO), actual=8, weight="")
    assert (found.score, found.attainment, found.met) == (None, Fraction(4, 5), False)


def test_a_lacking_weight_comes_before_a_person():
    assert only(program(GRADED), actual="达成", weight="").outcome == "unweighted"


def test_a_type_that_gives_a_range_leaves_the_points_to_a_person():
    found = only(program(GRADED), actual="部分达成")
    assert (found.outcome, found.score, found.low, found.high) == ("manual", None, 6, 8)


def test_manual_of_a_rule_holds_on_the_rounded_score():
    made = program(RATIO + 'manual = "score == 3.33"\n[scoring]\nplaces = { line = 2 }\n')
    assert only(made, target=3, actual=1).outcome == "manual"
    assert only(made, target=3, actual=2).outcome == "scored"


def test_manual_without_a_value_does_not_hold():
    made = program(AS_DONE.replace("actual", "3") + 'manual = "target > 5"\n')
    assert outcomes(evaluate(made, [row(target=""), row()])) == ["scored", "manual"]


def test_manual_sees_the_points_lost():
    made = program(RATIO + 'manual = "lost > 1"\n')
    assert outcomes(evaluate(made, [row(9), row(8)])) == ["scored", "manual"]


def test_a_line_for_a_person_is_manual_even_where_its_score_has_no_value():
    made = program(AS_DONE + 'manual = "True"\n')
    assert only(made, actual="").outcome == "manual"


def test_a_score_that_lacks_a_reported_value_was_not_reported():
    assert only(program(AS_DONE), actual="").outcome == "not_reported"


def test_a_score_without_a_value_for_any_other_cause_is_stopped():
    made = program(AS_DONE.replace('"actual"', '"actual / (target - 10)"'))
    assert only(made, actual=3).outcome == "stopped"
    assert only(made, actual="").outcome == "not_reported"


def test_bands_that_are_not_reached_stop_a_line():
    made = program(AS_DONE.replace('"actual"', '"at_least(actual, [[5, 1]])"'))
    assert outcomes(evaluate(made, [row(5), row(4)])) == ["scored", "stopped"]


def test_an_attainment_that_is_absent_stops_the_score_that_asks_for_it_and_no_other():
    asking, other = RATIO, RATIO.replace("weight * attainment", "weight if met else 0")
    assert only(program(asking), target=">=0", actual=3).outcome == "stopped"
    assert only(program(other), target=">=0", actual=3).score == 10


# — what a score reads, at any remove —


def test_a_carried_fact_that_is_blank_makes_a_score_not_reported_at_any_remove():
    made = program(
        AS_DONE.replace('"actual"', '"actual * double"') + '[fact.staff]\n[fact.double]\nvalue = "2 * staff"\n'
    )
    assert outcomes(evaluate(made, [row(3)])) == ["not_reported"]
    assert scores(evaluate(made, [row(3)], values={"staff": 2})) == [12]


def test_a_computed_fact_without_value_stops_a_score():
    made = program(AS_DONE.replace('"actual"', '"actual * k"') + '[fact.k]\nvalue = "1 / (full_marks - 100)"\n')
    assert outcomes(evaluate(made, [row(3)])) == ["stopped"]


def test_a_carried_fact_with_a_default_is_never_blank():
    made = program(AS_DONE.replace('"actual"', '"actual / (k - 1)"') + "[fact.k]\ndefault = 1\n")
    assert outcomes(evaluate(made, [row(3)])) == ["stopped"]
    assert scores(evaluate(made, [row(3)], values={"k": 4})) == [1]


def test_an_amount_of_the_fund_block_that_is_blank_was_not_reported():
    made = program(AS_DONE.replace('"actual"', '"executed / annual_budget"'))
    funds = {"annual_budget": 10, "executed": "", "unit": "元"}
    assert outcomes(evaluate(made, [row(3)], funds=funds)) == ["not_reported"]
    assert outcomes(evaluate(made, [row(3)], funds={**funds, "annual_budget": 0, "executed": 1})) == ["stopped"]


def test_a_row_that_reports_no_spending_means_the_forms_and_an_aggregate_means_its_own():
    made = program(
        '[every]\ntype = "number"\n[rule.spent]\nwhen = "executed > 5 and budget > 0"\nscore = "executed"\n'
        '[rule.rest]\nscore = "0"\n[fact.budget]\nvalue = "annual_budget"\n[fact.lines]\nvalue = "sum(executed)"\n'
    )
    evaluation = evaluate(made, [row(3)], funds={"annual_budget": 10, "executed": 6, "unit": "元"})
    assert scores(evaluation) == [6]
    assert evaluation.facts["lines"] == 0


def test_a_reported_value_that_a_fact_fills_is_not_blank():
    made = program(
        '[fact.budget]\nvalue = "annual_budget"\n[line.spent]\ntype = "execution"\nweight = 10\n'
        'score = "attainment / (full_marks - 100)"\n'
    )
    funds = {"annual_budget": 10, "executed": 6, "rate": 60, "unit": "元"}
    assert outcomes(evaluate(made, funds=funds)) == ["stopped"]
    assert outcomes(evaluate(made, funds={**funds, "annual_budget": ""})) == ["not_reported"]


def test_a_fact_of_the_line_that_the_row_leaves_blank_makes_its_score_not_reported():
    made = program(AS_DONE.replace('"actual"', '"actual * share"') + '[fact.share]\nof = "line"\nnames = ["占比"]\n')
    rows = [row(3, values={"占比": 2}), row(3)]
    assert outcomes(evaluate(made, rows)) == ["scored", "not_reported"]


def test_a_line_fact_of_its_own_name_hides_no_fact_of_the_form():
    text = '[fact.base]\n[fact.scaled]\nof = "line"\nvalue = "base * actual"\n'
    made = program(AS_DONE.replace('"actual"', '"scaled"') + text)
    assert outcomes(evaluate(made, [row(3)])) == ["not_reported"]
    assert scores(evaluate(made, [row(3)], values={"base": 2})) == [6]


# — weights —


def test_the_weight_printed_on_the_form_comes_first():
    made = program(AS_DONE + '[line.a]\nnames = ["甲"]\nweight = 5\n')
    rows = [row(1, name="甲")]
    assert line(evaluate(made, rows), "a").weight == 10
    assert line(evaluate(made, [{**rows[0], "weight": ""}]), "a").weight == 5


def test_a_scorecard_turns_that_round():
    made = program(AS_DONE + '[scoring]\nweights = "ruleset"\n[line.a]\nnames = ["甲"]\nweight = 5\n')
    assert line(evaluate(made, [row(1, name="甲")]), "a").weight == 5
    assert outcomes(evaluate(made, [row(1)]))[0] == "not_reported"
    assert line(evaluate(made, [row(1)]), "r1").weight == 10


def test_the_weight_of_a_line_may_be_a_formula_of_the_form():
    made = program(AS_DONE + '[fact.size]\n[line.a]\nweight = "size / 2"\n')
    assert line(evaluate(made, values={"size": 8}), "a").weight == 4
    assert line(evaluate(made), "a").weight is None


# — adjusts of a line —


def test_adjusts_of_a_line_follow_each_other_in_order_on_the_unrounded_score():
    made = program(
        RATIO
        + '[scoring]\nplaces = { line = 1 }\n[adjust.triple]\nscore = "score * 3"\n[adjust.less]\nwhen = "lost < 1"\n'
        'score = "score - lost - 0.5"\n'
    )
    found = only(made, target=3, actual=1)
    assert (found.score, found.score_exact) == (Fraction("9.5"), Fraction("9.5"))
    assert [(one.id, one.before, one.after) for one in found.adjusts] == [
        ("triple", Fraction(10, 3), 10),
        ("less", 10, Fraction("9.5")),
    ]


def test_lost_in_an_adjust_is_what_the_score_before_it_lost():
    text = '[adjust.half]\nscore = "score / 2"\n[adjust.back]\nscore = "score + lost"\n'
    assert only(program(RATIO + text), actual=8).score == 10


def test_an_adjust_whose_condition_does_not_hold_or_has_no_value_changes_nothing():
    text = '[adjust.never]\nwhen = "score > weight"\nscore = "0"\n[adjust.unsure]\nwhen = "1 / lost > 0"\nscore = "0"\n'
    found = only(program(RATIO + text), actual=10)
    assert (found.score, found.adjusts) == (10, ())


def test_an_adjust_is_no_score_where_there_is_none():
    made = program(AS_DONE + '[adjust.least]\nscore = "2"\n')
    assert outcomes(evaluate(made, [row(""), row(5)])) == ["not_reported", "scored"]
    assert scores(evaluate(made, [row(""), row(5)])) == [None, 2]


def test_an_adjust_without_value_leaves_the_line_without_score():
    made = program(AS_DONE + '[adjust.by-target]\nscore = "score / (target - 10)"\n')
    assert outcomes(evaluate(made, [row(5)])) == ["stopped"]


@pytest.mark.parametrize(
    ("rounding", "halves"), [("half-up", [1, 3, -1]), ("half-even", [0, 2, 0]), ("down", [0, 2, 0])]
)
def test_lines_are_rounded_as_the_ruleset_says(rounding, halves):
    made = program(AS_DONE + f'[scoring]\nrounding = "{rounding}"\nplaces = {{ line = 0 }}\n')
    assert scores(evaluate(made, [row("0.5"), row("2.5"), row("-0.5")])) == halves


def test_lines_are_not_rounded_where_the_ruleset_says_nothing():
    assert only(program(RATIO), target=3, actual=1).score == Fraction(10, 3)


# — what a person settles —


@pytest.mark.parametrize(
    ("stated", "reviewed", "outcome", "score"),
    [
        (7, "", "accepted", 7),
        (6, "", "accepted", 6),
        (8, "", "manual", None),
        (5, "", "manual", None),
        ("", 7, "accepted", 7),
        (5, 7, "accepted", 7),
        (7, 9, "manual", None),
        ("", "", "manual", None),
    ],
)
def test_a_stated_score_counts_if_it_lies_in_the_range_and_a_reviewed_one_before_it(stated, reviewed, outcome, score):
    found = only(program(GRADED + STATED), actual="部分达成", stated=stated, reviewed=reviewed)
    assert (found.outcome, found.score) == (outcome, score)


def test_the_upper_end_of_a_range_counts_only_where_it_is_the_weight():
    made = program(GRADED + STATED)
    assert only(made, actual="达成", stated=10).outcome == "accepted"
    assert only(made, actual="达成", stated="10.1").outcome == "manual"


def test_what_is_accepted_is_neither_rounded_nor_adjusted():
    text = '[scoring]\nplaces = { line = 1 }\n[adjust.half]\nscore = "score / 2"\n'
    found = only(program(GRADED + text + STATED), actual="部分达成", stated="7.777")
    assert (found.score, found.adjusts) == (Fraction("7.777"), ())


def test_the_ends_of_a_range_are_rounded_as_lines_are():
    text = "part_from = 55.55\n[scoring]\nplaces = { line = 1 }\n"
    found = only(program(GRADED + text), actual="部分达成")
    assert (found.low, found.high) == (Fraction("5.6"), 8)


def test_a_rule_that_leaves_points_to_a_person_leaves_all_of_them():
    made = program(AS_DONE + 'manual = "True"\n' + STATED)
    assert outcomes(evaluate(made, [row(stated=s) for s in (0, 10, "10.5", "-1")])) == [
        "accepted",
        "accepted",
        "manual",
        "manual",
    ]


def test_a_stated_score_counts_for_nothing_where_the_ruleset_does_not_say_so():
    assert only(program(GRADED), actual="部分达成", stated=7).outcome == "manual"


# — a row that nothing takes —


def test_a_row_for_which_no_rule_holds_is_stopped_if_points_are_printed_for_it_else_kept():
    made = program('[rule.big]\ntype = "number"\nscore = "actual"\nwhen = "actual > 5"\n')
    evaluation = evaluate(made, [row(6), row(4), row(3, weight="")])
    assert outcomes(evaluation) == ["scored", "stopped", "unweighted"]
    assert evaluation.withheld == (2,)


def test_a_row_without_rule_or_points_is_kept_also_among_extra_points():
    made = program('[rule.big]\ntype = "number"\nscore = "actual"\nwhen = "actual > 5"\n[group.bonus]\nextra = true\n')
    evaluation = evaluate(made, [row(6), row(2, "bonus", weight=""), row(3, "bonus", weight=1)])
    assert outcomes(evaluation) == ["scored", "unweighted", "stopped"]


# — lines of the ruleset —


def test_a_preset_comes_before_what_the_row_says():
    made = program('[line.a]\nnames = ["甲"]\ntype = "threshold"\ntarget = "≥20"\nscore = "weight * attainment"\n')
    found = only(made, name="甲", actual=5)
    assert (found.id, found.score) == ("a", Fraction(5, 2))


def test_a_preset_number_is_that_number():
    made = program('[line.a]\ntype = "number"\nactual = 4\nweight = 9\nscore = "actual"\n')
    assert scores(evaluate(made)) == [4]


def test_a_preset_may_name_a_fact_of_the_form():
    made = program(
        '[fact.review_rate]\n[line.a]\ntype = "number"\nactual = { fact = "review_rate" }\nweight = 9\n'
        'names = ["甲"]\nscore = "actual"\n'
    )
    assert scores(evaluate(made, values={"review_rate": 7})) == [7]
    assert scores(evaluate(made, [row(3, name="甲")], values={"review_rate": 7})) == [7]
    assert outcomes(evaluate(made, [row(3, name="甲")])) == ["not_reported"]


def test_a_fact_that_bears_the_name_of_a_reported_value_stands_in_where_the_row_is_blank():
    made = program(
        '[fact.budget]\nvalue = "annual_budget + carry_over"\n[fact.carry_over]\ndefault = 0\n'
        '[line.spent]\ntype = "execution"\nweight = 10\nscore = "weight * attainment"\n'
    )
    funds = {"annual_budget": 10, "executed": 6, "unit": "元"}
    assert scores(evaluate(made, funds=funds)) == [6]
    assert scores(evaluate(made, funds=funds, values={"carry_over": 2})) == [5]


def test_a_fact_of_a_line_may_be_preset():
    made = program(
        AS_DONE.replace('"actual"', '"actual * share"')
        + '[fact.share]\nof = "line"\ndefault = 1\n[line.a]\nnames = ["甲"]\nshare = 3\n'
    )
    assert scores(evaluate(made, [row(2, name="甲"), row(2)])) == [6, 2]


def test_a_line_of_the_ruleset_that_the_form_does_not_have_stands_there_blank():
    evaluation = evaluate(program(AS_DONE + '[line.a]\ntitle.zh = "甲"\nweight = 4\n'), [row(3)])
    assert [(one.id, one.name, one.outcome) for one in evaluation.lines] == [
        ("a", "甲", "not_reported"),
        ("", "r3", "scored"),
    ]


# — what is told of a line —


def test_a_check_of_a_line_without_value_does_not_apply_to_it():
    made = program(AS_DONE + '[check.big]\nwhen = "actual / (target - 10) > 0"\nseverity = "info"\n')
    evaluation = evaluate(made, [row(3), row(3, target=11)])
    assert [(one.code, one.path) for one in evaluation.findings] == [("check.big", "rows[1].actual")]
    assert evaluation.undecided == ()


def test_a_blank_line_of_extra_points_owes_no_reason():
    made = program(AS_DONE + '[group.bonus]\nextra = true\n[reason.why]\nwhen = "not given(actual)"\n')
    assert verdicts(evaluate(made, [row("", "bonus"), row("")])) == [("why", 2, "missing")]


def test_a_line_check_and_a_reason_see_the_total_and_the_outcome():
    made = program(
        AS_DONE
        + '[reason.low]\nwhen = "total < 5 and outcome == \'scored\'"\n[check.all]\nwhen = "total >= 5 and lost > 1"\n'
    )
    assert verdicts(evaluate(made, [row(4)])) == [("low", 1, "missing")]
    assert [one.code for one in evaluate(made, [row(6)]).findings] == ["check.all"]


# — the frames themselves —


def test_policies_sort_outcomes_by_what_they_do_to_the_total():
    text = '[scoring.unscored]\nnot_reported = "zero"\nnot_applicable = "withhold"\nstopped = "rescale"\nmanual = "stated"\n'
    found = Policies.of(ruleset(text))
    assert found == Policies(("not_reported",), ("not_applicable", "manual", "failed"), ("stopped",), True)


def test_no_policy_lets_a_fault_of_a_plugin_pass():
    zero = "".join(f'{name} = "zero"\n' for name in ("not_reported", "not_applicable", "stopped", "manual"))
    assert Policies.of(ruleset(f"[scoring.unscored]\n{zero}")).withhold == ("failed",)


def test_a_text_is_none_of_no_words():
    assert one_of("outcome", ()) == "False"
    assert one_of("outcome", ("a", "b")) == "outcome == 'a' or outcome == 'b'"


def test_a_line_knows_its_type_and_options_as_values():
    made = program(
        RATIO.replace('"weight * attainment"', "\"weight if reverse == 'strict' and type == 'threshold' else 1\"")
    )
    assert scores(evaluate(made, [row(3)])) == [1]
    other = program(
        '[every]\ntype = "threshold"\nreverse = "strict"\nscore = "1 if reverse == \'strict\' else 0"\n[rule.a]\n'
    )
    assert scores(evaluate(other, [row(3)])) == [1]


def test_an_option_that_the_type_of_a_line_lacks_has_no_value():
    made = program(
        AS_DONE.replace('"actual"', "\"1 if given(reverse) and reverse == 'linear' else 2\"")
        + 'when = "target > 10"\n[rule.other]\ntype = "threshold"\n'
    )
    assert scores(evaluate(made, [row(target=20), row()])) == [2, 1]


def test_deviation_is_the_ratio_less_one_and_has_no_value_without_a_ratio():
    made = program('[rule.all]\ntype = "threshold"\nscore = "deviation"\n')
    assert scores(evaluate(made, [row(12)])) == [Fraction(1, 5)]
    none = program('[rule.all]\ntype = "yes_no"\nscore = "1 if given(deviation) else 0"\n')
    assert scores(evaluate(none, [row("是", target="是")])) == [0]


def test_without_weight_nothing_is_lost():
    form = worked(program(RATIO), [row(8), row(8, weight="")])
    assert [look(each, "lost") for each in form.lines] == [2, "no absent"]


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 30), st.integers(1, 30), st.integers(-3, 12))
def test_a_score_lies_between_its_adjusts_whatever_the_row_says(actual, target, least):
    made = CLAMPED
    found = only(made, actual=actual, target=target, stated=least)
    assert found.outcome == "scored"
    assert 0 <= found.score <= 10


CLAMPED = program(RATIO + '[adjust.floor]\nscore = "max(score, 0)"\n[adjust.cap]\nscore = "min(score, weight)"\n')


def test_the_order_of_rules_counts_and_the_one_without_condition_is_last():
    made = program(
        '[every]\ntype = "number"\n[rule.rest]\nscore = "0"\n[rule.big]\nwhen = "actual > 5"\nscore = "2"\n'
        '[rule.all]\nwhen = "actual > 1"\nscore = "1"\n'
    )
    assert scores(evaluate(made, [row(9), row(3), row(1), row("")])) == [2, 1, 0, 0]


def test_a_formula_of_a_line_that_asks_for_its_own_score_is_refused():
    assert [one.code for one in faults(AS_DONE.replace('"actual"', '"score + 1"'))] == ["formula.not-yet"]


def test_the_weight_of_a_line_sees_the_values_of_the_form_though_the_line_reports_some_of_that_name():
    text = '[line.spent]\ntype = "execution"\nweight = "if_blank(executed, 5)"\nscore = "weight * ratio"\n'
    rows = [{"name": "spent", "values": {"executed": "30", "budget": "60"}}]
    told = evaluate(program(text), rows).lines[0]
    assert (told.weight, told.score) == (5, Fraction(5, 2))


class Luggage(IndicatorType):
    """A type whose row reports a value with the name that the plan gives to values of forms."""

    class Row(Reported):
        carried: Fraction | None = None

    name = "luggage"
    title = Text("行李", "luggage")
    reported: ClassVar = Row
    attainment = "carried / 10"
    examples = (Example({}, {"carried": "5"}, attainment="0.5"),)


def test_a_reported_value_may_be_called_carried():
    registry, found = Registry.of([Declared(Plugin("luggage", "luggage", "1"), types=(Luggage,))])
    assert found == ()
    made = program('[every]\ntype = "luggage"\nscore = "weight * attainment"\n[rule.all]\n', registry=registry)
    told = evaluate(made, [row(values={"carried": "5"}), row()])
    assert (scores(told), outcomes(told)) == ([5, None], ["scored", "not_reported"])


class Labelled(IndicatorType):
    """A type that goes by a text, which a row may leave blank."""

    class Row(Reported):
        actual: Fraction | None = None
        label: str = ""

    name = "labelled"
    title = Text("标记", "labelled")
    reported: ClassVar = Row
    attainment = "actual if label == '甲' else stop('no-label')"
    messages: ClassVar = {"no-label": Text("没有标记。", "There is no label.")}
    examples = (Example({}, {"actual": "5", "label": "甲"}, attainment="5"),)


def test_a_blank_text_is_no_value_that_was_not_reported():
    registry, found = Registry.of([Declared(Plugin("labelled", "labelled", "1"), types=(Labelled,))])
    assert found == ()
    made = program('[every]\ntype = "labelled"\nscore = "weight * attainment"\n[rule.all]\n', registry=registry)
    rows = [row(1, values={"label": "甲"}), row(1), row("")]
    assert outcomes(evaluate(made, rows)) == ["scored", "stopped", "not_reported"]
