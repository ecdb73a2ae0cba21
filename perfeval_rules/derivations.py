"""A derivation as the steps a person follows: one equation after another, each with its exact value.

What is known beforehand (options of a type, constants) is no step; of a choice only the branch taken is shown, after
the tests on what was reported that led there.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from perfeval_rules.formula.functions import FUNCTIONS
from perfeval_rules.readings.exact import Value
from perfeval_rules.readings.part import Part
from perfeval_rules.text import Language, Text, decimal, escaped, rounded, show

SIGNS: Mapping[str, str] = {
    "+": "+", "-": "−", "*": "×", "/": "÷", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠",
}  # fmt: skip
ARITHMETIC = frozenset("+-*/")
TESTS = frozenset({"<", "<=", ">", ">=", "==", "!=", "mentions", "is just", "given", "and", "or", "not"})
AGGREGATES = frozenset({"sum", "count", "any", "all", "largest", "smallest"})
TABLES = frozenset({"at_least", "above", "at_most", "below", "interpolate", "lookup"})
WORDS = frozenset({"mentions", "is just"})
JOINED = frozenset({"and", "or", "not"})
GROUPING = JOINED | {"given"}
"""Tests that are told in their own words, not taken apart."""
SILENT = frozenset({"value", "name", "choice", "child"})
"""Steps that only hand a value on."""
LONGEST, MOST_WORDS, MOST_TERMS = 40, 6, 12
"""How much of a text, of a list of words and of a sum is shown."""


Titles = Mapping[str, Text]
NO_TITLES: Titles = {}


@dataclass(frozen=True, slots=True)
class Step:
    """One equation of a derivation."""

    words: str
    """The author's own words; blank where the engine wrote them."""
    part: Part

    def equation(self, language: Language, titles: Titles = NO_TITLES) -> str:
        """The step with values in the place of names: `120 ÷ 300 = 0.4`."""
        sign = ("：" if language == "zh" else ": ") if self.is_test else " = "
        return f"{shape(self.part, language, titles)}{sign}{result(self.part.value, language)}"

    def told(self, language: Language, formula: str = "", titles: Titles = NO_TITLES) -> str:
        """The equation, and the author's words where they say more than it and than the formula above it.

        `titles`: what names are called in those words.
        """
        equation = self.equation(language, titles)
        words = titled(self.part, titles, language) if self.words else ""
        more = words and self.words != formula and not equation.startswith(words)
        return f"{equation}    {unbroken(words)}" if more else equation

    @property
    def is_test(self) -> bool:
        """The step asks whether something holds."""
        return self.part.step in TESTS


def exact(value: Value, language: Language) -> str:
    """A value as an explanation shows it, exactly; a text in quotes."""
    if isinstance(value, Fraction):
        return decimal(value)
    if isinstance(value, (bool, date)):
        return show(value, None, language)
    return f"“{brief(value)}”"


def result(value: Value, language: Language) -> str:
    """A value exactly, and where its decimals have no end also about how much it is."""
    digits = exact(value, language)
    return f"{digits} ≈ {rounded(value, 4)}" if isinstance(value, Fraction) and "/" in digits else digits


def unbroken(words: str) -> str:
    """A formula written over several lines on one: each break, with the indent after it, is a space."""
    return " ".join(map(str.strip, words.splitlines()))


def titled(part: Part, titles: Titles, language: Language) -> str:
    """The words of a part, names in them replaced by what they are called."""
    if part.node is None:
        return ""
    words, start = part.text, part.node.col_offset
    for name in sorted(names_in(part.node), key=lambda one: -one.col_offset):
        if name.id in titles:
            at = name.col_offset - start
            words = words[:at] + titles[name.id].say(language) + words[at + len(name.id) :]
    return words


def names_in(node: ast.expr) -> Iterator[ast.Name]:
    """The names in a part of a formula; those of functions are none."""
    if isinstance(node, ast.Name):
        yield node
    inner = node.args if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
    for one in inner:
        if isinstance(one, ast.expr):
            yield from names_in(one)


def brief(text: str, most: int = LONGEST) -> str:
    """A text on one line, cut where it is long."""
    line = escaped(" ".join(text.split()))
    return line if len(line) <= most else f"{line[:most]}…"


def shape(part: Part, language: Language, titles: Titles = NO_TITLES) -> str:
    """A step with the values of its parts."""
    values = [exact(inner.value, language) for inner in part.parts]
    if part.step in SIGNS:
        left, right = (_operand(value) for value in values) if part.step in ARITHMETIC else values
        return f"{left} {SIGNS[part.step]} {right}"
    if part.step == "negative":
        return f"−({values[0]})"
    if part.step in AGGREGATES:
        return _gathered(part, language, titles)
    if part.step in WORDS:
        return _asked(part, language)
    if part.step in GROUPING:
        return titled(part, titles, language) or part.step
    return f"{part.step}({', '.join(_rows(values) if part.step in TABLES else values)})"


def _operand(value: str) -> str:
    return f"({value})" if value.startswith("-") or "/" in value else value


def _rows(values: list[str]) -> list[str]:
    """A table's arguments as they are written: x, the rows, and what holds otherwise."""
    x, *cells = values
    rows = [f"[{edge}, {value}]" for edge, value in zip(cells[::2], cells[1::2], strict=False)]
    return [x, f"[{', '.join(rows)}]", *cells[len(rows) * 2 :]]


def _asked(part: Part, language: Language) -> str:
    """Whether a text says a word: the word that it says, else those that were looked for."""
    text, *listed = (str(inner.value) for inner in part.parts)
    whole = part.step == "is just"
    said = [word for word in listed if (word.strip() == text.strip() if whole else word in text)]
    shown = [escaped(word) for word in said[:1] or listed[:MOST_WORDS]]
    more = "…" if len(shown) < len(listed) and not said else ""
    if language == "zh":
        words = f"“{'、'.join(shown)}{more}”"
        one_of = "" if said else "之一"
        return f"“{brief(text)}”{'就是' if whole else '中有'}{words}{one_of}"
    words = f"“{', '.join(shown)}{more}”"
    return f"“{brief(text)}” {'is' if whole else 'says'} {'' if said else 'one of '}{words}"


def _gathered(part: Part, language: Language, titles: Titles) -> str:
    taken = len(part.parts)
    shown = " + ".join(_operand(exact(child.value, language)) for child in part.parts)
    if part.step != "sum" or not 0 < taken <= MOST_TERMS:
        meaning = FUNCTIONS[part.step].meaning.say(language)  # of what the engine gathers nobody wrote the words
        shown = meaning if part.own else titled(part, titles, language)
    if language == "zh":
        left = f"，另有 {part.left_out} 项无值未计" if part.left_out else ""
        return f"{shown}（{taken} 项{left}）"
    left = f", {part.left_out} without a value left out" if part.left_out else ""
    return f"{shown} ({taken} children{left})"


class Steps:
    """The steps of several derivations of one line, each after those it needs, each once."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        """Names that need no explaining: a test that asks nothing else is no step."""
        self.seen: set[int] = set()
        self.asked: dict[int, frozenset[str]] = {}

    def of(self, part: Part, tests: bool = True) -> Iterator[Step]:
        """The steps to a value; without `tests`, only what was computed on the branch that was taken."""
        if id(part) in self.seen:
            return
        self.seen.add(id(part))
        if part.step == "choice":
            for test in part.parts[:-1]:
                if tests and self.asks(test) - self.known:
                    yield from self.of(test, tests)
            yield from self.of(part.parts[-1], tests)
            return
        if part.step not in AGGREGATES | GROUPING | WORDS:
            for inner in part.parts:
                yield from self.of(inner, tests)
        told = tests and not part.own if part.step in TESTS else part.step not in SILENT
        if told and self.asks(part):
            yield Step("" if part.own else part.text, part)

    @classmethod
    def last(cls, part: Part) -> Iterator[Step]:
        """The test that settles a yes or no, on the branch that was taken; what is computed for it is not told.

        Of several joined by `and`, `or`, `not` those that settle it come first, one by one.
        """
        while part.step in ("choice", "name"):
            part = part.parts[-1]
        if part.step in JOINED:
            for inner in part.parts:
                yield from cls.last(inner)
        if part.step in TESTS and not part.own:
            yield Step(part.text, part)

    def asks(self, part: Part) -> frozenset[str]:
        """The names that a derivation rests on, down to those that nothing stands behind."""
        if id(part) not in self.asked:
            bare = part.step == "name" and part.parts and part.parts[0].step == "value"
            inner = [self.asks(inner) for inner in part.parts]
            self.asked[id(part)] = frozenset({part.name}) if bare else frozenset().union(*inner)
        return self.asked[id(part)]
