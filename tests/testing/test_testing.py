"""The package: cases need nothing more, the suite says what it needs."""

import importlib.util

import pytest

import perfeval_rules.testing as testing


def test_the_suite_is_there_by_name():
    from perfeval_rules.kit.suite import IndicatorTypeSuite

    assert testing.IndicatorTypeSuite is IndicatorTypeSuite


@pytest.mark.parametrize("package", ["pytest", "hypothesis"])
def test_without_what_it_needs_one_line_names_the_extra(monkeypatch, package):
    found = importlib.util.find_spec
    monkeypatch.setattr(testing, "find_spec", lambda name: None if name == package else found(name))
    with pytest.raises(ImportError, match=rf"(?s)^[^\n]*{package}[^\n]*perfeval-rules\[testing\][^\n]*$"):
        testing.IndicatorTypeSuite  # noqa: B018 - asking is what raises


def test_there_is_nothing_else():
    with pytest.raises(AttributeError, match="no_such_name"):
        testing.no_such_name  # noqa: B018
