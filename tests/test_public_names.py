"""The public face: few names, all there, and nothing heavy behind `import perfeval_rules`."""

import subprocess
import sys

import pytest

import perfeval_rules

HEAVY = ("pydantic", "simpleeval", "pluggy", "click", "rich")


@pytest.mark.parametrize("name", perfeval_rules.__all__)
def test_every_public_name_is_there(name):
    assert getattr(perfeval_rules, name) is not None


def test_public_names_stand_in_order_and_are_all_there_is():
    assert perfeval_rules.__all__ == sorted(perfeval_rules.__all__)
    assert set(perfeval_rules.__all__) == set(perfeval_rules._HOMES)


def test_another_name_is_refused_by_name():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = perfeval_rules.nonsense


def test_importing_the_package_imports_none_of_its_dependencies():
    asked = f"import sys, perfeval_rules; print([name for name in {HEAVY} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "[]\n"
