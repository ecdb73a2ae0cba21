"""`perfeval plugins check`: how verdicts are printed, and what is said where there are none."""

import json
import sys

import pytest

from perfeval_rules.cli import main, plugins_check
from perfeval_rules.testing.process import EndedEarlyError
from perfeval_rules.testing.verdict import Verdict
from perfeval_rules.text import Text

LOADS = Verdict("plugin", "nps", Text(), "loads", True)
HOLDS = Verdict("type", "nps", Text("净推荐值", "net promoter"), "test_examples_hold", True)
FAILS = Verdict(
    "type", "nps", Text("净推荐值", "net promoter"), "test_messages_can_be_told", False,
    (Text("甲\n  选项 （无）", "one\n  options (none)"), Text("乙", "two\u202e")),
)  # fmt: skip
UNTRIED = Verdict("ruleset", "own", Text(), "cases", None, (Text("没有试", "not tried"),))


@pytest.fixture
def told(site, monkeypatch):
    """Puts verdicts in the place of those on an installed plugin."""
    site.install("nps", version="1.2")
    monkeypatch.setattr(plugins_check.Engine, "plugins", lambda engine: site.found())
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)

    def tell(*verdicts, ends=None):
        def inspected(name):
            assert name == "nps"
            yield from verdicts
            if ends:
                raise ends

        monkeypatch.setattr(plugins_check, "inspected", inspected)

    return tell


def test_what_holds_is_a_list_under_what_it_holds_of(told, capsys):
    told(LOADS, HOLDS)
    assert main(["plugins", "check", "nps"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "插件 nps  perfeval-nps 1.2", "  ✓ 能够载入，声明的内容都合规", "", "类型 nps  净推荐值", "  ✓ 自带的例子都成立", "",
        "共 2 项：符合 2，不符 0，没有试 0。",
    ]  # fmt: skip


def test_what_does_not_hold_is_marked_and_shown_and_the_code_says_so(told, capsys):
    told(LOADS, HOLDS, FAILS, UNTRIED)
    assert main(["plugins", "check", "nps", "--lang", "en"]) == 1
    assert capsys.readouterr().out.splitlines()[3:] == [
        "Type nps  net promoter",
        "  ✓ the examples that it brings hold",
        "  ✗ its messages can be told",
        "    → one",
        "      options (none)",
        "    → two\\u202e",
        "",
        "Ruleset own",
        "  – all of its cases hold",
        "    → not tried",
        "",
        "4 looked at: 2 hold, 1 do not, 1 not tried.",
    ]


def test_programs_read_the_same_list(told, capsys):
    told(LOADS, FAILS, UNTRIED)
    assert main(["plugins", "check", "nps", "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["plugin"] == {"name": "nps", "distribution": "perfeval-nps", "version": "1.2"}
    assert (said["held"], said["failed"], said["untried"], said["findings"]) == (1, 1, 1, [])
    assert [one["holds"] for one in said["properties"]] == [True, False, None]
    assert said["properties"][1]["said"][1] == {"zh": "乙", "en": "two\u202e"}


@pytest.mark.parametrize("verdicts", [(), (LOADS, FAILS)])
def test_a_process_that_ended_early_is_not_done_and_that_is_told(told, verdicts, capsys):
    told(*verdicts, ends=EndedEarlyError(3, ""))
    assert main(["plugins", "check", "nps"]) == 2
    out, err = capsys.readouterr()
    assert ("共 2 项" in out) is bool(verdicts)
    assert "退出码 3" in err
    assert main(["plugins", "check", "nps", "--format", "json"]) == 2
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert found["code"] == "command.check-ended"


def test_a_plugin_that_is_not_installed_is_told_with_the_nearest(told, capsys):
    told()
    assert main(["plugins", "check", "npz"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "最接近的是“nps”" in err
    assert "command.no-plugin" in err


@pytest.mark.parametrize(("api", "twice", "code"), [(2, False, "plugin.wrong-api"), (1, True, "plugin.name-taken")])
def test_a_plugin_that_cannot_be_used_is_told_why(told, site, api, twice, code, capsys):
    site.install("other", api=api)
    if twice:
        site.install("other", distribution="second", module="second_other")
    assert main(["plugins", "check", "other"]) == 2
    assert code in capsys.readouterr().err


@pytest.mark.parametrize("package", ["pytest", "hypothesis"])
def test_a_missing_extra_is_named(told, package, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, package, None)
    assert main(["plugins", "check", "nps", "--lang", "en"]) == 2
    err = capsys.readouterr().err
    assert f"needs {package}" in err
    assert "perfeval-rules[testing]" in err
