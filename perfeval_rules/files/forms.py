"""Any form that can be read, by the ending of its name and by what it holds, to a Submission."""

from pathlib import PurePath

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.decoding import MOST_BYTES, decoded
from perfeval_rules.body.form_data import submission_from_document
from perfeval_rules.body.json_document import read_json
from perfeval_rules.files.form_text import read_text
from perfeval_rules.files.toml import read_toml
from perfeval_rules.findings import Finding, Place
from perfeval_rules.submission import Submission

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
