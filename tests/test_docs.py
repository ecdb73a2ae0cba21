"""Every block of the README and of docs/ that can run is run, and says what it is shown to say."""

import re
import shlex
from pathlib import Path

import pytest

from perfeval_rules.cli import main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[tuple[str, str]]:
    """The blocks of a language, each with the page it stands on."""
    return [
        (page.name, found[2])
        for page in PAGES
        for found in BLOCK.finditer(page.read_text("utf-8"))
        if found[1] == language
    ]


@pytest.mark.parametrize(("page", "block"), blocks("console"))
def test_a_command_shown_prints_what_is_shown(
    page: str, block: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command, _, shown = block.partition("\n")
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    assert command.startswith("$ perfeval "), page
    assert main(shlex.split(command.removeprefix("$ perfeval "))) == 0
    printed = capsys.readouterr().out.strip("\n")
    shown, cut, _ = shown.partition("\n...\n")
    shown = shown.strip("\n")
    assert printed.startswith(shown) if cut else printed == shown


@pytest.mark.parametrize(("page", "block"), blocks("python"))
def test_python_shown_runs_and_prints_what_its_comments_say(
    page: str, block: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(block, page, "exec"), {})
    promised = re.findall(r"print\(.*\)\s+# (.*)", block)
    assert capsys.readouterr().out.splitlines() == promised


@pytest.mark.parametrize(("page", "block"), blocks("sh"))
def test_a_make_target_shown_exists(page: str, block: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    asked = set(re.findall(r"^make ([a-z]+)", block, re.MULTILINE))
    assert asked <= targets, page
