"""The page of the hooks is made from them, and each example on it is a sound plugin."""

import re
from types import ModuleType

import pytest

import perfeval_standard
from perfeval_rules.engine import Engine
from perfeval_rules.extension import Format
from perfeval_rules.hosting.hookspecs import HOOKS
from perfeval_rules.hosting.load import load_modules
from perfeval_rules.plain import plain
from perfeval_rules.schema.docstrings import about
from perfeval_rules.testing import FormatSuite, FunctionSuite, LintSuite
from tests.cli.conftest import evaluation  # noqa: F401 - a fixture for here too
from tests.hook_page import GIVEN, PAGE, TITLES, page, table
from tests.pages import blocks

BLOCKS = blocks(PAGE, "python")


def test_the_page_is_what_the_hookspecs_say():
    assert PAGE.read_text("utf-8") == page()


def test_every_hook_has_its_heading_and_every_field_its_words():
    text = PAGE.read_text("utf-8")
    for name in HOOKS:
        assert f"## {TITLES[name]}" in text
        assert f"\n{name}() -> Iterable[" in text
    for given in (one for several in GIVEN.values() for one in several):
        assert "|  |" not in table(given)


def test_there_is_an_example_of_each_hook():
    assert len(BLOCKS) == len(HOOKS)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_an_example_on_the_page_is_a_sound_plugin(block):
    module = ModuleType("perfeval_example")
    exec(compile(block.text, block.id, "exec"), module.__dict__)
    assert load_modules([module])[1] == ()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_an_example_on_the_page_has_all_that_the_test_kit_asks(block):
    module = ModuleType("perfeval_example")
    exec(compile(block.text, block.id, "exec"), module.__dict__)
    for suite in (FunctionSuite, LintSuite, FormatSuite):
        tests = type("TestIt", (suite,), {"plugin": module})()
        for test in (name for name in dir(tests) if name.startswith("test_")):
            getattr(tests, test)()


def test_what_a_writer_is_said_to_be_given_is_what_it_is_given(request):
    given = plain(request.getfixturevalue("evaluation"))
    words = re.findall(r"`([a-z_]+)`", about(Format))
    assert {"total", "lines", "score", "actual"} <= set(words)
    assert set(words) - given.keys() - given["lines"][0].keys() == set()


def test_a_lint_sees_of_a_ruleset_what_the_page_says():
    ruleset = Engine(plugins=[perfeval_standard]).program("cn-sh-2020").ruleset
    text = PAGE.read_text("utf-8")
    for part in re.findall(r"`rule\.([a-z]+)`", text):
        assert all(hasattr(rule, part) for rule in ruleset.rules.values()), part
    (parts,) = re.findall(r"`(rules lines [a-z ]+)`", text)
    assert all(hasattr(ruleset, part) for part in parts.split())
    assert ruleset.every.score.text == "weight * clamp(attainment, 0, 1)"
