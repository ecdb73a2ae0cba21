"""A text and where its characters stand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.body.source import Source


@given(st.text("ab\n\r\u2028", max_size=20))
@settings(deadline=None)
def test_every_character_stands_where_its_line_has_it(text):
    source = Source.of(text)
    for offset, character in enumerate(text):
        line, column = source.position(offset)
        assert (source.line(line) + "\n")[column - 1] == character
        assert source.start_of_line(offset) == offset - column + 1
        assert source.next_line(offset) == (text.find("\n", offset) + 1 or len(text))


def test_only_a_line_feed_ends_a_line():
    assert Source.of("a\u2028b\rc\nd").lines == ("a\u2028b\rc", "d")
