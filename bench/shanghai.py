"""The Shanghai form of 2020, as it was published and with cells left blank: what each way of scoring is given."""

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from perfeval_rules.engine import Engine, Program
from perfeval_rules.submission import Submission, canonical

FILE = Path(__file__).parents[1] / "examples" / "shanghai-2020-form.txt"
RULESET = "cn-sh-2020"
BLANK, INAPPLICABLE = (1, 3), 7
"""Rows whose actual value the other form leaves blank, and the one it calls 不适用."""
EXECUTION = "预算执行率"


@dataclass(frozen=True, slots=True)
class Result:
    """What any way of scoring says of a form, so that all of them can be compared."""

    lines: tuple[Fraction | None, ...]
    total: Fraction | None
    grade: str | None


@dataclass(frozen=True, slots=True)
class Form:
    """One form as each way of scoring is given it, and what it scores."""

    name: str
    json: bytes
    """The form as a system would send it: texts as they were written."""
    submission: Submission
    lines: tuple[Mapping[str, Any], ...]
    """Weight, target and actual value as texts, the category and the reason: what code written by hand starts from."""
    result: Result


def program() -> Program:
    """The ruleset of the form, compiled."""
    return Engine().program(RULESET)


def published() -> Form:
    """The form as it was published."""
    points = ("9.99", "2", "5", "5", "5", "5", "5", "10", "10", "10", "15", "15")
    result = Result(tuple(Fraction(text) for text in points), Fraction("96.99"), "excellent")
    return _form("as published", _written(), result)


def with_blanks() -> Form:
    """The form with two blank cells and one row that does not apply: no total, as two lines are not reported."""
    written = copy.deepcopy(_written())
    for row in BLANK:
        written["rows"][row]["actual"] = ""
    written["rows"][INAPPLICABLE]["actual"] = "不适用"
    points = ("9.99", "2", None, "5", None, "5", "5", "10", None, "10", "15", "15")
    result = Result(tuple(None if text is None else Fraction(text) for text in points), None, None)
    return _form("two blank cells, one row 不适用", written, result)


def _written() -> dict[str, Any]:
    submission, _ = Engine().read(FILE.read_bytes(), FILE.name)
    if submission is None:
        raise SystemExit(f"{FILE.name} cannot be read")
    return canonical(submission, places=False)


def _form(name: str, written: dict[str, Any], result: Result) -> Form:
    raw = json.dumps(written, ensure_ascii=False).encode()
    submission, findings = Engine().read(raw, "form.json")
    if submission is None or findings:
        raise SystemExit(f"{name}: the form is not read as it should be, {findings}")
    return Form(name, raw, submission, tuple(_lines(written)), result)


def _lines(written: dict[str, Any]) -> list[dict[str, Any]]:
    funds = written["funds"]
    execution = {
        "name": EXECUTION, "category": "", "weight": funds["weight"], "target": funds["annual_budget"],
        "actual": funds["executed"].replace(",", ""), "reason": "", "stated": funds["score"],
    }  # fmt: skip
    rows = [
        {
            "name": row["name"],
            "category": row["categories"][0],
            "weight": row["weight"],
            "target": row["target"].removeprefix(">=").removesuffix("人次").removesuffix("次"),
            "actual": row.get("actual", ""),
            "reason": row.get("reason", ""),
            "stated": row["stated"],
        }
        for row in written["rows"]
    ]
    return [execution, *rows]
