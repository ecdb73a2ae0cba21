"""An edge that the words count out and the formula counts in, or the other way round."""

import ast
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.nodes import literal
from perfeval_rules.lint.spots import calls, tell
from perfeval_rules.ruleset.ruleset import Ruleset

_NUMBER = r"(?P<number>\d[\d,]*+(?:\.\d+)?+)\s*+(?P<percent>[%％])?+(?!\s*[万亿千百成个倍\d])"
_BELOW = r"(?<!每)(?:超过|高于|大于|多于|超出|[Mm]ore than|[Aa]bove|[Ee]xceeds)"
_ABOVE = r"(?:低于|少于|小于|不足|不到|至少|达到|[Aa]t least|[Ll]ess than|[Bb]elow)"
_WORDS = (
    (False, re.compile(rf"(?P<words>{_BELOW}\s*{_NUMBER})(?!\s*(?:分)?(?:（含）|\(含\)|以上|及以上))")),
    (True, re.compile(rf"(?P<words>{_ABOVE}\s*{_NUMBER})(?!\s*(?:分)?(?:（含）|\(含\)))")),
    (True, re.compile(rf"(?P<words>{_NUMBER}\s*分?(?:及以上|以上（含）|以上\(含\)))")),
    (False, re.compile(rf"(?P<words>{_NUMBER}\s*分?(?:及以下|以下（含）|以下\(含\)|以内（含）|以内\(含\)))")),
)
"""Whether an edge belongs to what is above it, by the words around a number; a negation changes nothing in that."""
_INSTEAD = {
    "at_least": "above", "above": "at_least", "at_most": "below", "below": "at_most",
    ">=": ">", ">": ">=", "<=": "<", "<": "<=",
}  # fmt: skip
_SIGNS: Mapping[type[ast.cmpop], str] = {ast.GtE: ">=", ast.Gt: ">", ast.LtE: "<=", ast.Lt: "<"}
_COUNTED = frozenset({"at_least", "below"})
"""Functions by which an edge belongs to what is above it."""
Said = Mapping[Fraction, tuple[bool, str]]


def edge_in_words(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of `at_least(x, [[10, 5]], 0)` where title, message or quote say 超过 10, and of the like."""
    for path, formula in formulas.items():
        found = list(edges(formula.tree))
        for edge, (above, words) in said(ruleset, path).items():
            own = [(node, sign, upper) for node, sign, value, upper in found if value == edge]
            if own and all(upper != above for _, _, upper in own):
                node, sign, _ = own[0]
                yield tell("edge-in-words", path, formula, node, words=words, written=sign, instead=_INSTEAD[sign])


def said(ruleset: Ruleset, path: str) -> Said:
    """The numbers that the words beside a formula give as edges; one that they give in two ways is none."""
    found: dict[Fraction, set[bool]] = {}
    words: dict[Fraction, str] = {}
    for text in texts(ruleset, path):
        for above, pattern in _WORDS:
            for match in pattern.finditer(text):
                number = Fraction(match["number"].replace(",", ""))
                for edge in (number, number / 100) if match["percent"] else (number,):
                    found.setdefault(edge, set()).add(above)
                    words.setdefault(edge, match["words"])
    return {edge: (above.pop(), words[edge]) for edge, above in found.items() if len(above) == 1}


def texts(ruleset: Ruleset, path: str) -> Iterator[str]:
    """Title, message and the quotes of the sources that the table of a formula cites."""
    table = table_of(ruleset, path)
    for text in (getattr(table, "title", None), getattr(table, "message", None)):
        yield from (text.zh, text.en) if text else ()
    cited = (ruleset.sources.get(name) for name in getattr(table, "cites", ()))
    yield from (source.quote for source in cited if source is not None)


def table_of(ruleset: Ruleset, path: str) -> Any:
    """The table that a formula stands in."""
    kind, name, *_ = path.split(".")
    tables: Mapping[str, Mapping[str, Any]] = {
        "rule": ruleset.rules,
        "line": ruleset.lines,
        "group": ruleset.groups,
        "fact": ruleset.facts,
        "adjust": ruleset.adjusts,
        "reason": ruleset.reasons,
        "check": ruleset.checks,
        "grade": {str(number): grade for number, grade in enumerate(ruleset.grades)},
    }
    return tables.get(kind, {}).get(name) or {"every": ruleset.every, "scoring": ruleset.scoring}.get(kind)


def edges(tree: ast.expr) -> Iterator[tuple[ast.expr, str, Fraction, bool]]:
    """Every number that a formula holds something against: where, by which sign, and whether it belongs to what is above."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for (left, right), sign in zip(pairwise([node.left, *node.comparators]), node.ops, strict=True):
                written, number, turned = _SIGNS.get(type(sign), ""), literal(right), literal(left)
                if written and isinstance(number, Fraction):
                    yield node, written, number, written in (">=", "<")
                elif written and isinstance(turned, Fraction):
                    yield node, written, turned, written in ("<=", ">")
    for call in calls(tree, "at_least", "above", "at_most", "below"):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        for row in call.args[1].elts if isinstance(call.args[1], ast.List) else ():
            number = literal(row.elts[0]) if isinstance(row, ast.List) else None
            if isinstance(number, Fraction):
                yield row, name, number, name in _COUNTED
