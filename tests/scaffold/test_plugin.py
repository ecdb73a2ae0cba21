"""A plugin to begin with."""

import json
import tomllib
from types import ModuleType

import pytest

import perfeval_standard
from perfeval_rules.engine import Engine
from perfeval_rules.hosting.load import admitted, load_modules
from perfeval_rules.scaffold.plugin import SAMPLES, distribution, new_plugin, plugin_files
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.running import run_case
from perfeval_rules.version import VERSION
from tests.pages import blocks_of

RULESET_OF_NET_PROMOTER = "perfeval_net_promoter/rulesets/net-promoter-example/ruleset.toml"
every_kind = pytest.mark.parametrize("kind", SAMPLES)
NAMES = ["nps", "text", "indicator", "fraction", "net_promoter_2"]
"""Some of them as parts of a template are called."""


def texts(name="nps", kind="formulas"):
    return {file.path: file.text for file in plugin_files(name, kind)}


def module_of(name, kind):
    module = ModuleType(f"perfeval_{name}")
    exec(compile(texts(name, kind)[f"perfeval_{name}/__init__.py"], name, "exec"), module.__dict__)
    return module


def test_a_project_holds_all_that_is_to_be_published():
    assert list(texts("net_promoter")) == [
        "pyproject.toml", "README.md", ".gitignore", "CHANGELOG.md", "perfeval_net_promoter/__init__.py",
        "perfeval_net_promoter/py.typed", "perfeval_net_promoter/rulesets/net-promoter-example/ruleset.toml",
        "perfeval_net_promoter/rulesets/net-promoter-example/cases.toml", "tests/test_net_promoter.py",
    ]  # fmt: skip


@every_kind
def test_nothing_is_left_unfilled_and_every_file_says_what_it_is_for(kind):
    for file in plugin_files("nps", kind):
        assert "$" not in file.text, file.path
        assert file.about.zh, file.path
        assert file.about.en, file.path


def test_the_packaging_names_the_plugin_and_the_engine_that_runs():
    told = tomllib.loads(texts("net_promoter")["pyproject.toml"])
    project = told["project"]
    assert project["name"] == distribution("net_promoter") == "perfeval-net-promoter"
    assert project["entry-points"]["perfeval_rules.v1"] == {"net_promoter": "perfeval_net_promoter"}
    (needed,) = project["dependencies"]
    assert admitted(VERSION, needed.removeprefix("perfeval-rules"))
    assert told["tool"]["setuptools"]["packages"] == ["perfeval_net_promoter", "perfeval_net_promoter.rulesets"]


@every_kind
@pytest.mark.parametrize("name", NAMES)
def test_the_type_is_sound_whatever_the_plugin_is_called(name, kind):
    registry, found = load_modules([module_of(name, kind)])
    assert found == ()
    assert registry.types[name].rung == kind
    compile(texts(name, kind)[f"tests/test_{name}.py"], name, "exec")


def test_words_of_a_stop_are_told_with_the_values_of_the_line(tmp_path):
    made = new_plugin("nps", "formulas", tmp_path)
    engine = Engine(plugins=[perfeval_standard, module_of("nps", "formulas")])
    program = engine.program(made.folder / "perfeval_nps" / "rulesets" / "nps-example")
    row = {"name": "A", "target": "5%", "actual": "9", "weight": 1, "values": {"上年数": 0}}
    told = json.loads(program.evaluate_json(json.dumps({"rows": [row]}).encode()))["findings"]
    told = [one["message"]["zh"] for one in told]
    assert "无法计分：“A”的上年数 0 不大于零，算不出增长率，请核对。" in told


@every_kind
def test_the_ruleset_is_sound_and_its_cases_hold_and_reach_all_of_it(kind, tmp_path):
    module = module_of("nps", kind)
    engine = Engine(plugins=[perfeval_standard, module])
    made = new_plugin("nps", kind, tmp_path)
    folder = made.folder / "perfeval_nps" / "rulesets" / "nps-example"
    assert {one.code for one in engine.check(folder)} == ({"ruleset.python-only"} if kind == "python" else set())
    found = suite(engine, folder)
    assert found.findings == ()
    assert [case.name for case in found.cases] == ["on-target", "owes-a-reason", "gives-a-reason", "blank"]
    assert [case.name for case in found.cases if not run_case(found.program, case).passed] == []


@every_kind
def test_the_page_shows_the_rule_that_the_ruleset_of_the_plugin_has(kind):
    page, ruleset = (texts("net_promoter", kind)[path] for path in ("README.md", RULESET_OF_NET_PROMOTER))
    (shown,) = (tomllib.loads(block.text) for block in blocks_of(page, "README.md", "toml"))
    (rule,) = shown["rule"]
    assert rule == "net-promoter"
    whole = tomllib.loads(ruleset)
    assert shown["rule"][rule].items() <= whole["rule"][rule].items()
    assert shown["requires"]["plugins"].keys() == whole["requires"]["plugins"].keys()


def test_what_tools_leave_behind_is_no_business_of_version_control():
    ignored = texts()[".gitignore"].split()
    assert {"__pycache__/", "*.egg-info/", "build/", "dist/", ".venv/", ".hypothesis/", ".pytest_cache/"} <= {*ignored}


@every_kind
def test_the_page_names_every_key_of_the_type_in_both_languages(kind):
    zh, en = texts(kind=kind)["README.md"].split("\n---\n")
    offer = load_modules([module_of("nps", kind)])[0].types["nps"]
    for key in {*offer.option_kinds, *offer.reported_kinds}:
        assert f"| `{key}` |" in zh
        assert f"| `{key}` |" in en
    assert "python -m build" in zh
    assert "python -m build" in en


@pytest.mark.parametrize("name", ["Nps", "count"])
def test_a_name_that_cannot_be_borne_is_told_and_nothing_is_written(name, tmp_path):
    assert new_plugin(name, "formulas", tmp_path).code in ("command.bad-name", "command.name-taken")
    assert list(tmp_path.iterdir()) == []


def test_a_second_time_nothing_is_written_over(tmp_path):
    made = new_plugin("nps", "formulas", tmp_path)
    (made.folder / "README.md").write_text("mine", "utf-8")
    assert new_plugin("nps", "python", tmp_path).code == "command.folder-exists"
    assert (made.folder / "README.md").read_text("utf-8") == "mine"
