"""A plan worked out: rules chosen, stages in order, aggregates over the right children."""

from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.binding import bind
from perfeval_rules.plan.run import exact, run
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Exact
from perfeval_rules.readings.part import Part
from perfeval_rules.readings.recomputation import recompute
from tests.plan.small import AS_DONE, codes, look, program, row, submission, worked

GROUPS = """
    [group.output]
    [group.quantity]
    in = "output"
    [group.benefit]
"""


def facts(text, rows=(), **form):
    """The facts of a form whose rows score what was done."""
    scope = worked(program(GROUPS + AS_DONE + text), rows, **form)
    return {name: look(scope, name) for name in scope.plan.form if name.startswith("f")}


def test_the_first_rule_that_holds_takes_a_row_and_the_default_what_is_left():
    ruleset = """
        [every]
        type = "number"
        [rule.low]
        when = "actual < 3"
        [rule.more]
        when = "actual < 5"
        [rule.rest]
    """
    scope = worked(program(ruleset), [row(1), row(4), row(9), row("")])
    assert [line.judge for line in scope.lines] == ["rule.low", "rule.more", "rule.rest", "rule.rest"]


def test_a_condition_without_a_value_does_not_hold():
    ruleset = '[every]\ntype = "number"\n[rule.a]\nwhen = "1 / actual > 0"\n'
    assert [line.judge for line in worked(program(ruleset), [row(0), row("")]).lines] == ["", ""]


def test_a_rule_may_ask_for_facts_of_the_form():
    ruleset = '[every]\ntype = "number"\n[fact.year_end]\nvalue = "year"\n[rule.a]\nwhen = "year_end > 2020"\n'
    assert [line.judge for line in worked(program(ruleset), [row(1)], year=2021).lines] == ["rule.a"]


def test_a_line_of_the_ruleset_is_not_asked_of_the_rules():
    scope = worked(program('[every]\ntype = "number"\n[line.a]\n[rule.b]\n'), [row(1, name="a"), row(2)])
    assert [line.judge for line in scope.lines] == ["line.a", "rule.b"]


ROWS = (row(1, "output"), row(2, "quantity"), row(4, "benefit"), row(8), row("", "benefit", weight=3))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("sum(score)", 15),
        ("sum(score, 'output')", 3),
        ("sum(score, 'quantity')", 2),
        ("count(score > 1)", 3),
        ("sum(weight, 'benefit')", 13),
        ("largest(score)", 8),
        ("smallest(score, 'output')", 1),
    ],
)
def test_a_fact_gathers_from_lines_and_what_has_no_value_takes_no_part(formula, value):
    assert facts(f'[fact.f]\nvalue = "{formula}"\n', ROWS) == {"f": value}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("sum(score, 'output')", 0),
        ("count(score > 0)", 0),
        ("largest(score)", "no over-nothing"),
    ],
)
def test_over_nothing_a_sum_is_0_and_an_extreme_has_no_value(formula, value):
    assert facts(f'[fact.f]\nvalue = "{formula}"\n') == {"f": value}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("all(actual > 0)", "no absent"),
        ("all(actual > 1)", False),
        ("any(actual > 7)", True),
        ("any(actual > 9)", "no absent"),
        ("any(actual > 1, 'output')", True),
    ],
)
def test_any_and_all_are_the_or_and_and_of_the_children(formula, value):
    assert facts(f'[fact.f]\nkind = "yes_no"\nvalue = "{formula}"\n', ROWS) == {"f": value}


def test_an_id_may_name_a_line():
    ruleset = '[line.own]\ntype = "number"\n[fact.f]\nvalue = "sum(actual, \'own\')"\n'
    assert facts(ruleset, [row(3, name="own"), row(4)]) == {"f": 3}


def test_points_are_what_a_group_or_line_brings():
    ruleset = """
        [line.own]
        [fact.f_group]
        value = "points('output')"
        [fact.f_empty]
        value = "points('benefit')"
        [fact.f_line]
        value = "points('own')"
    """
    assert facts(ruleset, [row(3, "output"), row(4, "quantity"), row(5, name="own")]) == {
        "f_group": 7, "f_empty": 0, "f_line": 5,
    }  # fmt: skip


def test_points_of_what_is_withheld_have_no_value():
    ruleset = "[line.own]\n[fact.f_group]\nvalue = \"points('output')\"\n[fact.f_line]\nvalue = \"points('own')\"\n"
    told = facts(ruleset, [row("", "output")])
    assert told == {"f_group": "no withheld", "f_line": "no over-nothing"}


def test_a_check_of_a_line_may_ask_for_points_but_no_score_may_for_they_rest_on_all_scores():
    ruleset = AS_DONE + "[line.base]\n[check.more]\nwhen = \"score > points('base')\"\n"
    scope = worked(program(ruleset), [row(6, name="base"), row(7)])
    assert [look(line, "check.more") for line in scope.lines] == [False, True]
    circle = '[line.base]\n[line.half]\nscore = "points(\'base\') / 2"\n[every]\ntype = "number"\n'
    assert [code for code, _ in codes(circle)] == ["ruleset.circle"]


def test_a_value_that_only_other_types_report_is_a_lines_no_more_than_its_childs():
    ruleset = """
        [every]
        type = "number"
        [rule.a]
        score = "executed"
        [fact.f]
        value = "count(given(executed))"
    """
    scope = worked(program(ruleset), [row(1, values={"executed": 5})], funds={"executed": 7})
    assert [look(line, "score") for line in scope.lines] == [7]
    assert look(scope, "f") == 0


def test_a_group_as_a_child_has_a_weight_and_a_score_and_none_of_what_lines_have():
    ruleset = """
        [scoring]
        total = "100 * sum(score) + 10 * count(met) + count(name == 'output') + count(given(year))"
    """
    scope = worked(program(GROUPS + AS_DONE + ruleset), [row(1, "output"), row(2, "output")], year=2020)
    assert look(scope, "total") == 302


def test_a_child_that_does_not_apply_takes_part_in_nothing():
    ruleset = """
        [scoring]
        total = "sum(score) + sum(weight) / 1000"
        [words]
        not-applicable = ["不适用"]
    """
    scope = worked(program(GROUPS + AS_DONE + ruleset), [row(1, "output"), row("不适用", "benefit")])
    assert look(scope, "total") == Fraction("1.01")


def test_an_empty_group_is_not_in_the_tree_and_one_that_asks_no_child_is():
    ruleset = GROUPS + AS_DONE + '[group.gift]\nscore = "3"\n'
    scope = worked(program(ruleset), [row(1, "quantity")])
    assert set(scope.tree.nodes) == {"output", "quantity", "gift"}
    assert look(scope, "total") == 4
    assert look(scope, "benefit.score") is None


def test_an_option_of_a_type_and_the_type_are_names():
    ruleset = '[every]\ntype = "threshold"\nreverse = "strict"\n[rule.a]\nscore = "1 if reverse == \'strict\' else 2"\n'
    assert [look(line, "score") for line in worked(program(ruleset), [row(1)]).lines] == [1]


def test_a_word_list_and_the_tree_of_groups_are_known_everywhere():
    ruleset = """
        [every]
        type = "number"
        [words]
        good = ["好"]
        [rule.a]
        when = "within('output') and mentions(name, 'good')"
        score = "1"
        [rule.b]
        score = "2"
        [fact.f]
        value = "count(within('output') and mentions(name, 'good'))"
    """
    scope = worked(program(GROUPS + ruleset), [row(1, "quantity", name="好"), row(1, "benefit", name="好")])
    assert [line.judge for line in scope.lines] == ["rule.a", "rule.b"]
    assert look(scope, "f") == 1


def test_a_check_of_a_line_may_ask_for_the_total():
    ruleset = AS_DONE + '[check.big]\nwhen = "score * 2 > total"\nmessage.zh = "{name}"\n'
    scope = worked(program(ruleset), [row(9), row(1)])
    assert [look(line, "check.big") for line in scope.lines] == [True, False]


def test_what_lacks_a_value_keeps_the_first_cause_and_its_place():
    scope = worked(program('[rule.a]\ntype = "number"\nscore = "1 + weight / actual"\n'), [row(0)])
    fault = scope.lines[0].look("_exact")
    assert isinstance(fault, NoValue)
    assert (fault.code, fault.part, fault.place.line) == ("division-by-zero", "weight / actual", 9)


RULESET = GROUPS + """
    [scoring]
    places = { line = 2, total = 2 }
    [every]
    type = "threshold"
    score = "weight * clamp(attainment, 0, 1.2)"
    [adjust.cap]
    when = "attainment > 1.1"
    score = "min(score, weight)"
    [adjust.less]
    total = "total - count(not met)"
    [fact.worst]
    value = "smallest(attainment)"
    default = 0
    [rule.all]
    [reason.lost]
    when = "score < weight"
    needs = ["cause"]
    [words]
    cause = ["因"]
"""  # fmt: skip
FORM = (row(3, "output"), row(12, "benefit", reason="因故"), row(1, target=3), row("", weight=1), row(5, weight=""))


def test_the_derivation_of_a_form_says_the_same_as_the_exact_reading():
    made = program(RULESET)
    given = bind(made.ruleset, made.plan, made.chart, submission(FORM)).form
    known, told = exact(made.plan, given), run(made.plan, given, Derivation(made.plan.rounding))
    pairs = [(known.values, told.values), *((a.values, b.values) for a, b in zip(known.lines, told.lines, strict=True))]
    for exactly, derived in pairs:
        assert exactly.keys() == derived.keys()
        for name, part in derived.items():
            if isinstance(part, Part):
                assert part.value == exactly[name] == recompute(part), name
            elif part is not None:
                assert (part.code, part.part) == (exactly[name].code, exactly[name].part)


def test_rows_in_another_order_are_chosen_and_scored_the_same():
    made = program(RULESET)
    there, back = worked(made, FORM), worked(made, FORM[::-1])
    assert [look(line, "score") for line in there.lines] == [look(line, "score") for line in back.lines][::-1]
    assert look(there, "_total_exact") == look(back, "_total_exact")


def test_judges_known_already_are_not_chosen_again():
    made = program(RULESET)
    given = bind(made.ruleset, made.plan, made.chart, submission(FORM)).form
    scope = run(made.plan, given, Exact("half-up"), [""] * len(FORM))
    assert {line.judge for line in scope.lines} == {""}
