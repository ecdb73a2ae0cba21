"""The hooks, and how one is called."""

from textwrap import dedent
from types import ModuleType

import pytest

from perfeval_rules.hosting.hookspecs import (
    HOOK,
    HOOKS,
    PROJECT,
    Bare,
    Hooks,
    PluginValidationError,
    Wrapped,
    hookimpl,
    implemented,
)
from perfeval_rules.hosting.load import load_modules


def module(name: str = HOOK, gives: object = (), **marks: bool) -> ModuleType:
    made = ModuleType("sample")

    def hook() -> object:
        return gives

    setattr(made, name, hookimpl(**marks)(hook))
    return made


def test_every_hook_says_what_it_is_for_and_shows_how_it_is_written():
    assert HOOKS == ("perfeval_indicator_types", "perfeval_functions", "perfeval_lints", "perfeval_formats")
    assert HOOKS[0] == HOOK
    for name in HOOKS:
        assert "Called once" in vars(Hooks)[name].__doc__


@pytest.mark.parametrize("name", HOOKS)
def test_the_example_of_a_hook_is_a_plugin_that_nothing_is_wrong_with(name):
    example = dedent(vars(Hooks)[name].__doc__.partition("::\n")[2])
    made = ModuleType("perfeval_example")
    exec(compile(example, name, "exec"), made.__dict__)
    registry, findings = load_modules([made])
    assert not findings
    assert any((registry.types, registry.functions, registry.lints, registry.formats))
    assert list(implemented("example", made)) == [name]


@pytest.mark.parametrize("hook", HOOKS)
def test_what_a_hook_gives_comes_back_as_it_is(hook):
    gives = [int]
    ((name, (run,)),) = implemented("sample", module(hook, gives=gives)).items()
    assert (name, run()) == (hook, gives)


def test_no_hook_is_called_when_it_is_looked_for():
    made = ModuleType("sample")
    made.perfeval_lints = hookimpl(lambda: 1 / 0)
    assert list(implemented("sample", made)) == ["perfeval_lints"]


def test_a_plugin_without_hooks_is_bare():
    with pytest.raises(Bare):
        implemented("sample", ModuleType("sample"))


def test_a_misspelt_hook_is_found():
    with pytest.raises(PluginValidationError, match="perfeval_indicator_typs"):
        implemented("sample", module("perfeval_indicator_typs"))


@pytest.mark.parametrize("mark", ["wrapper", "hookwrapper"])
def test_a_wrapper_is_refused(mark):
    def wrap() -> object:
        yield

    made = ModuleType("sample")
    setattr(made, HOOK, hookimpl(**{mark: True})(wrap))
    with pytest.raises(Wrapped, match=HOOK):
        implemented("sample", made)


def test_a_plugin_cannot_see_or_replace_what_another_gives():
    for gives, marks in ((1, {}), (2, {"tryfirst": True})):
        assert [run() for run in implemented("sample", module(gives=gives, **marks))[HOOK]] == [gives]
    assert PROJECT == "perfeval_rules"
