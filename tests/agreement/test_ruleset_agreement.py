"""Random rulesets score random forms as plain Python says, in every reading of the engine."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement.difference import first_difference
from tests.agreement.extent import RULESETS
from tests.agreement.formula_agreement import Seen
from tests.agreement.ruleset_agreement import READINGS, case_of, compiled, examine, submission_of


def test_all_readings_agree_on_random_rulesets():
    seen = Seen()
    for seed in range(RULESETS):
        seen.add(examine(seed))
    assert not seen.differences, "\n".join(seen.differences[:5])
    assert seen.counts["rulesets compiled"] > 0.8 * RULESETS
    assert {"scored", "accepted", "manual", "not_reported", "not_applicable", "stopped", "unweighted"} <= {
        name.removeprefix("lines ") for name in seen.counts
    }


@given(st.integers(0, 2**48))
@settings(deadline=None, max_examples=3)
def test_all_readings_agree_wherever_the_seeds_lead(seed):
    assert not examine(seed).differences


def test_a_reading_that_says_otherwise_is_found_and_named():
    def careless(program, submission):
        told = READINGS[0](program, submission)
        return replace(told, lines=tuple(replace(line, score=None) for line in told.lines))

    told = [found for seed in range(3) for found in examine(seed, [READINGS[0], careless]).differences]
    assert told
    assert all("careless: lines." in one and ".score: Fraction(" in one for one in told)


def test_the_same_form_gives_the_same_evaluation():
    case = case_of(0)
    program, _ = compiled(case.tables)
    one, other = (READINGS[0](program, submission_of(case.forms[0])) for _ in range(2))
    assert first_difference(one, other) == ""


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"a": (1, 2)}, {"a": (1, 2)}, ""),
        ({"a": (1, 2)}, {"a": (1, 3)}, "a.1: 2 against 3"),
        ([1], [1, 2], ": [1] against [1, 2]"),
        (1, True, ": 1 against True"),
    ],
)
def test_the_first_difference_is_named(one, other, told):
    assert first_difference(one, other) == told
