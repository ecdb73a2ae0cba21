"""The package: cases need nothing more, the suite says what it needs."""

import importlib.util

import pytest

import perfeval_rules.testing as testing


@pytest.mark.parametrize("name", testing.__all__)
def test_a_suite_is_there_by_name(name):
    assert getattr(testing, name).__name__ == name


def test_every_suite_has_its_home():
    assert list(testing.HOMES) == testing.__all__ == sorted(testing.__all__)


@pytest.mark.parametrize("package", ["pytest", "hypothesis"])
def test_without_what_it_needs_one_line_names_the_extra(monkeypatch, package):
    found = importlib.util.find_spec
    monkeypatch.setattr(testing, "find_spec", lambda name: None if name == package else found(name))
    with pytest.raises(ImportError, match=rf"(?s)^[^\n]*{package}[^\n]*perfeval-rules\[testing\][^\n]*$"):
        testing.IndicatorTypeSuite  # noqa: B018 - asking is what raises


def test_there_is_nothing_else():
    with pytest.raises(AttributeError, match="no_such_name"):
        testing.no_such_name  # noqa: B018
