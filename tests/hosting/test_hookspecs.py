"""The hooks, and how one is called."""

from types import ModuleType

import pytest

from perfeval_rules.hosting.hookspecs import HOOK, PROJECT, Bare, Hooks, PluginValidationError, Wrapped, call, hookimpl


def module(name: str = HOOK, gives: object = (), **marks: bool) -> ModuleType:
    made = ModuleType("sample")

    def hook() -> object:
        return gives

    setattr(made, name, hookimpl(**marks)(hook))
    return made


def test_every_hook_says_what_it_is_for_and_shows_how_it_is_written():
    hooks = [name for name in vars(Hooks) if name.startswith("perfeval_")]
    assert hooks == [HOOK]
    for name in hooks:
        assert "@hookimpl" in vars(Hooks)[name].__doc__


def test_what_a_hook_gives_comes_back_as_it_is():
    gives = [int]
    assert call("sample", module(gives=gives)) == [gives]


def test_a_plugin_without_hooks_is_bare():
    with pytest.raises(Bare):
        call("sample", ModuleType("sample"))


def test_a_misspelt_hook_is_found():
    with pytest.raises(PluginValidationError, match="perfeval_indicator_typs"):
        call("sample", module("perfeval_indicator_typs"))


@pytest.mark.parametrize("mark", ["wrapper", "hookwrapper"])
def test_a_wrapper_is_refused(mark):
    def wrap() -> object:
        yield

    made = ModuleType("sample")
    setattr(made, HOOK, hookimpl(**{mark: True})(wrap))
    with pytest.raises(Wrapped):
        call("sample", made)


def test_a_plugin_cannot_see_or_replace_what_another_gives():
    assert call("sample", module(gives=1)) == [1]
    assert call("sample", module(gives=2, tryfirst=True)) == [2]
    assert PROJECT == "perfeval_rules"
