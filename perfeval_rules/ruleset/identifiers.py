"""Ids: how they are spelt, which of them the engine keeps for itself, and which stand twice."""

import keyword
import re
from collections.abc import Iterable, Iterator

from perfeval_rules import reserved
from perfeval_rules.findings import Finding
from perfeval_rules.formula.functions import FUNCTIONS
from perfeval_rules.ruleset.document import Path
from perfeval_rules.ruleset.merged import Merged
from perfeval_rules.ruleset.telling import tell

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FACT_NAME = re.compile(r"[a-z][a-z0-9_]*")
BUILT_IN = frozenset({*reserved.BUILT_IN, *reserved.RESULTS, "type", "weight", "score"})
"""Names that mean something in every formula."""


def misspelt(merged: Merged, table: str, names: Iterable[str]) -> Iterator[Finding]:
    """Ids that are not spelt as ids are."""
    for name in names:
        path = (table, name)
        if table == "fact" and not FACT_NAME.fullmatch(name):
            yield tell("bad-fact-id", merged.key(path), path, name=name)
        elif table != "fact" and not IDENTIFIER.fullmatch(name):
            yield tell("bad-id", merged.key(path), path, name=name)


def taken(merged: Merged, facts: Iterable[str]) -> Iterator[Finding]:
    """Facts that bear a name which formulas already know."""
    for name in facts:
        if name in BUILT_IN or name in FUNCTIONS or keyword.iskeyword(name):
            yield tell("reserved-name", merged.key(("fact", name)), ("fact", name), name=name)


def shared(merged: Merged, groups: Iterable[str], lines: Iterable[str]) -> Iterator[Finding]:
    """Ids that both a group and a line bear: formulas name them alike."""
    known = set(groups)
    for name in lines:
        if name in known:
            yield twice(merged, ("line", name), ("group", name), name)


def twice(merged: Merged, path: Path, first: Path, name: str) -> Finding:
    """One id at two places."""
    return tell("duplicate-id", merged.key(path), path, name=name, first=str(merged.place(first)))
