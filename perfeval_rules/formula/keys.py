"""The names under which a formula asks for what is not a plain name: `points('id')`, `repeats(name)`, `rank(x)`."""

import ast

from perfeval_rules.formula.nodes import formula_of, text_of


def points_key(node: ast.Call) -> str:
    """`points('id')` asks for `points.id`."""
    return f"points.{text_of(node.args[0])}"


def repeats_key(node: ast.Call) -> str:
    """`repeats(name)` asks for `repeats.name`, `repeats(name, 'folder')` for `repeats.name.folder`."""
    name, *scope = node.args
    asked = name.id if isinstance(name, ast.Name) else ""
    return ".".join(["repeats", asked, *map(text_of, scope)])


def rank_key(node: ast.Call) -> str:
    """`rank(x)` asks for `rank.` and the words of x without blanks."""
    argument = node.args[0]
    return f"rank.{''.join(formula_of(argument).part(argument).split())}"
