"""Every word the command line says of itself."""

import importlib
import inspect

import pytest

from perfeval_rules.cli.arguments import ASKED, DETAILS, MEANT
from perfeval_rules.cli.words import COMMANDS, FAMILIES, HEADINGS, WORDS, word


@pytest.mark.parametrize("key", sorted(WORDS))
def test_every_word_is_written_in_both_languages_and_asks_for_the_same_values(key):
    text = WORDS[key]
    assert text.zh
    assert text.en
    assert type(text)(text.zh).placeholders() == type(text)(text.en).placeholders()


def test_commands_and_headings_are_written_in_both_languages():
    told = [about for commands in FAMILIES.values() for about in commands.values()]
    assert all(text.zh and text.en for text in [*told, *HEADINGS.values()])


def test_a_word_is_filled_in_the_language_asked_for():
    assert word("zh", "sound", name="甲") == "甲：没有发现问题。"
    assert word("en", "sound", name="a") == "a: nothing found."


def test_a_word_that_is_not_there_is_a_mistake():
    with pytest.raises(KeyError):
        word("zh", "no-such-word")


@pytest.mark.parametrize("path", sorted(ASKED))
def test_every_command_has_a_module_of_its_name(path):
    assert callable(importlib.import_module(f"perfeval_rules.cli.{path.replace(' ', '_')}").run)


def test_the_commands_that_ask_for_something_are_those_that_are_told_of():
    told = {f"{family} {name}".lstrip() for family, commands in FAMILIES.items() for name in commands}
    assert told - FAMILIES.keys() == ASKED.keys()
    assert {name for name in FAMILIES if name} <= COMMANDS.keys()
    assert all(meant in FAMILIES[family] for family, meant in MEANT.items())
    assert DETAILS.keys() <= ASKED.keys()


@pytest.mark.parametrize("path", sorted(ASKED))
def test_the_module_of_a_command_takes_what_is_asked_for(path):
    run = importlib.import_module(f"perfeval_rules.cli.{path.replace(' ', '_')}").run
    assert {one.name for one in ASKED[path]} == inspect.signature(run).parameters.keys() - {"output"}
