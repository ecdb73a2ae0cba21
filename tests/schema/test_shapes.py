"""What schemas are put together from."""

import pytest

from perfeval_rules.schema.shapes import (
    NUMBER,
    TEXT,
    WHOLE,
    YES_NO,
    both,
    choice,
    closed,
    either,
    keyed,
    or_null,
    ref,
    titled,
)
from perfeval_rules.text import Text


def test_a_closed_table_names_its_keys_and_those_it_must_have():
    shape = closed({"a": TEXT, "b": NUMBER}, ("b", "a"))
    assert shape["required"] == ["a", "b"]
    assert shape["additionalProperties"] is False
    assert "required" not in closed({"a": TEXT})


def test_kinds_without_more_are_written_as_one():
    assert either([TEXT, NUMBER, TEXT]) == {"type": ["string", "number"]}
    assert either([TEXT]) == TEXT
    assert or_null(or_null(TEXT)) == {"type": ["string", "null"]}


def test_other_shapes_are_listed_each_once():
    assert either([WHOLE, TEXT, WHOLE]) == {"anyOf": [WHOLE, TEXT]}
    assert either([either([WHOLE, ref("a")]), YES_NO]) == {"anyOf": [WHOLE, ref("a"), YES_NO]}


def test_keys_are_spelt_by_a_pattern_where_one_is_given():
    assert keyed(TEXT, "[a-z]|b")["propertyNames"] == {"pattern": "^(?:[a-z]|b)$"}
    assert "propertyNames" not in keyed(TEXT)


def test_words_stand_before_the_shape_and_blank_ones_are_left_out():
    assert list(titled(choice(["a"]), Text("甲", "a"), "One\n  line.").items()) == [
        ("title", "甲 · a"), ("description", "One line."), ("enum", ["a"]),
    ]  # fmt: skip
    assert titled(TEXT) == TEXT


@pytest.mark.parametrize(("text", "said"), [(Text("甲", "a"), "甲 · a"), (Text("甲"), "甲"), (Text(), "")])
def test_a_title_is_in_both_languages(text, said):
    assert both(text) == said
