"""What follows from the operations of a reading, for every reading alike."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.algebra import Algebra, Later, NoValue, Words, exactly
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.language import parse
from perfeval_rules.readings.exact import Exact
from tests.formula.strategies import Lifted, Row, formulas, rows

TESTS = {
    "<": lambda x, y: x < y,
    "<=": lambda x, y: x <= y,
    ">": lambda x, y: x > y,
    ">=": lambda x, y: x >= y,
    "==": lambda x, y: x == y,
    "!=": lambda x, y: x != y,
}


class Bare(Algebra):
    """A reading that says nothing better than it must; values are one-item tuples, so that none is mistaken for Python's."""

    def number(self, value):
        return (value,)

    text = day = number

    def add(self, left, right):
        return (left[0] + right[0],)

    def sub(self, left, right):
        return (left[0] - right[0],)

    def mul(self, left, right):
        return (left[0] * right[0],)

    def div(self, left, right):
        if right[0] == 0:
            raise NoValue("division-by-zero")
        return (left[0] / right[0],)

    def floor(self, x):
        return (Fraction(x[0].__floor__()),)

    def compare(self, sign, left, right):
        return (TESTS[sign](left[0], right[0]),)

    def choose(self, test, then, other):
        return then() if test[0] else other()

    def given(self, x):
        try:
            return (x()[0] != "",)
        except NoValue:
            return (False,)

    def contains(self, text, word):
        return (word in text[0],)

    def is_just(self, text, word):
        return (text[0].strip() == word.strip(),)

    def length(self, text):
        return (Fraction(len(text[0])),)

    def days(self, start, end):
        return (Fraction((end[0] - start[0]).days),)

    def stop(self, code):
        raise NoValue(code)

    def outside(self, run, values):
        return (run(*[value and value[0] for value in values]),)

    def failed(self, x):
        try:
            x()
        except NoValue as fault:
            return (fault.failure is not None,)
        return (False,)

    def holds(self, test):
        return test[0] is True


def answer(algebra, text, names):
    try:
        value = evaluate(parse(text), algebra, names)
    except NoValue as fault:
        return fault.code, fault.part, fault.place
    return value if isinstance(algebra, Exact) else value[0]


@settings(deadline=None, max_examples=80)
@given(formulas(), rows(), st.sampled_from(["half-up", "half-even", "down"]))
def test_what_follows_is_what_the_exact_reading_says_better(text, row, rounding):
    bare = Bare(rounding)
    assert answer(bare, text, Lifted(row, bare)) == answer(Exact(rounding), text, row)


@pytest.mark.parametrize("value", [True, False, "", "人次", Fraction(1, 3), date(2024, 1, 1)])
def test_any_known_value_becomes_one_of_the_reading(value):
    assert Bare().constant(value) == (value,)
    assert type(Bare().constant(value)[0]) is type(value)


def test_a_reading_takes_at_its_word_what_a_plugin_built():
    assert Bare().owed((Fraction(1),), "number") == (Fraction(1),)


def test_a_reading_rounds_half_up_if_nothing_else_is_said():
    assert Bare().rounding == "half-up"
    assert Bare("down").rounding == "down"


def test_a_text_mentions_a_word_that_stands_in_it_or_is_the_whole_of_it():
    say = Bare()
    assert say.mentions(("受天气影响",), Words(("因", "天气")))[0]
    assert not say.mentions(("受天气影响",), Words(("天气",), whole=True))[0]
    assert say.mentions((" 无 ",), Words(("无", "/"), whole=True))[0]
    assert not say.mentions(("无",), Words(()))[0]


@pytest.mark.parametrize(("x", "value"), [(95, 1), (80, 2), (3, 3)])
def test_the_first_case_that_holds_counts_in_every_reading(x, value):
    say = Bare()
    row = Lifted(Row({"x": Fraction(x)}), say)
    assert evaluate(parse("ifs(x >= 90, 1, x >= 60, 2, 3)"), say, row) == (value,)
    assert evaluate(parse("at_least(x, [[90, 1], [60, 2]], 3)"), say, row) == (value,)


def test_a_part_is_evaluated_once():
    asked = []
    later = Later(lambda: asked.append(1) or "value")
    assert [later(), later()] == ["value", "value"]
    assert len(asked) == 1


def test_a_lack_is_remembered_too():
    asked = []

    def say():
        asked.append(1)
        raise NoValue("absent")

    later = Later(say)
    for _ in range(2):
        with pytest.raises(NoValue):
            later()
    assert len(asked) == 1


def test_a_lack_tells_its_part_and_place():
    formula = parse("a + b")
    fault = NoValue("absent", formula.tree.right)
    assert (fault.part, fault.place.column, str(fault)) == ("b", 5, "absent")


def test_a_number_of_python_is_taken_exactly_or_not_at_all():
    assert [exactly(3), exactly(Fraction(1, 3))] == [Fraction(3), Fraction(1, 3)]
    assert type(exactly(3)) is Fraction
    for number in (0.5, "3", None):
        with pytest.raises(TypeError):
            exactly(number)
