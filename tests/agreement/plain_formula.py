"""Formulas worked out in plain Python, written apart from the engine: a second opinion on what each of them gives."""

import ast
import operator
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from tests.agreement.plain_functions import FUNCTIONS, TABLES, rounded
from tests.agreement.plain_lack import Answer, Lack


class Names(Protocol):
    """What a formula may ask about."""

    rounding: str

    def value(self, name: str) -> Answer | None:
        """What a name stands for; None where nothing was reported."""

    def words(self, name: str) -> tuple[Sequence[str], bool]:
        """A word list, and whether a word must be the whole text."""

    def within(self, group: str) -> bool:
        """Whether this line stands inside a group."""

    def children(self, group: str | None) -> "Sequence[Names]":
        """Over whom an aggregate runs."""


def work_out(text: str, names: Names) -> Answer:
    """What a formula gives, or why it gives nothing."""
    return _Reading(text.encode(), names).answer(tree_of(text))


@lru_cache(maxsize=4096)
def tree_of(text: str) -> ast.expr:
    """Python's tree of a formula, numbers exact."""
    tree = ast.parse(text, mode="eval").body
    raw = text.encode()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and not isinstance(node.value, (str, bool)):
            node.value = Fraction(raw[node.col_offset : node.end_col_offset].decode())
    return tree


def names_in(text: str) -> frozenset[str]:
    """The names that a formula asks for itself; what an aggregate asks of children is not among them."""
    found: set[str] = set()
    waiting: list[ast.AST] = [tree_of(text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Call):
            if node.func.id not in ("sum", "count", "any", "all", "largest", "smallest", "repeats"):
                waiting += node.args
        else:
            waiting += ast.iter_child_nodes(node)
    return frozenset(found)


def asks_children(text: str) -> bool:
    """Whether a formula holds an aggregate."""
    calls = (node.func.id for node in ast.walk(tree_of(text)) if isinstance(node, ast.Call))
    return any(name in ("sum", "count", "any", "all", "largest", "smallest") for name in calls)


def kleene(decisive: bool, answers: Iterable[Answer]) -> Answer:
    """`or` with True, `and` with False: one such part decides; else the first lack is told; else the opposite."""
    known = list(answers)
    if any(answer is decisive for answer in known):
        return decisive
    return next((answer for answer in known if isinstance(answer, Lack)), not decisive)


_SIGNS = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}  # fmt: skip


class _Reading:
    """One formula asked once."""

    def __init__(self, raw: bytes, names: Names) -> None:
        self.raw, self.names = raw, names

    def answer(self, node: ast.expr) -> Answer:
        got = getattr(self, type(node).__name__)(node)
        if isinstance(got, Lack) and not got.part:
            return Lack(got.code, self.raw[node.col_offset : node.end_col_offset].decode())
        return got

    def all_of(self, nodes: Iterable[ast.expr]) -> list[Answer] | Lack:
        answers = [self.answer(node) for node in nodes]
        return next((one for one in answers if isinstance(one, Lack)), answers)

    def Constant(self, node):  # noqa: N802
        return node.value

    def Name(self, node):  # noqa: N802
        found = self.names.value(node.id)
        return Lack("absent") if found is None else found

    def BinOp(self, node):  # noqa: N802
        both = self.all_of((node.left, node.right))
        if isinstance(both, Lack):
            return both
        left, right = both
        match node.op:
            case ast.Add():
                return left + right
            case ast.Sub():
                return left - right
            case ast.Mult():
                return left * right
        return left / right if right else Lack("division-by-zero")

    def UnaryOp(self, node):  # noqa: N802
        x = self.answer(node.operand)
        if isinstance(x, Lack) or isinstance(node.op, ast.UAdd):
            return x
        return not x if isinstance(node.op, ast.Not) else -x

    def BoolOp(self, node):  # noqa: N802
        return kleene(isinstance(node.op, ast.Or), map(self.answer, node.values))

    def Compare(self, node):  # noqa: N802
        x = self.answer(node.left)
        if isinstance(node.ops[0], (ast.In, ast.NotIn)):
            if isinstance(x, Lack):
                return x
            listed = [self.answer(item) for item in node.comparators[0].elts]
            return (x in listed) == isinstance(node.ops[0], ast.In)
        operands = [x, *map(self.answer, node.comparators)]
        return kleene(False, [self.link(*link) for link in zip(node.ops, operands, operands[1:], strict=False)])

    def link(self, sign: ast.cmpop, left: Answer, right: Answer) -> Answer:
        for side in (left, right):
            if isinstance(side, Lack):
                return side
        return _SIGNS[type(sign)](left, right)

    def IfExp(self, node):  # noqa: N802
        test = self.answer(node.test)
        return test if isinstance(test, Lack) else self.answer(node.body if test else node.orelse)

    def Call(self, node):  # noqa: N802
        name = node.func.id
        own = getattr(self, f"call_{name}", None)
        if own:
            return own(*node.args)
        table = [self.pair(part) for arg in node.args if isinstance(arg, ast.List) for part in arg.elts]
        cells = [arg.elts if isinstance(arg, ast.List) else [arg] for arg in node.args]
        flat = [part for group in cells for arg in group for part in (arg.elts if isinstance(arg, ast.List) else [arg])]
        known = self.all_of(flat)
        if isinstance(known, Lack):
            return known
        if table:
            rest = known[1 + 2 * len(table) :]
            return TABLES[name](known[0], table, *rest)
        return FUNCTIONS[name](*known)

    def pair(self, row: ast.expr) -> tuple[Answer, Answer]:
        return self.answer(row.elts[0]), self.answer(row.elts[1])

    def call_ifs(self, *parts):
        for test, value in zip(parts[:-1:2], parts[1::2], strict=True):
            held = self.answer(test)
            if held is not False:
                return held if isinstance(held, Lack) else self.answer(value)
        return self.answer(parts[-1])

    def call_round(self, x, places):
        x = self.answer(x)
        return x if isinstance(x, Lack) else rounded(x, int(places.value), self.names.rounding)

    def call_given(self, x):
        x = self.answer(x)
        return not isinstance(x, Lack) and x != ""

    def call_if_blank(self, name, y):
        return self.answer(name) if self.call_given(name) else self.answer(y)

    def call_mentions(self, text, words):
        text = self.answer(text)
        listed, whole = self.names.words(words.value)
        if isinstance(text, Lack):
            return text
        return any(text.strip() == word.strip() if whole else word in text for word in listed)

    def call_within(self, group):
        return self.names.within(group.value)

    def call_points(self, asked):
        found = self.names.value(f"points.{asked.value}")
        return Lack("absent") if found is None else found

    def call_repeats(self, name, *folder):
        found = None if folder else self.names.value(f"repeats.{name.id}")
        return Lack("folder" if folder else "absent") if found is None else found

    def gathered(self, argument, group=None):
        children = self.names.children(group.value if group else None)
        return [_Reading(self.raw, child).answer(argument) for child in children]

    def known(self, argument, group=None):
        return [one for one in self.gathered(argument, group) if not isinstance(one, Lack)]

    def call_sum(self, *asked):
        return sum(self.known(*asked), Fraction(0))

    def call_count(self, *asked):
        return Fraction(self.known(*asked).count(True))

    def call_any(self, *asked):
        return kleene(True, self.gathered(*asked))

    def call_all(self, *asked):
        return kleene(False, self.gathered(*asked))

    def call_largest(self, *asked):
        return max(self.known(*asked), default=Lack("over-nothing"))

    def call_smallest(self, *asked):
        return min(self.known(*asked), default=Lack("over-nothing"))
