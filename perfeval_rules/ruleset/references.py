"""Names of other things: whether what is named is there, or was taken away, and whether groups stand in a circle."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.document import Path
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.tables import Group, Line, Table
from perfeval_rules.ruleset.telling import meant, tell

T = TypeVar("T", Group, Line)


def reference_faults(ruleset: Ruleset) -> Iterator[Finding]:
    """Every name that means nothing, and every circle of groups."""
    yield from _cited(ruleset)
    yield from _inside(ruleset)
    yield from _circles(ruleset)
    yield from _repeated(ruleset)
    yield from _grades(ruleset)


def missing(ruleset: Ruleset, code: str, path: Path, name: str, table: str, known: Iterable[str]) -> Finding:
    """A name that is not there: taken away, with the place of the `remove`, or never written."""
    spot = ruleset.value(path)
    removal = ruleset.merged.removal(table, name)
    if removal:
        gone = str(removal.spot.at)
        return tell("removed-name", spot, path, name=name, removed=".".join(map(str, removal.path)), there=gone)
    return tell(code, spot, path, name=name, meant=meant(name, known))


def _written(ruleset: Ruleset, table: str) -> Mapping[str, Any]:
    """A table as the files write it, what is at fault in it too."""
    written = ruleset.merged.data.get(table)
    return written if isinstance(written, dict) else {}


def _cited(ruleset: Ruleset) -> Iterator[Finding]:
    known = _written(ruleset, "source")
    for path, table in _tables(ruleset):
        for number, name in enumerate(table.cites):
            if name not in known:
                yield missing(ruleset, "unknown-source", (*path, "cites", number), name, "source", known)


def _tables(ruleset: Ruleset) -> Iterator[tuple[Path, Table]]:
    """Every table that can cite a source."""
    yield from ((("ruleset",), ruleset.head), (("requires",), ruleset.requires))
    yield from ((("scoring",), ruleset.scoring), (("every",), ruleset.every))
    keyed: Mapping[str, Mapping[str, Table]] = {
        "source": ruleset.sources, "rule": ruleset.rules, "line": ruleset.lines, "group": ruleset.groups,
        "fact": ruleset.facts, "adjust": ruleset.adjusts, "reason": ruleset.reasons, "check": ruleset.checks,
    }  # fmt: skip
    for kind, tables in keyed.items():
        yield from (((kind, name), table) for name, table in tables.items())
    yield from ((("grade", number), grade) for number, grade in enumerate(ruleset.grades))


def _inside(ruleset: Ruleset) -> Iterator[Finding]:
    known = _written(ruleset, "group")
    for kind, tables in (("group", ruleset.groups), ("line", ruleset.lines)):
        for name, table in tables.items():
            if table.inside is not None and table.inside not in known:
                yield missing(ruleset, "unknown-group", (kind, name, "in"), table.inside, "group", known)


def _circles(ruleset: Ruleset) -> Iterator[Finding]:
    """Each circle is told once, at the group that is written first."""
    for members in circles(ruleset):
        path = ("group", members[0], "in")
        yield tell("group-circle", ruleset.value(path), path, members=" → ".join((*members, members[0])))


def circles(ruleset: Ruleset) -> Iterator[list[str]]:
    """The groups that stand in one another, each circle once."""
    parents = {name: group.inside for name, group in ruleset.groups.items()}
    seen: set[str] = set()
    for name in parents:
        way: list[str] = []
        here: str | None = name
        while here is not None and here not in way and here not in seen:
            way.append(here)
            here = parents.get(here)
        seen.update(way)
        if here in way:
            yield way[way.index(here) :]


def rooted(ruleset: Ruleset) -> Ruleset:
    """The same with every group and line in a tree: what stands nowhere, or in itself, stands under the form."""
    lost = {name for members in circles(ruleset) for name in members}
    groups = {name: _under_form(group) for name, group in ruleset.groups.items() if name in lost}
    groups |= {name: _under_form(group) for name, group in ruleset.groups.items() if _astray(ruleset, group.inside)}
    lines = {name: _under_form(line) for name, line in ruleset.lines.items() if _astray(ruleset, line.inside)}
    return replace(ruleset, groups={**ruleset.groups, **groups}, lines={**ruleset.lines, **lines})


def _astray(ruleset: Ruleset, inside: str | None) -> bool:
    return inside is not None and inside not in ruleset.groups


def _under_form(table: T) -> T:
    return table.model_copy(update={"inside": None})


def _repeated(ruleset: Ruleset) -> Iterator[Finding]:
    """A group is repeated for each value of a text that the line says: groups stand before anything is worked out."""
    facts = {
        name for name, fact in ruleset.facts.items() if fact.of == "line" and fact.kind == "text" and fact.value is None
    }
    known = ("goal", "category1", "category2", "category3", *sorted(facts))
    for name, group in ruleset.groups.items():
        if group.each is not None and group.each not in known:
            yield missing(ruleset, "unknown-each", ("group", name, "each"), group.each, "fact", known)


def _grades(ruleset: Ruleset) -> Iterator[Finding]:
    """A grade that caps others is one of those given by points."""
    written = ruleset.merged.data.get("grade")
    tables = [table for table in written if isinstance(table, dict)] if isinstance(written, list) else []
    known = [str(table.get("id")) for table in tables if "at_least" in table]
    for name, adjust in ruleset.adjusts.items():
        if adjust.not_above is not None and adjust.not_above not in known:
            path = ("adjust", name, "not_above")
            yield missing(ruleset, "unknown-grade", path, adjust.not_above, "grade", known)
