"""Submitted texts as exact values: what cannot be read is kept as text, has no value, and is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Written
from perfeval_rules.formula.evaluator import Words
from perfeval_rules.plan.run import Given
from perfeval_rules.values.cells import Cell, read_amount, read_cell
from perfeval_rules.values.problem import Problem
from perfeval_rules.values.units import NO_UNIT

PLAIN = frozenset({"", "count", "percent", "points"})
"""Units that leave a number what it is: how many of something, per cent, points."""
NOT_THERE = frozenset({"", "/", "-", "—", "——", "－", "–", "无"})
"""How forms write that a number is not there."""


def says_more(cell: Cell) -> bool:
    """Whether a cell that is read as a plain number has a sign, or a unit that would make it another number."""
    if cell.unit is NO_UNIT:
        return cell.operator not in ("", "=")
    return cell.operator not in ("", "=") or cell.unit.dimension not in PLAIN or cell.unit.factor != 1


@dataclass(slots=True)
class Reader:
    """Reads the values of one form; `findings` gathers what could not be read."""

    year: int | None
    funds_unit: str
    words: Mapping[str, Words]
    findings: list[Finding] = field(default_factory=list)

    def tell(self, code: str, written: Written, path: str, **values: Any) -> None:
        """A finding at a submitted value."""
        self.findings.append(finding(code, written.at, path=path, length=len(written.text), **values))

    def cell(self, written: Written, path: str) -> Cell:
        """A target or actual cell."""
        cell = read_cell(written.text, self.year)
        if cell.problems:
            self._problems(cell.problems, written, path)
        return cell

    def _problems(self, problems: tuple[Problem, ...], written: Written, path: str) -> None:
        for problem in problems:
            self.tell(problem.code, written, path, **problem.values)

    def number(self, written: Written, path: str) -> Fraction | None:
        """A weight, score or rate; a per-cent sign counts for nothing, the number is in per cent."""
        if written.text.strip() in NOT_THERE:
            return None
        cell = self.cell(written, path)
        if cell.number is None and not cell.problems:
            self.tell("form.not-a-number", written, path, text=written.text)
        if cell.number is not None and says_more(cell):
            self.tell("form.unit-not-used", written, path, text=written.text, number=cell.number)
        return cell.number

    def amount(self, written: Written, path: str, unit: str = "") -> Fraction | None:
        """An amount of money in yuan; without a unit of its own it is in that of its heading, else of the fund block."""
        if written.text.strip() in NOT_THERE:
            return None
        read = read_amount(written.text, unit or self.funds_unit)
        if isinstance(read, Problem):
            self._problems((read,), written, path)
            return None
        return read

    def day(self, written: Written, path: str) -> date | None:
        """A date."""
        if written.text.strip() in NOT_THERE:
            return None
        cell = self.cell(written, path)
        if cell.date is None and not cell.problems:
            self.tell("form.not-a-date", written, path, text=written.text)
        return cell.date

    def answer(self, written: Written, path: str) -> bool | None:
        """A yes or no, by the word lists `yes` and `no`."""
        text = written.text.strip()
        if text in NOT_THERE:
            return None
        for name, meant in (("yes", True), ("no", False)):
            if name in self.words and text in self.words[name].values:
                return meant
        self.tell("form.not-yes-no", written, path, text=written.text)
        return None

    def value(self, kind: str, written: Written, path: str) -> Given:
        """A value of a named kind: number, money, text, date, boolean or yes_no."""
        if kind == "text":
            return written.text
        read = {"number": self.number, "money": self.amount, "date": self.day}.get(kind, self.answer)
        return read(written, path)
