"""A total raised once more after it was capped."""

import ast
from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.lint.spots import calls, is_name, tell
from perfeval_rules.ruleset.ruleset import Ruleset


def adjust_after_cap(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of `total + 3` in an adjust that comes after one with `min(total, 89)`: adjusts act in order."""
    cap = ""
    for name in ruleset.adjusts:
        path = f"adjust.{name}.total"
        formula = formulas.get(path)
        if formula is None:
            continue
        if caps(formula.tree):
            cap = name
        elif cap and raises(formula.tree):
            yield tell("adjust-after-cap", path, formula, formula.tree, name=name, cap=cap)


def caps(tree: ast.expr) -> bool:
    """Whether a formula keeps the total, or what is made of it, below an end."""
    return any(call is tree for call in calls(tree, "min", "clamp"))


def raises(tree: ast.expr) -> bool:
    """Whether a formula adds to the total."""
    added = isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Add)
    return added and any(is_name(part, "total") for part in ast.walk(tree) if isinstance(part, ast.expr))
