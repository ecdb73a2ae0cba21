"""A pure ratio held against a number of per cent."""

import ast
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.nodes import literal
from perfeval_rules.lint.spots import calls, is_name, tell
from perfeval_rules.ruleset.ruleset import Ruleset

RATIOS = ("attainment", "ratio", "deviation")
LARGEST = 10
"""Ten times the target is the most that anybody means by a pure ratio."""


def ratio_in_percent(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of `attainment >= 90`, and of bands of a ratio whose edges are per cent."""
    for path, formula in formulas.items():
        for node in ast.walk(formula.tree):
            if isinstance(node, ast.Compare):
                parts = [node.left, *node.comparators]
                for one, other in pairwise(parts):
                    yield from held(path, formula, one, other)
                    yield from held(path, formula, other, one)
        for call in calls(formula.tree, "at_least", "above", "at_most", "below", "interpolate"):
            edges = [row.elts[0] for row in getattr(call.args[1], "elts", ()) if isinstance(row, ast.List)]
            for edge in edges[:1] + edges[-1:]:
                yield from held(path, formula, call.args[0], edge)


def held(path: str, formula: Formula, ratio: ast.expr, number: ast.expr) -> Iterator[Finding]:
    """A finding where a ratio is held against a number beyond what ratios are."""
    value = literal(number)
    if is_name(ratio, *RATIOS) and isinstance(value, Fraction) and value > LARGEST:
        yield tell("ratio-in-percent", path, formula, number, name=formula.part(ratio), value=value)
