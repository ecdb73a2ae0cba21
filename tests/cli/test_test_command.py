"""`perfeval test`, from a ruleset and its cases to the printed page, and how it says by its code how it went."""

import json
import shutil
from pathlib import Path

import pytest

from perfeval_rules.cli import main

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
RULESET = """format = 1

[ruleset]
id = "training"
title.zh = "培训"
edition = "1"
years = { from = 2020 }
extends = ["cn-mof-2020"]

[check.round]
when = "actual == 100"
message.zh = "{name}恰为 100。"
message.en = "{name} is exactly 100."

[adjust.bands]
score = "score - at_least(lost, [[5, 2], [2, 1]], 0)"
message.zh = "失分多的另扣。"
message.en = "More is taken off where much was lost."
"""
CASES = """[case.met]
row = { categories = ["产出指标"], name = "培训人次", target = "≥200人次", actual = "200人次", weight = "10" }
expect = { score = "10", reasons = {}, findings = [] }

[case.missed]
row = { categories = ["产出指标"], name = "培训人次", target = "≥200人次", actual = "150人次", weight = "10" }
expect = { score = "7.5", rule = "other", reasons = { points-lost = "weak" }, findings = ["check.round"] }

[case.form]
year = 2023
funds = { annual_budget = "100", executed = "100", unit = "万元", weight = "10" }
rows = [{ categories = ["产出指标"], name = "培训人次", target = "≥200人次", actual = "180人次", weight = "90" }]
expect = { total = "91", grade = "good", lines = { "培训人" = { score = "81" } } }

[case.faulty]
row = { name = "培训人次" }
expect = { scroe = "1" }
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "training").mkdir()
    (tmp_path / "training" / "ruleset.toml").write_text(RULESET, "utf-8")
    (tmp_path / "training" / "cases.toml").write_text(CASES, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    return tmp_path / "training"


def keep(folder, *names):
    """Leave only some of the cases beside the ruleset."""
    cases = (folder / "cases.toml").read_text("utf-8").split("\n\n")
    (folder / "cases.toml").write_text("\n\n".join(one for one in cases if one[6:].split("]")[0] in names), "utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_looks_as_it_did(folder, language, capsys):
    assert main(["test", "./training", "--lang", language]) == 2
    assert capsys.readouterr().out == (GOLDEN / f"test-{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["cn-mof-2020", "cn-review", "cn-sh-2020"])
def test_the_rulesets_that_ship_pass_and_nothing_is_left_out(name, capsys):
    assert main(["test", name, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["cases"] > 10
    assert (told["failed"], told["unreached"], told["findings"]) == (0, [], [])


def test_what_is_reached_is_said(capsys):
    assert main(["test", "cn-sh-2020", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "cn-sh-2020: 15 cases, 0 failed.\nEvery part of it is reached by a case.\n"


def test_all_asks_also_about_the_files_that_it_extends(folder, capsys):
    keep(folder, "met")
    assert main(["test", "./training", "--format", "json"]) == 0
    own = {one["path"] for one in json.loads(capsys.readouterr().out)["unreached"]}
    assert own == {
        "check.round", "adjust.bands", "adjust.bands.score [5, 2]", "adjust.bands.score [2, 1]",
    }  # fmt: skip
    assert main(["test", "./training", "--all", "--format", "json"]) == 0
    everything = {one["path"] for one in json.loads(capsys.readouterr().out)["unreached"]}
    assert everything > own
    assert "rule.deadline" in everything
    assert "rule.count" not in everything


def test_a_case_that_failed_is_told_to_programs_with_its_derivation(folder, capsys):
    keep(folder, "met", "missed")
    assert main(["test", "./training", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["ruleset"], told["cases"], told["failed"]) == ("./training", 2, 1)
    (failure,) = told["failures"]
    assert failure["case"] == "missed"
    assert failure["differences"][:2] == [
        {"key": "score", "wanted": "7.5", "got": "6.5", "lines": [2]},
        {"key": "rule", "wanted": "other", "got": "count", "lines": [2]},
    ]
    assert failure["differences"][3] == {"key": "findings", "wanted": ["check.round"], "got": [], "lines": [2]}
    (explained,) = failure["explanations"]
    assert any("150 ÷ 200 = 0.75" in line for line in explained["zh"])


def test_several_rulesets_stand_one_below_the_other_and_the_gravest_code_wins(folder, capsys):
    keep(folder, "missed")
    assert main(["test", "cn-sh-2020", "./training"]) == 1
    told = capsys.readouterr().out
    assert told.index("cn-sh-2020：15 个算例") < told.index("./training：1 个算例，1 个不符。")


@pytest.mark.parametrize("name", ["nosuch", "./training"])
def test_what_cannot_be_run_says_why(folder, name, capsys):
    shutil.copy(folder / "ruleset.toml", folder.parent / "ruleset.toml")
    (folder / "cases.toml").unlink()
    assert main(["test", name]) == 2
    told = capsys.readouterr().out
    assert "算例没有运行" in told
    assert "nosuch" in told or "没有 cases.toml" in told


def test_a_ruleset_with_faults_is_not_run(folder, capsys):
    (folder / "ruleset.toml").write_text(RULESET.replace("lost, ", "lots, "), "utf-8")
    assert main(["test", "./training", "--format", "json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in told["findings"]] == ["formula.unknown-name"]
    assert (told["cases"], told["failures"]) == (0, [])


def test_of_a_folder_each_form_that_differs_is_shown_as_a_whole(folder, capsys):
    form = """{ rows = [{ categories = ["产出指标"], name = "培训人次", target = "≥200人次", actual = "%s人次", weight = "90" }],
      funds = { annual_budget = "1", executed = "1", unit = "万元", weight = "10" } }""".replace("\n", "")
    forms = f"[case.a]\nforms = [{form % 200}, {form % 180}]\n"
    (folder / "cases.toml").write_text(forms + 'expect = { forms = [{}, { total = "92" }] }\n', "utf-8")
    assert main(["test", "./training"]) == 1
    told = capsys.readouterr().out
    assert "forms[1].total" in told
    assert "forms[0]" not in told
    assert main(["test", "./training", "--format", "json"]) == 1
    (failure,) = json.loads(capsys.readouterr().out)["failures"]
    assert failure["differences"] == [{"key": "forms[1].total", "wanted": "92", "got": "89", "lines": []}]
    assert failure["explanations"] == []
