"""Files in a format of a plugin: scored as any form, and written to, from the command line."""

import json
import sys

import pytest

from perfeval_rules.cli import main
from perfeval_rules.cli.folder import MOST_NAMED
from tests.hosting.conftest import Site

PLUGIN = '''
import csv

from perfeval_rules import Text, hookimpl
from perfeval_rules.extension import Format


def read(raw):
    """The rows of a form."""
    return {"year": "2024", "rows": list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))}


def write(evaluation, language):
    """The scores, one a line."""
    return "\\n".join(str(line["score"]) for line in evaluation["lines"]).encode()


@hookimpl
def perfeval_formats():
    return [Format(suffix=".csv", title=Text("逗号分隔的表", "comma-separated table"), read=read, write=write)]
'''
RULES = """
format = 1
[ruleset]
id = "mine"
title = { zh = "我的", en = "Mine" }
edition = "1"
years = { from = 2020 }
[requires.plugins]
standard = ""
sheet = ""
[every]
type = "number"
score = "actual"
[rule.all]
title = { zh = "全部", en = "All" }
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    site = Site(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    site.install("sheet", PLUGIN)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "ruleset.toml").write_text(RULES, "utf-8")
    (tmp_path / "form.csv").write_text("name,actual,weight\n甲,4,5\n乙,3,5\n", "utf-8")
    yield tmp_path
    for module in site.modules:
        sys.modules.pop(module, None)


def score(folder, *more, form="form.csv"):
    return main(["score", str(folder / form), "--ruleset", str(folder / "mine"), "--format", "json", *more])


def test_a_form_in_a_format_of_a_plugin_of_the_ruleset_is_scored(folder, capsys):
    assert score(folder) == 0
    assert json.loads(capsys.readouterr().out)["total"] == "7"


def test_an_evaluation_is_written_by_a_plugin_of_the_ruleset(folder, capsys):
    assert score(folder, "--write", str(folder / "out.csv")) == 0
    assert (folder / "out.csv").read_text("utf-8") == "4\n3"
    assert json.loads(capsys.readouterr().out)["total"] == "7"


@pytest.mark.parametrize(
    ("name", "code"),
    [("out.docx", "plugin.no-writer"), ("nowhere/out.csv", "command.unwritable")],
)
def test_what_cannot_be_written_is_told(folder, capsys, name, code):
    assert score(folder, "--write", str(folder / name)) == 2
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]] == [code]


def test_only_one_form_is_written_to_a_file(folder, capsys):
    for more in ([str(folder / "form.csv")], []):
        form = "form.csv" if more else "."
        assert score(folder, *more, "--write", str(folder / "out.csv"), form=form) == 2
        assert "command.one-form-to-write" in capsys.readouterr().out
    assert not (folder / "out.csv").exists()


def test_without_a_ruleset_nobody_reads_it(folder, capsys):
    assert main(["read", str(folder / "form.csv"), "--format", "json"]) == 2
    assert "form.unknown-format" in capsys.readouterr().out
    broken = folder / "mine" / "ruleset.toml"
    broken.write_text(RULES.replace("format = 1", "format = 9"), "utf-8")
    assert score(folder) == 2


def forms_of_a_folder(folder, capsys):
    (folder / "handed").mkdir()
    (folder / "form.csv").rename(folder / "handed" / "form.csv")
    for name in ("other.toml", "photo.jpg", ".hidden", "~$open.csv"):
        (folder / "handed" / name).write_text(
            'year = "2024"\nrows = [{ name = "丙", actual = "1", weight = "5" }]\n', "utf-8"
        )
    score(folder, form="handed")
    told = json.loads(capsys.readouterr().out)
    return [(one["file"].rpartition("/")[2], one.get("total")) for one in told["forms"]], told["findings"]


def test_forms_of_a_folder_are_read_in_a_format_of_a_plugin_of_the_ruleset_too(folder, capsys):
    forms, _ = forms_of_a_folder(folder, capsys)
    assert forms == [("form.csv", "7"), ("other.toml", "1")]


def test_files_of_a_folder_that_nothing_reads_are_counted_and_named(folder, capsys):
    _, (found,) = forms_of_a_folder(folder, capsys)
    assert (found["code"], found["severity"]) == ("command.left-out", "info")
    assert "1 (photo.jpg)" in found["message"]["en"]


def test_of_many_files_that_nothing_reads_the_first_are_named(folder, capsys):
    for number in range(MOST_NAMED + 2):
        (folder / f"{number:02}.doc").touch()
    assert main(["score", str(folder)]) == 0
    page = capsys.readouterr().out
    assert f"有 {MOST_NAMED + 4} 个文件读不了" in page
    assert "09.doc等" in page


def test_a_folder_without_a_ruleset_is_read_in_no_format_of_a_plugin(folder, capsys):
    assert main(["score", str(folder), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["forms"] == []
    assert "form.csv" in told["findings"][0]["message"]["en"]
