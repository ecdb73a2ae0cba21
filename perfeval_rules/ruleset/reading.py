"""From merged files to a ruleset, or every fault of shape in one pass."""

from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.canonical import digest
from perfeval_rules.ruleset.heads import read_head
from perfeval_rules.ruleset.identifiers import misspelt, shared, taken
from perfeval_rules.ruleset.merged import Merged
from perfeval_rules.ruleset.references import reference_faults, rooted
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.sense import sense_faults
from perfeval_rules.ruleset.table_reader import TableReader
from perfeval_rules.ruleset.tables import (
    Adjust,
    Check,
    Every,
    Fact,
    Grade,
    Group,
    Head,
    Line,
    Reason,
    Requires,
    Rule,
    Scoring,
    Source,
    Years,
)
from perfeval_rules.ruleset.telling import meant, tell

SINGLE = ("requires", "scoring", "every")
"""Tables there is one of."""
KEYED = ("source", "rule", "line", "group", "fact", "adjust", "reason", "check", "words")
"""Tables whose keys are ids."""
TABLES = (*SINGLE, *KEYED, "grade")
NOBODY = Head(id="", edition="", years=Years(**{"from": 0}))
"""What stands for a head that could not be read, while the rest is looked through."""


def read(merged: Merged) -> tuple[Ruleset, tuple[Finding, ...]]:
    """A ruleset with its tables in the order that counts, and every fault of its shape.

    What is at fault is left out of it, so that the rest can be looked through as well; with an error it is not to be
    used.
    """
    heads = [read_head(document) for document in merged.documents]
    reader = TableReader(merged)
    ruleset = _read(reader, heads[-1][0] or NOBODY, merged)
    found = (
        *(finding for _, told in heads for finding in told),
        *_unknown_tables(merged),
        *reader.findings,
        *_identifiers(merged),
        *sense_faults(ruleset),
        *reference_faults(ruleset),
    )
    files = [document.name for document in merged.documents]
    findings = tuple(sorted(found, key=lambda one: (files.index(one.at.source), one.at)))
    return rooted(ruleset), findings


def _read(reader: TableReader, head: Head, merged: Merged) -> Ruleset:
    return Ruleset(
        head=head,
        requires=reader.one("requires", Requires),
        sources=reader.keyed("source", Source),
        scoring=reader.one("scoring", Scoring),
        every=reader.one("every", Every),
        rules=_last_resort_last(reader.keyed("rule", Rule)),
        lines=reader.keyed("line", Line),
        groups=reader.keyed("group", Group),
        facts=reader.keyed("fact", Fact),
        adjusts=reader.keyed("adjust", Adjust),
        reasons=reader.keyed("reason", Reason),
        checks=reader.keyed("check", Check),
        words=reader.words(),
        grades=reader.listed("grade", Grade),
        merged=merged,
        digest=digest(merged.data),
    )


def _last_resort_last(rules: Mapping[str, Rule]) -> Mapping[str, Rule]:
    return dict(sorted(rules.items(), key=lambda entry: entry[1].when is None))


def _unknown_tables(merged: Merged) -> Iterator[Finding]:
    for name in merged.data:
        if name not in TABLES:
            path = (name,)
            yield tell("unknown-table", merged.key(path), path, name=name, meant=meant(name, ("ruleset", *TABLES)))


def _identifiers(merged: Merged) -> Iterator[Finding]:
    ids = {
        table: [name for name, value in written.items() if isinstance(value, (dict, list))]
        for table in KEYED
        if isinstance(written := merged.data.get(table, {}), dict)
    }
    for table, names in ids.items():
        yield from misspelt(merged, table, names)
    yield from taken(merged, ids.get("fact", ()))
    yield from shared(merged, ids.get("group", ()), ids.get("line", ()))
