"""`perfeval score FOLDER`: a row for each form, and what was found across them."""

import json
import shutil

import pytest

from perfeval_rules.cli import main
from tests.pages import ROOT

EXAMPLES = ROOT / "examples"


@pytest.fixture
def folder(tmp_path):
    for form in EXAMPLES.iterdir():
        shutil.copy(form, tmp_path / form.name)
    return tmp_path


def score(folder, *more):
    return main(["score", str(folder), "--ruleset", "cn-review", *more])


def test_every_form_has_a_row_and_nothing_across_is_said_so(folder, capsys):
    assert score(folder) == 0
    page = capsys.readouterr().out
    assert "shanghai-2020-form.txt" in page
    assert "96.99" in page
    assert "各表之间没有发现问题。" in page


def test_what_is_found_across_forms_is_told(folder, capsys):
    form = json.loads((folder / "library-2024-form.json").read_text("utf-8"))
    text = "因疫情影响，部分场次未能按期举办，下一步加强统筹。"
    form["rows"][1]["reason"] = text
    for name in ("a.json", "b.json"):
        (folder / name).write_text(json.dumps(form, ensure_ascii=False), "utf-8")
    score(folder, "--format", "json")
    told = json.loads(capsys.readouterr().out)
    copied = {
        one["file"].rpartition("/")[2]
        for one in told["forms"]
        for f in one["findings"]
        if f["code"] == "check.copied-reason"
    }
    assert {"a.json", "b.json"} <= copied


def test_a_form_that_cannot_be_read_keeps_back_no_other(folder, capsys):
    (folder / "broken.json").write_text("{", "utf-8")
    assert score(folder) == 2
    page = capsys.readouterr().out
    assert "（未评分）" in page
    assert "96.99" in page
    assert "form.json" in page


def test_programs_get_every_form_with_its_file(folder, capsys):
    (folder / "broken.json").write_text("{", "utf-8")
    score(folder, "--format", "json")
    told = json.loads(capsys.readouterr().out)
    assert [one["file"].rpartition("/")[2] for one in told["forms"]] == [
        "broken.json", "greening-2023-form.toml", "library-2024-form.json", "shanghai-2020-form.txt",
    ]  # fmt: skip
    assert (told["facts"], told["findings"]) == ({}, [])


def test_facts_and_checks_of_the_folder_are_shown(folder, tmp_path, capsys):
    ruleset = tmp_path / "own" / "ruleset.toml"
    ruleset.parent.mkdir()
    ruleset.write_text(
        'format = 1\n[ruleset]\nid = "own"\nedition = "1"\nyears = { from = 2015 }\nextends = ["cn-mof-2020"]\n'
        '[fact.best]\nof = "folder"\nvalue = "largest(total)"\n'
        '[check.many]\nof = "folder"\nwhen = "forms > 2"\nseverity = "error"\nmessage.zh = "共 {forms} 张"\nmessage.en = "{forms}"\n',
        "utf-8",
    )
    assert main(["score", str(folder), "-r", str(ruleset)]) == 1
    page = capsys.readouterr().out
    assert "best  " in page
    assert "共 3 张" in page


def test_an_empty_folder_says_that_there_was_nothing_across(tmp_path, capsys):
    assert score(tmp_path) == 0
    assert "各表之间没有发现问题。" in capsys.readouterr().out
