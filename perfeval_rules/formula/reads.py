"""What a formula asks for, found without evaluating it."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perfeval_rules.formula.functions import AGGREGATES
from perfeval_rules.formula.keys import points_key, rank_key, repeats_key
from perfeval_rules.formula.nodes import text_of


@dataclass(frozen=True, slots=True)
class AggregateUse:
    """One aggregate of a formula."""

    kind: str
    argument: ast.expr
    group: str | None
    """The id whose lines it runs over; None: the children."""
    node: ast.expr


@dataclass(frozen=True, slots=True)
class Reads:
    """Everything a formula asks for; what the argument of an aggregate asks each child is not among the names."""

    names: frozenset[str]
    aggregates: tuple[AggregateUse, ...]
    words: frozenset[str]


_KEYS = {"points": points_key, "repeats": repeats_key, "rank": rank_key}


def reads(tree: ast.expr) -> Reads:
    """What a formula asks for, in whatever branch."""
    names: set[str] = set()
    aggregates: list[AggregateUse] = []
    words: set[str] = set()
    for node in _own_parts(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called = node.func.id
            if called in AGGREGATES:
                group = text_of(node.args[1]) if len(node.args) > 1 else None
                aggregates.append(AggregateUse(called, node.args[0], group, node))
            elif called in _KEYS:
                names.add(_KEYS[called](node))
            elif called == "within":
                names.add("group")
            elif called == "mentions":
                words.add(text_of(node.args[1]))
    return Reads(frozenset(names), tuple(aggregates), frozenset(words))


def _own_parts(node: ast.expr) -> Iterator[ast.expr]:
    """A node and all its parts, in the order of the text, but for names of functions and what children are asked."""
    yield node
    if isinstance(node, ast.Call):
        called = node.func.id if isinstance(node.func, ast.Name) else ""
        parts = [] if called in AGGREGATES or called in ("points", "repeats") else node.args
    else:
        parts = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
    for part in parts:
        yield from _own_parts(part)


def ranks(tree: ast.expr) -> Mapping[str, ast.expr]:
    """What `rank` asks anywhere in a formula, by the name that it is asked for."""
    return {
        rank_key(node): node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "rank"
    }
