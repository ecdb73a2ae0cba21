"""Forms whose lines answer alike share all that is known of what they bring together; others share nothing of it."""

from fractions import Fraction

import pytest

from perfeval_rules.machine import routes
from perfeval_rules.machine.function import Output
from perfeval_rules.machine.lineup import low_of
from tests.machine.ways import assert_same, bound, through
from tests.plan.small import AS_DONE, program, row, submission

RULESET = "[group.output]\n[group.benefit]\n" + AS_DONE + "[fact.f]\nvalue = \"sum(actual, 'output')\"\n"


def lineups(made):
    return [len(step.lineups) for step in made.machine.everything.steps]


def test_forms_whose_lines_answer_alike_share_their_line_up():
    made = program(RULESET)
    through(made, [row(1, "output"), row(2, "benefit")])
    once = lineups(made)
    through(made, [row(7, "output"), row(5, "benefit")])
    assert lineups(made) == once


def test_forms_whose_lines_stand_otherwise_have_line_ups_of_their_own():
    made = program(RULESET)
    for rows in ([row(1, "output")], [row(1, "benefit")], [row("", "output")], [row(1, "output"), row(1, "output")]):
        through(made, rows)
    assert lineups(made)[0] == 4


def test_so_many_line_ups_are_kept_and_no_more(monkeypatch):
    monkeypatch.setattr(routes, "MOST_LINEUPS", 2)
    made = program(RULESET)
    for n in range(6):
        through(made, [row(1, "output")] * n)
        assert max(lineups(made)) <= 2


def test_what_a_line_up_cannot_bring_together_it_says_each_time():
    made = program(AS_DONE + '[fact.f]\nvalue = "sum(1 / actual)"\n')
    rows = [row(3), row(4)]
    for _ in range(2):
        assert_same(made, submission(rows))
    assert len(bound(made, rows).lines) == 2


@pytest.mark.parametrize(
    ("output", "low"),
    [
        (Output("number", Fraction(0)), 0), (Output("number", Fraction(3)), 0), (Output("number", Fraction(-3)), None),
        (Output("number", None, Fraction(1, 100), 0, low=5), 5), (Output("number", None, Fraction(-1), 0, low=5), None),
        (Output("number", None, Fraction(1), 0), None),
    ],
)  # fmt: skip
def test_the_least_that_a_number_of_a_line_can_be(output, low):
    assert low_of(output) == low
