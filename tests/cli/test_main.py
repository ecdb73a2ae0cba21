"""Languages, help, faults of usage and exit codes."""

import subprocess
import sys

import pytest

from perfeval_rules.cli import main, spoken
from perfeval_rules.cli.words import COMMANDS, FAMILIES
from perfeval_rules.version import VERSION


@pytest.fixture(autouse=True)
def _no_language(monkeypatch):
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "zh"),
        (["--lang", "en"], {}, "en"),
        (["score", "--lang=en", "x"], {}, "en"),
        ([], {"PERFEVAL_LANG": "en"}, "en"),
        (["--lang", "zh"], {"PERFEVAL_LANG": "en"}, "zh"),
        (["--lang"], {}, "zh"),
        (["--lang", "fr"], {}, "zh"),
    ],
)
def test_the_language_is_the_one_asked_for(arguments, environment, language):
    assert spoken(arguments, environment) == language


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["--lang", "zh", "--help"]])
def test_help_names_every_command(arguments, capsys):
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in COMMANDS)
    assert "用法：perfeval" in told


def test_help_speaks_english_too(capsys):
    assert main(["--help", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "Usage: perfeval" in told
    assert "score forms by a ruleset" in told


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command, capsys):
    assert main([command, "--help"]) == 0
    assert COMMANDS[command].zh in capsys.readouterr().out


@pytest.mark.parametrize("family", [name for name in FAMILIES if name])
def test_a_command_that_has_commands_names_each_and_each_explains_itself(family, capsys):
    assert main([family, "--help"]) == 0
    told = capsys.readouterr().out
    assert f"用法：perfeval {family}" in told
    for name, about in FAMILIES[family].items():
        assert f"{name} " in told
        assert about.zh in told
        assert main([family, name, "-h", "--lang", "en"]) == 0
        assert f"Usage: perfeval {family} {name}" in capsys.readouterr().out


def test_what_must_be_said_further_is_asked_for_by_the_help(capsys):
    assert main(["new"]) == 0
    assert "用法：perfeval new" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["plugins"], ["plugins", "list"], ["plugins", "--lang", "zh"]])
def test_the_command_that_is_meant_need_not_be_named(arguments, capsys):
    assert main(arguments) == 0
    assert "perfeval_standard" in capsys.readouterr().out


def test_the_version_is_told(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"perfeval {VERSION}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["scor"], "没有“scor”这个命令"),
        (["--verson"], "是否指 --version？"),
        (["score", "--xyzzy", "a"], "没有 --xyzzy 这个选项。"),
        (["score"], "还缺“填报表...”。"),
        (["explain", "a"], "还缺“行”。"),
        (["score", "a", "--format", "xml"], "--format 只能是 text, json。"),
        (["read", "a", "b"], "用法有误："),
        (["score", "a", "--ruleset"], "用法有误："),
        (["--lang", "fr"], "--lang 只能是 zh, en。"),
        (["plugins", "remove"], "没有“remove”这个命令，可用的有 list, check。"),
        (["plugins", "check"], "还缺“名称”。"),
        (["new", "plugin"], "还缺“名称”。"),
        (["new", "plugin", "nps", "--kind", "c"], "--kind 只能是 formulas, python。"),
    ],
)
def test_a_fault_of_usage_is_told_with_what_would_be_right(arguments, told, capsys):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert "--help" in err


def test_a_language_that_is_not_spoken_is_a_fault_in_the_environment_too(monkeypatch, capsys):
    monkeypatch.setenv("PERFEVAL_LANG", "fr")
    assert main(["plugins"]) == 2
    assert "zh, en" in capsys.readouterr().err


@pytest.mark.parametrize("package", ["click", "rich"])
def test_a_missing_package_names_the_extra_in_one_line(package):
    asked = (
        f"import sys; sys.modules[{package!r}] = None; from perfeval_rules.cli import main; sys.exit(main(['plugins']))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"perfeval-rules[cli]" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("fault", [ModuleNotFoundError(name="openpyxl"), ZeroDivisionError("x")])
def test_a_fault_of_the_program_is_not_taken_for_a_form_that_was_scored(fault, monkeypatch, capsys):
    def fails(arguments, language):
        raise fault

    monkeypatch.setattr("perfeval_rules.cli.parser.run", fails)
    assert main(["plugins"]) == 2
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert "perfeval 自身的错误" in err


def test_a_run_that_a_person_stops_says_so_by_its_code(monkeypatch):
    def stopped(output, ruleset):
        raise KeyboardInterrupt

    monkeypatch.setattr("perfeval_rules.cli.plugins_list.run", stopped)
    assert main(["plugins"]) == 130


def run(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "perfeval_rules", *arguments], capture_output=True, **options)


def test_a_narrow_locale_does_not_end_a_run():
    done = run("--help", env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": "."})
    assert done.returncode == 0
    assert done.stderr == b""


def test_help_needs_neither_pydantic_nor_rich():
    asked = "import sys; from perfeval_rules.cli import main; main(['--help']); print({'pydantic', 'rich'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b"set()"


def test_a_reader_that_has_gone_is_no_crash():
    line = f"{sys.executable} -m perfeval_rules --help | true"
    done = subprocess.run(["bash", "-c", line], capture_output=True)
    assert b"Traceback" not in done.stderr


def test_a_shell_completes_the_commands():
    asked = {"_PERFEVAL_COMPLETE": "bash_complete", "COMP_WORDS": "perfeval sco", "COMP_CWORD": "1", "PYTHONPATH": "."}
    assert run(env=asked).stdout.split() == [b"plain,score"]
