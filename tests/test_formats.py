"""Files in formats of plugins: read as any form is, written from the evaluation, and what fails is told."""

import csv
import json
from dataclasses import replace
from functools import partial

import pytest

from perfeval_rules.body.decoding import MOST_BYTES
from perfeval_rules.errors import PluginError, SubmissionError
from perfeval_rules.extension import Format
from perfeval_rules.findings import Finding, Place
from perfeval_rules.formats import read_by, reader_of
from perfeval_rules.text import Text
from tests.added import WORDS, registry_with
from tests.plan.small import AS_DONE, evaluate, program, row

RAW = "name,actual,weight\n甲,4,5\n乙,3,5\n".encode()


def read_csv(raw):
    """The rows of a form."""
    return {"rows": list(csv.DictReader(raw.decode().splitlines()))}


def write_totals(evaluation, language):
    """The total and what the first line is called."""
    return json.dumps([evaluation["total"], evaluation["lines"][0]["name"], language]).encode()


def registry(**said):
    return registry_with(formats=[Format(suffix=".csv", title=WORDS, **(said or {"read": read_csv}))])


def read(raw=RAW, **said):
    given = registry(**said)
    offered = reader_of(given, "folder.x/表.CSV")
    assert offered is not None
    return read_by(offered, given, raw, "表.CSV")


def test_a_form_is_read_by_the_plugin_that_knows_its_suffix():
    form, found = read()
    assert not found
    assert [(one.name.text, one.actual.text) for one in form.rows] == [("甲", "4"), ("乙", "3")]
    assert form.source == "表.CSV"


@pytest.mark.parametrize("name", ["form.json", "form", "csv", ".csv.txt", ""])
def test_other_files_are_no_business_of_it(name):
    assert reader_of(registry(), name) is None


def test_a_format_that_only_writes_reads_nothing():
    assert reader_of(registry(write=write_totals), "a.csv") is None


def test_what_a_reader_gives_is_looked_at_as_any_form_is():
    _, found = read(read=lambda raw: {"rows": [{"name": "甲", "actul": "4"}]})
    assert [one.code for one in found] == ["form.misspelt-key"]


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        (lambda raw: 1 / 0, "ZeroDivisionError"), (lambda raw: [], "a mapping is owed, not list"),
        (lambda raw: raw.decode("ascii"), "UnicodeDecodeError"),
    ],
)  # fmt: skip
def test_a_reader_that_fails_is_told(reader, said):
    form, (told,) = read(read=reader)
    assert (form, told.code, told.at.source) == (None, "form.format-failed", "表.CSV")
    assert said in told.say("en")
    assert "perfeval-sample 1.2" in told.say("zh")


NO_TABLE = Finding("csv.no-table", "error", Place(), Text("没有表。", "There is no table."))
NOTE = Finding("csv.odd", "info", Place("表.CSV", 2), Text("奇怪。", "This is odd."))


def refusing(*found):
    """A reader that says why it cannot read a file."""

    def read_none(raw):
        raise SubmissionError(found)

    return read_none


def test_a_reader_that_says_why_it_cannot_read_a_file_is_heard_and_each_finding_has_its_place():
    form, found = read(read=refusing(NO_TABLE, NOTE))
    assert form is None
    assert found == (replace(NO_TABLE, at=Place("表.CSV")), NOTE)


@pytest.mark.parametrize("found", [(), (NOTE,), ("no table",), (type("Odd", (Finding,), {})("a.b", "error", Place(), Text("x", "y")),)])  # fmt: skip
def test_a_reader_that_refuses_a_file_without_saying_why_has_failed(found):
    form, (told,) = read(read=lambda raw: raising(found))
    assert (form, told.code) == (None, "form.format-failed")
    assert "carries findings, one of them an error" in told.say("en")


def raising(found):
    """Raise a refusal with whatever it is to carry."""
    refused = SubmissionError(())
    refused.findings = found
    raise refused


@pytest.mark.parametrize("raw", [b"", b" \r\n\t"])
def test_an_empty_file_is_told_and_no_reader_is_asked(raw):
    form, (told,) = read(raw, read=lambda raw: 1 / 0)
    assert (form, told.code, told.at.source) == (None, "form.empty", "表.CSV")


def test_a_number_that_is_not_exact_is_told_and_not_used():
    form, found = read(read=lambda raw: {"rows": [{"name": "甲", "actual": 0.5}]})
    assert any(one.severity == "error" for one in found)
    assert form is None or not form.rows[0].actual


def test_a_file_too_large_is_not_handed_over():
    form, (told,) = read(b"x" * (MOST_BYTES + 1), read=lambda raw: 1 / 0)
    assert (form, told.code) == (None, "form.too-large")


def test_an_evaluation_is_written_as_the_plugin_writes_it():
    made = program(AS_DONE, registry=registry(write=write_totals))
    evaluation = evaluate(made, [row(4), row(3)])
    assert json.loads(made.write(evaluation, ".csv", "en")) == ["7", evaluation.lines[0].name, "en"]


@pytest.mark.parametrize("suffix", [".csv", ".docx"])
def test_what_nobody_writes_is_told_with_what_can_be_written(suffix):
    made = program(AS_DONE, registry=registry())
    with pytest.raises(PluginError, match=r"plugin\.no-writer") as refused:
        made.write(evaluate(made, [row(4)]), suffix)
    assert suffix in refused.value.findings[0].say("zh")


@pytest.mark.parametrize(
    ("write", "said"), [(lambda *_: 1 / 0, "ZeroDivisionError"), (lambda *_: "text", "bytes are owed, not str")]
)
def test_a_writer_that_fails_is_told(write, said):
    made = program(AS_DONE, registry=registry(write=write))
    with pytest.raises(PluginError, match=r"plugin\.writer-failed") as refused:
        made.write(evaluate(made, [row(4)]), ".csv")
    assert said in refused.value.findings[0].say("en")


@pytest.mark.parametrize("part", ["read", "write"])
def test_a_person_who_interrupts_is_heard(part):
    def interrupt(*_):
        raise KeyboardInterrupt

    given = registry(**{part: interrupt})
    made = program(AS_DONE, registry=given)
    run = {
        "read": partial(read_by, given.formats[".csv"], given, RAW, "a.csv"),
        "write": partial(made.write, evaluate(made, [row(4)]), ".csv"),
    }
    with pytest.raises(KeyboardInterrupt):
        run[part]()
