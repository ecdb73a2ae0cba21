"""Calls worked out by every reading, and results as people write them."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.kit.calls import READINGS, Answer, answer, program_of, read, shown
from perfeval_rules.kit.trial import Refusal
from tests.added import python, registry_with

REGISTRY = registry_with(
    functions=[
        python(lambda x: x / 3, "third(x)"),
        python(lambda x: x > 2, "beyond(x)", result="boolean"),
        python(lambda x: x + "!", "told(x)", ("text",), "text"),
        python(lambda: date(2024, 2, 29), "leap()", (), "date"),
        python(lambda x: None, "nothing(x)"),
        python(lambda x: 1 / 0, "broken(x)"),
    ]
)


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("third(1)", Fraction(1, 3)), ("beyond(3)", True), ("told('a')", "a!"), ("leap()", date(2024, 2, 29)),
        ("nothing(1)", None),
    ],
)  # fmt: skip
def test_every_reading_has_the_value_of_a_call_of_any_kind(reading, call, value):
    got = answer(program_of(REGISTRY, call), reading)
    assert got == Answer(value)
    assert type(got.value) is type(value)


@pytest.mark.parametrize("reading", READINGS)
def test_what_went_wrong_in_a_function_is_told(reading):
    got = answer(program_of(REGISTRY, "broken(1)"), reading)
    assert got.value is None
    assert "ZeroDivisionError" in got.failure.say("en")


@pytest.mark.parametrize("call", ["third()", "third(nobody)", "thirds(3)", "third(3", ""])
def test_a_call_that_cannot_stand_in_a_formula_is_refused_with_why(call):
    with pytest.raises(Refusal) as refused:
        program_of(REGISTRY, call)
    assert refused.value.findings
    assert {one.severity for one in refused.value.findings} == {"error"}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("number", "5/24", Fraction(5, 24)), ("number", "", None), ("boolean", "true", True),
        ("date", "2024-02-29", date(2024, 2, 29)), ("text", "", ""), ("text", "甲", "甲"),
    ],
)  # fmt: skip
def test_a_result_is_read_by_its_kind(kind, text, value):
    assert read(kind, text) == value


@pytest.mark.parametrize(("kind", "text"), [("number", "x"), ("boolean", "是"), ("date", "2024-02-30")])
def test_a_result_of_another_kind_is_refused(kind, text):
    with pytest.raises((ValueError, KeyError)):
        read(kind, text)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "true"), (False, "false"), (None, "—"), ("", "—"), ((), "—"), (("a", "b"), "a, b"),
        (Fraction(3, 2), "1.5"), (Fraction(1, 3), "1/3"), (Fraction(0), "0"), (date(2024, 1, 2), "2024-01-02"),
    ],
)  # fmt: skip
def test_a_result_is_shown_as_people_write_it(value, said):
    assert shown(value) == said
