"""JSON with the place of everything."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.json_document import DEEPEST, read_json


def read(text):
    told = Collected()
    return read_json(text, "form.json", told), told.result("form.json")


def test_numbers_stay_as_they_were_written():
    document, findings = read('{"a": 1.10, "b": 0.12345678901234567890, "c": -0, "d": 1e400}')
    assert document.data == {"a": "1.10", "b": "0.12345678901234567890", "c": "-0", "d": "1e400"}
    assert findings == ()


def test_keys_and_values_know_their_places():
    document, _ = read('{"rows": [\n  {"name": "甲", "empty": {}}, [], 7],\n "x": null}')
    assert str(document.place(("rows",))) == "form.json:1:2"
    assert str(document.value(("rows",)).at) == "form.json:1:10"
    assert str(document.place(("rows", 0, "name"))) == "form.json:2:4"
    assert str(document.value(("rows", 0, "name")).at) == "form.json:2:12"
    assert str(document.value(("rows", 1)).at) == "form.json:2:31"
    assert str(document.place(("rows", 2))) == "form.json:2:35"
    assert str(document.place(("x",))) == "form.json:3:2"
    assert document.value(("x",)).length == 4
    assert document.written(("rows", 0, "name")).at.column == 13


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("", "form.json-value-missing", "1:1"),
        ('{"a":}', "form.json-value-missing", "1:6"),
        ('{"a": 1 "b": 2}', "form.json-comma-missing", "1:9"),
        ('{"a" 1}', "form.json-colon-missing", "1:6"),
        ("{a: 1}", "form.json-key-missing", "1:2"),
        ('{"a": 1,\n}', "form.json-key-missing", None),
        ('{"a": "x', "form.json-text-open", "1:7"),
        ('{"a": "x\ny"}', "form.json-text-mark", "1:9"),
        ('{"a": "\\q"}', "form.json-text-mark", None),
        ("{} {}", "form.json-more", "1:4"),
        ("[]", "form.not-a-form", "1:1"),
        ("3", "form.not-a-form", "1:1"),
        ('{"a": NaN}', "form.not-finite", "1:7"),
        ('{"a": [1, -Infinity]}', "form.not-finite", "1:11"),
        ('{"a": 1,\n "a": 2}', "form.duplicate-key", "2:2"),
        ('{"a": {"\\u0062": 1, "b": 2}}', "form.duplicate-key", "1:21"),
    ],
)
def test_a_broken_text_is_told_at_its_place(text, code, at):
    document, findings = read(text)
    assert document is None
    assert [f.code for f in findings] == [code]
    assert at is None or str(findings[0].at) == f"form.json:{at}"


def test_a_fault_that_the_parser_words_otherwise_is_told_as_well(monkeypatch):
    def refuse(text, **_):
        raise json.JSONDecodeError("Something else", text, 2)

    monkeypatch.setattr(json, "loads", refuse)
    document, findings = read("{  }")
    assert document is None
    assert [(f.code, f.at.column) for f in findings] == [("form.json-broken", 3)]


def test_every_repeated_key_and_every_bad_number_is_told_in_one_pass():
    _, findings = read('{"a": NaN, "a": Infinity, "b": {"c": 1, "c": 2}}')
    assert [f.code for f in findings] == [
        "form.not-finite", "form.duplicate-key", "form.not-finite", "form.duplicate-key",
    ]  # fmt: skip
    assert findings[-1].values["path"] == "b.c"
    assert findings[-1].line.startswith('{"a": NaN')


def test_brackets_too_deep_are_refused_before_they_are_parsed():
    deep = "[" * 100_000
    document, findings = read('{"a": ' + deep)
    assert document is None
    assert [(f.code, f.at.column) for f in findings] == [("form.too-deep", 6 + DEEPEST)]
    document, findings = read('{"a": ' + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1) + "}")
    assert document is not None


def test_brackets_inside_a_text_do_not_count():
    document, findings = read(json.dumps({"a": "[" * 100 + '"{'}))
    assert document is not None
    assert findings == ()


def test_a_hostile_text_is_scanned_once():
    document, findings = read('{"a": "' + '\\"' * 300_000)
    assert document is None
    assert [f.code for f in findings] == ["form.json-text-open"]


values = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=3), values, max_size=4), st.booleans(), st.sampled_from([None, 1]))
def test_every_value_of_a_document_has_a_mark(data, escaped, indent):
    document, findings = read(json.dumps(data, ensure_ascii=escaped, indent=indent))
    assert findings == ()
    assert document.data == data

    def walk(value, path):
        assert not path or path in document.marks
        for key, inner in (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        ):
            walk(inner, (*path, key))

    walk(document.data, ())


@settings(deadline=None)
@given(st.text(max_size=60) | st.text('{}[]:,"\\0n ', max_size=60))
def test_no_text_makes_it_raise(text):
    document, findings = read(text)
    assert (document is None) == bool(findings)
