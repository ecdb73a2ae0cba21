"""The forms of a case: of files, of a single row, or as the case writes them, each value at its place."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.form_data import submission_from_document
from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.document import Document, Mark, Path
from perfeval_rules.submission import DERIVED, Submission
from perfeval_rules.testing.expectation import Kind
from perfeval_rules.testing.faults import Faults

FORM_KEYS = tuple(key for key in Submission.model_fields if key not in {*DERIVED, "source"})
"""What a case may say of its form, in the words of every form."""

ReadForm = Callable[[str], tuple[Submission | None, tuple[Finding, ...]]]
"""Reads the form of a file, named from the folder of the cases."""


class CaseForms:
    """Reads the forms of the cases of one file."""

    def __init__(self, faults: Faults, read_form: ReadForm) -> None:
        self.faults, self.read_form = faults, read_form
        self.marks: dict[str | int, dict[Path, Mark]] = {}
        for path, mark in faults.document.marks.items():
            if len(path) > 2 and path[0] == "case":
                self.marks.setdefault(path[1], {})[path[2:]] = mark

    def read(self, name: str, table: Mapping[str, Any], kind: Kind) -> Iterator[Submission]:
        """The forms of a case as far as they can be read; one but for a folder."""
        path, written = ("case", name), [key for key in table if key in FORM_KEYS]
        sole = next((key for key in ("forms", "form", "row") if key in table), "")
        barred = [key for key in ("form", "row", *written) if key in table and self.barred(sole, key)]
        for key in barred:
            self.faults.at_key("two-forms", (*path, key), key=sole, other=key)
        if kind == "folder":
            yield from self.folder((*path, "forms"), name, table["forms"])
        elif sole == "form":
            yield from self.from_file((*path, "form"), table["form"], "file-owed")
        elif sole or written:
            yield self.from_tables(name, {key: table[key] for key in written}, table.get("row"))
        else:
            self.faults.at_key("no-form", path, case=name)

    def barred(self, sole: str, key: str) -> bool:
        """Whether a key has no room beside the one that says what the case is of."""
        return key != sole and (sole in ("forms", "form") or (sole == "row" and key == "rows"))

    def folder(self, path: Path, name: str, forms: Any) -> Iterator[Submission]:
        """The forms of a folder: a text is the file of one, a table a form as the case writes it."""
        if not isinstance(forms, list) or not forms:
            self.faults.owed("forms-owed", path)
            return
        for number, form in enumerate(forms):
            if isinstance(form, dict):
                yield self.from_tables(name, form, None, ("forms", number))
            else:
                yield from self.from_file((*path, number), form, "forms-owed")

    def from_file(self, path: Path, file: Any, otherwise: str) -> Iterator[Submission]:
        """The form of a file; what cannot be read is told at the case, then in the file."""
        if not isinstance(file, str):
            self.faults.owed(otherwise, path)
            return
        try:
            submission, findings = self.read_form(file)
        except OSError as error:
            self.faults.at_value("no-form-file", path, name=file, why=error.strerror or type(error).__name__)
            return
        if submission is None:
            self.faults.at_value("unread-form", path, name=file)
        else:
            yield submission
        self.faults.found += (one for one in findings if one.severity == "error")

    def from_tables(self, name: str, data: Mapping[str, Any], row: Any, inside: Path = ()) -> Submission:
        """The form as the case writes it, `inside` of which of its keys, each value at its place in the file of cases."""
        size, all_marks = len(inside), self.marks.get(name, {})
        marks = {path[size:]: mark for path, mark in all_marks.items() if path[:size] == inside and len(path) > size}
        if row is not None:
            data = {"complete": False, **data, "rows": [row]}
            marks |= {("rows", 0, *path[1:]): mark for path, mark in marks.items() if path[0] == "row"}
        told, document = Collected(), self.faults.document
        submission = submission_from_document(Document(document.name, dict(data), marks, document.lines), told)
        self.faults.found += told.result(document.name)
        return submission
