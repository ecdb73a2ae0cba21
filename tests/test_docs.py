"""Every block of the README and of docs/ that can run is run, and says what it is shown to say.

The tutorial, the page for authors of plugins and the page on rulesets, whose blocks build on one another, have tests of
their own.
"""

import re
import shlex
from pathlib import Path

import pytest

import perfeval_rules
from perfeval_rules.cli import main
from perfeval_rules.cli.words import COMMANDS as SUBCOMMANDS
from tests.pages import DOCS, PAGES, ROOT, Block, blocks, quoted, shows

ON_THEIR_OWN = {"tutorial.md", "plugin-authors.md"}
COMMANDS = [block for page in PAGES if page.name not in ON_THEIR_OWN for block in blocks(page, "console")]
TARGETS = [block for page in PAGES for block in blocks(page, "sh")]
PYTHON = [page for page in PAGES if page.name not in ON_THEIR_OWN and blocks(page, "python")]


@pytest.mark.parametrize("block", COMMANDS, ids=lambda block: block.id)
def test_a_command_shown_prints_what_is_shown(
    block: Block, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command, _, shown = block.text.partition("\n")
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    assert command.startswith("$ perfeval "), block.id
    assert main(shlex.split(command.removeprefix("$ perfeval "))) == 0
    assert shows(shown, capsys.readouterr().out)


@pytest.mark.parametrize("page", PYTHON, ids=lambda page: page.name)
def test_python_shown_runs_from_top_to_bottom_and_prints_what_its_comments_say(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    known: dict[str, object] = {}
    for block in blocks(page, "python"):
        exec(compile(block.text, block.id, "exec"), known)
        promised = re.findall(r"print\(.*\)\s+# (.*)", block.text)
        assert capsys.readouterr().out.splitlines() == promised, block.id


@pytest.mark.parametrize("block", TARGETS, ids=lambda block: block.id)
def test_a_make_target_shown_exists(block: Block) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    asked = set(re.findall(r"^make ([a-z]+)", block.text, re.MULTILINE))
    assert asked
    assert asked <= targets, block.id


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_to_a_file_finds_it(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_public_name_is_told_to_embedders() -> None:
    assert set(perfeval_rules.__all__) - quoted((DOCS / "embedding.md").read_text("utf-8")) == set()


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert f"perfeval {name}" in (ROOT / "README.md").read_text("utf-8")
