"""Lines of text fitted to a width."""

from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.cli.wrapping import CLOSING, one_line, wrapped
from perfeval_rules.text import width

WORDS = st.text(alphabet="ab1 ，。（）“”指标满意度≥%", max_size=60)


@settings(deadline=None)
@given(WORDS, st.integers(6, 30))
def test_no_line_is_wider_than_the_page_and_nothing_but_blanks_is_lost(words, columns):
    lines = wrapped(words, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())


def test_chinese_breaks_between_any_two_marks():
    assert wrapped("每月参加活动人数", 8) == ["每月参加", "活动人数"]


def test_other_words_break_at_their_spaces():
    assert wrapped("no reason is given", 10) == ["no reason", "is given"]


def test_a_mark_that_closes_never_begins_a_line():
    lines = wrapped("甲乙丙丁，戊己庚。", 8)
    assert lines == ["甲乙丙", "丁，戊己", "庚。"]
    assert not any(line[0] in CLOSING for line in lines)


def test_a_mark_that_opens_never_ends_a_line():
    assert wrapped("甲乙丙“丁”", 8) == ["甲乙丙", "“丁”"]


def test_a_word_wider_than_the_page_is_broken_after_all():
    assert wrapped("abcdefgh", 3) == ["abc", "def", "gh"]


def test_no_text_is_one_blank_line():
    assert wrapped("", 10) == [""]
    assert wrapped("   ", 10) == [""]


def test_text_of_a_document_stands_on_one_line():
    assert one_line(" 甲\n\t乙\u202e\x1b[0m ") == "甲 乙\\u202e\\u001b[0m"
