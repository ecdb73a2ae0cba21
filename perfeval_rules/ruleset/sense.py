"""What each table must mean: things that are spelt well and still cannot be.

A key that is at fault is no longer in its table; whether it was written is asked of the files.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.document import Path
from perfeval_rules.ruleset.identifiers import twice
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.specifiers import read_specifier
from perfeval_rules.ruleset.telling import said, tell

ACTIONS = ("score", "total", "not_above", "lower")
KINDS: Mapping[str, tuple[type, str]] = {
    "number": (Fraction, "number-owed"),
    "money": (Fraction, "number-owed"),
    "text": (str, "text-owed"),
    "yes_no": (bool, "yes-no-owed"),
    "date": (date, "date-owed"),
}
"""What the default of a fact of each kind is, and what is told of another."""


def sense_faults(ruleset: Ruleset) -> Iterator[Finding]:
    """Every table that contradicts itself or another."""
    yield from _last_resorts(ruleset)
    yield from _defaults(ruleset)
    yield from _adjusts(ruleset)
    yield from _reasons(ruleset)
    yield from _checks(ruleset)
    yield from _grades(ruleset)
    yield from _requires(ruleset)


def _last_resorts(ruleset: Ruleset) -> Iterator[Finding]:
    """Only one rule may take whatever is left; the file that writes a second one is told."""
    files = ruleset.merged.documents
    without = [name for name in ruleset.rules if "when" not in _written(ruleset, "rule", name)]
    without.sort(key=lambda name: files.index(ruleset.merged.document(("rule", name))))
    for name in without[1:]:
        path = ("rule", name)
        first = ruleset.key(("rule", without[0])).at
        yield tell("second-default", ruleset.key(path), path, name=name, other=without[0], first=str(first))


def _defaults(ruleset: Ruleset) -> Iterator[Finding]:
    """The default of a fact is of the fact's kind; a computed one that names none is of the kind of its formula."""
    for name, fact in ruleset.facts.items():
        given, path = fact.default, ("fact", name, "default")
        keys = _written(ruleset, "fact", name)
        named = fact.names_kind if "kind" in keys else "value" not in keys
        if named and given is not None and not isinstance(given, KINDS[fact.kind][0]):
            value = said(ruleset.merged, path)
            yield tell(KINDS[fact.kind][1], ruleset.value(path), path, key="default", value=value)


def _adjusts(ruleset: Ruleset) -> Iterator[Finding]:
    for name, adjust in ruleset.adjusts.items():
        written = [key for key in ACTIONS if key in _written(ruleset, "adjust", name)]
        path: Path = ("adjust", name)
        if not written:
            yield tell("no-action", ruleset.key(path), path, name=name)
        for key in written[1:]:
            yield tell("second-action", ruleset.key((*path, key)), (*path, key), key=key, other=written[0])
        if adjust.lower == 0:
            here = (*path, "lower")
            yield tell("nothing-lowered", ruleset.value(here), here)


def _reasons(ruleset: Ruleset) -> Iterator[Finding]:
    for name, reason in ruleset.reasons.items():
        least, most = reason.min_chars, reason.max_chars
        if least is not None and most is not None and least > most:
            path = ("reason", name, "min_chars")
            yield tell("chars-backwards", ruleset.value(path), path, least=least, most=most)


def _checks(ruleset: Ruleset) -> Iterator[Finding]:
    for name, check in ruleset.checks.items():
        if check.each is not None and check.of != "folder":
            path = ("check", name, "each")
            yield tell("each-without-folder", ruleset.key(path), path)


def _grades(ruleset: Ruleset) -> Iterator[Finding]:
    """Grades stand from the highest down, each with an id of its own; one that always holds is the last."""
    seen: dict[str, int] = {}
    lowest: Fraction | None = None
    for number, grade in enumerate(ruleset.grades):
        path: Path = ("grade", number)
        if grade.id in seen:
            yield twice(ruleset.merged, (*path, "id"), ("grade", seen[grade.id], "id"), grade.id)
        seen.setdefault(grade.id, number)
        if grade.at_least is not None and grade.when is None:
            if lowest is not None and grade.at_least >= lowest:
                here = (*path, "at_least")
                yield tell("grades-unsorted", ruleset.value(here), here, given=grade.at_least, before=lowest)
            lowest = grade.at_least
        always = not {"at_least", "when"} & _written(ruleset, *path).keys()
        if always and number < len(ruleset.grades) - 1:
            yield tell("grade-always", ruleset.key(path), path, name=grade.id)


def _requires(ruleset: Ruleset) -> Iterator[Finding]:
    written: dict[Path, str] = {
        ("requires", "plugins", name): words for name, words in ruleset.requires.plugins.items()
    }
    written[("requires", "engine")] = ruleset.requires.engine
    for path, words in written.items():
        if words and read_specifier(words) is None:
            yield tell("bad-specifier", ruleset.value(path), path, value=words)


def _written(ruleset: Ruleset, *path: str | int) -> Mapping[str, Any]:
    """A table as the files write it."""
    table: Mapping[str, Any] = ruleset.merged.at(path)
    return table
