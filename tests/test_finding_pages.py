"""The pages of findings: one a code, each in both languages, saying what the catalogue says, with an example that is so."""

import json
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import perfeval_standard
from perfeval_rules.catalogue import CATALOGUE
from perfeval_rules.engine import Engine
from perfeval_rules.findings import Finding
from perfeval_rules.hosting.load import load_modules
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.running import run_case
from tests.pages import DOCS, Block, blocks

FOLDER = DOCS / "findings"
PAGES = {page.stem: page for page in sorted(FOLDER.glob("*.md")) if page.stem != "README"}
SECTIONS = ("意思 · Meaning", "例子 · Example", "怎么办 · What to do")
GRAVE = {"error": "错误 · error", "warning": "警告 · warning", "info": "提示 · note"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"^[^\u4e00-\u9fff]*[A-Za-z]{3}", re.MULTILINE)
IN_WORDS = frozenset(
    [
        "plugin.name-taken",
        "plugin.wrong-api",
        "plugin.damaged",
        "plugin.not-loaded",
        "plugin.overridden",
        "plugin.no-writer",
        "plugin.writer-failed",
        "command.no-file",
        "command.is-folder",
        "command.left-out",
        "command.unreadable",
        "command.unwritable",
        "command.one-form-to-write",
        "command.no-ruleset",
        "command.unknown-line",
        "command.several-lines",
        "command.bad-name",
        "command.name-taken",
        "command.folder-exists",
        "command.no-plugin",
        "command.no-testing",
        "command.check-ended",
        "ruleset.not-utf8",
        "ruleset.too-large",
        "ruleset.id-differs",
        "ruleset.extends-deep",
        "ruleset.unreadable-file",
        "ruleset.missing-option",
        "ruleset.no-edition",
        "ruleset.no-year",
        "ruleset.several-editions",
        "ruleset.unknown-family",
        "ruleset.years-overlap",
        "ruleset.years-gap",
        "form.too-large",
        "form.long-line",
        "form.not-utf8",
        "form.unknown-format",
        "form.empty",
        "form.not-text",
        "form.other-encoding",
        "form.more-findings",
        "form.json-text-open",
        "form.too-many-rows",
        "form.text-too-long",
        "form.too-many-columns",
        "form.too-many-lines",
        "form.inexact-number",
        "case.too-large",
        "case.long-line",
        "case.not-utf8",
        "case.no-file",
        "case.unreadable-file",
        "case.unread-form",
        "value.number-missing",
    ]
)
"""Codes whose example needs what no page can hold: installed distributions, other files, encodings, large files."""
RULESET = "cn-mof-2020"
"""What a form is scored by where the page shows no ruleset."""
OVERLAY = """
format = 1
[ruleset]
id = "own"
title.zh = "本地"
edition = "1"
years = { from = 2020 }
extends = ["cn-mof-2020"]
"""
SOUND = '''
from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal
from pydantic import model_validator
from perfeval_rules import Check, Example, IndicatorType, Reported, Text, Words, hookimpl

class Cells(Reported):
    """A number."""
    actual: Fraction | None = None
'''
"""What every example of a plugin begins with; the pages leave it out."""


def sections(code: str) -> dict[str, str]:
    """The sections of a page by their headings."""
    parts = re.split(r"^## (.+)\n", PAGES[code].read_text("utf-8"), flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def prose(text: str) -> str:
    """A section without its blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def test_every_page_is_of_a_code():
    assert PAGES.keys() - CATALOGUE.keys() == set()


def test_every_code_has_a_page():
    assert CATALOGUE.keys() - PAGES.keys() == set()


@pytest.mark.parametrize("code", PAGES)
def test_a_page_says_what_the_catalogue_says(code: str):
    entry, found = CATALOGUE[code], sections(code)
    head = found[""].splitlines()
    assert head[0] == f"# {code}"
    assert GRAVE[entry.severity] in found[""]
    assert [line.removeprefix("> ") for line in head if line.startswith("> ")] == [entry.message.zh, entry.message.en]
    assert entry.advice.zh in found[SECTIONS[2]]
    assert entry.advice.en in found[SECTIONS[2]]


@pytest.mark.parametrize("code", PAGES)
def test_a_page_has_every_section_in_both_languages(code: str):
    found = sections(code)
    assert tuple(found)[1:] == SECTIONS
    for heading in SECTIONS:
        assert CHINESE.search(prose(found[heading])), heading
        assert LATIN.search(prose(found[heading])), heading


@pytest.mark.parametrize("code", PAGES)
def test_the_example_of_a_page_is_told_so(code: str, tmp_path: Path):
    shown = blocks(PAGES[code])
    assert shown
    if code not in IN_WORDS:
        assert code in {one.code for one in found_by(shown, tmp_path)}


def found_by(shown: list[Block], folder: Path) -> tuple[Finding, ...]:
    """Everything found in what a page shows: a plugin, a form, the ruleset it is scored by."""
    asked: str | Path = RULESET
    form: dict[str, object] | None = None
    told: tuple[Finding, ...] = ()
    engine = Engine()
    for block in shown:
        if block.language == "python":
            module = module_of(block)
            told = (*told, *load_modules([module])[1])
            engine = engine if told else Engine(plugins=[perfeval_standard, module])
        elif block.language == "text" and block.file:
            told = (*told, *engine.read(block.text.encode(), block.file)[1])
        elif block.language == "text":
            told = (*told, *found_in_cases(block.text, folder))
        elif block.text.startswith("format"):
            asked = folder / "mine" / "ruleset.toml"
            asked.parent.mkdir()
            asked.write_text(block.text, "utf-8")
            told = (*told, *engine.check(asked))
        elif block.language == "toml":
            form = tomllib.loads(block.text)
    if form is not None:
        submission, notes = Engine().read(json.dumps(form, ensure_ascii=False, default=str).encode(), "form.json")
        assert submission is not None
        told = (*told, *notes, *engine.program(asked).evaluate(submission).findings)
    return told


def found_in_cases(text: str, folder: Path) -> tuple[Finding, ...]:
    """Everything found in a file of cases beside a ruleset that only extends the national one."""
    beside = folder / "cases" / "own"
    if beside.exists():
        return ()
    beside.mkdir(parents=True)
    (beside / "ruleset.toml").write_text(OVERLAY, "utf-8")
    (beside / "cases.toml").write_text(text, "utf-8")
    run = suite(Engine(), beside)
    return (*run.findings, *(one for case in run.cases for one in run_case(run.program, case).findings))


def module_of(block: Block) -> ModuleType:
    """A plugin made of what a page shows."""
    module = ModuleType("perfeval_visits")
    exec(compile(SOUND + block.text, block.id, "exec"), module.__dict__)
    return module
