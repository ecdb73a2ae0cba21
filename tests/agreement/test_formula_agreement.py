"""Random formulas mean the same to every reading, and what the plain one says of the format's own examples."""

from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests.agreement.extent import FORMULAS
from tests.agreement.formula_agreement import READINGS, ROUNDINGS, Seen, examine
from tests.agreement.formula_rows import PlainRow, seeds
from tests.agreement.plain_formula import work_out
from tests.agreement.plain_lack import Lack
from tests.formula.strategies import Row


def test_all_readings_agree_on_random_formulas():
    seen = Seen()
    for seed in range(FORMULAS):
        seen.add(examine(seed))
    assert not seen.differences, "\n".join(seen.differences[:5])
    assert seen.counts["formulas"] > 0.9 * FORMULAS
    assert {"absent", "division-by-zero", "below-the-bands", "unsorted-bands", "over-nothing", "not-in-the-table"} <= {
        name.removeprefix("rows without value: ") for name in seen.counts
    }


@given(seeds())
@settings(deadline=None, max_examples=25)
def test_all_readings_agree_wherever_the_seeds_lead(seed):
    assert not examine(seed).differences


def test_a_reading_that_says_otherwise_is_found():
    def wrong(formula, row, rounding):
        told = READINGS[0](formula, row, rounding)
        return told + Fraction(1, 10**9) if isinstance(told, Fraction) else told

    assert any(examine(seed, [READINGS[0], wrong]).differences for seed in range(10))


@pytest.mark.parametrize(
    ("text", "values", "told"),
    [
        ("min(a, b)", {"a": 2}, ("absent", "b")),
        ("a < 1 and b < 1", {"a": 2}, False),
        ("b < 1 and a < 1", {"a": 2}, False),
        ("a > 1 and b < 1", {"a": 2}, ("absent", "b")),
        ("1 / a > 1 and b > 0", {"a": 0, "b": 0}, False),
        ("b < a < 1", {"a": 2}, False),
        ("b < a < 3", {"a": 2}, ("absent", "b")),
        ("1 / a if a != 0 else 5", {"a": 0}, 5),
        ("7 if b > 1 else 7", {}, ("absent", "b")),
        ("1 / a + b", {"a": 0}, ("division-by-zero", "1 / a")),
        ("b + 1 / a", {"a": 0}, ("absent", "b")),
        ("if_blank(b, 1 / a)", {"a": 0}, ("division-by-zero", "1 / a")),
        ("at_least(a, [[90, 1], [80, 0.8]])", {"a": 79}, ("below-the-bands", "at_least(a, [[90, 1], [80, 0.8]])")),
        ("at_least(a, [[90, 1], [80, b]], 0)", {"a": 95}, ("absent", "b")),
        ("at_most(a, [[0, 5], [10, 4]], 0)", {"a": 10}, 4),
        ("interpolate(a, [[0, 0], [0, 1], [2, 3]])", {"a": 0}, 1),
    ],
)
def test_the_plain_reading_says_what_the_format_says(text, values, told):
    row = Row({name: Fraction(value) for name, value in values.items()})
    expected = Lack(*told) if isinstance(told, tuple) else told
    assert work_out(text, PlainRow(row, "half-up")) == expected


@pytest.mark.parametrize(("rounding", "told"), [*zip(ROUNDINGS, ("-0.03", "-0.02", "-0.02"), strict=True)])
def test_the_plain_reading_rounds_in_three_ways(rounding, told):
    assert work_out("round(-0.025, 2)", PlainRow(Row(), rounding)) == Fraction(told)
