"""Functions that plugins add to the language, and code of theirs in Python: run under a guard, its answer looked at."""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from perfeval_rules.formula.algebra import Algebra, Constant, Failure, NoValue, Unsayable
from perfeval_rules.formula.formula import Formula
from perfeval_rules.formula.functions import Addition, Function, Kind
from perfeval_rules.text import Text, raised

Guard = Callable[[Callable[[], object]], object]
"""Runs code of a plugin and gives what it gives; may add limits of its own."""
MOST_CHARACTERS = 1_000
"""The length that a text from Python may have."""
MOST_DIGITS = 60
"""The digits that a number from Python may have, above and below its fraction bar."""
FAILED = "plugin.failed"
"""The code of what has no value because a plugin failed; no author can write it."""


def unguarded(run: Callable[[], object]) -> object:
    """What code of a plugin gives, without limits."""
    return run()


@dataclass(frozen=True, slots=True, eq=False)
class Outside:
    """Code of a plugin in Python, whose faults are why there is no value."""

    plugin: str
    called: str
    """What it is called: `attain of survey`, `wilson_low`."""
    run: Callable[..., object]
    kind: Kind = "number"
    least: Fraction | None = None
    """What a number may not fall below."""
    guard: Guard = unguarded

    def __call__(self, *values: Constant | None) -> Constant:
        """What it gives; raises NoValue, with its failure, whatever goes wrong."""
        try:
            given = self.guard(partial(self.run, *values))
            fault = self.fault(given)
        except KeyboardInterrupt:
            raise
        except BaseException as problem:  # a plugin may raise anything, SystemExit included
            fault = Text(raised(problem))
        if fault:
            raise NoValue(FAILED, failure=Failure(self.plugin, self.called, fault))
        if given is None:
            raise NoValue("nothing-given")
        return Fraction(given) if type(given) is int else given  # type: ignore[return-value]  # seen to by fault

    def fault(self, given: object) -> Text | None:
        """What is wrong with an answer; None where nothing is."""
        owed = KINDS[self.kind]
        if type(given) not in owed:
            kind = type(given).__qualname__
            names = [each.__name__ for each in owed if each is not type(None)]
            return Text(f"给出 {kind}，应为 {' 或 '.join(names)}", f"it gives {kind}; {' or '.join(names)} is owed")
        if isinstance(given, (Fraction, int)) and not isinstance(given, bool):
            number = Fraction(given)
            for part in (number.numerator, number.denominator):
                if type(part) is not int:  # a fraction may be tampered with
                    kind = type(part).__qualname__
                    return Text(f"给出的分数含有 {kind}", f"it gives a Fraction made of {kind}")
            if self.least is not None and number < self.least:
                return Text("给出的数小于 0", "it gives a number below 0")
            if max(abs(number.numerator), number.denominator) >= 10**MOST_DIGITS:
                return Text(f"给出的数超过 {MOST_DIGITS} 位", f"it gives a number of more than {MOST_DIGITS} digits")
        if isinstance(given, str) and len(given) > MOST_CHARACTERS:
            return Text(
                f"给出的文字超过 {MOST_CHARACTERS} 字", f"it gives a text of more than {MOST_CHARACTERS} characters"
            )
        return None


KINDS: dict[Kind, tuple[type, ...]] = {
    "number": (Fraction, int, type(None)), "boolean": (bool, type(None)), "text": (str, type(None)),
    "date": (date, type(None)),
}  # fmt: skip
"""What Python may give for each kind: None says that there is no value."""


def additions_in(formula: Formula) -> frozenset[str]:
    """The functions of plugins that a formula calls."""
    if not formula.additions:
        return frozenset()
    calls = (node.func for node in ast.walk(formula.tree) if isinstance(node, ast.Call))
    return frozenset(one.id for one in calls if isinstance(one, ast.Name) and one.id in formula.additions)


def from_algebra(
    signature: Function, plugin: str, definition: Callable[..., Any], guard: Guard = unguarded
) -> Addition:
    """A function said in the operations of an algebra, which every reading has; what goes wrong in it is told."""

    def contained(say: Algebra[Any], *values: Any) -> Any:
        try:
            return say.owed(guard(partial(definition, say.lent(), *values)), signature.result or "number")
        except (NoValue, KeyboardInterrupt):
            raise
        except BaseException as problem:  # a plugin may raise anything, SystemExit included
            if isinstance(problem, Unsayable) and not say.says_all:
                raise
            failure = Failure(plugin, signature.name, Text(raised(problem)))
        raise NoValue(FAILED, failure=failure)

    return Addition(signature, contained)


def from_python(signature: Function, outside: Outside, *, blanks: bool = False) -> Addition:
    """A function that only Python can say."""

    def definition(say: Algebra[Any], *values: Any) -> Any:
        return say.outside(outside, values)

    return Addition(signature, definition, python=True, blanks=blanks)
