"""Facts, groups and totals over what lines bring together: the machine says them as the exact reading does."""

from fractions import Fraction

import pytest

from tests.machine.ways import around, assert_same, through, told
from tests.plan.small import AS_DONE, look, program, row, submission

GROUPS = '[group.output]\n[group.quantity]\nin = "output"\n[group.benefit]\n'
ROWS = (row(1, "output"), row(2, "quantity"), row(4, "benefit"), row(8), row("", "benefit", weight=3))
BLANK = (row("", "output"), row("", "benefit"))
APART = '[words]\nnot-applicable = ["不适用"]\n'


def fact(formula, rows, kind="number", more=""):
    """A fact over lines whose scores are what was done, through the machine."""
    text = f'[fact.f]\nkind = "{kind}"\nvalue = "{formula}"\n'
    return told(through(program(GROUPS + AS_DONE + more + text), rows), "f")


@pytest.mark.parametrize("formula", ["sum(score)", "count(score > 1)", "sum(score, 'output')", "count(True)"])
def test_a_sum_over_nothing_is_0(formula):
    assert fact(formula, ()) == 0


@pytest.mark.parametrize("formula", ["largest(score)", "smallest(score)", "largest(score, 'benefit')"])
def test_an_extreme_over_nothing_has_no_value(formula):
    assert fact(formula, ())[:2] == ("no", "over-nothing")
    assert fact(formula, BLANK)[:2] == ("no", "over-nothing")


@pytest.mark.parametrize(("formula", "value"), [("any(score > 0)", False), ("all(score > 0)", True)])
def test_over_nothing_any_is_false_and_all_is_true(formula, value):
    assert fact(formula, (), "yes_no") is value


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("sum(score)", 15), ("sum(score, 'output')", 3), ("sum(weight, 'benefit')", 13), ("count(score > 1)", 3),
        ("largest(score)", 8), ("smallest(score)", 1), ("smallest(-score, 'output')", -2), ("largest(2)", 2),
        ("sum(weight * score) / sum(weight)", "150/43"), ("count(within('output'))", 2), ("count(name == 'r1')", 1),
        ("sum(length(name))", 9), ("sum(-1)", -5),
    ],
)  # fmt: skip
def test_lines_without_a_value_take_no_part(formula, value):
    assert str(fact(formula, ROWS)) == str(value)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("all(actual > 1)", False), ("any(actual > 7)", True), ("any(actual > 1, 'output')", True),
        ("all(actual > 0)", ("no", "absent", "actual")), ("any(actual > 9)", ("no", "absent", "actual")), ("all(given(name))", True), ("any(name == 'x')", False),
    ],
)  # fmt: skip
def test_any_and_all_tell_the_code_and_part_of_a_line_that_leaves_them_open(formula, value):
    assert fact(formula, ROWS, "yes_no") == value


@pytest.mark.parametrize("formula", ["any(actual > 0)", "all(actual > 0)"])
def test_where_no_line_decides_the_first_lack_is_told(formula):
    assert fact(formula, BLANK, "yes_no") == ("no", "absent", "actual")


@pytest.mark.parametrize("which", ["largest", "smallest"])
@pytest.mark.parametrize("rows", [ROWS, ROWS[:1], (row(0), row(0)), (row(0), row(5)), (row(-3), row(0), row(2)), BLANK])
def test_an_extreme_looks_at_the_lines_that_the_numbers_leave_a_value(which, rows):
    assert_same_fact(f"{which}(round(weight / (actual - 2), 2))", rows)
    assert_same_fact(f"{which}(at_least(score, [[2, weight]]))", rows)


def assert_same_fact(formula, rows):
    through(program(GROUPS + AS_DONE + f'[fact.f]\nvalue = "{formula}"\n'), rows)


@pytest.mark.parametrize("formula", ["sum(1 / (score - 2) * (score - 2))", "count(1 / (score - 2) > 0)"])
@pytest.mark.parametrize("rows", [ROWS, ROWS[:2], ROWS[1:2], BLANK])
def test_what_the_numbers_alone_take_from_a_line_adds_nothing(formula, rows):
    made = program(GROUPS + AS_DONE + f'[fact.f]\nvalue = "{formula}"\n')
    assert around(made, rows) in ("went through the machine", "numbers whose denominators differ from line to line")


def test_a_line_left_out_takes_part_in_nothing_but_where_every_child_is_asked():
    rows = (row(1, "output"), row("不适用", "output"), row("不适用", "benefit"))
    text = GROUPS + AS_DONE + APART + '[scoring]\ntotal = "sum(score) + sum(weight) / 1000"\n'
    assert through(program(text), rows).look("total") == Fraction("2.02")  # the one line stands for both


def test_a_group_left_out_takes_part_in_nothing():
    text = GROUPS.replace("[group.benefit]", '[group.benefit]\napplies = "count(score > 5) > 0"') + AS_DONE
    around(program(text), ROWS)
    around(program(text + '[scoring]\ntotal = "count(score > 0) + smallest(score)"\n'), ROWS[:2])


def test_groups_and_lines_stand_side_by_side_as_children():
    made = '[scoring]\ntotal = "100 * sum(score) + 10 * count(score > 2) + largest(score) - smallest(weight)"\n'
    through(program(GROUPS + AS_DONE + made), ROWS[:4])
    named = "[scoring]\ntotal = \"count(name == 'output') + count(met) + count(given(year))\"\n"
    assert look(through(program(GROUPS + AS_DONE + named), ROWS[:3], year=2020), "total") == 3


EACH = '[group.goal]\neach = "goal"\ntitle.zh = "目标"\n[group.output]\nin = "goal"\ntitle.zh = "产出"\n' + AS_DONE
GOALS = (row(1, "产出", goal="甲"), row(2, "产出", goal="乙"), row(4, "产出", goal="甲"))


def test_each_text_has_a_node_and_forms_that_stand_alike_share_their_functions():
    made = program(EACH + "[fact.f]\nvalue = \"points('output') + sum(score, 'output')\"\n")
    first = through(made, GOALS)
    assert (look(first, "f"), look(first, "goal@甲.score"), look(first, "goal@乙.score")) == (14, 5, 2)
    ways = len(made.machine.everything.steps[0].form.ways)
    assert look(through(made, [one | {"goal": one["goal"] + "方"} for one in GOALS]), "goal@甲方.score") == 5
    assert len(made.machine.everything.steps[0].form.ways) == ways


def test_what_one_node_of_a_repeated_group_lacks_all_lack():
    made = program(EACH + "[fact.f]\nvalue = \"points('output')\"\n")
    assert told(through(made, [*GOALS, row("", "产出", goal="丙")]), "f")[:2] == ("no", "withheld")


def test_points_of_what_is_not_on_the_form_are_0():
    made = program(GROUPS + AS_DONE + "[fact.f]\nvalue = \"points('benefit') + points('output')\"\n")
    assert look(through(made, ROWS[:1]), "f") == 1


def test_the_name_of_a_node_under_each_differs_from_form_to_form_and_goes_the_exact_way():
    made = program(EACH + "[scoring]\ntotal = \"count(name == 'goal@甲')\"\n")
    assert around(made, GOALS) == "the name of a node of a repeated group"


def test_numbers_over_denominators_of_their_own_go_the_exact_way():
    made = program(AS_DONE + '[fact.f]\nvalue = "sum(weight / actual)"\n')
    assert around(made, ROWS[:4]) == "numbers whose denominators differ from line to line"


def test_a_line_that_only_its_numbers_leave_out_goes_the_exact_way():
    made = program('[every]\ntype = "number"\nscore = "actual"\napplies = "actual > 1"\n[rule.all]\n')
    assert around(made, ROWS[:2]) == "whether a line takes part comes later"


def test_a_condition_that_only_the_numbers_take_away_goes_the_exact_way():
    made = program(AS_DONE + '[fact.f]\nkind = "yes_no"\nvalue = "any(1 / (actual - 2) > 1)"\n')
    assert around(made, ROWS[:2]) == "whether a condition has a value comes later"


def test_a_group_that_only_the_numbers_leave_out_goes_the_exact_way():
    made = program(GROUPS.replace("[group.benefit]", '[group.benefit]\napplies = "sum(score) > 3"') + AS_DONE)
    assert around(made, ROWS[:4]) == "a test that only the numbers decide"


def test_points_of_a_group_are_shared_out_among_the_lines_inside_it_and_no_others():
    made = program(
        '[scoring]\nplaces = { line = 2, total = 2 }\ntotal = "sum(score)"\n[group.output]\nweight = 20\nsplit = "rows"\n'
        '[group.quantity]\nin = "output"\n[group.benefit]\nweight = 30\nsplit = "rows"\n'
        '[every]\ntype = "number"\nscore = "weight * min(actual / target, 1)"\n[rule.all]\n'
    )
    places = ("output", "quantity", "benefit", "benefit", "benefit")
    form = submission([row(10, place, weight="") for place in places])
    assert made.score(made.values(form)).lines == (10,) * 5
    assert_same(made, form)
