"""Runs cases: what each wanted and what it got, side by side."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from perfeval_rules.catalogue import finding
from perfeval_rules.evaluation import Evaluation, FolderEvaluation, Line
from perfeval_rules.findings import Finding, listed
from perfeval_rules.program import Program
from perfeval_rules.ruleset.telling import meant
from perfeval_rules.testing.cases import Case
from perfeval_rules.testing.expectation import Expectation, Said, owed

CHECKED = "check."
"""How the codes begin that `findings` of a case lists."""
UNLISTED = (CHECKED, "reason.")
"""How those begin that `codes` leaves to `findings` and `reasons`."""
RESCALE = "rescale"
"""What re-weighting is listed as among the adjusts of a form."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A result that is not what a case wanted."""

    key: str
    wanted: Said
    got: Said
    lines: tuple[int, ...]
    """Numbers of the lines it is about; none where it is about the form."""
    form: int | None = None
    """Which form of a folder it is about, from 0; None: the only one, or the folder as a whole."""


@dataclass(frozen=True, slots=True)
class Result:
    """How one case went."""

    case: Case
    evaluations: tuple[Evaluation, ...]
    """One, but for a folder."""
    folder: FolderEvaluation | None
    """What was found across the forms of a folder; None in a case of one form."""
    line: Line | None
    """The line that the row of the case became; None in a case of a whole form."""
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    """What the case asks of lines that its form does not have."""

    @property
    def evaluation(self) -> Evaluation:
        """What came of the form; of a folder, of the first."""
        return self.evaluations[0]

    @property
    def passed(self) -> bool:
        """Whether everything is as wanted."""
        return not self.differences and not self.findings


def run_case(program: Program, case: Case) -> Result:
    """Evaluate the form of a case, or its forms side by side, and compare."""
    folder = program.evaluate_folder(case.forms, case.name) if case.kind == "folder" else None
    evaluations = folder.forms if folder else (program.evaluate(case.submission, reading="exact"),)
    line = _line_of_row(case, evaluations[0])
    comparisons = [_Comparison(case, evaluation, line) for evaluation in evaluations]
    differences = [
        _across(folder, one) if folder and one.form is None else comparisons[one.form or 0].difference(one)
        for one in case.expectations
    ]
    found = tuple(told for comparison in comparisons for told in comparison.found)
    return Result(case, evaluations, folder, line, tuple(filter(None, differences)), found)


def _across(folder: FolderEvaluation, expected: Expectation) -> Difference | None:
    """What is not as expected of a folder as a whole: its facts, and the checks that fired across its forms or on one."""
    found = (*folder.findings, *(one for form in folder.forms for one in form.findings))
    checks = tuple(sorted(one.code for one in found if one.code.startswith(CHECKED)))
    got = _said(folder.facts.get(expected.name)) if expected.of == "fact" else checks
    return None if got == expected.wanted else Difference(expected.key, expected.wanted, got, ())


def _line_of_row(case: Case, evaluation: Evaluation) -> Line | None:
    """The line that the one row of a case became; a value of a file stands at a place of its own."""
    if not case.of_row or not case.submission.rows:
        return None
    row = case.submission.rows[0]
    at = row.actual.at if row.actual else row.at
    return next((line for line in evaluation.lines if line.at == at), None)


class _Comparison:
    def __init__(self, case: Case, evaluation: Evaluation, line: Line | None) -> None:
        self.case, self.evaluation, self.line = case, evaluation, line
        self.found: list[Finding] = []
        self.missed: set[str] = set()

    def difference(self, expected: Expectation) -> Difference | None:
        """What is not as expected; None where it is, or where the line meant is not there, which is told."""
        line = self.meant(expected) if expected.of == "line" and expected.name else self.line
        if expected.of == "line" and line is None and expected.name:
            return None
        got = self.got(expected, line)
        if got == expected.wanted:
            return None
        lines = (line.number,) if line else self.owing(expected)
        return Difference(expected.key, expected.wanted, got, lines, expected.form)

    def meant(self, expected: Expectation) -> Line | None:
        """The line that an expectation is about; told where there is none, or more than one."""
        lines = self.evaluation.line(expected.name)
        if len(lines) == 1:
            return lines[0]
        whose = "" if expected.form is None else f"forms[{expected.form}]."
        path = f"case.{self.case.name}.expect.{whose}lines.{expected.name}"
        if lines:
            numbers = listed([str(line.number) for line in lines])
            told = finding("case.several-lines", expected.at, path=path, name=expected.name, numbers=numbers)
        else:
            names = (name for line in self.evaluation.lines for name in (line.id, line.name) if name)
            known = meant(expected.name, names)
            told = finding("case.unknown-line", expected.at, path=path, name=expected.name, meant=known)
        if expected.name not in self.missed:
            self.found.append(told)
        self.missed.add(expected.name)
        return None

    def got(self, expected: Expectation, line: Line | None) -> Said:
        """What the evaluation says."""
        match expected.of, expected.asked:
            case "line", "rule":
                return line.rule.removeprefix("rule.") if line else ""
            case "line", _:
                return cast(Said, getattr(line, expected.asked, None))
            case "group", _:
                groups = {group.id: group for group in self.evaluation.groups}
                return cast(Said, getattr(groups.get(expected.name), expected.asked, None))
            case "fact", "shown":
                return next((_said(one.value) for one in self.evaluation.shown if one.id == expected.name), None)
            case "fact", _:
                return _said(self.evaluation.facts.get(expected.name))
            case _, "total":
                return self.evaluation.total
            case _, "full_marks":
                return self.evaluation.full_marks
            case _, "grade":
                return self.evaluation.grade.id if self.evaluation.grade else ""
            case _, "reasons":
                return self.reasons(expected.each)
            case _, "adjusts":
                return tuple(
                    sorted(one.id for one in self.evaluation.adjusts if " " not in one.id and one.id != RESCALE)
                )
            case _, "codes":
                return tuple(sorted(one.code for one in self.findings() if not one.code.startswith(UNLISTED)))
            case _:
                return tuple(sorted(one.code for one in self.findings() if one.code.startswith(CHECKED)))

    def reasons(self, each: frozenset[str]) -> tuple[str, ...]:
        """The reasons owed, with their verdicts in the order of the lines, or each verdict once."""
        verdicts: dict[str, list[str]] = {}
        for one in self.evaluation.reasons:
            if not self.case.of_row or (self.line and one.line == self.line.number):
                verdicts.setdefault(one.rule.removeprefix("reason."), []).append(one.verdict)
        return tuple(
            sorted(owed(name, tuple(said if name in each else dict.fromkeys(said))) for name, said in verdicts.items())
        )

    def findings(self) -> tuple[Finding, ...]:
        """What was found; of a row alone, only what was found of it."""
        own = "rows[0]" if self.case.of_row else ""
        return tuple(one for one in self.evaluation.findings if one.path.startswith(own))

    def owing(self, expected: Expectation) -> tuple[int, ...]:
        """Lines of a whole form that owe a reason, where the reasons are not those expected."""
        asked = expected.asked == "reasons"
        return tuple(sorted({one.line for one in self.evaluation.reasons if one.line})) if asked else ()


def _said(value: object) -> Said:
    """A fact as cases write it."""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (Fraction, str, bool)) else None
