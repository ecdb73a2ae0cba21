"""What the tests of functions, lints and formats stand on."""

from types import ModuleType

import pytest

from perfeval_rules import hookimpl
from perfeval_rules.extension import Format
from perfeval_rules.kit.plugin_ground import called, registry_of
from perfeval_rules.kit.verdicts import Broken
from perfeval_rules.testing import FormatSuite, FunctionSuite, LintSuite
from tests.added import WORDS, function, python


def plugin(**hooks):
    """A module that is a plugin, by what its hooks give."""
    module = ModuleType("perfeval_grounded")
    for name, given in hooks.items():
        made = {"given": given}
        exec(f"def perfeval_{name}():\n    return given", made)
        setattr(module, f"perfeval_{name}", hookimpl(made[f"perfeval_{name}"]))
    return module


def suite(of, module, **said):
    return type("TestIt", (of,), {"plugin": module, **said})


HALF, THIRD = python(lambda x: x / 2, "half(x)"), python(lambda x: x / 3, "third(x)")


@pytest.mark.parametrize("of", [FunctionSuite, LintSuite, FormatSuite])
def test_pytest_passes_over_a_class_whose_plugin_gives_nothing_of_its_kind(of):
    assert suite(of, plugin(functions=[HALF])).__test__ is (of is FunctionSuite)
    assert suite(of, ModuleType("perfeval_bare")).__test__ is False


def test_a_hook_that_is_misspelt_or_not_marked_is_not_passed_over_and_told():
    misspelt, unmarked = plugin(function=[HALF]), plugin(functions=[HALF])
    unmarked.perfeval_functions = lambda: [HALF]
    for module in (misspelt, unmarked):
        tests = suite(FunctionSuite, module)
        assert tests.__test__ is True
        with pytest.raises(Broken) as told:
            tests().test_they_are_declared_soundly()
        assert "perfeval_function" in told.value.say("zh")


def test_all_that_a_plugin_gives_is_tried_or_the_one_that_is_named():
    module = plugin(functions=[HALF, THIRD])
    assert [one.name for one in suite(FunctionSuite, module)().each()] == ["half", "third"]
    assert [one.name for one in suite(FunctionSuite, module, only="third")().each()] == ["third"]


def test_what_is_not_sound_is_told_by_one_test_and_not_tried_by_the_others():
    module = plugin(functions=[HALF, function("f x")])
    tests = suite(FunctionSuite, module)()
    assert list(tests.each()) == []
    with pytest.raises(Broken, match="usage"):
        tests.test_they_are_declared_soundly()


def test_faults_of_another_kind_are_no_business_of_a_suite():
    suite(FunctionSuite, plugin(functions=[HALF], lints=["none"]))().test_they_are_declared_soundly()


def test_the_hooks_of_a_plugin_are_called_once():
    calls = []

    class Counting(list):
        def __iter__(self):
            calls.append(1)
            return super().__iter__()

    tests = suite(FunctionSuite, plugin(functions=Counting([HALF])))()
    for _ in range(3):
        assert len(list(tests.each())) == 1
    assert calls == [1]


def test_a_format_is_called_by_its_suffix_and_a_function_by_its_name():
    assert (called(Format(suffix=".x", title=WORDS, read=dict)), called(HALF)) == (".x", "half")


def test_a_plugin_stands_beside_those_that_are_needed_and_installed():
    registry = registry_of(plugin(functions=[HALF]), frozenset({"standard", "nobody"}))
    assert {"half"} == registry.functions.keys()
    assert "number" in registry.types
    assert registry_of(plugin(functions=[HALF]), frozenset()).types == {}
