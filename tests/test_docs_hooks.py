"""The page of the hooks is made from them, and each example on it is a sound plugin."""

from types import ModuleType

import pytest

from perfeval_rules.hosting.hookspecs import HOOKS
from perfeval_rules.hosting.load import load_modules
from perfeval_rules.testing import FormatSuite, FunctionSuite, LintSuite
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
