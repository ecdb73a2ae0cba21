"""Findings of lints, at the part of a formula that they are about."""

import ast
from collections.abc import Iterator
from typing import Any

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula


def tell(code: str, path: str, formula: Formula, node: ast.expr, **values: Any) -> Finding:
    """A finding at a part of a formula."""
    length = len(formula.part(node))
    line = formula.written.source_line(node.col_offset)
    return finding(f"ruleset.{code}", formula.place(node), path=path, line=line, length=length, **values)


def calls(tree: ast.expr, *names: str) -> Iterator[ast.Call]:
    """Every call of some functions in a formula."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def is_name(node: ast.expr, *names: str) -> bool:
    """Whether a part is just one of some names."""
    return isinstance(node, ast.Name) and node.id in names
