"""Conditions with constants as one name is held against them, and which of them follow from others."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from perfeval_rules.formula.nodes import literal

_SIGNS: dict[type[ast.cmpop], str] = {ast.Gt: ">", ast.GtE: ">=", ast.Lt: "<", ast.LtE: "<="}
TURNED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}
"""A sign → the one that says the same with both sides exchanged."""


@dataclass(frozen=True, slots=True)
class Bound:
    """`x >= 60`: what is held against a number, and on which side of it."""

    of: str
    """The tree of x, in words."""
    sign: str
    edge: Fraction

    def follows_from(self, other: "Bound") -> bool:
        """Whether it holds wherever another does."""
        if self.of != other.of or self.sign[0] != other.sign[0]:
            return False
        if self.edge == other.edge:
            return self.sign == other.sign or self.sign.endswith("=")
        return (other.edge > self.edge) == (self.sign[0] == ">")


def bounds(condition: ast.expr) -> Iterator[Bound]:
    """The bounds that a condition sets, each of them needed for it to hold."""
    for part in parts(condition):
        if isinstance(part, ast.Compare):
            yield from compared(part)


def parts(condition: ast.expr) -> Sequence[ast.expr]:
    """The conditions that must all hold."""
    joined = isinstance(condition, ast.BoolOp) and isinstance(condition.op, ast.And)
    return condition.values if isinstance(condition, ast.BoolOp) and joined else [condition]


def compared(node: ast.Compare) -> Iterator[Bound]:
    """The bounds of a comparison, chained or not."""
    for (left, right), sign in zip(pairwise([node.left, *node.comparators]), node.ops, strict=True):
        written, edge, other = _SIGNS.get(type(sign), ""), literal(right), literal(left)
        if written and isinstance(edge, Fraction):
            yield Bound(ast.dump(left), written, edge)
        elif written and isinstance(other, Fraction):
            yield Bound(ast.dump(right), TURNED[written], other)


def excludes(earlier: ast.expr, later: ast.expr) -> bool:
    """Whether an earlier condition holds wherever a later one does, so that the later one is never asked in earnest."""
    if ast.dump(earlier) == ast.dump(later):
        return True
    said = {ast.dump(part) for part in parts(later)}
    set_later = tuple(bounds(later))
    return all(ast.dump(part) in said or _bounded(part, set_later) for part in parts(earlier))


def _bounded(part: ast.expr, others: Sequence[Bound]) -> bool:
    """Whether a condition sets bounds only, each of which follows from one of others."""
    own = tuple(bounds(part))
    whole = isinstance(part, ast.Compare) and len(own) == len(part.ops)
    return whole and all(any(bound.follows_from(other) for other in others) for bound in own)
