"""The check of tables: pairs of cells, each a number or a name, in the order their function asks for."""

import ast
from fractions import Fraction
from itertools import pairwise

from perfeval_rules.formula.checking import Checking
from perfeval_rules.formula.functions import Parameter
from perfeval_rules.formula.nodes import literal
from perfeval_rules.text import Text

_FALLING = Text("从高到低", "from high to low")
_RISING = Text("从低到高", "from low to high")
_EITHER = Text("一律从低到高或一律从高到低", "all rising or all falling")


def check_table(check: Checking, node: ast.expr, parameter: Parameter) -> None:
    """Tell what is wrong with a table; `parameter` is what the function asks of it."""
    rows = node.elts if isinstance(node, ast.List) else []
    if not any(isinstance(row, (ast.List, ast.Tuple)) for row in rows):
        check.fault(node, "table-shape")
        return
    firsts: list[ast.expr] = []
    for row in rows:
        if not isinstance(row, ast.List) or len(row.elts) != 2:
            check.fault(row, "table-shape")
            continue
        first, second = row.elts
        firsts.append(first)
        _check_cell(check, first, parameter == "pairs")
        _check_cell(check, second, False)
    if parameter == "pairs":
        _check_keys(check, firsts)
    else:
        _check_order(check, firsts, parameter)


def _check_cell(check: Checking, cell: ast.expr, key: bool) -> None:
    """A cell is a number or the name of one; the first of a row of `lookup` a text written out."""
    value = literal(cell)
    if key:
        if not isinstance(value, str):
            check.fault(cell, "table-key")
    elif isinstance(cell, ast.Name):
        check.need(cell, "number")
    elif not isinstance(value, Fraction):
        check.fault(cell, "table-cell")


def _check_keys(check: Checking, keys: list[ast.expr]) -> None:
    """Tell of rows that are never reached, as an earlier one bears the same text."""
    seen: set[str] = set()
    for key in keys:
        value = literal(key)
        if isinstance(value, str):
            if value in seen:
                check.fault(key, "repeated-key", key=value)
            seen.add(value)


def _check_order(check: Checking, edges: list[ast.expr], parameter: Parameter) -> None:
    """Tell of the first edge out of order; names are compared when the formula is worked out."""
    values = [(edge, value) for edge in edges if isinstance(value := literal(edge), Fraction)]
    rising = parameter == "rising" or (parameter == "points" and bool(values) and values[0][1] <= values[-1][1])
    order = _EITHER if parameter == "points" else _RISING if rising else _FALLING
    for (_, before), (edge, after) in pairwise(values):
        in_order = before < after if rising else before > after
        if not in_order and not (parameter == "points" and before == after):
            check.fault(edge, "unsorted-bands", before=before, after=after, order=order)
            return
