"""Cases as pytest runs them: one test each, told as `perfeval test` tells them."""

import tomllib
from pathlib import Path

import pytest

import perfeval_rules.testing.pytest_plugin as plugin
from tests.testing.conftest import RULESET

pytest_plugins = ("pytester",)
ROOT = Path(__file__).parents[2]
PASSING = """
[case.met]
row = { name = "a", target = 10, actual = 10, weight = 10 }
expect = { score = 10 }
"""
FAILING = """
[case.missed]
row = { name = "b", target = 10, actual = 5, weight = 10 }
expect = { score = 6 }
"""
FAULTY = """
[case.faulty]
row = { name = "c" }
expect = { scroe = 1 }
"""


@pytest.fixture
def run(pytester, monkeypatch):
    """Run pytest over a folder with the small ruleset and some cases; gives the outcomes and the lines."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)

    def ran(cases, *arguments, name="ruleset.toml", ruleset=RULESET):
        folder = pytester.path / "city"
        folder.mkdir()
        (folder / name).write_text(ruleset.lstrip(), "utf-8")
        (folder / "cases.toml").write_text(cases, "utf-8")
        result = pytester.runpytest_inprocess("-p", "no:cacheprovider", *arguments, plugins=[plugin])
        return result.parseoutcomes(), "\n".join(result.outlines)

    return ran


def test_each_case_is_a_test(run):
    outcomes, said = run(PASSING + FAILING, "-v", "--perfeval-lang", "en")
    assert outcomes == {"passed": 1, "failed": 1}
    assert "city/cases.toml::met PASSED" in said
    assert "city/cases.toml::missed FAILED" in said


def test_a_case_that_failed_is_told_as_the_command_tells_it(run):
    _, said = run(FAILING, "--perfeval-lang", "en")
    for words in ("case missed", "city/cases.toml:2:7", "Wanted", "score   6", "5", "weight * clamp(attainment, 0, 1)"):
        assert words in said
    assert "Traceback" not in said
    assert "runtest" not in said


@pytest.mark.parametrize(
    ("asked", "environment", "words"),
    [((), "", "算例 missed"), ((), "en", "case missed"), (("--perfeval-lang", "zh"), "en", "算例 missed")],
)
def test_the_language_is_the_one_asked_for_or_that_of_the_environment(run, monkeypatch, asked, environment, words):
    if environment:
        monkeypatch.setenv("PERFEVAL_LANG", environment)
    assert words in run(FAILING, *asked)[1]


def test_a_case_at_fault_is_told_and_the_others_are_run(run):
    outcomes, said = run(PASSING + FAULTY, "--perfeval-lang", "en")
    assert outcomes == {"passed": 1, "failed": 1}
    assert "case.unknown-expectation" in said
    assert "cases.toml::cases.toml" in said


def test_a_ruleset_that_does_not_compile_is_told(run):
    outcomes, said = run(PASSING, "--perfeval-lang", "en", ruleset=RULESET.replace('type = "rate"', 'type = "rat"'))
    assert outcomes == {"failed": 1}
    assert "ruleset.unknown-type" in said
    assert "cases.toml::ruleset.toml" in said


def test_what_no_case_reaches_is_one_line_where_all_cases_were_run(run):
    outcomes, said = run(PASSING, "--perfeval-lang", "en")
    (line,) = [line for line in said.splitlines() if "What no case reaches" in line]
    assert "city/ruleset.toml" in line
    assert "rule.rate" in line
    assert "rule.other" not in line
    assert "warnings" not in outcomes


def test_it_is_not_told_where_some_cases_were_left_out(run):
    assert "What no case reaches" not in run(PASSING + FAILING, "--perfeval-lang", "en", "-k", "met")[1]


def test_the_only_ruleset_of_a_folder_need_not_be_called_so(run):
    assert run(PASSING, name="city.toml")[0] == {"passed": 1}


@pytest.mark.parametrize(("name", "ruleset"), [("pyproject.toml", "[project]\nname = 'x'\n"), ("a.toml", "[[[")])
def test_cases_of_something_else_are_left_alone(run, name, ruleset):
    assert run(PASSING, name=name, ruleset=ruleset)[0] == {}


def test_it_is_there_with_every_run():
    entries = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    assert entries["pytest11"] == {"perfeval": plugin.__name__}


def test_loading_it_brings_nothing_that_is_slow_to_import(pytester, monkeypatch):
    script = (
        f"import sys, pytest, {plugin.__name__}\n"
        "heavy = {'pydantic', 'rich', 'click', 'hypothesis', 'simpleeval', 'perfeval_rules.engine', 'perfeval_rules.kit'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    result = pytester.runpython_c(script)
    assert result.outlines == ["[]"]


CONFTEST = "import perfeval_nobody_has\n"


@pytest.mark.parametrize(("asked", "called"), [(("nps",), "nps"), ((), ".")])
def test_a_plugin_that_is_not_installed_is_told_in_one_sentence_before_anything_of_it_is_imported(
    pytester, monkeypatch, asked, called
):
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    folder = pytester.mkdir("nps")
    (folder / "pyproject.toml").write_text(
        '[project.entry-points."perfeval_rules.v1"]\nnps = "perfeval_nobody_has"\n', "utf-8"
    )
    (folder / "conftest.py").write_text(CONFTEST, "utf-8")
    monkeypatch.chdir(pytester.path if asked else folder)
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "--perfeval-lang", "en", *asked, plugins=[plugin])
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    said = "\n".join(result.errlines)
    assert f"first run: python -m pip install -e '{called}[testing]'" in said
    assert "Traceback" not in said
    assert "ModuleNotFoundError" not in said
