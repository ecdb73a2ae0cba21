"""The check of calls: how many arguments, and whether each is what the function asks for."""

import ast
from collections.abc import Sequence
from fractions import Fraction

from perfeval_rules.formula.checking import Checking
from perfeval_rules.formula.functions import AGGREGATES, FUNCTIONS, INTERNAL, Function, Kind, Parameter
from perfeval_rules.formula.nodes import MOST_PLACES, literal, places_of
from perfeval_rules.formula.tables import check_table
from perfeval_rules.text import Text

_KINDS: dict[Parameter, Kind] = {"number": "number", "boolean": "boolean", "text": "text", "date": "date"}


class Calls(Checking):
    """Checks calls of functions."""

    def call_kind(self, node: ast.Call) -> Kind | None:
        """The kind of what a function gives; None where that cannot be told."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in INTERNAL:
            return self.alike(node.args) if name == "default" else None
        function = FUNCTIONS[name] if name in FUNCTIONS else self.formula.additions[name].signature
        if not self.count_fits(node, function):
            for argument in node.args:
                self.look_inside(argument)
            return function.result
        if name in AGGREGATES:
            self.aggregate(node, function)
        elif name == "ifs":
            return self.choices(node.args)
        elif name == "if_blank":
            return self.if_blank(node, node.args)
        else:
            for parameter, argument in zip(_spread(function, len(node.args)), node.args, strict=True):
                self.argument(argument, parameter, node)
            self.ends(node, name)
        return function.result

    def look_inside(self, argument: ast.expr) -> None:
        """Find the faults of an argument whose place in the call is not known."""
        if not isinstance(argument, (ast.List, ast.Tuple)):
            self.kind(argument)

    def count_fits(self, node: ast.Call, function: Function) -> bool:
        """Whether the number of arguments is right; told where it is not."""
        count, name = len(node.args), function.name
        if name in ("min", "max") and count == 1:
            instead = {"min": "smallest", "max": "largest"}[name]
            self.fault(node, "over-rows", name=name, instead=instead)
        elif name == "ifs" and count >= function.least and count % 2 == 0:
            self.fault(node, "ifs-otherwise", usage=function.usage)
        elif count < function.least or (function.most is not None and count > function.most):
            self.fault(node, "arguments", name=name, count=count, expected=_expected(function), usage=function.usage)
        else:
            return True
        return False

    def choices(self, arguments: Sequence[ast.expr]) -> Kind | None:
        """`ifs`: conditions and values by turns, and a last value."""
        for condition in arguments[:-1:2]:
            self.need(condition, "boolean")
        return self.alike([*arguments[1::2], arguments[-1]])

    def if_blank(self, node: ast.Call, arguments: Sequence[ast.expr]) -> Kind | None:
        """`if_blank`: a plain name that may be blank, and a value of the same kind."""
        name = arguments[0]
        if isinstance(name, ast.Name) and self.name_kind(name) is None:
            self.kind(arguments[1])
            return None
        if not isinstance(name, ast.Name) or name.id not in self.vocabulary.blankable:
            self.fault(name, "if-blank-name")
        return self.alike(arguments)

    def aggregate(self, node: ast.Call, function: Function) -> None:
        """An aggregate: a condition or number of each child, and whose children."""
        if self.inside:
            self.fault(node, "nested-aggregate", name=function.name, aggregate=self.inside)
            return
        if self.vocabulary.aggregates == "none":
            self.fault(node, "aggregate-here", name=function.name)
            return
        self.inside = function.name
        self.argument(node.args[0], function.parameters[0], node)
        self.inside = ""
        for group in node.args[1:]:
            self.written_out(group, self.vocabulary.groups | self.vocabulary.lines, "unknown-id")

    def argument(self, argument: ast.expr, parameter: Parameter, node: ast.Call) -> None:
        """One argument."""
        seen = self.vocabulary
        if parameter in _KINDS:
            self.need(argument, _KINDS[parameter])
        elif parameter == "any":
            self.kind(argument)
        elif parameter in ("falling", "rising", "points", "pairs"):
            check_table(self, argument, parameter)
        elif parameter == "places":
            if places_of(argument) is None:
                self.fault(argument, "places", most=MOST_PLACES)
        elif parameter == "words":
            self.written_out(argument, seen.words, "unknown-words")
        elif parameter == "id":
            self.written_out(argument, seen.groups | seen.lines, "unknown-id")
        elif parameter == "within":
            if not self.inside and seen.aggregates != "none":
                self.fault(node, "within-here")
            self.written_out(argument, seen.groups, "unknown-id")
        elif parameter == "scope":
            self.written_out(argument, frozenset({"folder"}), "unknown-scope")
        elif not isinstance(argument, ast.Name):
            self.fault(argument, "plain-name")
        else:
            self.need(argument, "text")

    def written_out(self, argument: ast.expr, known: frozenset[str], code: str) -> None:
        """An argument that must be the text of a known id."""
        value = literal(argument)
        if not isinstance(value, str):
            self.fault(argument, "not-written-out")
        elif value not in known:
            self.unknown(argument, code, value, known)

    def ends(self, node: ast.Call, name: str) -> None:
        """What can be said of numbers written out."""
        values = [literal(argument) for argument in node.args]
        if name == "clamp":
            low, high = values[1:]
            if isinstance(low, Fraction) and isinstance(high, Fraction) and low > high:
                self.fault(node, "crossed-ends", low=low, high=high)
        elif name == "steps" and isinstance(values[1], Fraction) and values[1] <= 0:
            self.fault(node.args[1], "step-size")


def _spread(function: Function, count: int) -> tuple[Parameter, ...]:
    """The parameters for so many arguments."""
    more = max(count - len(function.parameters), 0)
    return (*function.parameters, *function.parameters[-1:] * more)[:count]


def _expected(function: Function) -> Text:
    least, most = function.least, function.most
    if most is None:
        return Text(f"至少 {least} 个", f"at least {least}")
    if most == least:
        return Text(f"{least} 个", str(least))
    return Text(f"{least} 或 {most} 个", f"{least} or {most}")
