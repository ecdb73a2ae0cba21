"""What nodes carry."""

import ast
from fractions import Fraction

import pytest

from perfeval_rules.formula.language import parse
from perfeval_rules.formula.nodes import literal, places_of, text_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1", Fraction(1, 10)), ("-2", Fraction(-2)), ("+2", Fraction(2)), ("--2", Fraction(2)), ("'a'", "a"),
        ("True", True), ("-'a'", None), ("not True", None), ("a", None), ("1 + 1", None), ("-True", None),
    ],
)  # fmt: skip
def test_a_part_written_out_has_a_value_before_any_is_asked_for(text, value):
    assert literal(parse(text).tree) == value


@pytest.mark.parametrize(
    ("text", "places"), [("0", 0), ("6", 6), ("7", None), ("-1", None), ("0.5", None), ("a", None), ("'2'", None)]
)
def test_places_are_a_whole_number_from_0_to_6(text, places):
    assert places_of(parse(text).tree) == places


def test_a_text_written_out():
    assert text_of(parse("'output'").tree) == "output"
    assert text_of(parse("output").tree) == ""
    assert text_of(ast.Constant(3)) == ""
