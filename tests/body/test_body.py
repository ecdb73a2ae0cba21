"""A JSON body: its form, or one error that says what is wrong with it and where."""

import json
import pickle

import pytest

from perfeval_rules.body.body import form_body, request_body
from perfeval_rules.body.decoding import MOST_BYTES
from perfeval_rules.body.form_data import MOST_CHARACTERS
from perfeval_rules.errors import SubmissionError
from perfeval_rules.files.forms import read_submission


def refused(raw, read=form_body):
    with pytest.raises(SubmissionError) as caught:
        read(raw if isinstance(raw, bytes) else raw.encode())
    return caught.value


def said(error):
    """All that an error says."""
    texts = [f"{f.path}{f.line}{f.say('en')}{f.advise('en')}" for f in error.findings]
    return str(error) + "".join(texts)


def test_a_form_is_read_as_its_file_is():
    raw = json.dumps({"project": "甲", "rows": [{"name": "a", "at": "表!D1"}]}).encode()
    assert form_body(raw) == (read_submission(raw, "form.json")[0], ())


def test_what_is_no_error_is_told_and_the_form_is_read():
    form, notes = form_body('{"project": "甲"}'.encode("gb18030"))
    assert (form.project.text, [note.code for note in notes]) == ("甲", ["form.other-encoding"])
    form, notes = form_body(json.dumps({"project": "a" * (MOST_CHARACTERS + 1)}).encode())
    assert [note.code for note in notes] == ["form.text-too-long"]


@pytest.mark.parametrize(
    ("raw", "code", "path", "before"),
    [
        ("", "form.empty", "", ""),
        (b"\xff\xff{}", "form.not-text", "", ""),
        (b" " * (MOST_BYTES + 1), "form.too-large", "", b" " * MOST_BYTES),
        ('{"project": "甲", "rows": [{}, {"weight": [1]}]}', "form.needs-value", "rows[1].weight", None),
        ('{"project": "甲",\r\n\r\n "a": 1}', "form.unknown-key", "a", '{"project": "甲",\r\n\r\n '),
        ('\ufeff{"project": "甲",\r"wieght": NaN}', "form.not-finite", "", '\ufeff{"project": "甲",\r"wieght": '),
        ('{"rows": [{"name": 1, "name": 2}]}', "form.duplicate-key", "", '{"rows": [{"name": 1, '),
        ('{"project": "甲" "b"}', "form.json-comma-missing", "", '{"project": "甲" '),
        ('{"project": ' + "[" * 40, "form.too-deep", "", '{"project": ' + "[" * 31),
    ],
)
def test_the_first_fault_is_told_with_its_path_and_where_it_stands(raw, code, path, before):
    error = refused(raw)
    assert (error.findings[0].code, error.path) == (code, path)
    if before is None:
        before = raw[: raw.index("[1]")]
    before = before if isinstance(before, bytes) else before.encode()
    assert error.byte_offset == len(before)
    assert error.offset == (0 if code == "form.too-large" else len(before.removeprefix(b"\xef\xbb\xbf").decode()))


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_bytes_are_counted_in_the_encoding_of_the_body(encoding):
    text = '{"project": "甲", "rows": 3}'
    error = refused(text.encode(encoding))
    assert error.findings[-1].code == "form.needs-list"
    assert error.offset == text.index("3")
    assert error.byte_offset == len(text[: text.index("3")].encode(encoding))


def test_every_fault_is_carried():
    error = refused('{"rows": [{"weight": []}, {"actual": {"text": true}}, 4], "b": NaN}'.replace("NaN", "1"))
    assert [(f.code, f.path) for f in error.findings] == [
        ("form.needs-value", "rows[0].weight"),
        ("form.needs-value", "rows[1].actual"),
        ("form.needs-table", "rows[2]"),
        ("form.unknown-key", "b"),
    ]
    assert error.findings[0].at.line == 1


def test_an_error_goes_whole_to_another_process():
    error = refused('{"rows": 3}')
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.findings, copy.path, copy.offset, copy.byte_offset) == (error.findings, "rows", 9, 9)
    assert str(copy) == str(error)


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps({"甲" * 60 + str(number): 1 for number in range(300)}),
        json.dumps({"rows": [{"乙" * 150 + str(number): "丙" * 900} for number in range(300)]}),
        json.dumps({"values": {"丁" * 300 + str(number): [] for number in range(300)}}),
        '{"a": "' + "戊" * 200_000,
        '{"a": 1, ' + ", ".join('"己己": NaN' for _ in range(500)) + "}",
        "庚" * 100_000,
    ],
)
def test_no_more_than_a_kilobyte_is_said_back(raw):
    error = refused(raw)
    assert len(error.findings) <= 100
    for text in (str(error), "".join(f.path + f.line + "".join(map(str, f.values.values())) for f in error.findings)):
        assert sum(len(mark.encode()) for mark in text if mark in "甲乙丙丁戊己庚") <= 1024


def test_nothing_said_back_breaks_a_log():
    error = refused('{"a\\ud800\\u001b[31m\\n": 1, "project": "\\ud800"}')
    assert said(error).encode()
    assert "\x1b" not in said(error)


# — requests —


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("{}", [("form.needs-table", "form"), ("form.needs-value", "ruleset")]),
        ("[]", [("form.not-a-form", "")]),
        ('{"ruleset": 3, "form": []}', [("form.needs-value", "ruleset"), ("form.needs-table", "form")]),
        ('{"ruleset": "a", "form": {}, "rulesets": 1}', [("form.misspelt-key", "rulesets")]),
        ('{"ruleset": "a", "form": {}, "甲": 1}', [("form.unknown-key", "甲")]),
        ('{"ruleset": "", "form": {}}', [("form.needs-value", "ruleset")]),
        ('{"ruleset": "' + "a" * 65 + '", "form": {}}', [("form.needs-value", "ruleset")]),
        ('{"ruleset": "a", "form": {"rows": [{"weight": []}]}}', [("form.needs-value", "rows[0].weight")]),
        ('{"ruleset": "a", "form": {"rows": [{"name": 1, "name": 2}]}}', [("form.duplicate-key", "")]),
    ],
)
def test_a_request_is_checked_as_well(raw, found):
    error = refused(raw, request_body)
    assert [(f.code, f.path) for f in error.findings] == found


def test_a_fault_of_the_form_stands_where_the_body_has_it():
    raw = '{"ruleset": "a", "form": {"rows": [{"weight": []}]}}'
    assert refused(raw, request_body).offset == raw.index("[]")


def test_an_unusual_form_of_a_request_is_read_all_the_same():
    raw = '{"form": {"year": "2020年度", "rows": [{"name": "a"}]}, "ruleset": "cn-sh"}'.encode()
    asked, (form, notes) = request_body(raw)
    assert (asked, form.year, notes) == ("cn-sh", 2020, ())
    assert form.rows[0].name.at.column == raw.decode().index('"a"') + 1
    assert form.rows[0].path == "rows[0]"
