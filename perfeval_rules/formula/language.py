"""From text to tree: what the language is, what it refuses and where, and how trees are put together."""

import ast
from collections.abc import Mapping, Sequence
from copy import copy
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from perfeval_rules.findings import Finding, Place, Written
from perfeval_rules.formula.formula import Formula as Formula  # parsed here, so asked for here
from perfeval_rules.formula.functions import Addition
from perfeval_rules.formula.nodes import ALLOWED, claim, set_constant
from perfeval_rules.formula.order import DEPTH, Order
from perfeval_rules.formula.tokens import Scanner, Teller

LENGTH = 1000
"""How many characters a formula may have."""
NONE: Mapping[str, Addition] = MappingProxyType({})
_ONE_LINE = str.maketrans("\t\r\n", "   ")


class Refused(Exception):  # noqa: N818 - a verdict on a text, told by its findings
    """A text is no formula of the language; `findings` say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(f"{found.at} {found.code}" for found in findings))
        self.findings = findings


def parse(written: Written | str, *, stops: bool = False, additions: Mapping[str, Addition] = NONE) -> Formula:
    """The formula that an author wrote; raises Refused with everything that is wrong with it.

    `stops`: it may say `stop('code')`, as formulas of indicator types do; `additions`: functions of plugins that it may call.
    """
    return _parsed(
        _alone(written) if isinstance(written, str) else written, own=False, stops=stops, additions=additions
    )


def compose(template: str, **parts: Formula | str) -> Formula:
    """A formula of the engine's own, with parts put in the place of the names they bear.

    The nodes of each part keep their own words and place. A template may name things beginning with `_`, call internal
    functions, and be of any length; a part may itself be a template.
    """
    frame = _frame(template)
    trees = {name: (compose(part) if isinstance(part, str) else part).tree for name, part in parts.items()}
    return Formula(frame.text, _put(frame.tree, trees), frame.written, own=True)


@lru_cache(maxsize=2048)
def _frame(template: str) -> Formula:
    """A template read; a ruleset uses the same few for each of its rules."""
    return _parsed(Written(template), own=True)


def _put(node: ast.expr, trees: Mapping[str, ast.expr]) -> ast.expr:
    """A tree with other trees in the place of names; what does not change is shared, never altered."""
    if isinstance(node, ast.Name):
        return trees.get(node.id, node)
    changed: dict[str, ast.expr | list[ast.expr]] = {}
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.expr) and field != "func":
            changed[field] = _put(value, trees)
        elif isinstance(value, list) and field != "ops":
            changed[field] = [_put(part, trees) for part in value]
    if not changed:
        return node
    other = copy(node)
    vars(other).update(changed)
    return other


def _alone(text: str) -> Written:
    """A text that stands in no file: its places are its own lines and columns."""
    kept = text[: LENGTH + 1]  # of a longer one nothing beyond is told
    lines = tuple(kept.split("\n"))
    marks = [(n, column) for n, line in enumerate(lines, 1) for column in range(1, len(line) + 2)]
    return Written(text, Place("", 1, 1), lines, tuple(marks[: len(kept)]))


def _parsed(written: Written, own: bool, stops: bool = False, additions: Mapping[str, Addition] = NONE) -> Formula:
    text = written.text
    if not own and len(text) > LENGTH:
        teller = Teller(written)
        teller.tell("too-long", LENGTH, characters=len(text), most=LENGTH)
        raise Refused(teller.found)
    scanner = Scanner(written, own, stops, additions)
    tokens = scanner.tokens()
    if not tokens and not scanner.found:
        scanner.tell("empty", 0)
    elif not scanner.lost:
        Order(tokens, scanner, limited=not own).check(len(text.rstrip()))
    if scanner.found:
        raise Refused(scanner.found)
    tree = _tree(text, scanner)
    if not own:
        _check_depth(tree, scanner)
    if scanner.found:
        raise Refused(scanner.found)
    formula = Formula(text, tree, written, own, additions)
    claim(tree, formula)
    return formula


def _tree(text: str, teller: Teller) -> ast.expr:
    """Python's tree of a text whose tokens are all known, with exact numbers and offsets that count characters."""
    start = len(text) - len(text.lstrip())
    line = text[start:].translate(_ONE_LINE)
    try:
        tree = ast.parse(line, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        column = getattr(fault, "offset", None) or 1
        teller.tell("not-a-formula", start + min(column - 1, len(line)))
        raise Refused(teller.found) from None
    offsets = _offsets(line)
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            node.col_offset = start + offsets[node.col_offset]
            node.end_col_offset = start + offsets[node.end_col_offset or 0]
        if isinstance(node, ast.Constant) and not isinstance(node.value, (str, bool)):
            set_constant(node, Fraction(text[node.col_offset : node.end_col_offset]))
        if type(node) not in ALLOWED:  # the order of tokens leaves none; should it ever, it stops here
            teller.tell("not-a-formula", getattr(node, "col_offset", 0))
    return tree


def _offsets(line: str) -> Sequence[int]:
    """The character that each byte of a line belongs to, as Python counts columns in bytes."""
    if line.isascii():
        return range(len(line) + 1)
    counted = [offset for offset, mark in enumerate(line) for _ in mark.encode()]
    return [*counted, len(line)]


def _check_depth(tree: ast.expr, teller: Teller) -> None:
    """Tell of the first part that lies too deep."""
    level = [tree]
    for _ in range(DEPTH + 1):
        level = [part for node in level for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
    if level:
        teller.tell("too-deep", level[0].col_offset, most=DEPTH)
