"""Points for a performance: as they are published, and what holds of all of them."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

DIRECTIONS = ("higher", "lower")
VALUES = st.decimals("-20", "20", allow_nan=False, places=2)
STANDARDS = st.tuples(VALUES, VALUES).filter(lambda pair: pair[0] < pair[1])
ROUNDINGS = st.sampled_from(["half-up", "half-even", "down"])


def cells(actual: Decimal, threshold: Decimal, benchmark: Decimal, baseline: Decimal | None = None) -> dict[str, str]:
    said = {"actual": str(actual), "threshold": str(threshold), "benchmark": str(benchmark)}
    return said if baseline is None else {**said, "baseline": str(baseline)}


def mirrored(reported: dict[str, str]) -> dict[str, str]:
    """The same row of a measure for which lower is better."""
    return {name: str(-Decimal(value)) for name, value in reported.items()}


def half_up(points: Fraction) -> int:
    return floor(points + Fraction(1, 2))


def published(reported: dict[str, str]) -> int:
    """The points as the programme describes them: two formulas, each rounded and kept within its bounds."""
    value = {name: Fraction(written) for name, written in reported.items()}
    actual, threshold, benchmark, baseline = map(value.get, ("actual", "threshold", "benchmark", "baseline"))
    if actual >= benchmark:
        return 10
    achievement = improvement = 0
    if actual >= threshold:
        achievement = min(max(half_up(9 * (actual - threshold) / (benchmark - threshold) + Fraction(1, 2)), 1), 9)
    if baseline is not None and actual > baseline:
        improvement = min(max(half_up(10 * (actual - baseline) / (benchmark - baseline) - Fraction(1, 2)), 0), 9)
    return max(achievement, improvement)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(actual=VALUES, standards=STANDARDS, baseline=st.none() | VALUES, rounding=ROUNDINGS)
def test_points_are_those_published_however_the_ruleset_rounds(evaluated, actual, standards, baseline, rounding):
    reported = cells(actual, *standards, baseline)
    line = evaluated(reported, rounding=rounding).lines[0]
    assert (line.score, line.attainment) == (published(reported), Fraction(published(reported), 10))


@settings(deadline=None, max_examples=150, derandomize=True)
@given(actual=VALUES, standards=STANDARDS, baseline=st.none() | VALUES)
def test_lower_is_better_is_the_mirror_of_higher(evaluated, actual, standards, baseline):
    reported = cells(actual, *standards, baseline)
    higher = evaluated(reported, direction="higher").lines[0]
    lower = evaluated(mirrored(reported), direction="lower").lines[0]
    assert (higher.score, higher.met) == (lower.score, lower.met)


@settings(deadline=None, max_examples=100, derandomize=True)
@given(actual=VALUES, standards=STANDARDS, baseline=VALUES)
def test_a_baseline_never_costs_a_point(evaluated, actual, standards, baseline):
    alone, beside = (evaluated(cells(actual, *standards, before)).lines[0] for before in (None, baseline))
    assert alone.score <= beside.score


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(("threshold", "benchmark"), [("0.5", "0.5"), ("0.9", "0.5")])
@pytest.mark.parametrize("actual", ["0.4", "0.5", "0.7", "0.9"])
def test_a_benchmark_no_better_than_its_threshold_stops_the_line(evaluated, direction, threshold, benchmark, actual):
    reported = {"actual": actual, "threshold": threshold, "benchmark": benchmark, "baseline": "0.1"}
    reported = reported if direction == "higher" else mirrored(reported)
    evaluation = evaluated(reported, direction=direction)
    assert (evaluation.lines[0].outcome, evaluation.lines[0].score) == ("stopped", None)
    assert "value_based_purchasing.standards-crossed" in {one.code for one in evaluation.findings}


@pytest.mark.parametrize("blank", ["actual", "threshold", "benchmark"])
def test_what_is_owed_and_blank_is_not_reported(evaluated, blank):
    reported = {"actual": "0.7", "threshold": "0.47", "benchmark": "0.87", "baseline": "0.21"}
    line = evaluated({name: value for name, value in reported.items() if name != blank}).lines[0]
    assert (line.outcome, line.score) == ("not_reported", None)


@pytest.mark.parametrize(
    ("actual", "baseline", "told"), [("0.7", "", True), ("0.7", "0.21", False), ("0.87", "", False)]
)
def test_a_missing_baseline_is_told_where_it_could_have_counted(evaluated, actual, baseline, told):
    values = {"baseline": baseline} if baseline else {}
    evaluation = evaluated({"actual": actual, "threshold": "0.47", "benchmark": "0.87", **values})
    findings = [(one.code, one.severity) for one in evaluation.findings]
    assert findings == [("value_based_purchasing.no-baseline", "info")] * told


@pytest.mark.parametrize(
    ("actual", "threshold", "benchmark", "told"),
    [
        ("70", "0.47", "0.87", True), ("0.7", "47", "87", True), ("0.7", "0.47", "0.87", False), ("70", "47", "87", False),
        ("1.4", "0.5", "0.9", False), ("12", "5", "8", False), ("10", "0.5", "1", True), ("1", "5", "10", True),
        ("0", "5", "10", False), ("5", "0", "0.9", False),
    ],
)  # fmt: skip
def test_a_share_beside_per_cent_is_told(evaluated, actual, threshold, benchmark, told):
    reported = {"actual": actual, "threshold": threshold, "benchmark": benchmark, "baseline": actual}
    codes = {one.code for one in evaluated(reported).findings}
    assert ("value_based_purchasing.mixed-scales" in codes) is told
