"""Results in words, and numbers whose worth the ruleset says."""

from fractions import Fraction

import pytest


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("达成", 80, 100), ("已完成", 80, 100), ("达成预期指标", 80, 100), ("部分达成", 60, 80), ("基本完成", 60, 80),
        ("未达成", 0, 60), ("未完成，部分达成", 0, 60), ("效果较差", 0, 60), ("明显", 0, 100), ("较好", 0, 100),
    ],
)  # fmt: skip
def test_words_leave_a_range(measured, said, low, high):
    got = measured("grade", {"actual_text": said})
    assert (got.low, got.high) == (Fraction(low, 100), Fraction(high, 100))
    assert (got.attainment, got.met) == (None, None)


def test_the_cuts_are_the_rulesets(measured):
    got = measured("grade", {"actual_text": "部分达成"}, {"full_from": 80, "part_from": 50})
    assert (got.low, got.high) == (Fraction(1, 2), Fraction(4, 5))


def test_a_grade_must_be_reported(registry):
    assert registry.types["grade"].required == {"actual_text"}


def test_a_number_measures_nothing_of_its_own(measured, registry):
    got = measured("number", {"actual": "52", "target": "50"})
    assert (got.attainment, got.met, got.low, got.high) == (None, None, None, None)
    assert list(registry.types["number"].measures) == ["ratio"]
