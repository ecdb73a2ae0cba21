"""The reading that defines a score."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.language import parse
from perfeval_rules.readings.exact import Exact
from tests.formula.strategies import Row


def test_values_are_themselves():
    say = Exact()
    values = [Fraction(1, 3), "人次", date(2024, 1, 1), True]
    assert [say.number(values[0]), say.text(values[1]), say.day(values[2]), say.truth(True)] == values
    assert [say.constant(value) for value in values] == values


def test_a_third_of_three_is_one():
    assert evaluate(parse("3 * (1 / 3)"), Exact(), Row()) == 1
    assert evaluate(parse("0.1 + 0.2 == 0.3"), Exact(), Row()) is True
    assert evaluate(parse("round(3 * (5 / 24), 2)"), Exact(), Row()) == Fraction(63, 100)


def test_only_true_holds():
    assert Exact().holds(True)
    assert not Exact().holds(False)


def test_no_value_is_told_by_its_code():
    for ask in (lambda: Exact().stop("by-hand"), lambda: Exact().div(Fraction(1), Fraction(0))):
        with pytest.raises(NoValue):
            ask()


@pytest.mark.parametrize(
    ("kind", "value"),
    [("number", Fraction(1, 2)), ("boolean", False), ("text", "人次"), ("date", date(2024, 1, 1))],
)
def test_a_value_that_python_gives_is_of_the_kind_that_is_owed(kind, value):
    assert Exact().owed(value, kind) is value
    for other in {"number", "boolean", "text", "date"} - {kind}:
        with pytest.raises(TypeError):
            Exact().owed(value, other)
    with pytest.raises(TypeError):
        Exact().owed(None, kind)
