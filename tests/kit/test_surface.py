"""What plugins import of the engine."""

import sys
from importlib import import_module

import pytest

from perfeval_rules.kit.surface import files_of, private_imports


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Write and import a package of some modules."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def made(**modules):
        folder = tmp_path / "sample_plugin"
        for name, text in {"__init__": "", **modules}.items():
            path = folder / f"{name.replace('__in__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        import_module("sample_plugin")
        return "sample_plugin"

    yield made
    for name in [name for name in sys.modules if name.partition(".")[0] == "sample_plugin"]:
        del sys.modules[name]


@pytest.mark.parametrize(
    "line",
    [
        "from perfeval_rules import IndicatorType, Text, hookimpl",
        "import perfeval_rules",
        "from perfeval_rules.extension import Function",
        "import json, pydantic",
        "from . import other",
        "from perfeval_rules_of_mine import anything",
    ],
)
def test_public_names_and_other_packages_may_be_used(package, line):
    assert private_imports(package(inner=line)) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("from perfeval_rules.formula.functions import Kind", "perfeval_rules.formula.functions.Kind"),
        ("import perfeval_rules.plan.run", "perfeval_rules.plan.run"),
        ("from perfeval_rules import program", "perfeval_rules.program"),
        ("def late():\n    from perfeval_rules.model import Model", "perfeval_rules.model.Model"),
        ("from perfeval_rules.testing import IndicatorTypeSuite", "perfeval_rules.testing.IndicatorTypeSuite"),
    ],
)
def test_what_may_move_is_told_with_its_place(package, line, name):
    (found,) = private_imports(package(inner=line))
    assert (found.name, found.file.name, found.line) == (name, "inner.py", line.count("\n") + 1)


def test_tests_may_use_the_test_kit(package):
    line = "from perfeval_rules.testing import IndicatorTypeSuite"
    assert private_imports(package(test_inner=line, conftest=line, suites=line, tests__in__inner=line)) == ()


def test_a_package_is_read_whole_and_a_module_by_itself(package):
    name = package(inner="", deep__in__other="")
    assert {file.name for file in files_of(name)} == {"__init__.py", "inner.py", "other.py"}
    assert [file.name for file in files_of(__name__)] == ["test_surface.py"]
