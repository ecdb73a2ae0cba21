"""Every word the command line says of itself."""

import importlib

import pytest

from perfeval_rules.cli.words import COMMANDS, HEADINGS, WORDS, word


@pytest.mark.parametrize("key", sorted(WORDS))
def test_every_word_is_written_in_both_languages_and_asks_for_the_same_values(key):
    text = WORDS[key]
    assert text.zh
    assert text.en
    assert type(text)(text.zh).placeholders() == type(text)(text.en).placeholders()


def test_commands_and_headings_are_written_in_both_languages():
    assert all(text.zh and text.en for text in [*COMMANDS.values(), *HEADINGS.values()])


def test_a_word_is_filled_in_the_language_asked_for():
    assert word("zh", "sound", name="甲") == "甲：没有发现问题。"
    assert word("en", "sound", name="a") == "a: nothing found."


def test_a_word_that_is_not_there_is_a_mistake():
    with pytest.raises(KeyError):
        word("zh", "no-such-word")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_a_module_of_its_name(name):
    assert callable(importlib.import_module(f"perfeval_rules.cli.{name}").run)
