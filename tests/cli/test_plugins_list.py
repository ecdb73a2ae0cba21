"""`perfeval plugins`, over distributions as installers write them."""

import json

import pytest

from perfeval_rules.cli import main, plugins_list
from perfeval_rules.text import BLANK

HEAD = 'format = 1\n[ruleset]\nid = "own"\nedition = "1"\nyears = { from = 2024 }\n'


@pytest.fixture
def installed(site, monkeypatch):
    """A folder of distributions that is all there is."""
    monkeypatch.setattr(plugins_list.Engine, "plugins", lambda engine: site.found())
    monkeypatch.delenv("PERFEVAL_PLUGINS", raising=False)
    return site


@pytest.fixture
def own(tmp_path):
    """Writes a ruleset that requires some plugins, and gives its name."""

    def write(plugins):
        (tmp_path / "ruleset.toml").write_text(f"{HEAD}[requires]\nplugins = {plugins}\n", "utf-8")
        return str(tmp_path)

    return write


def rows(capsys):
    return json.loads(capsys.readouterr().out)


def test_a_plugin_is_listed_with_what_keeps_it_from_being_used(installed, capsys):
    installed.install("nps", api=2, version="1.2")
    assert main(["plugins"]) == 0
    told = capsys.readouterr().out
    assert "perfeval-nps" in told
    assert "接口不符" in told
    assert "按插件接口 v2 编写，本引擎使用 v1" in told
    assert main(["plugins", "--lang", "en"]) == 0
    assert "was built for plugin API v2" in capsys.readouterr().out


def test_programs_read_the_same_list(installed, capsys):
    installed.install("nps", version="1.2")
    installed.install("old", api=2)
    assert main(["plugins", "list", "--format", "json"]) == 0
    nps, old = rows(capsys)
    assert nps == {
        "name": "nps", "distribution": "perfeval-nps", "version": "1.2", "api": 1, "state": "available",
        "rung": "formulas", "module": "sample_nps", "why": None,
    }  # fmt: skip
    assert old["state"] == "wrong-api"
    assert old["why"].keys() == {"zh", "en"}


def test_a_ruleset_says_what_is_active_and_what_is_lacking(installed, own, capsys):
    installed.install("nps", version="1.2")
    installed.install("idle", "x = 1")
    asked = own('{ nps = ">=1", gone = "" }')
    assert main(["plugins", "--ruleset", asked, "--format", "json"]) == 0
    assert [(one["name"], one["state"], one["rung"]) for one in rows(capsys)] == [
        ("gone", "not-installed", None),
        ("idle", "not-required", None),
        ("nps", "active", "formulas"),
    ]
    assert main(["plugins", "-r", asked]) == 0
    told = capsys.readouterr().out
    assert "没有安装" in told
    assert "未要求" in told
    assert BLANK in told


def test_the_environment_goes_before_the_ruleset_and_that_is_told(installed, own, monkeypatch, capsys):
    installed.install("nps")
    monkeypatch.setenv("PERFEVAL_PLUGINS", "nps")
    assert main(["plugins", "-r", own("{}")]) == 0
    out, err = capsys.readouterr()
    assert "使用中" in out
    assert "PERFEVAL_PLUGINS" in err


def test_a_ruleset_that_cannot_be_read_is_no_list(installed, capsys):
    assert main(["plugins", "-r", "no-such-ruleset"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "no-such-ruleset" in err


def test_a_ruleset_that_a_plugin_brings_is_found_by_its_id(installed, capsys):
    folder = installed.folder / "sample_pack" / "rulesets" / "own"
    folder.mkdir(parents=True)
    (folder / "ruleset.toml").write_text(HEAD, "utf-8")
    installed.install("pack", module="sample_pack")
    (installed.folder / "sample_pack.py").unlink()
    (installed.folder / "sample_pack" / "__init__.py").write_text("", "utf-8")
    assert main(["plugins", "-r", "own", "--format", "json"]) == 0
    assert [one["state"] for one in rows(capsys)] == ["not-required"]
