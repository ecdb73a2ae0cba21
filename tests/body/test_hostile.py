"""Bodies written to do harm: each is refused by the one error, with its place, at once, and hardly a word of it said back."""

import json
import time
import tracemalloc

import pytest

from perfeval_rules.body.decoding import MOST_BYTES
from perfeval_rules.body.json_document import DEEPEST
from perfeval_rules.engine import Engine
from perfeval_rules.errors import SubmissionError

ENGINE = Engine()
PROGRAM = ENGINE.program("cn-sh-2020")
CASES = {
    "nothing": b"",
    "blanks": b" \n\t",
    "no text": b"\xff\xfe\xfd\xfc\xfb",
    "broken UTF-8": b'{"project": "\xc3\x28\xff"}',
    "a body too large": b'{"project": "' + b"a" * MOST_BYTES + b'"}',
    "a key twice": b'{"rows": [], "rows": []}',
    "a key twice in a row": b'{"rows": [{"actual": "1", "actual": "100"}]}',
    "a key twice by an escape": b'{"rows": [{"actual": "1", "act\\u0075al": "100"}]}',
    "not a number": b'{"stated_total": NaN}',
    "infinity": b'{"stated_total": Infinity}',
    "minus infinity": b'{"stated_total": -Infinity}',
    "depth": b'{"values": ' + b'{"a":' * 100_000,
    "depth in lists": b"[" * 500_000,
    "depth in whole": b'{"values": ' + b"[" * 200 + b"]" * 200 + b"}",
    "half a character": b'{"project": "\\ud800"}',
    "half a character in a key": b'{"\\udc00": 1}',
    "an open text": b'{"project": "a',
    "an open text of escapes": b'{"project": "' + b'\\"' * 300_000,
    "an open list": b'{"rows": [',
    "a control character": b'{"project": "a\x00"}',
    "a list": b"[]",
    "a number": b"1",
    "a text": b'"a"',
    "null": b"null",
    "two documents": b"{} {}",
    "a comment": b"{} // a",
    "single quotes": b"{'project': 'a'}",
    "a trailing comma": b'{"project": "a",}',
    "a bad value of a megabyte": b'{"rows": "' + b"a" * 1_000_000 + b'"}',
    "a key of a megabyte": b'{"' + b"a" * 1_000_000 + b'": 1}',
    "a hundred thousand bad items": b'{"rows": [' + b"1," * 100_000 + b"1]}",
    "too many rows": b'{"rows": [' + b"{}," * 100_000 + b"{}]}",
    "a hundred thousand unknown keys": json.dumps({f"k{number}": 1 for number in range(60_000)}).encode(),
    "a yes for a value": b'{"rows": [{"actual": true}]}',
    "a list for a value": b'{"rows": [{"actual": [1]}]}',
    "a text for a yes": b'{"complete": "true"}',
    "a year with a sign": b'{"year": "-2020"}',
    "a year of many digits": b'{"year": ' + b"9" * 5_000 + b"}",
    "a misspelt key": b'{"rows": [{"wieght": "10"}]}',
    "an inner field": b'{"rows": [{"path": "rows[7]"}]}',
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_with_its_place_and_hardly_said_back(name):
    raw = CASES[name]
    started = time.process_time()
    with pytest.raises(SubmissionError) as caught:
        PROGRAM.evaluate_json(raw)
    assert time.process_time() - started < 5
    error = caught.value
    assert 0 <= error.offset <= len(raw)
    assert 0 <= error.byte_offset <= len(raw)
    assert 0 < len(error.findings) <= 100
    said = [str(value) for found in error.findings for value in (found.path, found.line, *found.values.values())]
    assert max(map(len, said)) <= 300
    assert sum(text.count("aaaa") for text in said) <= 256
    assert str(error).encode()


@pytest.mark.parametrize("name", CASES)
def test_so_is_a_request_with_such_a_form(name):
    raw = b'{"ruleset": "cn-sh-2020", "form": ' + CASES[name] + b"}"
    with pytest.raises(SubmissionError) as caught:
        ENGINE.evaluate_json(raw)
    assert 0 <= caught.value.byte_offset <= len(raw)


def test_a_depth_just_allowed_is_read_for_what_it_is():
    raw = b'{"values": ' + b'{"a":' * (DEEPEST - 1) + b"1" + b"}" * DEEPEST
    with pytest.raises(SubmissionError) as caught:
        PROGRAM.evaluate_json(raw)
    assert [one.code for one in caught.value.findings] != ["form.too-deep"]


def test_a_body_too_large_costs_no_memory():
    raw = b"a" * 50_000_000
    tracemalloc.start()
    with pytest.raises(SubmissionError):
        PROGRAM.evaluate_json(raw)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
