"""What the nodes of a parsed formula carry beside Python's own fields: their formula, and exact constants."""

import ast
from collections.abc import Mapping
from fractions import Fraction

from perfeval_rules.formula.formula import Formula
from perfeval_rules.formula.functions import Addition

ALLOWED = frozenset(
    {
        ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Call, ast.Name, ast.Constant, ast.List, ast.Tuple,
        ast.Add, ast.Sub, ast.Mult, ast.Div, ast.USub, ast.UAdd, ast.Not, ast.And, ast.Or, ast.Lt, ast.LtE, ast.Gt, ast.GtE,
        ast.Eq, ast.NotEq, ast.In, ast.NotIn, ast.Load,
    }
)  # fmt: skip
"""Every kind of node that a formula may hold."""
MOST_PLACES = 6
"""The most decimal places that `round` may keep."""


def formula_of(node: ast.expr) -> Formula:
    """The formula whose author wrote a node; in a composed tree the parts keep their own."""
    formula: Formula = vars(node)["formula"]
    return formula


def additions_of(node: ast.expr) -> Mapping[str, Addition]:
    """The functions of plugins that the formula of a node may call."""
    formula: Formula | None = vars(node).get("formula")
    return formula.additions if formula else {}


def claim(tree: ast.expr, formula: Formula) -> None:
    """Make every node of a tree a formula's own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            vars(node)["formula"] = formula


def constant_of(node: ast.Constant) -> Fraction | str | bool:
    """The exact value of a constant."""
    value: Fraction | str | bool = vars(node)["value"]
    return value


def set_constant(node: ast.Constant, value: Fraction) -> None:
    """Give a number its exact value, read from the author's digits; Python itself would make it a float."""
    vars(node)["value"] = value


def literal(node: ast.expr) -> Fraction | str | bool | None:
    """The value of a constant part, a signed number included; None for any other part."""
    if isinstance(node, ast.Constant):
        return constant_of(node)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        value = literal(node.operand)
        if isinstance(value, Fraction):
            return -value if isinstance(node.op, ast.USub) else value
    return None


def text_of(node: ast.expr) -> str:
    """What a text written out says, such as an id; blank for any other part."""
    value = literal(node)
    return value if isinstance(value, str) else ""


def places_of(node: ast.expr) -> int | None:
    """The decimal places, 0 to 6, that a part writes out; None for any other part."""
    value = literal(node)
    if isinstance(value, Fraction) and value.denominator == 1 and 0 <= value <= MOST_PLACES:
        return int(value)
    return None
