"""The tutorial, once in each language, from top to bottom: every file as it is shown, every command as it is typed."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from perfeval_rules.cli import main
from perfeval_rules.text import Language
from tests.pages import DOCS, ROOT, blocks_of, shows

PAGE = DOCS / "tutorial.md"
HALVES = [part for part in re.split(r"^(?=# )", PAGE.read_text("utf-8"), flags=re.MULTILINE) if part]
LANGUAGES: list[Language] = ["zh", "en"]
ERROR = {"zh": r"：.*错误 \d|^错误  |[1-9] 个不符", "en": r"\d found:.*error|^error  |[1-9] failed"}
"""What output says of errors; the exit code is then 1."""


def half(language: Language) -> str:
    return HALVES[LANGUAGES.index(language)]


def test_the_tutorial_is_there_in_both_languages() -> None:
    assert [len(blocks_of(part, "tutorial", "console")) for part in HALVES] == [7, 7]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tutorial_works_as_it_is_written(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    for block in blocks_of(half(language), PAGE.name, "toml", "console"):
        if block.language == "toml":
            assert block.file, block.id
            file = tmp_path / block.file
            file.parent.mkdir(exist_ok=True)
            file.write_text(block.text, "utf-8")
            continue
        command, _, shown = block.text.partition("\n")
        assert command.startswith("$ perfeval "), block.id
        assert ("--lang en" in command) == (language == "en"), block.id
        code = main(shlex.split(command.removeprefix("$ perfeval ")))
        printed = capsys.readouterr().out
        assert shows(shown, printed), block.id
        told = re.search(ERROR[language], printed, re.MULTILINE) and " explain " not in command
        assert code == (1 if told else 0), block.id


def test_both_halves_write_the_same_files() -> None:
    zh, en = ([(block.file, block.text) for block in blocks_of(part, PAGE.name, "toml")] for part in HALVES)
    assert zh == en
