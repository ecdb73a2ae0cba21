"""The forms of a folder side by side: a row for each, and what was found across them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from perfeval_rules.cli import codes, documents
from perfeval_rules.cli.figures import figure, shown
from perfeval_rules.cli.notices import notices, summary
from perfeval_rules.cli.page import BLANK_LINE, Block, Column, Line, Row, Table
from perfeval_rules.cli.scored import Scored
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine
from perfeval_rules.errors import PerfevalError
from perfeval_rules.findings import Finding, worst
from perfeval_rules.plain import plain_finding, plain_value
from perfeval_rules.program import Program
from perfeval_rules.submission import Submission
from perfeval_rules.text import BLANK, Language, Showable

FORMS = frozenset({".json", ".toml", ".txt", ".tsv", ".tab"})
"""How the names of forms end that a folder may hold."""


@dataclass(slots=True)
class FolderSheet:
    """A folder scored: its forms by name, and what was found across them."""

    name: str
    forms: list[Scored] = field(default_factory=list)
    facts: dict[str, Showable] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def code(self) -> int:
        """How it went: as the form that went worst, or the checks across forms."""
        across = codes.FOUND if worst(tuple(self.findings)) == "error" else codes.DONE
        return max((across, *(form.code for form in self.forms)))

    def page(self, language: Language) -> Iterator[Block]:
        """The page of the folder: the table, then what each form and the folder were told."""
        yield Line(one_line(self.name), "strong")
        yield BLANK_LINE
        yield Table(columns(language), tuple(row(form, language) for form in self.forms))
        for name, value in self.facts.items():
            yield Line(f"{one_line(name)}  {shown(value, language)}")
        for form in self.forms:
            if form.evaluation is None:
                yield BLANK_LINE
                yield Line(one_line(form.name), "strong")
                yield from notices(form.findings, language)
        yield BLANK_LINE
        across = tuple(self.findings)
        yield Line(
            word(language, "across", summary=summary(across, language)) if across else word(language, "none-across")
        )
        if across:
            yield BLANK_LINE
            yield from notices(across, language)

    def data(self) -> dict[str, Any]:
        """The folder for programs: each form as if scored alone, and what was found across them."""
        return {
            "folder": self.name,
            "forms": [{"file": form.name, **form.data()} for form in self.forms],
            "facts": {name: plain_value(value) for name, value in self.facts.items()},
            "findings": [plain_finding(finding) for finding in self.findings],
        }


def score_folder(engine: Engine, folder: Path, ruleset: str | None) -> FolderSheet:
    """Score every form of a folder beside the others; forms of years with different rulesets stand apart."""
    sheet = FolderSheet(str(folder))
    read: dict[str, list[tuple[str, Submission, tuple[Finding, ...]]]] = {}
    programs: dict[str, Program] = {}
    for path in sorted(path for path in folder.iterdir() if path.suffix.lower() in FORMS and path.is_file()):
        try:
            form, findings = documents.submission(engine, str(path), ruleset)
            program = documents.program(engine, ruleset, form)
        except PerfevalError as refused:
            sheet.forms.append(Scored(str(path), None, refused.findings))
            continue
        programs.setdefault(program.ruleset.head.id, program)
        read.setdefault(program.ruleset.head.id, []).append((str(path), form, findings))
    for name, program in programs.items():
        across = program.evaluate_folder([form for _, form, _ in read[name]], sheet.name)
        sheet.facts |= across.facts
        sheet.findings += across.findings
        for (file, _, findings), evaluation in zip(read[name], across.forms, strict=True):
            sheet.forms.append(Scored(file, evaluation, (*findings, *evaluation.findings)))
    sheet.forms.sort(key=lambda form: form.name)
    return sheet


def columns(language: Language) -> tuple[Column, ...]:
    """The columns of the table."""
    titles: Sequence[tuple[str, bool, bool]] = (
        ("file", False, True), ("project", False, True), ("total", True, False), ("stated", True, False),
        ("grade", False, False), ("errors", True, False), ("warnings", True, False),
    )  # fmt: skip
    return tuple(Column(word(language, title), right=right, gives=gives) for title, right, gives in titles)


def row(form: Scored, language: Language) -> Row:
    """The row of one form."""
    said = form.evaluation
    count = {grave: sum(one.severity == grave for one in form.findings) for grave in ("error", "warning")}
    numbers = (str(count["error"] or ""), str(count["warning"] or ""))
    if said is None:
        return Row((one_line(Path(form.name).name), word(language, "not-scored"), BLANK, "", "", *numbers))
    grade = one_line(said.grade.title.say(language)) if said.grade else ""
    total = figure(said.total, said.total_places) or BLANK
    return Row(
        (
            one_line(Path(form.name).name),
            one_line(said.project),
            total,
            figure(said.stated_total) or "",
            grade,
            *numbers,
        )
    )
