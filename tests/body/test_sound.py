"""The quick way through a sound form: what it reads is what the reader that tells everything reads."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.form_data import MOST_CHARACTERS, MOST_ROWS, submission_from_document
from perfeval_rules.body.json_document import read_json
from perfeval_rules.body.sound import sound_form, sound_request
from perfeval_rules.body.spots import spots
from perfeval_rules.engine import Engine
from perfeval_rules.submission import FundPart, Funds, Row, Submission, canonical

ROOT = Path(__file__).parents[2]
NAME = "form.json"


def told_in_full(text):
    told = Collected()
    document = read_json(text, NAME, told)
    form = submission_from_document(document, told) if document else None
    return form, told.result(NAME)


def same(text):
    """Whether the quick way read a text; it then read it as the long way does, without a finding."""
    form = sound_form(text, NAME)
    if form is None:
        return False
    assert (repr(form), form) == (repr(told_in_full(text)[0]), told_in_full(text)[0])
    assert told_in_full(text)[1] == ()
    return True


# Every number as JSON may write it; `dumps` below writes them as they are.
NUMBERS = st.from_regex(r"\A-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?\Z")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", " ", "≥300人次", '{[,:"\\']
)
ODD = st.sampled_from(['{"text": "a", "at": "b"}', "true", "[]", "{}", '"\\ud800"', "NaN", "-Infinity", "1e400", "-0"])
VALUES = st.builds(json.dumps, TEXTS, ensure_ascii=st.booleans()) | NUMBERS | st.just("null")
MAYBE = st.integers(0, 40).flatmap(lambda lot: ODD if not lot else VALUES)


def table(keys):
    """A JSON table of some of the keys, in any order, with blanks anywhere between."""

    def joined(pairs, blank):
        return "{" + blank + f",{blank}".join(f'"{key}"{blank}:{blank}{value}' for key, value in pairs) + blank + "}"

    pairs = st.lists(
        st.sampled_from(list(keys)).flatmap(lambda key: st.tuples(st.just(key), keys[key])),
        max_size=len(keys),
        unique_by=lambda pair: pair[0],
    )
    return st.builds(joined, pairs, st.sampled_from(["", " ", "\n\t"]))


def listed(items):
    return st.lists(items, max_size=3).map(lambda found: "[" + ",".join(found) + "]")


LABELS = st.dictionaries(TEXTS, MAYBE, max_size=3).map(
    lambda pairs: (
        "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {value}" for key, value in pairs.items()) + "}"
    )
)
SPECIAL = {
    "categories": listed(MAYBE),
    "values": LABELS,
    "headings": LABELS,
    "sum": st.sampled_from(["true", "false", "null", "0"]),
    "complete": st.sampled_from(["true", "false"]),
    "year": st.sampled_from(["2020", "1000", "9999", '"2020"', "999", "20200", "null"]),
    "at": st.just('"自评表!D13"'),
    "source": st.sampled_from(['"原表.xlsx"', '""', "null"]),
}


def keys_of(model, **others):
    return {key: SPECIAL.get(key, MAYBE) for key in model.model_fields if key not in ("path", "at")} | others


FUNDS = table(keys_of(Funds, parts=listed(table(keys_of(FundPart)))))
FORMS = table(keys_of(Submission, funds=FUNDS | st.just("null"), rows=listed(table(keys_of(Row))) | st.just("null")))


@settings(max_examples=300, deadline=None)
@given(FORMS)
def test_both_ways_read_the_same(text):
    same(text)


@settings(max_examples=200, deadline=None)
@given(FORMS, st.lists(st.tuples(st.integers(0, 400), st.sampled_from('"{}[],:0-.e\\ \nn')), max_size=2))
def test_both_ways_read_the_same_of_a_text_that_was_damaged(text, changes):
    for at, mark in changes:
        at %= len(text)
        text = text[:at] + mark + text[at + 1 :]
    same(text)


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*-form.*")), ids=lambda path: path.name)
def test_a_form_of_the_examples_goes_the_quick_way(path, indent):
    form, _ = Engine().read(path.read_bytes(), path.name)
    assert same(json.dumps(canonical(form, places=False), ensure_ascii=False, indent=indent))


@pytest.mark.parametrize(
    "text",
    [
        '{"rows": [{"actual": 1.10, "weight": -0, "target": 1e400, "stated": 0.12345678901234567890}]}'.replace(
            "1e400", "1E+2"
        ),
        '{"source": "原表.xlsx", "year": 2020, "complete": false, "rows": [{"sum": true}, {}]}',
        '{"funds": {"executed": 12345678901234567890123, "parts": [{"label": "其中"}, {}]}, "rows": []}',
        '{"values": {"a": 1, "b": null, "": "", "c": " "}, "rows": [{"categories": ["产出", null, 3]}]}',
        '{"project": "\\u7532\\"{[", "rows": null, "funds": null}',
    ],
)
def test_what_is_sound_goes_the_quick_way(text):
    assert same(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "3", "{} {}", '{"a": 1}', '{"year": "2020"}', '{"project": true}', '{"project": 1e400}',
        '{"project": NaN}', '{"project": {"text": "a", "at": "b"}}', '{"project": "a", "project": "b"}',
        '{"pro\\u006aect": "a"}', '{"values": {"a": 1, "\\u0061": 2}}', '{"project": "\\ud800"}', '{"rows": [null]}',
        '{"rows": [{"at": "自评表!D13"}]}', '{"project": ' + "1" * 5_000 + "}", '{"project": 1.' + "1" * MOST_CHARACTERS + "}",
        '{"project": "' + "a" * (MOST_CHARACTERS + 1) + '"}', '{"rows": [' + "{}," * MOST_ROWS + "{}]}",
    ],
)  # fmt: skip
def test_what_is_unusual_is_left_to_the_reader_that_tells(text):
    assert not same(text)


def test_a_request_holds_a_ruleset_and_a_form():
    asked, form = sound_request('{"form": {"project": "甲"}, "ruleset": "cn-sh"}', NAME)
    assert (asked, form.project.text, form.project.at.column) == ("cn-sh", "甲", 22)
    assert sound_request('{"form": {"project": 1.' + "1" * MOST_CHARACTERS + '}, "ruleset": "a"}', NAME) is None
    assert sound_request('{"form": {}}', NAME) is None


def test_a_spot_is_where_a_value_begins():
    text = '{ "a" : "x\\"{", "b":[ {"c": -1.5e3 }, "y", null ] , "d": {} }'
    start, found = spots(text)
    assert start == 0
    assert text[found["a"][0] :].startswith('"x')
    assert [text[at] for at, _ in found["b"][1]] == ["{", '"', "n"]
    assert text[found["b"][1][0][1]["c"][0] :].startswith("-1.5")
    assert found["d"][1] == {}
