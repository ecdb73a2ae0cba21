"""The commands from a file to the printed page, with the rulesets and plugins that ship."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from perfeval_rules.cli import main

ROOT = Path(__file__).parents[2]
SHANGHAI = "examples/shanghai-2020-form.txt"
BAD = """format = 1

[ruleset]
id = "bad"
title.zh = "坏例子"
edition = "1"
years = {from = 2020}
extends = ["cn-mof-2020"]

[check.bad]
when = "满意度 = 1"
message.zh = "甲"
"""


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)


def lines(capsys):
    return capsys.readouterr().out.splitlines()


def test_the_shanghai_form_scores_what_it_states(capsys):
    assert main(["score", SHANGHAI, "--ruleset", "cn-sh-2020"]) == 0
    told = lines(capsys)
    assert told[0] == "上海市项目支出绩效自评（2020 年度）"
    rows = [" ".join(line.split()) for line in told]
    assert "总分 100 96.99 96.99 优" in rows
    assert "2 每月参加活动人数 数量 >=300人次 120 5 2 2.00 已评分" in rows


def test_a_family_is_picked_by_the_year_of_the_form(capsys):
    assert main(["score", SHANGHAI, "--ruleset", "cn-sh", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["provenance"]["ruleset"] == "cn-sh-2020"
    assert [line["score"] for line in told["lines"]][:2] == ["9.99", "2.00"]


def test_all_kinds_of_files_are_scored_in_one_run(capsys):
    forms = sorted(str(path) for path in Path("examples").glob("*-form.*"))
    assert main(["score", *forms, "-r", "cn-mof-2020", "--format", "json"]) in {0, 1}
    assert all(one["total"] for one in json.loads(capsys.readouterr().out))


def test_a_line_is_explained_down_to_the_fraction(capsys):
    assert main(["explain", SHANGHAI, "每月参加活动人数", "-r", "cn-sh-2020"]) == 0
    assert "120 ÷ 300 = 0.4" in capsys.readouterr().out


def test_a_line_that_is_not_there_is_not_explained(capsys):
    assert main(["explain", SHANGHAI, "13", "-r", "cn-sh-2020"]) == 2
    assert "1 至 12" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["cn-mof-2020", "cn-review", "cn-sh-2020"])
def test_the_rulesets_that_ship_have_no_errors(name):
    assert main(["check", name]) == 0


def test_a_fault_of_a_formula_has_its_caret_right_under_it(tmp_path, capsys):
    (tmp_path / "ruleset.toml").write_text(BAD, "utf-8")
    assert main(["check", str(tmp_path / "ruleset.toml")]) == 1
    told = lines(capsys)
    source = next(n for n, line in enumerate(told) if line.endswith('│ when = "满意度 = 1"'))
    assert told[source + 1].endswith("│         　　　 ^")
    assert main(["score", SHANGHAI, "-r", str(tmp_path)]) == 2
    assert "满意度 = 1" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nosuch", "no/such.toml"])
def test_a_ruleset_that_is_not_there_is_not_checked(name, capsys):
    assert main(["check", name]) == 2
    assert name in capsys.readouterr().out


def test_a_form_is_read_into_json(capsys):
    assert main(["read", SHANGHAI]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["year"] == 2020
    assert len(told["rows"]) == 11


def test_the_library_is_listed(capsys):
    assert main(["rulesets", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "cn-sh-2020" in told
    assert "cn-mof-2020, cn-review" in told


def test_listing_the_plugins_imports_none():
    asked = (
        "import sys; from perfeval_rules.cli import main; main(['plugins']); print('perfeval_standard' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert b"perfeval_standard" in done.stdout
    assert done.stdout.splitlines()[-1] == b"False"


def test_no_page_holds_a_mark_that_steers_a_terminal(tmp_path, capsys):
    form = Path(SHANGHAI).read_text("utf-8").replace("每月组织集体活动", "每月\u202e组织\x1b[31m集体活动")
    (tmp_path / "form.txt").write_text(form, "utf-8")
    for command in (["score"], ["score", "--format", "json"]):
        assert main([*command, str(tmp_path / "form.txt"), "-r", "cn-sh-2020"]) in {0, 1}
        out = capsys.readouterr().out
        assert "\u202e" not in out
        assert "\x1b" not in out
