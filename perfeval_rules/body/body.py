"""The JSON body a program is handed: its form, or the one error that says what is wrong with it, where, and no more."""

from dataclasses import replace
from typing import NoReturn

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.decoding import MOST_BYTES, decoded, offsets
from perfeval_rules.body.echo import sparing
from perfeval_rules.body.form_data import submission_from_document
from perfeval_rules.body.json_document import read_json
from perfeval_rules.body.sound import sound_form, sound_request
from perfeval_rules.errors import PerfevalError, SubmissionError
from perfeval_rules.findings import Finding, Place
from perfeval_rules.ruleset.document import Document
from perfeval_rules.submission import Submission
from perfeval_rules.text import nearest

NAME = "form.json"
"""What a body is called in places: it has no file."""
LONGEST_ID = 64
_PARTS = ("ruleset", "form")
Read = tuple[Submission, tuple[Finding, ...]]


def form_body(raw: bytes) -> Read:
    """The form of a JSON body, and what is to be told of it that is no error; raises SubmissionError."""
    text, told = _text(raw)
    form = sound_form(text, NAME)
    if form is None:
        document = read_json(text, NAME, told)
        form = submission_from_document(document, told) if document else None
    return _sound(raw, form, told)


def request_body(raw: bytes) -> tuple[str, Read]:
    """The ruleset that a JSON body asks for and its form, as above."""
    text, told = _text(raw)
    request = sound_request(text, NAME)
    if request is not None and 0 < len(request[0]) <= LONGEST_ID:
        return request[0], _sound(raw, request[1], told)
    document = read_json(text, NAME, told)
    asked = _asked(document, told) if document else ""
    form = None
    if document and isinstance(document.data.get("form"), dict):
        form = submission_from_document(document, told, ("form",))
    return asked, _sound(raw, form, told)


def refuse_ruleset(raw: bytes, refused: PerfevalError) -> NoReturn:
    """Say that the ruleset which a body asks for cannot be used, where the body asks for it."""
    text, told = _text(raw)
    document = read_json(text, NAME, told)
    at = document.value(("ruleset",)).at if document else Place(NAME)
    findings = [replace(finding, at=at, path=finding.path or "ruleset", line="") for finding in refused.findings]
    _refuse(raw, tuple(findings))


def _text(raw: bytes) -> tuple[str, Collected]:
    told = Collected()
    if len(raw) > MOST_BYTES:
        told.add("form.too-large", Place(NAME), values={"most": MOST_BYTES // 1024})
        _refuse(raw, told.result(NAME))
    text = decoded(raw, NAME, told)
    if text is not None and not text.strip():
        told.add("form.empty", Place(NAME))
    if text is None or not text.strip():
        _refuse(raw, told.result(NAME))
    return text, told


def _asked(document: Document, told: Collected) -> str:
    """The ruleset a request names; what else it may not say is told."""
    for key in document.data:
        if key not in _PARTS:
            close = nearest(key, _PARTS)
            told.add(
                "form.misspelt-key" if close else "form.unknown-key", document.place((key,)), path=key,
                values={"path": key, "nearest": close, "known": ", ".join(_PARTS)},
            )  # fmt: skip
    if not isinstance(document.data.get("form"), dict):
        told.add("form.needs-table", document.value(("form",)).at, path="form", values={"path": "form"})
    asked = document.data.get("ruleset")
    if type(asked) is not str or not 0 < len(asked) <= LONGEST_ID:
        told.add("form.needs-value", document.value(("ruleset",)).at, path="ruleset", values={"path": "ruleset"})
        return ""
    return asked


def _sound(raw: bytes, form: Submission | None, told: Collected) -> Read:
    findings = told.result(NAME)
    if form is None or told.faulty:
        _refuse(raw, findings)
    return form, findings


def _refuse(raw: bytes, findings: tuple[Finding, ...]) -> NoReturn:
    first = next(finding for finding in findings if finding.severity == "error")
    characters, width = offsets(raw, first.at.line, first.at.column) if first.at.line else (0, _byte(first))
    spared = sparing(findings)
    path = spared[findings.index(first)].path
    raise SubmissionError(spared, path=path, offset=characters, byte_offset=width)


def _byte(first: Finding) -> int:
    """The byte at fault, of a body that is no text or too long to be read."""
    position = first.values.get("position")
    if isinstance(position, int):
        return position - 1
    return MOST_BYTES if first.code == "form.too-large" else 0
