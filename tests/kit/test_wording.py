"""Words in both languages."""

import pytest

from perfeval_rules.kit.wording import misworded
from perfeval_rules.text import Text


def codes(words, **how):
    return [one.code for one in misworded("advice", words, **how)]


def test_words_in_both_languages_that_fill_in_the_same_are_sound():
    assert codes(Text("共 {count} 项，{share:%}。", "{count} in all, {share:%}.")) == []


@pytest.mark.parametrize("words", [Text("有", ""), Text("", "there"), Text()])
def test_a_language_that_is_lacking_is_told_and_nothing_else(words):
    assert codes(words) == ["missing-language"] * [words.zh, words.en].count("")


def test_words_that_are_alike_are_told_unless_they_are_a_name():
    assert codes(Text("CSV", "CSV")) == ["same-words"]
    assert codes(Text("CSV", "CSV"), may_be_alike=True) == []


def test_values_that_one_language_alone_fills_in_are_named():
    (told,) = misworded("advice", Text("共 {count} 项。", "{counted} in all."))
    assert (told.code, told.values["said"]) == ("placeholders", "count, counted")


def test_all_that_is_wrong_is_told_at_once():
    assert codes(Text("{count} 项 {}", "{} {total}")) == ["placeholders", "stray-braces", "stray-braces"]
