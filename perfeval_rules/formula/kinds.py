"""The check of a formula against what it sees: every fault in one pass, and the kind of its value."""

import ast
from collections.abc import Collection

from perfeval_rules.findings import Finding
from perfeval_rules.formula.calls import Calls
from perfeval_rules.formula.functions import Kind
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.nodes import constant_of, literal
from perfeval_rules.formula.reads import reads
from perfeval_rules.formula.vocabulary import KIND_TITLES, Over, Vocabulary

__all__ = ["KIND_TITLES", "Kind", "Over", "Vocabulary", "check"]


def check(formula: Formula, vocabulary: Vocabulary, need: Kind | None) -> tuple[Kind | None, tuple[Finding, ...]]:
    """The kind of a formula's value and everything that is wrong with it; `need` is the kind asked for, None any."""
    checker = _Checker(formula, vocabulary)
    kind = checker.kind(formula.tree)
    if need is not None and kind is not None and kind != need:
        checker.fault(formula.tree, "wrong-result", need=KIND_TITLES[need], found=KIND_TITLES[kind])
    return kind, checker.found


NOTHING = frozenset({("Eq", 0), ("LtE", 0), ("Lt", 1)})
"""Signs and numbers that say of a count that there is none."""
SOME = frozenset({("Gt", 0), ("GtE", 1), ("NotEq", 0)})
"""Signs and numbers that say of a count that there is one at least."""
TURNED = {"Gt": "Lt", "GtE": "LtE", "Lt": "Gt", "LtE": "GtE"}
"""A sign → the one that says the same with both sides exchanged."""


class _Checker(Calls):
    """Checks operators, choices and comparisons."""

    def kind(self, node: ast.expr) -> Kind | None:
        if isinstance(node, ast.Constant):
            return self.constant_kind(node)
        if isinstance(node, ast.Name):
            return self.name_kind(node)
        if isinstance(node, ast.Call):
            return self.call_kind(node)
        if isinstance(node, ast.BinOp):
            return self.arithmetic(node)
        if isinstance(node, ast.UnaryOp):
            kind: Kind = "boolean" if isinstance(node.op, ast.Not) else "number"
            self.need(node.operand, kind)
            if isinstance(node.op, ast.Not):
                self.counted_nothing(node, node.operand, SOME)
            return kind
        if isinstance(node, ast.BoolOp):
            for part in node.values:
                self.need(part, "boolean")
            return "boolean"
        if isinstance(node, ast.IfExp):
            return self.choice(node)
        if isinstance(node, ast.Compare):
            self.comparison(node)
            return "boolean"
        self.fault(node, "stray-table")
        return None

    @staticmethod
    def constant_kind(node: ast.Constant) -> Kind:
        """The kind of a constant."""
        value = constant_of(node)
        return "boolean" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"

    def arithmetic(self, node: ast.BinOp) -> Kind:
        """`+ - * /` of two numbers."""
        self.need(node.left, "number")
        self.need(node.right, "number")
        if isinstance(node.op, ast.Div) and literal(node.right) == 0:
            self.fault(node, "by-zero")
        return "number"

    def choice(self, node: ast.IfExp) -> Kind | None:
        """`a if c else b`."""
        self.need(node.test, "boolean")
        if nesting(node) == 3:
            self.fault(node, "nested-choice")
        return self.alike((node.body, node.orelse))

    def comparison(self, node: ast.Compare) -> None:
        """Comparisons of two or more values, or of one with a list."""
        if any(isinstance(sign, (ast.In, ast.NotIn)) for sign in node.ops):
            self.among(node)
            return
        parts = [node.left, *node.comparators]
        kinds = [self.kind(part) for part in parts]
        for n, sign in enumerate(node.ops):
            left, right = kinds[n], kinds[n + 1]
            if left is None or right is None:
                continue
            if left != right:
                self.fault(parts[n + 1], "compared-kinds", left=KIND_TITLES[left], right=KIND_TITLES[right])
            elif left == "boolean":
                self.fault(parts[n + 1], "compared-conditions")
            elif left == "text" and not isinstance(sign, (ast.Eq, ast.NotEq)):
                self.fault(parts[n + 1], "compared-texts")
        self.counted_nothing(node, node, NOTHING)

    def among(self, node: ast.Compare) -> None:
        """`x in (a, b)`: constants of the kind of x."""
        kind, listed = self.kind(node.left), node.comparators[0]
        if len(node.ops) > 1:
            self.fault(node, "chained-in")
        elif not isinstance(listed, (ast.Tuple, ast.List)):
            self.fault(listed, "in-what")
        elif kind not in ("number", "text", None):
            self.fault(node.left, "in-kind", found=KIND_TITLES[kind])
        else:
            for item in listed.elts:
                self.listed_item(item, kind)

    def listed_item(self, item: ast.expr, kind: Kind | None) -> None:
        """One value of a list after `in`."""
        value = literal(item)
        if value is None or isinstance(value, bool):
            self.fault(item, "in-item")
        elif kind is not None:
            self.need(item, kind)

    def counted_nothing(self, whole: ast.expr, node: ast.expr, written: Collection[tuple[str, int]]) -> None:
        """Tell of `count(x < k) == 0`, in whatever way it is written; it holds also where nobody reported x."""
        if not isinstance(node, ast.Compare) or len(node.ops) > 1:
            return
        sign = type(node.ops[0]).__name__
        for call, signed, number in (
            (node.left, sign, node.comparators[0]),
            (node.comparators[0], TURNED.get(sign, sign), node.left),
        ):
            value = literal(number)
            if isinstance(call, ast.Call) and (signed, value) in written and self.may_skip(call):
                self.fault(whole, "count-zero")

    def may_skip(self, call: ast.Call) -> bool:
        """Whether a call counts by a condition that may be undecided; one over texts alone never is."""
        if not (isinstance(call.func, ast.Name) and call.func.id == "count" and call.args):
            return False
        return any(self.vocabulary.inner.get(name, "text") != "text" for name in reads(call.args[0]).names)


def nesting(node: ast.expr) -> int:
    """How many choices stand directly in one another."""
    return 1 + max(nesting(node.body), nesting(node.orelse)) if isinstance(node, ast.IfExp) else 0
