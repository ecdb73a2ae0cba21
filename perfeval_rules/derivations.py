"""A derivation as the steps a person follows: one equation after another, each with its exact value.

What is known beforehand (options of a type, constants) is no step; of a choice only the branch taken is shown, after
the tests on what was reported that led there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from perfeval_rules.readings.exact import Value
from perfeval_rules.readings.part import Part
from perfeval_rules.text import Language, decimal, escaped, rounded, show

SIGNS: Mapping[str, str] = {
    "+": "+", "-": "−", "*": "×", "/": "÷", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠",
}  # fmt: skip
TESTS = frozenset({"<", "<=", ">", ">=", "==", "!=", "mentions", "is just", "given", "and", "or", "not"})
AGGREGATES = frozenset({"sum", "count", "any", "all", "largest", "smallest"})
GROUPING = frozenset({"and", "or", "not", "given", "mentions", "is just"})
"""Tests that are told in their own words, not taken apart."""
SILENT = frozenset({"value", "name", "choice", "child"})
"""Steps that only hand a value on."""


@dataclass(frozen=True, slots=True)
class Step:
    """One equation of a derivation."""

    words: str
    """The author's own words; blank where the engine wrote them."""
    part: Part
    name: str = ""
    """What the value is called from here on, where a name stands for it."""

    def equation(self, language: Language) -> str:
        """The step with values in the place of names: `120 ÷ 300 = 0.4`."""
        sign = "：" if self.is_test and language == "zh" else ": " if self.is_test else " = "
        return f"{shape(self.part, language)}{sign}{exact(self.part.value, language)}"

    @property
    def is_test(self) -> bool:
        """The step asks whether something holds."""
        return self.part.step in TESTS


def exact(value: Value, language: Language) -> str:
    """A value as an explanation shows it: exactly, and where it has no end also about how much."""
    if isinstance(value, Fraction):
        digits = decimal(value)
        return f"{digits} (≈ {rounded(value, 4)})" if "/" in digits else digits
    if isinstance(value, (bool, date)):
        return show(value, None, language)
    return f"“{escaped(value)}”"


def shape(part: Part, language: Language) -> str:
    """A step with the values of its parts."""
    values = [exact(inner.value, language) for inner in part.parts]
    if part.step in SIGNS and len(values) == 2:
        left, right = (f"({value})" if value.startswith("-") else value for value in values)
        return f"{left} {SIGNS[part.step]} {right}"
    if part.step == "negative":
        return f"−({values[0]})"
    if part.step in AGGREGATES:
        return _gathered(part, language)
    if part.step in GROUPING:
        return part.text or part.step
    return f"{part.step}({', '.join(values)})"


def _gathered(part: Part, language: Language) -> str:
    taken = len(part.parts)
    shown = " + ".join(exact(child.value, language) for child in part.parts)
    if part.step != "sum" or not 0 < taken <= 12:
        shown = f"{part.text or part.step}"
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
                if tests and not test.own and self.asks(test) - self.known:
                    yield from self.of(test, tests)
            yield from self.of(part.parts[-1], tests)
            return
        if part.step not in AGGREGATES | GROUPING:
            for inner in part.parts:
                yield from self.of(inner, tests)
        if part.step not in SILENT and self.asks(part) and (tests or part.step not in TESTS):
            yield Step("" if part.own else part.text, part)

    def asks(self, part: Part) -> frozenset[str]:
        """The names that a derivation rests on, down to those that nothing stands behind."""
        if id(part) not in self.asked:
            bare = part.step == "name" and part.parts and part.parts[0].step == "value"
            inner = [self.asks(inner) for inner in part.parts]
            self.asked[id(part)] = frozenset({part.name}) if bare else frozenset().union(*inner)
        return self.asked[id(part)]
