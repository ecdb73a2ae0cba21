"""The pages of findings: one a code, each in both languages, saying what the catalogue says, with an example that is so."""

import json
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from perfeval_rules.catalogue import CATALOGUE
from perfeval_rules.engine import Engine
from perfeval_rules.findings import Finding
from perfeval_rules.hosting.load import load_modules
from tests.pages import DOCS, Block, blocks

FOLDER = DOCS / "findings"
PAGES = {page.stem: page for page in sorted(FOLDER.glob("*.md")) if page.stem != "README"}
SECTIONS = ("意思 · Meaning", "例子 · Example", "怎么办 · What to do")
GRAVE = {"error": "错误 · error", "warning": "警告 · warning", "info": "提示 · note"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"^[^\u4e00-\u9fff]*[A-Za-z]{3}", re.MULTILINE)
IN_WORDS = {"plugin.name-taken", "plugin.wrong-api", "plugin.not-loaded"}
"""Codes whose example needs distributions installed, so that it is only told."""
RULESET = "cn-mof-2020"
"""What a form is scored by where the page shows no ruleset."""
SOUND = '''
from datetime import date
from fractions import Fraction
from typing import Literal
from perfeval_rules import Check, Example, IndicatorType, Reported, Text, Words, hookimpl

class Cells(Reported):
    """A number."""
    actual: Fraction | None = None
'''
"""What every example of a plugin begins with; the pages leave it out."""

DEBT = {
    "case": """
        bad-escape bare-key bare-text deep-value file-owed full-width-mark list-owed long-key long-line
        many-digits no-bracket no-cases no-equals no-expect no-file no-form no-form-file no-value not-utf8
        number-owed odd-blank odd-number of-a-row open-list open-long-text open-table open-text several-lines
        table-owed text-owed time-of-day too-large twice two-forms unknown-check unknown-expectation
        unknown-fact unknown-grade unknown-group unknown-key unknown-line unknown-outcome unknown-reason
        unknown-rule unknown-table unknown-verdict unread-form unreadable unreadable-file verdict-owed
        yes-no-owed
    """,
    "command": """
        is-folder no-file no-ruleset several-lines unknown-line unreadable
    """,
    "form": """
        bad-escape bare-key bare-text broken-character contact-left-out deep-value duplicate-key empty
        extra-cell full-width-mark inexact-number json-broken json-colon-missing json-comma-missing
        json-key-missing json-more json-text-mark json-text-open json-value-missing long-key long-line
        many-digits misspelt-key more-findings needs-list needs-table needs-value needs-year needs-yes-no
        no-bracket no-columns no-equals no-rows no-table no-total no-value not-a-form not-finite not-text
        not-understood not-utf8 odd-blank odd-number open-list open-long-text open-table open-text
        other-encoding second-total second-value sum-recognised text-skipped text-too-long time-of-day too-deep
        too-large too-many-columns too-many-lines too-many-rows twice unknown-format unknown-key unreadable
    """,
    "formula": """
        aggregate-here arguments backslash bad-number bare-function branches-differ by-zero chained-in
        close-bracket compared-conditions compared-kinds compared-texts condition-as-number count-zero
        crossed-ends date-as-number else-without-if empty function-instead if-blank-name if-without-else
        ifs-otherwise in-item in-kind in-what missing-sign missing-value name-start nested-aggregate
        nested-choice no-meaning not-a-formula not-in-language not-of-a-child not-written-out not-yet of-a-child
        open-bracket open-text over-rows percent places plain-name power repeated-key step-size strange-letter
        stray-comma stray-table table-cell table-key table-shape too-deep too-long unknown-function unknown-id
        unknown-name unknown-scope unknown-words unseen-mark unsorted-bands whole-division wide-blank
        within-here write-instead wrong-bracket wrong-kind wrong-result
    """,
    "ruleset": """
        bad-escape bad-fact-id bad-id bad-specifier bare-key bare-text blank-word chars-backwards circle
        conflict constant-owed date-owed deep-value duplicate-id each-without-folder engine-version
        extends-circle extends-deep formula-owed full-width-mark grade-always grades-unsorted group-circle
        id-differs key-not-here late-format list-owed long-key long-line many-digits missing-key missing-option
        no-action no-bracket no-edition no-equals no-format no-head no-id no-text no-type no-value no-year
        not-a-choice not-found not-supported not-utf8 nothing-lowered number-owed odd-blank odd-number open-list
        open-long-text open-table open-text option-of-other-type out-of-force points-owed remove-nothing
        removed-name reserved-name second-action second-default several-editions table-owed tables-owed
        text-owed time-of-day too-large twice unknown-each unknown-fact unknown-family unknown-format
        unknown-grade unknown-group unknown-key unknown-option unknown-placeholder unknown-source unknown-table
        unknown-text unknown-type unknown-words unreadable unreadable-file whole-number-owed words-owed
        wrong-choice wrong-option wrong-preset year-owed years-backwards years-gap years-overlap yes-no-owed
    """,
    "value": """
        amount-not-money amount-unclear amount-unit-unknown approximate date-backwards date-impossible
        date-without-year exponent foreign-digits grouping hidden-marks month-or-months not-a-number
        number-missing number-unclear range sign-unknown sign-without-number signs-disagree spreadsheet-error
        too-many-digits unit-unknown
    """,
}
"""Codes that have no page yet, by family; this may only shrink."""


def sections(code: str) -> dict[str, str]:
    """The sections of a page by their headings."""
    parts = re.split(r"^## (.+)\n", PAGES[code].read_text("utf-8"), flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def prose(text: str) -> str:
    """A section without its blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def test_every_page_is_of_a_code():
    assert PAGES.keys() - CATALOGUE.keys() == set()


def test_codes_without_a_page_are_those_owed_one():
    owed = {f"{family}.{code}" for family, codes in DEBT.items() for code in codes.split()}
    assert CATALOGUE.keys() - PAGES.keys() == owed


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
    assert {block.language for block in shown} == {"text"} if code in IN_WORDS else True
    if code not in IN_WORDS:
        assert code in {one.code for one in found_by(shown, tmp_path)}


def found_by(shown: list[Block], folder: Path) -> tuple[Finding, ...]:
    """Everything found in what a page shows: a plugin, or a form and the ruleset it is scored by."""
    asked: str | Path = RULESET
    form: dict[str, object] | None = None
    told: tuple[Finding, ...] = ()
    for block in shown:
        if block.language == "python":
            told = (*told, *load_modules([module_of(block)])[1])
        elif block.text.startswith("format"):
            asked = folder / "mine" / "ruleset.toml"
            asked.parent.mkdir()
            asked.write_text(block.text, "utf-8")
            told = (*told, *Engine().check(asked))
        elif block.language == "toml":
            form = tomllib.loads(block.text)
    if form is not None:
        submission, notes = Engine().read(json.dumps(form, ensure_ascii=False, default=str).encode(), "form.json")
        assert submission is not None
        told = (*told, *notes, *Engine().program(asked).evaluate(submission).findings)
    return told


def module_of(block: Block) -> ModuleType:
    """A plugin made of what a page shows."""
    module = ModuleType("perfeval_visits")
    exec(compile(SOUND + block.text, block.id, "exec"), module.__dict__)
    return module
