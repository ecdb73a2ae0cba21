"""Any form that can be read, by the ending of its name and by what it holds, to a Submission."""

from pathlib import PurePath

from perfeval_rules.files.collected import Collected
from perfeval_rules.files.form_data import submission_from_document
from perfeval_rules.files.form_text import read_text
from perfeval_rules.files.json_document import read_json
from perfeval_rules.files.toml import read_toml
from perfeval_rules.findings import Finding, Place
from perfeval_rules.submission import Submission

MOST_BYTES = 1024 * 1024
_TABLES = frozenset({".txt", ".tsv", ".tab"})
_KNOWN = frozenset({".json", ".toml", *_TABLES})


def read_submission(raw: bytes, name: str) -> tuple[Submission | None, tuple[Finding, ...]]:
    """Read a form: .json, .toml, or a pasted table; a name without a known ending goes by what the file holds.

    Every fault is told, in one pass; there is no submission only where nothing of the file can be read.
    """
    told = Collected()
    ending = PurePath(name).suffix.lower()
    if len(raw) > MOST_BYTES:
        told.add("form.too-large", Place(name), values={"most": MOST_BYTES // 1024})
        return None, told.result(name)
    if ending == ".toml":
        return _from_toml(raw, name)
    text = decoded(raw, name, told)
    submission = None if text is None else _from_text(text, name, ending, told)
    return submission, told.result(name)


def _from_text(text: str, name: str, ending: str, told: Collected) -> Submission | None:
    if not text.strip():
        told.add("form.empty", Place(name))
        return None
    if ending == ".json" or (ending not in _KNOWN and text.lstrip()[0] in "{["):
        document = read_json(text, name, told)
        return submission_from_document(document, told) if document else None
    if ending in _TABLES or "\t" in text:
        return read_text(text, name, told)
    told.add("form.unknown-format", Place(name), values={"name": name})
    return None


def _from_toml(raw: bytes, name: str) -> tuple[Submission | None, tuple[Finding, ...]]:
    document, findings = read_toml(raw, name, "form")
    told = Collected(findings)
    submission = submission_from_document(document, told) if document else None
    return submission, told.result(name)


def decoded(raw: bytes, name: str, told: Collected) -> str | None:
    """The text of a file: UTF-8, UTF-16 with its mark, or GB18030, which is told; lines end with a line feed."""
    for encoding, mark in (("utf-8-sig", b""), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"), ("gb18030", b"")):
        try:
            text = raw.decode(encoding) if raw.startswith(mark) else None
        except UnicodeDecodeError as fault:
            position = fault.start + 1
            continue
        if text is not None:
            if encoding != "utf-8-sig":
                told.add("form.other-encoding", Place(name), values={"encoding": encoding.upper()})
            return text.replace("\r\n", "\n").replace("\r", "\n")
    told.add("form.not-text", Place(name), values={"position": position})
    return None
