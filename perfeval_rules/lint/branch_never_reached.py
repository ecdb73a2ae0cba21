"""A branch behind one that takes everything it asks for."""

import ast
from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.lint.branches import excludes
from perfeval_rules.lint.spots import calls, tell
from perfeval_rules.ruleset.ruleset import Ruleset


def branch_never_reached(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of `ifs(x >= 60, 1, x >= 80, 2, 0)`: whatever reaches 80 was taken at 60."""
    for path, formula in formulas.items():
        for conditions in asked(formula.tree):
            for number, later in enumerate(conditions):
                before = next((one for one in conditions[:number] if excludes(one, later)), None)
                if before is not None:
                    words = {"later": formula.part(later), "before": formula.part(before)}
                    yield tell("branch-never-reached", path, formula, later, **words)


def asked(tree: ast.expr) -> Iterator[list[ast.expr]]:
    """The conditions of every choice, in the order they are asked."""
    for call in calls(tree, "ifs"):
        yield list(call.args[:-1:2])
    inner = {id(node.orelse) for node in ast.walk(tree) if isinstance(node, ast.IfExp)}
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp) and id(node) not in inner:
            yield list(chained(node))


def chained(node: ast.expr) -> Iterator[ast.expr]:
    """The conditions of `a if c else b if d else e`."""
    while isinstance(node, ast.IfExp):
        yield node.test
        node = node.orelse
