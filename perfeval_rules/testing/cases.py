"""The cases beside a ruleset: forms, and what is expected of each; every fault of the file in one pass."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from perfeval_rules.findings import Finding, Place, worst
from perfeval_rules.ruleset.document import Document, Path
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.telling import meant
from perfeval_rules.submission import Submission
from perfeval_rules.testing.case_forms import FORM_KEYS, CaseForms, ReadForm
from perfeval_rules.testing.expectation import Expectation, Kind
from perfeval_rules.testing.expectations import ExpectationReader
from perfeval_rules.testing.faults import Faults

KEYS = ("row", "form", "forms", *FORM_KEYS, "expect")


@dataclass(frozen=True, slots=True)
class Case:
    """A form, a single row or the forms of a folder, and what is expected of it."""

    name: str
    at: Place
    kind: Kind
    """Of a row, results are those of its line, and its own findings and reasons."""
    forms: tuple[Submission, ...]
    """One, but for a folder."""
    expectations: tuple[Expectation, ...]

    @property
    def submission(self) -> Submission:
        """The form; of a folder, the first."""
        return self.forms[0]

    @property
    def of_row(self) -> bool:
        """Whether the form is a single row."""
        return self.kind == "row"


def read_cases(
    document: Document, ruleset: Ruleset, read_form: ReadForm
) -> tuple[tuple[Case, ...], tuple[Finding, ...]]:
    """The sound cases of a file, and all that is wrong with the others."""
    reader = _Reader(document, ruleset, read_form)
    cases = tuple(reader.cases())
    return cases, tuple(reader.faults.found)


class _Reader:
    def __init__(self, document: Document, ruleset: Ruleset, read_form: ReadForm) -> None:
        self.document = document
        self.faults = Faults(document)
        self.forms = CaseForms(self.faults, read_form)
        self.expectations = ExpectationReader(self.faults, ruleset)

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
        kind = kind_of(table)
        forms = tuple(self.forms.read(name, table, kind))
        expectations = tuple(self.expected(name, table, kind, len(forms)))
        if forms and worst(tuple(self.faults.found[before:])) != "error":
            yield Case(name, self.document.place(path), kind, forms, expectations)

    def expected(self, name: str, table: Mapping[str, Any], kind: Kind, forms: int) -> Iterator[Expectation]:
        """What the case expects; one that expects nothing is at fault."""
        path, wanted = ("case", name), table.get("expect", {})
        if not isinstance(wanted, dict):
            self.faults.owed("table-owed", (*path, "expect"))
        elif not wanted:
            self.faults.at_key("no-expect", path, case=name)
        else:
            yield from self.expectations.read(wanted, (*path, "expect"), kind, forms)


def kind_of(table: Mapping[str, Any]) -> Kind:
    """What a case is of, by the first of the keys that say so."""
    kinds: Mapping[str, Kind] = {"forms": "folder", "form": "form", "row": "row"}
    return next((kind for key, kind in kinds.items() if key in table), "form")
