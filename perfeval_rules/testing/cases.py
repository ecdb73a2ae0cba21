"""The cases beside a ruleset: forms, and what is expected of each; every fault of the file in one pass."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.form_data import submission_from_document
from perfeval_rules.findings import Finding, Place, worst
from perfeval_rules.ruleset.document import Document, Mark, Path
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.telling import meant
from perfeval_rules.submission import DERIVED, Submission
from perfeval_rules.testing.expectation import Expectation
from perfeval_rules.testing.expectations import ExpectationReader
from perfeval_rules.testing.faults import Faults

FORM_KEYS = tuple(key for key in Submission.model_fields if key not in {*DERIVED, "source"})
"""What a case may say of its form, in the words of every form."""
KEYS = ("row", "form", *FORM_KEYS, "expect")

ReadForm = Callable[[str], tuple[Submission | None, tuple[Finding, ...]]]
"""Reads the form of a file, named from the folder of the cases."""


@dataclass(frozen=True, slots=True)
class Case:
    """A form, or a single row, and what is expected of it."""

    name: str
    at: Place
    submission: Submission
    of_row: bool
    """The form is a single row: results are those of its line, and its own findings and reasons."""
    expectations: tuple[Expectation, ...]


def read_cases(
    document: Document, ruleset: Ruleset, read_form: ReadForm
) -> tuple[tuple[Case, ...], tuple[Finding, ...]]:
    """The sound cases of a file, and all that is wrong with the others."""
    reader = _Reader(document, ruleset, read_form)
    cases = tuple(reader.cases())
    return cases, tuple(reader.faults.found)


class _Reader:
    def __init__(self, document: Document, ruleset: Ruleset, read_form: ReadForm) -> None:
        self.document, self.read_form = document, read_form
        self.faults = Faults(document)
        self.expectations = ExpectationReader(self.faults, ruleset)
        self.marks: dict[str | int, dict[Path, Mark]] = {}
        for path, mark in document.marks.items():
            if len(path) > 2 and path[0] == "case":
                self.marks.setdefault(path[1], {})[path[2:]] = mark

    def cases(self) -> Iterator[Case]:
        """Each case of the file that is sound."""
        for key in self.document.data:
            if key != "case":
                self.faults.at_key("unknown-table", (key,), key=key)
        table = self.document.data.get("case", {})
        if not isinstance(table, dict):
            self.faults.owed("table-owed", ("case",))
        elif not table:
            self.faults.at_key("no-cases", ("case",))
        else:
            for name, inner in table.items():
                yield from self.case(name, inner)

    def case(self, name: str, table: Any) -> Iterator[Case]:
        """One case, if nothing in it is at fault."""
        path: Path = ("case", name)
        before = len(self.faults.found)
        if not isinstance(table, dict):
            self.faults.owed("table-owed", path)
            return
        for key in table:
            if key not in KEYS:
                self.faults.at_key("unknown-key", (*path, key), case=name, key=key, meant=meant(key, KEYS))
        submission = self.submission(name, table)
        expectations = tuple(self.expected(name, table))
        if submission is not None and worst(tuple(self.faults.found[before:])) != "error":
            yield Case(name, self.document.place(path), submission, "row" in table, expectations)

    def expected(self, name: str, table: Mapping[str, Any]) -> Iterator[Expectation]:
        """What the case expects; one that expects nothing is at fault."""
        path, wanted = ("case", name), table.get("expect", {})
        if not isinstance(wanted, dict):
            self.faults.owed("table-owed", (*path, "expect"))
        elif not wanted:
            self.faults.at_key("no-expect", path, case=name)
        else:
            yield from self.expectations.read(wanted, (*path, "expect"), "row" in table)

    def submission(self, name: str, table: Mapping[str, Any]) -> Submission | None:
        """The form of a case: of a file, of a single row, or as the case writes it."""
        path, written = ("case", name), [key for key in table if key in FORM_KEYS]
        sole = next((key for key in ("form", "row") if key in table), "")
        barred = [key for key in ("row", *written) if key in table and (sole == "form" or key == "rows" != sole)]
        for key in barred if sole else ():
            self.faults.at_key("two-forms", (*path, key), key=sole, other=key)
        if not sole and not written:
            self.faults.at_key("no-form", path, case=name)
            return None
        return self.from_file(name, table["form"]) if sole == "form" else self.from_tables(name, table, written)

    def from_file(self, name: str, file: Any) -> Submission | None:
        """The form of a file; what cannot be read is told at the case, then in the file."""
        path = ("case", name, "form")
        if not isinstance(file, str):
            self.faults.owed("file-owed", path)
            return None
        try:
            submission, findings = self.read_form(file)
        except OSError as error:
            self.faults.at_value("no-form-file", path, name=file, why=error.strerror or type(error).__name__)
            return None
        if submission is None:
            self.faults.at_value("unread-form", path, name=file)
        self.faults.found += (one for one in findings if one.severity == "error")
        return submission

    def from_tables(self, name: str, table: Mapping[str, Any], written: list[str]) -> Submission:
        """The form as the case writes it, each value at its place in the file of cases."""
        data = {key: table[key] for key in written}
        marks = dict(self.marks.get(name, {}))
        if "row" in table:
            data = {"complete": False, **data, "rows": [table["row"]]}
            marks |= {("rows", 0, *path[1:]): mark for path, mark in marks.items() if path[0] == "row"}
        told = Collected()
        submission = submission_from_document(Document(self.document.name, data, marks, self.document.lines), told)
        self.faults.found += told.result(self.document.name)
        return submission
