"""Quoted texts, and where their characters stand."""

import pytest

from perfeval_rules.files.quoted import quoted, spelled
from perfeval_rules.files.slips import Slip


@pytest.mark.parametrize(
    ("text", "content", "end"),
    [
        ('"ab"', [1, 2], 4), ("'a\\'", [1, 2], 4), ('""', [], 2), ('"a\\n\\u0041b"', [1, 2, 4, 10], 12),
        ('"""\nab"""', [4, 5], 9), ('"""a\\\n  b"""', [3, 8], 12), ('"""a""""', [3, 4], 8), ("'''a'''''", [3, 4, 5], 9),
        ('"""a"b"""', [3, 4, 5], 9), ("'''\n'''", [], 7),
    ],
)  # fmt: skip
def test_each_character_of_the_content_has_its_offset(text, content, end):
    assert (quoted(text, 0)[0], quoted(text, 0)[2]) == (content, end)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"a', "open-text"), ('"a\nb"', "open-text"), ("'a", "open-text"), ("'a\nb'", "open-text"), ('"a\\', "open-text"),
        ('"""a""', "open-long-text"), ("'''a''", "open-long-text"), ('"""a\\', "open-long-text"),
    ],
)  # fmt: skip
def test_a_text_that_is_not_closed_is_a_slip(text, code):
    with pytest.raises(Slip) as raised:
        quoted(text, 0)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"a\\"b"', 'a"b'), ("'a\\b'", "a\\b"), ('"\\u5206\\U0001F600"', "分😀"), ('"\\b\\t\\n\\f\\r\\\\"', "\b\t\n\f\r\\"),
        ('"\\U7FFFFFFF"', "\U0010ffff"),
    ],
)  # fmt: skip
def test_a_quoted_key_is_spelled_out(text, name):
    assert spelled(text, 0) == (name, len(text))
