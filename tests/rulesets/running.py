"""Runs the cases that stand beside a ruleset: a row or a form, and what is expected of it."""

import json
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from perfeval_rules.evaluation import Evaluation, number
from perfeval_rules.program import Program

SUBMISSION = frozenset(
    {
        "project", "department", "unit", "region", "year", "funds", "rows", "values", "headings", "total_weight",
        "stated_total", "reviewed_total", "complete",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One case of a `cases.toml`."""

    ruleset: Path
    name: str
    table: dict[str, Any]

    @property
    def id(self) -> str:
        return f"{self.ruleset.name}-{self.name}"


def cases(ruleset: Path) -> list[Case]:
    """Every case beside a ruleset."""
    read = tomllib.loads((ruleset / "cases.toml").read_text(encoding="utf-8"))
    return [Case(ruleset, name, table) for name, table in read["case"].items()]


def differences(case: Case, program: Program, engine: Any) -> list[str]:
    """What a case wanted and did not get."""
    evaluation = evaluated(case, program, engine)
    wanted = case.table["expect"]
    return [
        f"{key}: wanted {want!r}, got {got!r}"
        for key, want in wanted.items()
        if not same(want, got := said(key, want, evaluation, "row" in case.table))
    ]


def evaluated(case: Case, program: Program, engine: Any) -> Evaluation:
    """The evaluation of the form a case gives."""
    if "form" in case.table:
        path = case.ruleset / case.table["form"]
        raw, name = path.read_bytes(), path.name
    else:
        form = {key: value for key, value in case.table.items() if key in SUBMISSION}
        if "row" in case.table:
            form |= {"rows": [case.table["row"]], "complete": False}
        raw, name = json.dumps(form, ensure_ascii=False).encode(), "case.json"
    submission, findings = engine.read(raw, name)
    assert submission is not None, [finding.say("en") for finding in findings]
    return program.evaluate(submission)


def said(key: str, want: Any, evaluation: Evaluation, of_row: bool) -> Any:
    """What an evaluation says for one key of `expect`."""
    row = next((line for line in evaluation.lines if not line.id), evaluation.lines[0])
    match key:
        case "score" | "attainment":
            return number(getattr(row, key))
        case "outcome":
            return row.outcome
        case "total":
            return number(evaluation.total)
        case "grade":
            return evaluation.grade.id if evaluation.grade else ""
        case "lines":
            lines = {line.id or line.name: line for line in evaluation.lines}
            return {name: {k: getattr(lines[name], k) for k in keys} for name, keys in want.items()}
        case "facts":
            return {name: evaluation.facts[name] for name in want}
        case "reasons":
            return {
                one.rule.removeprefix("reason."): one.verdict
                for one in evaluation.reasons
                if not of_row or one.line == row.number
            }
        case "findings":
            return sorted(one.code for one in evaluation.findings if one.code.startswith("check."))
    raise KeyError(key)


def same(want: Any, got: Any) -> bool:
    """Whether two values are the same; numbers are compared as numbers, a blank text is none."""
    if isinstance(want, str) and (isinstance(got, Fraction) or (isinstance(got, str) and is_number(got))):
        return is_number(want) and Fraction(want) == Fraction(got)
    if isinstance(want, dict) and isinstance(got, dict):
        return want.keys() == got.keys() and all(same(value, got[key]) for key, value in want.items())
    if isinstance(want, list):
        return sorted(want) == got
    return want == got or (want == "" and got is None)


def is_number(text: str) -> bool:
    """Whether a text is a number as cases write them."""
    try:
        Fraction(text)
    except (ValueError, ZeroDivisionError):
        return False
    return True
