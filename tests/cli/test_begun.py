"""`perfeval new`: what is printed when something was begun, and when it was not."""

import json
import shlex

import pytest

from perfeval_rules.cli import main


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)


def test_the_files_of_a_plugin_are_told_with_what_to_type_next(capsys, tmp_path):
    assert main(["new", "plugin", "net_promoter"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("已写好 perfeval-net-promoter，共 9 个文件：\n")
    for file in ("pyproject.toml", "perfeval_net_promoter/__init__.py", "tests/test_net_promoter.py"):
        assert f"  {file}  " in told
        assert (tmp_path / "perfeval-net-promoter" / file).is_file()
    assert told.splitlines()[-3:] == [
        "  python -m pip install -e 'perfeval-net-promoter[testing]'",
        "  python -m pytest perfeval-net-promoter",
        "  perfeval plugins check net_promoter",
    ]


def test_a_plugin_in_python_is_another(tmp_path):
    assert main(["new", "plugin", "nps", "--kind", "python", "--folder", "here"]) == 0
    assert "def attain(" in (tmp_path / "here/perfeval-nps/perfeval_nps/__init__.py").read_text("utf-8")
    assert main(["new", "plugin", "nps", "-d", "there"]) == 0
    assert "def attain(" not in (tmp_path / "there/perfeval-nps/perfeval_nps/__init__.py").read_text("utf-8")


def test_a_folder_with_a_blank_in_its_name_can_be_typed_as_it_is_told(capsys):
    assert main(["new", "plugin", "nps", "-d", "my plugins", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Written to my plugins/perfeval-nps, 9 files:\n")
    assert shlex.split(told.splitlines()[-2]) == ["python", "-m", "pytest", "my plugins/perfeval-nps"]


def test_a_ruleset_is_sound_as_it_is_told_to_be_seen(capsys):
    assert main(["new", "ruleset", "donghu-2026"]) == 0
    check, test, score = capsys.readouterr().out.splitlines()[-3:]
    assert score == "  perfeval score 填报表 -r donghu-2026/ruleset.toml"
    for command in (check, test):
        assert main(shlex.split(command)[1:]) == 0


def test_a_ruleset_may_build_on_another(tmp_path):
    assert main(["new", "ruleset", "donghu-2020", "--extends", "cn-sh-2020"]) == 0
    assert 'extends  = ["cn-sh-2020"]' in (tmp_path / "donghu-2020/ruleset.toml").read_text("utf-8")


@pytest.mark.parametrize("asked", [["plugin", "nps"], ["ruleset", "own"]])
def test_programs_read_the_same(asked, capsys, tmp_path):
    assert main(["new", *asked, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told.keys() == {"folder", "files", "next"}
    assert all((tmp_path / file).is_file() for file in told["files"])
    assert len(told["next"]) == 3


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["plugin", "Nps"], "command.bad-name"),
        (["plugin", "count"], "command.name-taken"),
        (["ruleset", "x_y"], "command.bad-name"),
        (["ruleset", "own", "-e", "no-such-ruleset"], "ruleset.not-found"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(asked, words, capsys, tmp_path):
    assert main(["new", *asked]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert main(["new", *asked, "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == words
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(capsys):
    assert main(["new", "ruleset", "own"]) == 0
    assert main(["new", "ruleset", "own"]) == 2
    assert "command.folder-exists" in capsys.readouterr().err
