"""The examples of functions."""

from datetime import date
from fractions import Fraction
from importlib import import_module

import pytest

from perfeval_rules.testing.calls import broken_calls, read, shown
from tests.testing.plugins import SOUND_HALF, with_functions


@pytest.fixture
def broken(site, tmp_path):
    """What is wrong with the examples of the functions of a plugin, by function."""

    def found(half=SOUND_HALF):
        module = import_module(site.install("calc", with_functions(half)))
        functions = module.perfeval_functions()
        return {one.name: [said.en for said in broken_calls("calc", one, tmp_path)] for one in functions}

    return found


def test_examples_that_hold_say_nothing_of_whatever_kind_the_function_is(broken):
    assert broken() == {"half": [], "beyond": [], "told": [], "inverse": []}


@pytest.mark.parametrize(
    ("examples", "said"),
    [
        ('{"half(3)": "1.6"}', "half(3) is to give 1.6, but gives 1.5."),
        ('{"half(3)": ""}', "half(3) is to give —, but gives 1.5."),
        ('{"half(2)": "1", "half(4)": "1"}', "half(4) is to give 1, but gives 2."),
        ('{"half(3)": "one and a half"}', "What the example half(3) is to give, “one and a half”, cannot be read."),
        ('{"half(3) > 1": "1"}', "half(3) > 1 is to give 1, but gives true."),
    ],
)
def test_an_example_that_does_not_hold_is_told_with_what_it_gives(broken, examples, said):
    assert broken(examples)["half"] == [said]


@pytest.mark.parametrize("call", ["half()", "half(nobody)", "halve(3)", "half(3", ""])
def test_a_call_that_cannot_stand_in_a_formula_is_told_in_words_of_the_language(broken, call):
    (said,) = broken(f'{{"{call}": "1"}}')["half"]
    assert said.startswith(f"The example {call} cannot stand in a formula: ")
    assert said.count("—") == 0


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("number", "5/24", Fraction(5, 24)),
        ("number", "", None),
        ("boolean", "true", True),
        ("date", "2024-02-29", date(2024, 2, 29)),
        ("text", "", ""),
        ("text", "甲", "甲"),
    ],
)
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
