"""The machine says what the exact reading says, by itself or through it."""

from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import pytest

from perfeval_rules.engine import Engine
from tests.added import attaining, registry_with
from tests.files.published import published
from tests.machine.ways import around, assert_same, bound, through
from tests.plan.small import AS_DONE, evaluate, program, row, scores, submission
from tests.rulesets.test_cases import CASES, SUITES

PUBLISHED = published()
TEXTS = """
    [scoring]
    places = { line = 2, total = 2 }
    [group.output]
    [group.benefit]
    [every]
    type = "threshold"
    score = "weight * clamp(attainment, 0, 1.2)"
    [adjust.cap]
    when = "attainment > 1.1"
    score = "min(score, weight)"
    [fact.worst]
    value = "smallest(round(attainment, 4))"
    default = 0
    [rule.all]
    [check.high]
    when = "score > total / 2"
    message.zh = "{name}"
    [[grade]]
    id = "good"
    when = "total >= 10"
    [[grade]]
    id = "poor"
"""


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}-{case.name}" for name, case in CASES])
def test_a_case_of_a_shipped_ruleset_is_the_same_in_both_readings(name, case):
    for form in case.forms if case.kind == "folder" else [case.submission]:
        assert_same(SUITES[name].program, form)


@pytest.mark.parametrize("form", PUBLISHED)
def test_a_published_form_is_the_same_in_both_readings(form):
    assert_same(Engine().program("cn-review"), PUBLISHED[form])


def test_a_number_with_more_decimals_than_any_scale_goes_the_exact_way_and_says_the_same():
    made = program(AS_DONE)
    assert around(made, [row("1.000000000001")]) == "went through the machine"
    assert around(made, [row("1.0000000000001")]) == "more decimals than the machine is made for"
    assert evaluate(made, [row("1.0000000000001")]).total == evaluate(made, [row("1.0000000000001")]).total


def test_an_empty_form_goes_through_the_machine():
    assert through(program(TEXTS)).look("total").code == "unweighted"


def test_a_line_that_no_rule_takes_has_no_function_of_its_own():
    made = program('[every]\ntype = "number"\n[rule.low]\nwhen = "actual < 3"\n')
    assert [line.judge for line in through(made, [row(1), row(5)]).lines] == ["rule.low", ""]


def test_values_scored_twice_give_the_same():
    made = program(TEXTS)
    values = made.values(submission([row(3, "output"), row("", "benefit"), row(12, weight=3)]))
    first, second = made.score(values), made.score(values)
    assert (first.lines, first.outcomes, first.total, first.grade) == (
        second.lines, second.outcomes, second.total, second.grade,
    )  # fmt: skip


def test_values_are_scored_the_exact_way_where_the_machine_cannot_say_them():
    made = program(AS_DONE)
    values = made.values(submission([row("0.0000000000001"), row("")]))
    scores = made.score(values)
    assert values.route is None
    assert scores.lines == (Fraction(1, 10**13), None)
    assert scores.outcomes == ("scored", "not_reported")
    assert (scores.total, scores.grade) == (None, None)


def forms(count):
    """Forms of many kinds, no two of them alike."""
    for n in range(count):
        groups = ("output", "benefit", "")
        rows = [
            row("" if (n + i) % 7 == 0 else n % 13 * i - 3, groups[(n + i) % 3], target=1 + n % 5, weight=i or "")
            for i in range(n % 4 + 1)
        ]
        yield submission(rows)


def test_eight_threads_that_share_a_program_give_what_one_gives():
    count = 1_200
    alone, shared = program(TEXTS), program(TEXTS)
    asked = list(forms(count))

    def scored(made, form):
        scores = made.score(made.values(form))
        return scores.lines, scores.outcomes, scores.total, scores.grade

    expected = [scored(alone, form) for form in asked]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda form: scored(shared, form), asked * 3))
    assert got == expected * 3
    assert [shared.evaluate(form) for form in asked[:20]] == [alone.evaluate(form, "exact") for form in asked[:20]]


def test_a_form_of_more_lines_than_python_nests_is_scored():
    made = program(AS_DONE + '[fact.counted]\nvalue = "count(score > 0)"\n[fact.best]\nvalue = "largest(score)"\n')
    one = submission([row(3), row(0)])
    many = one.model_copy(update={"rows": one.rows * 2_000})
    assert made.evaluate(many).total == 6_000
    assert_same(made, many)


def test_what_a_line_is_given_of_the_form_is_given_under_its_own_node():
    made = program(TEXTS)
    given = bound(made, [row(3, "output"), row(4, "benefit")])
    assert [line.node for line in made.machine.work_out(given).lines] == ["output", "benefit"]


def test_a_type_in_python_that_does_without_a_blank_value_scores_alike_in_every_reading():
    kind = attaining(lambda self, given: 1 if given["target"] is None else Fraction(1, 2))
    made = program('[rule.a]\ntype = "sample"\nscore = "weight * attainment"\n', registry=registry_with(types=[kind]))
    for target, score in (("", 10), (10, 5)):
        assert around(made, [row(3, target=target)]) == "a function that only Python can say"
        assert scores(evaluate(made, [row(3, target=target)])) == [score]
