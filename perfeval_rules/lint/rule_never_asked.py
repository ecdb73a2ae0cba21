"""A rule behind one that takes everything it asks for."""

import ast
from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.nodes import text_of
from perfeval_rules.lint.spots import calls, tell
from perfeval_rules.ruleset.ruleset import Ruleset


def rule_never_asked(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of a rule whose condition only narrows that of an earlier one: no row is left for it."""
    earlier: dict[str, frozenset[str]] = {}
    for name in ruleset.rules:
        formula = formulas.get(f"rule.{name}.when")
        if formula is None:
            continue
        tests = conditions(ruleset, formula.tree)
        before = next((other for other, asked in earlier.items() if asked <= tests), None)
        if before is not None:
            yield tell("rule-never-asked", f"rule.{name}.when", formula, formula.tree, name=name, before=before)
        earlier[name] = stated(formula.tree)


def stated(tree: ast.expr) -> frozenset[str]:
    """The conditions that must all hold, as they are written."""
    parts = tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]
    return frozenset(ast.dump(part) for part in parts)


def conditions(ruleset: Ruleset, tree: ast.expr) -> frozenset[str]:
    """The conditions that must all hold, with those that follow: inside a group means inside those around it."""
    found = set(stated(tree))
    parts = tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]
    for part in parts:
        for call in calls(part, "within"):
            if call is part:
                found |= {stand_in(call, above) for above in around(ruleset, text_of(call.args[0]))}
    return frozenset(found)


def around(ruleset: Ruleset, group: str) -> Iterator[str]:
    """The groups that a group stands in."""
    inside = ruleset.groups[group].inside if group in ruleset.groups else None
    if inside:
        yield inside
        yield from around(ruleset, inside)


def stand_in(call: ast.Call, group: str) -> str:
    """The same condition for another group."""
    return ast.dump(ast.Call(call.func, [ast.Constant(group)], []))
