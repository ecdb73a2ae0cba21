"""Any bytes as a JSON body: the one typed error, or an answer; the quick way reads what the long way reads."""

import json
from functools import cache

from perfeval_rules.body.body import form_body
from perfeval_rules.body.collected import Collected
from perfeval_rules.body.form_data import submission_from_document
from perfeval_rules.body.json_document import read_json
from perfeval_rules.body.sound import sound_form
from perfeval_rules.engine import Engine, Program
from perfeval_rules.errors import SubmissionError

MILLISECONDS = 2_000
ECHO = 1024
TOKENS = (
    '"ruleset":', '"form":', '"cn-sh-2020"', '"rows":[', '"weight":', '"target":', '"actual":', '"reason":', '"funds":{', '"values":{',
    '"categories":[', '"text":', '"at":', '"year":', "2020", '"complete":false', '"sum":true', "{", "}", "[", "]", ",", ":", '"', "\\",
    '"\\ud800"', "null", "NaN", "-Infinity", "1e999999999", "-0", "0.1", '"≥300人次"', '"90%"', '"自评表!D13"', "\ufeff", '"parts":[',
)  # fmt: skip


@cache
def engine() -> Engine:
    """One engine, which keeps its programs."""
    return Engine()


@cache
def program() -> Program:
    """A program for forms that name no ruleset."""
    return engine().program("cn-sh-2020")


def target(data: bytes) -> None:
    """Hand the body to an engine and, as a form alone, to a program."""
    read_alike(data)
    for answer in (engine().evaluate_json, program().evaluate_json):
        try:
            told = answer(data)
        except SubmissionError as refused:
            refusal(data, refused)
        else:
            assert isinstance(json.loads(told)["lines"], list)


def refusal(data: bytes, refused: SubmissionError) -> None:
    """An error stands in the body and does not say it all back."""
    assert refused.findings
    assert refused.offset is not None
    assert 0 <= refused.offset <= len(data)
    assert refused.byte_offset is not None
    assert 0 <= refused.byte_offset <= len(data)
    assert str(refused).encode()
    # what is said in one's own words, of a hundred findings at most, and the kilobyte of the body twice over
    assert len(str(refused)) < 100 * 300 + 2 * ECHO


def read_alike(data: bytes) -> None:
    """Both ways through a form give the same."""
    try:
        text = data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return
    quick = sound_form(text, "form.json")
    if quick is not None:
        told = Collected()
        document = read_json(text, "form.json", told)
        assert document is not None
        assert submission_from_document(document, told) == quick
        assert told.result("") == ()
        assert form_body(text.encode())[0] == quick
