"""The one evaluator: simpleeval, locked down, asking an algebra what each node of a checked tree means."""

import ast
import operator
from collections.abc import Callable, Container, Mapping, Sequence
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

import simpleeval

from perfeval_rules.formula.aggregates import FOLDS
from perfeval_rules.formula.algebra import Algebra, Later, NoValue, Sign, Table, Thunk, Words
from perfeval_rules.formula.definitions import DEFINITIONS, rounded
from perfeval_rules.formula.keys import points_key, rank_key, repeats_key
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.nodes import additions_of, constant_of, places_of, text_of

__all__ = ["Names", "Words", "evaluate"]

V = TypeVar("V")
SIGNS: Mapping[type[ast.cmpop], Sign] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


def refuse_old(disallowed: Container[object]) -> None:
    """Stop where simpleeval is older than 1.0.8: what it refuses to call is then known to be too little."""
    if operator.attrgetter not in disallowed:
        raise ImportError("perfeval_rules needs simpleeval 1.0.8 or later")


refuse_old(simpleeval.DISALLOW_FUNCTIONS)


class Names(Protocol[V]):
    """What a formula is asked about: values by name, word lists, the tree of groups, the children of aggregates."""

    def __getitem__(self, name: str, /) -> V | NoValue | None:
        """The value of a name; a NoValue where it has none, None where nothing was reported."""

    def words(self, name: str, /) -> Words:
        """A word list."""

    def inside(self, group: str, /) -> tuple[str, ...]:
        """A group and all groups below it."""

    def children(self, group: str | None, /) -> "Sequence[Names[V]]":
        """Over whom an aggregate runs."""


def evaluate(formula: Formula | ast.expr, algebra: Algebra[V], names: Names[V]) -> V:
    """The value of a formula in one reading; raises NoValue, with the innermost part that has none, where it has none."""
    tree = formula.tree if isinstance(formula, Formula) else formula
    try:
        return Evaluator(algebra, names).value(tree)
    except NoValue as fault:
        raise fault.with_traceback(None) from None  # it is kept as an answer; the frames it came through are not


class Evaluator(simpleeval.SimpleEval, Generic[V]):  # type: ignore[misc]  # simpleeval publishes no types
    """One evaluation of one formula; knows the nodes of the language and nothing else."""

    def __init__(self, algebra: Algebra[V], names: Names[V]) -> None:
        # Not SimpleEval's own constructor: it fills tables replaced here, under a warnings filter that threads share.
        self.algebra, self.names = algebra, names
        self.operators: dict[type[ast.AST], Callable[..., V]] = {
            ast.Add: algebra.add, ast.Sub: algebra.sub, ast.Mult: algebra.mul, ast.Div: algebra.div,
            ast.USub: algebra.negative, ast.UAdd: _same, ast.Not: algebra.negation,
        }  # fmt: skip
        self.functions: dict[str, Callable[..., V]] = {}
        self.allowed_attrs: dict[type, Any] = {}
        self.ATTR_INDEX_FALLBACK = False
        self.nodes = NODES

    def value(self, node: ast.expr) -> V:
        """The value of a node; a fault is told of the innermost node that has it."""
        handler = NODES.get(type(node))
        if handler is None:
            raise simpleeval.FeatureNotAvailable(type(node).__name__)
        try:
            value: V = handler(self, node)
        except NoValue as fault:
            if fault.node is None:
                fault.node = node
            raise
        return self.algebra.at(node, value)

    _eval = value

    def later(self, node: ast.expr) -> Later[V]:
        """A node that is evaluated when asked for."""
        return Later(partial(self.value, node))

    def look(self, name: str, code: str = "absent") -> V:
        """The value of a name; a lack that has a place keeps it."""
        found = self.names[name]
        if found is None:
            raise NoValue(code)
        if isinstance(found, NoValue):
            raise found.again()  # what is kept as an answer keeps no frames
        return found

    def eval_constant(self, node: ast.Constant) -> V:
        """A constant, exactly as written."""
        return self.algebra.constant(constant_of(node))

    def eval_name(self, node: ast.Name) -> V:
        """What a name stands for."""
        return self.look(node.id)

    def eval_choice(self, node: ast.IfExp) -> V:
        """`a if c else b`: only the branch taken has an effect."""
        return self.algebra.choose(self.value(node.test), self.later(node.body), self.later(node.orelse))

    def eval_both(self, node: ast.BoolOp) -> V:
        """`and`, `or`: the order of writing decides nothing but which fault is told."""
        join = self.algebra.every if isinstance(node.op, ast.And) else self.algebra.some
        return join([self.later(part) for part in node.values])

    def eval_compare(self, node: ast.Compare) -> V:
        """A comparison; a chain is the `and` of its comparisons."""
        if isinstance(node.ops[0], (ast.In, ast.NotIn)):
            return self.among(node)
        if len(node.ops) == 1:
            return self.algebra.compare(
                SIGNS[type(node.ops[0])], self.value(node.left), self.value(node.comparators[0])
            )
        values = [self.later(part) for part in (node.left, *node.comparators)]
        signs = [SIGNS[type(sign)] for sign in node.ops]
        links = zip(signs, values, values[1:], strict=False)
        return self.algebra.every([partial(self.compared, *link) for link in links])

    def compared(self, sign: Sign, left: Thunk[V], right: Thunk[V]) -> V:
        """One comparison of a chain."""
        return self.algebra.compare(sign, left(), right())

    def among(self, node: ast.Compare) -> V:
        """`x in (a, b)`: the `or` of its equalities."""
        x, listed = self.value(node.left), node.comparators[0]
        if not isinstance(listed, (ast.Tuple, ast.List)):
            raise simpleeval.FeatureNotAvailable(type(listed).__name__)
        found = self.algebra.some([partial(self.equal, x, item) for item in listed.elts])
        return self.algebra.negation(found) if isinstance(node.ops[0], ast.NotIn) else found

    def equal(self, x: V, item: ast.expr) -> V:
        """Whether a value is one item of a list."""
        return self.algebra.compare("==", x, self.value(item))

    def eval_call(self, node: ast.Call) -> V:
        """A call of a function of the language; what its arguments must be was seen to by the check."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        special: Callable[..., V] | None = CALLS.get(name)
        if special is not None:
            return special(self, node, *node.args)
        if name in FOLDS:
            return self.fold(name, *node.args)
        if name in DEFINITIONS:
            return self.algebra.call(name, DEFINITIONS[name], [self.argument(part) for part in node.args])
        addition = additions_of(node).get(name)
        if addition is None:
            raise simpleeval.FunctionNotDefined(name, "")
        take = self.argument_or_none if addition.blanks else self.argument
        return self.algebra.call(name, addition.definition, [take(part) for part in node.args])

    def argument(self, node: ast.expr) -> V | Table[V]:
        """An argument that must have a value; of a table, every cell."""
        if not isinstance(node, ast.List):
            return self.value(node)
        pairs = [row.elts for row in node.elts if isinstance(row, ast.List)]
        rows = [(self.value(edge), self.value(value)) for edge, value in pairs]
        return Table(rows, not any(isinstance(edge, ast.Name) for edge, _ in pairs))

    def argument_or_none(self, node: ast.expr) -> V | Table[V] | None:
        """An argument; None where nothing was reported for it."""
        try:
            return self.argument(node)
        except NoValue as fault:
            if fault.code != "absent":
                raise
            return None

    def fold(self, kind: str, argument: ast.expr, group: ast.expr | None = None) -> V:
        """An aggregate: its argument on every child."""
        children = self.names.children(text_of(group) if group is not None else None)
        values = [Later(partial(type(self)(self.algebra, child).value, argument)) for child in children]
        return self.algebra.fold(kind, FOLDS[kind], values, children)

    def call_round(self, node: ast.Call, x: ast.expr, places: ast.expr) -> V:
        """`round(x, places)`."""
        return self.algebra.call("round", rounded, [self.value(x), places_of(places)])

    def call_ifs(self, node: ast.Call, *parts: ast.expr) -> V:
        """`ifs(c1, v1, c2, v2, …, otherwise)`."""
        later = [self.later(part) for part in parts]
        return self.algebra.first(list(zip(later[:-1:2], later[1::2], strict=True)), later[-1])

    def call_given(self, node: ast.Call, x: ast.expr) -> V:
        """`given(x)`."""
        return self.algebra.given(self.later(x))

    def call_default(self, node: ast.Call, x: ast.expr, y: ast.expr) -> V:
        """`if_blank(name, y)`, and the engine's own `default(x, y)`."""
        return self.algebra.default(self.later(x), self.later(y))

    def call_failed(self, node: ast.Call, x: ast.expr) -> V:
        """The engine's own `failed(x)`."""
        return self.algebra.failed(self.later(x))

    def call_stop(self, node: ast.Call, code: ast.expr) -> V:
        """The engine's own `stop('code')`."""
        return self.algebra.stop(text_of(code))

    def call_within(self, node: ast.Call, group: ast.expr) -> V:
        """`within('group')`: the line's group is that one or one below it."""
        here, say = self.look("group"), self.algebra
        inside = self.names.inside(text_of(group))
        return say.some([partial(say.compare, "==", here, say.text(name)) for name in inside])

    def call_points(self, node: ast.Call, asked: ast.expr) -> V:
        """`points('id')`."""
        return self.look(points_key(node))

    def call_mentions(self, node: ast.Call, text: ast.expr, words: ast.expr) -> V:
        """`mentions(text, 'words')`."""
        return self.algebra.mentions(self.value(text), self.names.words(text_of(words)))

    def call_repeats(self, node: ast.Call, *parts: ast.expr) -> V:
        """`repeats(name)`; over a folder it has no value on a form alone."""
        return self.look(repeats_key(node), "folder" if len(parts) > 1 else "absent")

    def call_rank(self, node: ast.Call, x: ast.expr) -> V:
        """`rank(x)`; it has no value on a form alone."""
        return self.look(rank_key(node), "folder")


def _same(value: V) -> V:
    return value


NODES: Mapping[type[ast.AST], Callable[..., Any]] = {
    ast.Constant: Evaluator.eval_constant, ast.Name: Evaluator.eval_name, ast.IfExp: Evaluator.eval_choice,
    ast.BoolOp: Evaluator.eval_both, ast.Compare: Evaluator.eval_compare, ast.Call: Evaluator.eval_call,
    ast.BinOp: Evaluator._eval_binop, ast.UnaryOp: Evaluator._eval_unaryop,
}  # fmt: skip
CALLS: Mapping[str, Callable[..., Any]] = {
    "round": Evaluator.call_round, "ifs": Evaluator.call_ifs, "given": Evaluator.call_given,
    "if_blank": Evaluator.call_default, "default": Evaluator.call_default, "stop": Evaluator.call_stop,
    "failed": Evaluator.call_failed,
    "within": Evaluator.call_within, "points": Evaluator.call_points, "mentions": Evaluator.call_mentions,
    "repeats": Evaluator.call_repeats, "rank": Evaluator.call_rank,
}  # fmt: skip
