"""The forms of a folder side by side: a row for each, and what was found across them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from perfeval_rules.catalogue import finding
from perfeval_rules.cli import codes, documents
from perfeval_rules.cli.figures import figure, shown
from perfeval_rules.cli.notices import notices, summary
from perfeval_rules.cli.page import BLANK_LINE, Block, Column, Line, Row, Table
from perfeval_rules.cli.scored import Scored
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine
from perfeval_rules.errors import PerfevalError
from perfeval_rules.findings import Finding, Place, listed, worst
from perfeval_rules.formats import reader_of
from perfeval_rules.plain import plain_finding, plain_value
from perfeval_rules.program import Program
from perfeval_rules.submission import Submission
from perfeval_rules.text import BLANK, Language, Showable, Text

FORMS = frozenset({".json", ".toml", ".txt", ".tsv", ".tab"})
"""How the names of forms end that a folder may hold, whatever the ruleset."""
HIDDEN = (".", "~$")
"""How the names of files begin that nobody hands in: hidden ones, and what an office program keeps while a file is open."""
MOST_NAMED = 10
"""How many files that nothing reads are named."""
MORE = Text("等", " and more")
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(slots=True)
class FolderSheet:
    """A folder scored: its forms by name, and what was found across them."""

    name: str
    forms: list[Scored] = field(default_factory=list)
    facts: dict[str, Showable] = field(default_factory=dict)
    left_out: tuple[Finding, ...] = ()
    """What is said of files that nothing reads."""
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
        if self.left_out:
            yield from notices(self.left_out, language)
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
            "findings": [plain_finding(finding) for finding in (*self.left_out, *self.findings)],
        }


def score_folder(engine: Engine, folder: Path, ruleset: str | None) -> FolderSheet:
    """Score every form of a folder beside the others; forms of years with different rulesets stand apart."""
    sheet = FolderSheet(str(folder))
    readable, others = files(engine, folder, ruleset)
    sheet.left_out = left_out(folder, others)
    read: dict[str, list[tuple[str, Submission, tuple[Finding, ...]]]] = {}
    programs: dict[str, Program] = {}
    for path in readable:
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


def files(engine: Engine, folder: Path, ruleset: str | None) -> tuple[list[Path], list[Path]]:
    """The forms of a folder, those in a format of a plugin of the ruleset among them, and the files that nothing reads."""
    readable: list[Path] = []
    others: list[Path] = []
    for path in sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(HIDDEN)):
        (readable if path.suffix.lower() in FORMS else others).append(path)
    program = next((one for path in others if (one := documents.reader(engine, ruleset, path.name))), None)
    read = [path for path in others if program and reader_of(program.registry, path.name)]
    return sorted([*readable, *read]), [path for path in others if path not in read]


def left_out(folder: Path, others: Sequence[Path]) -> tuple[Finding, ...]:
    """How many files of a folder nothing reads, and which; nothing where there are none."""
    if not others:
        return ()
    names = [path.name for path in others[:MOST_NAMED]]
    values = {
        language: listed(names, language) + (MORE.say(language) if len(others) > MOST_NAMED else "")
        for language in LANGUAGES
    }
    return (finding("command.left-out", Place(str(folder)), count=len(others), names=Text(**values)),)


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
