"""Bands: the rows of the tables in a ruleset's formulas, and which of them a form takes."""

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from perfeval_rules.findings import Place
from perfeval_rules.formula.algebra import Rounding, Table
from perfeval_rules.formula.nodes import formula_of
from perfeval_rules.plan.binding import bind
from perfeval_rules.plan.folder import folder_of
from perfeval_rules.plan.run import run
from perfeval_rules.program import Program
from perfeval_rules.readings.exact import Exact, Value
from perfeval_rules.testing.cases import Case

BANDED = frozenset({"at_least", "above", "at_most", "below", "lookup"})
"""Functions that take one row of a table."""


@dataclass(frozen=True, slots=True)
class Band:
    """One row of a table, or what holds otherwise."""

    formula: Place
    """Where the formula begins that it stands in."""
    words: str
    at: Place


def bands(program: Program) -> tuple[Band, ...]:
    """Every band that the authors of a ruleset wrote into a formula which scores or tells something."""
    plan = program.plan
    trees = [entry.formula.tree for entries in (*plan.lines.values(), plan.form) for entry in entries.values()]
    trees += [when.tree for _, when in plan.rules if when is not None]
    trees += [formula.tree for formulas in (plan.folder_facts, plan.folder_checks) for formula in formulas.values()]
    found = {band.at: band for tree in trees for node in ast.walk(tree) for band in _bands_of(node)}
    files = set(program.ruleset.files)
    return tuple(band for at, band in sorted(found.items()) if at.source in files)


def taken(program: Program, case: Case) -> frozenset[Place]:
    """Where the bands stand that the form of a case takes, or its forms side by side."""
    watching = _Watching(program.plan.rounding)
    forms = [bind(program.ruleset, program.plan, program.chart, form).form for form in case.forms]
    if case.kind == "folder":
        folder_of(program.ruleset, program.plan, forms, case.name, watching)
    else:
        run(program.plan, forms[0], watching)
    return frozenset(watching.taken)


def _bands_of(node: ast.AST) -> Iterator[Band]:
    for part in _rows(node):
        formula = formula_of(part)
        yield Band(formula.written.at, formula.part(part), formula.place(part))


def _rows(node: ast.AST) -> Sequence[ast.expr]:
    """The rows of a table that a call asks, and after them what it gives otherwise; none of any other node."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in BANDED:
        return ()
    _, table, *otherwise = node.args
    return (*(table.elts if isinstance(table, ast.List) else ()), *otherwise)


class _Watching(Exact):
    """The exact reading, which also remembers the bands that were taken."""

    def __init__(self, rounding: Rounding) -> None:
        super().__init__(rounding)
        self.taken: set[Place] = set()
        self.number_taken = -1

    def call(self, name: str, definition: Callable[..., Value], arguments: Sequence[Any]) -> Value:
        """What the function gives; asked about the numbers of its rows first, it says which one it takes."""
        if name in BANDED:
            x, table, *otherwise = arguments
            numbered = Table([(edge, Fraction(n)) for n, (edge, _) in enumerate(table.rows)], table.fixed)
            last = [Fraction(len(table.rows))] * len(otherwise)
            self.number_taken = int(Fraction(str(super().call(name, definition, [x, numbered, *last]))))
        return super().call(name, definition, arguments)

    def at(self, node: ast.expr, value: Value) -> Value:
        """The value; a call is told here right after it was worked out."""
        rows = _rows(node)
        if rows:
            row = rows[self.number_taken]
            self.taken.add(formula_of(row).place(row))
        return value
