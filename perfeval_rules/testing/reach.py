"""What of a ruleset its cases reach: rules that took a row, lines that were judged, reasons owed, checks that fired,
adjusts that acted, grades given, bands taken.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perfeval_rules.evaluation import Evaluation, Outcome
from perfeval_rules.findings import Place
from perfeval_rules.program import Program
from perfeval_rules.ruleset.document import Path, dotted
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.testing.bands import bands, taken
from perfeval_rules.testing.running import CHECKED, Result
from perfeval_rules.text import Text

JUDGED: frozenset[Outcome] = frozenset({"scored", "accepted", "manual"})
"""Outcomes of a line of the ruleset for which the form said something."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """One thing of a ruleset that a case can reach, and where it is written."""

    path: str
    """`rule.cost`, `grade.good`; of a band the formula and the row: `rule.cost.score [90, 1]`."""
    title: Text
    at: Place


class Reach:
    """What cases of a ruleset can reach, and what those told of have reached so far."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.things = {thing.path: thing for thing in _things(program.ruleset)}
        self.bands = tuple(_bands(program))
        self.places: set[Place] = set()

    def add(self, result: Result) -> None:
        """Count what a case reaches; of a row alone, only what is told of it counts."""
        self.places |= {self.things[path].at for path in _said(result) if path in self.things}
        if self.bands:
            self.places |= taken(self.program, result.case)

    def reachable(self, every_file: bool = False) -> tuple[Reachable, ...]:
        """What cases ought to reach: what the ruleset's own file writes, or what all its files do."""
        own = self.program.ruleset.files[-1]
        return tuple(one for one in (*self.things.values(), *self.bands) if every_file or one.at.source == own)

    def unreached(self, every_file: bool = False) -> tuple[Reachable, ...]:
        """What no case has reached."""
        return tuple(one for one in self.reachable(every_file) if one.at not in self.places)


def _things(ruleset: Ruleset) -> Iterator[Reachable]:
    titled: Mapping[str, Mapping[str, Text]] = {
        "rule": {name: rule.title for name, rule in ruleset.rules.items()},
        "line": {name: line.title for name, line in ruleset.lines.items()},
        "reason": dict.fromkeys(ruleset.reasons, Text()),
        "check": dict.fromkeys(ruleset.checks, Text()),
        "adjust": dict.fromkeys(ruleset.adjusts, Text()),
    }
    for table, titles in titled.items():
        for name, title in titles.items():
            yield Reachable(f"{table}.{name}", title, ruleset.key((table, name)).at)
    for number, grade in enumerate(ruleset.grades):
        yield Reachable(f"grade.{grade.id}", grade.title, ruleset.key(("grade", number)).at)


def _bands(program: Program) -> Iterator[Reachable]:
    merged = program.ruleset.merged
    written: dict[Place, Path] = {
        merged.written(path).at: path for path in merged.origin if isinstance(merged.at(path), str)
    }
    for band in bands(program):
        path = written.get(band.formula)
        yield Reachable(f"{dotted(path) if path else ''} {band.words}".strip(), Text(), band.at)


def _said(result: Result) -> Iterator[str]:
    """The paths of everything that a case reaches, but for bands."""
    for evaluation in result.evaluations:
        for one in evaluation.lines:
            if one.rule.startswith("rule.") or one.outcome in JUDGED:
                yield one.rule
            yield from (f"adjust.{adjust.id}" for adjust in one.adjusts)
        yield from (f"adjust.{adjust.id}" for adjust in evaluation.adjusts)
        yield from _told(result, evaluation)
        if evaluation.grade:
            yield f"grade.{evaluation.grade.id}"
    yield from (one.rule for one in result.folder.findings) if result.folder else ()


def _told(result: Result, evaluation: Evaluation) -> Iterator[str]:
    """The paths of the reasons owed and the checks that fired; of a row alone, only its own."""
    of_row, line = result.case.of_row, result.line
    yield from (one.rule for one in evaluation.reasons if not of_row or (line and one.line == line.number))
    told = (one for one in evaluation.findings if one.path.startswith("rows[0]" if of_row else ""))
    yield from (one.rule for one in told if one.code.startswith(CHECKED))
