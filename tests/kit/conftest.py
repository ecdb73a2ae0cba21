"""Hypothesis tries the same examples every time; a test file is run as its author would run it."""

from pathlib import Path

import pytest
from hypothesis import settings

import perfeval_rules.testing as testing
import perfeval_rules.testing.pytest_plugin as plugin
import perfeval_standard

KEPT = (perfeval_standard, *(getattr(testing, name) for name in testing.__all__))
"""What is imported here once: each run of pytest in here forgets what it imported itself."""
settings.register_profile("steady", derandomize=True)


@pytest.fixture(autouse=True)
def steady():
    before = settings.get_current_profile_name()
    settings.load_profile("steady")
    yield
    settings.load_profile(before)


def sample(name):
    """The text of a sound sample with its tests."""
    return (Path(__file__).parent / "samples" / f"{name}.py").read_text("utf-8")


@pytest.fixture
def run(pytester, monkeypatch):
    """Run the text of a test file as an author would; gives the tests that failed, the report, and how many passed."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def ran(name, text, *only):
        pytester.makepyfile(**{f"test_{name}": text})
        asked = ("--perfeval-lang", "en", "-p", "no:cacheprovider", "-q", "-k", " or ".join(only))
        result = pytester.runpytest_inprocess(*asked, plugins=[plugin])
        outcomes = result.parseoutcomes()
        assert "errors" not in outcomes
        failed = {line.rpartition("::")[2].split(" ")[0] for line in result.outlines if line.startswith("FAILED ")}
        return failed, "\n".join(result.outlines), outcomes.get("passed", 0)

    return ran
