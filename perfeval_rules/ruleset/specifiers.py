"""Which versions a ruleset was made for: `>=0.1,<1`."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

_CLAUSE = re.compile(r"\s*(>=|<=|==|>|<)\s*(\d{1,9}(?:\.\d{1,9}){0,5})\s*")
_RELEASE = re.compile(r"\d+(?:\.\d+)*")
_TESTS: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt,
}  # fmt: skip

Release = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Specifier:
    """Bounds that a version must all keep."""

    clauses: tuple[tuple[str, Release], ...]

    def admits(self, version: str) -> bool:
        """Whether a version keeps every bound; what follows its numbers (`rc1`, `.dev0`) does not count."""
        found = _RELEASE.match(version)
        given = _release(found[0]) if found else ()
        return all(_compares(sign, given, bound) for sign, bound in self.clauses)


def read_specifier(text: str) -> Specifier | None:
    """Bounds joined by commas; None where they are not written so."""
    found = [_CLAUSE.fullmatch(clause) for clause in text.split(",")]
    clauses = tuple((clause[1], _release(clause[2])) for clause in found if clause)
    return Specifier(clauses) if len(clauses) == len(found) else None


def _release(digits: str) -> Release:
    return tuple(int(number) for number in digits.split("."))


def _compares(sign: str, given: Release, bound: Release) -> bool:
    """1 and 1.0 are one version."""
    pairs = list(zip_longest(given, bound, fillvalue=0))
    return _TESTS[sign]([left for left, _ in pairs], [right for _, right in pairs])
