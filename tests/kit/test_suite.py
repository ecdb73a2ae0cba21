"""The suite as authors run it: sound types pass, and each seeded fault is caught by the test that is there for it."""

from pathlib import Path

import pytest

import perfeval_rules.kit.suite  # noqa: F401 - else each run of pytest in here would import it anew
import perfeval_rules.testing.pytest_plugin as plugin
from tests.kit.seeded import IN_PYTHON, OF_FORMULAS

pytest_plugins = ("pytester",)
SAMPLES = {path.stem: path.read_text("utf-8") for path in (Path(__file__).parent / "samples").glob("*.py")}


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


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sound_type_passes_every_test(run, name):
    failed, report, passed = run(name, SAMPLES[name])
    assert not failed, report
    assert passed >= 20


FAULTS = [("uptake", *each) for each in OF_FORMULAS.items()] + [("steep", *each) for each in IN_PYTHON.items()]


@pytest.mark.parametrize(("sample", "name", "fault"), FAULTS, ids=lambda part: part if isinstance(part, str) else "")
def test_a_seeded_fault_is_caught_by_the_test_that_is_there_for_it(run, sample, name, fault):
    only = fault.caught_by if fault.draws else ()  # all the others would make up as many rows
    failed, report, _ = run(sample, fault.seeded(SAMPLES[sample]), *only)
    meant = set(fault.caught_by)
    assert failed >= meant if fault.others else failed == meant, f"{name}\n{report}"
    assert [words for words in fault.said if words not in report] == [], f"{name}\n{report}"
