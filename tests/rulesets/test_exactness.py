"""3 × (5 ÷ 24) is exactly 0.625, so 0.63, however the formula is written; and so with every other tie."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.small import evaluate, program

HEAD = """
[scoring]
places = {{ line = 2, total = 2 }}
[every]
type = "threshold"
score = "{score}"
[rule.all]
"""
WRITINGS = (
    "weight * clamp(attainment, 0, 1)",
    "weight * ratio",
    "weight * (actual / target)",
    "weight * actual / target",
    "actual / target * weight",
    "actual / (target / weight)",
    "weight / (target / actual)",
    "weight - weight * (1 - attainment)",
    "weight * (1 / target) * actual",
    "weight if met else weight * attainment",
    "ifs(met, weight, weight * attainment)",
    "interpolate(ratio, [[0, 0], [1, weight]])",
    "round(weight * attainment, 2)",
    "100 * attainment * weight / 100",
    "weight * (0.1 * attainment + 0.9 * attainment)",
)


@pytest.mark.parametrize("score", WRITINGS)
def test_a_tie_is_rounded_up_however_the_formula_is_written(score):
    evaluation = evaluate(
        program(HEAD.format(score=score)), [{"name": "甲", "target": "≥24", "actual": "5", "weight": "3"}]
    )
    assert evaluation.lines[0].score == Fraction(63, 100)
    assert evaluation.total == Fraction(63, 100)


PROPORTIONAL = program(HEAD.format(score="weight * (actual / target)"))
digits = st.integers(1, 10**6)


@given(weight=st.integers(1, 2000), target=digits, actual=digits)
@settings(deadline=None, max_examples=150)
def test_a_score_is_the_exact_quotient_rounded_half_up(weight, target, actual):
    row = {"name": "甲", "target": str(target), "actual": str(actual), "weight": f"{weight // 10}.{weight % 10}"}
    exact = Fraction(weight, 10) * actual / target
    hundredths, rest = divmod(exact * 100, 1)
    assert evaluate(PROPORTIONAL, [row]).lines[0].score == Fraction(int(hundredths) + (rest >= Fraction(1, 2)), 100)
