"""The closed catalogue of codes."""

import re

import pytest

from perfeval_rules.catalogue import CATALOGUE, compiled, finding, form, ruleset, scoring
from perfeval_rules.catalogue.entry import error, info, warning
from perfeval_rules.findings import Place
from perfeval_rules.text import PLACEHOLDER, Text

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_a_helper_for_each_severity():
    assert [make("甲", "a").severity for make in (error, warning, info)] == ["error", "warning", "info"]
    assert error("甲", "a", "乙", "b").advice == Text("乙", "b")
    assert not error("甲", "a").advice


def test_a_code_that_is_not_in_the_catalogue_cannot_become_a_finding():
    with pytest.raises(KeyError):
        finding("form.no-such-code", Place())


def test_a_finding_takes_its_words_and_severity_from_the_catalogue(monkeypatch):
    monkeypatch.setitem(CATALOGUE, "form.sample", warning("“{name}”不对", "{name} is wrong", "改", "mend it"))
    told = finding("form.sample", Place("a", 1), path="rows[0]", rule="check.x", line="x", length=0, name="分值")
    assert (told.severity, told.say("zh"), told.advise("en")) == ("warning", "“分值”不对", "mend it")
    assert (told.path, told.rule, told.line, told.length) == ("rows[0]", "check.x", "x", 1)
    assert finding("form.sample", Place(), severity="error", name="").severity == "error"


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_code_is_a_family_and_words_joined_by_hyphens(code):
    assert re.fullmatch(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_message_is_written_in_both_languages(code):
    entry = CATALOGUE[code]
    for text in (entry.message, entry.advice) if entry.advice else (entry.message,):
        assert HAN.search(text.zh), f"{code}: no Chinese wording"
        assert re.search("[a-z]", text.en), f"{code}: no English wording"


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_wordings_ask_for_the_same_values(code):
    entry = CATALOGUE[code]
    for text in (entry.message, entry.advice):
        zh, en = (
            {name.removesuffix(suffix) for name in Text(wording).placeholders()}
            for wording, suffix in ((text.zh, "_zh"), (text.en, "_en"))
        )
        assert zh == en, code


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_an_error_or_warning_says_what_to_do(code):
    entry = CATALOGUE[code]
    assert entry.severity == "info" or entry.advice, f"{code}: no advice"


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_placeholder_names_a_form_that_exists(code):
    entry = CATALOGUE[code]
    for wording in (entry.message.zh, entry.message.en, entry.advice.zh, entry.advice.en):
        assert not re.search(r"\{\w+:[^}]*\}", PLACEHOLDER.sub("", wording)), f"{code}: {wording}"


def test_no_two_modules_of_a_family_word_one_code():
    assert not ruleset.ENTRIES.keys() & compiled.ENTRIES.keys()
    assert not form.ENTRIES.keys() & scoring.ENTRIES.keys()
