"""What a ruleset says together with all that it extends, value by value, in the order in which people read it.

Where order counts it is kept: rules as they are asked, adjusts and grades as they act. Groups stand as a tree.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from perfeval_rules.findings import Place
from perfeval_rules.ruleset.document import Path
from perfeval_rules.ruleset.merged import Merged, Removal

ORDER = (
    "requires", "scoring", "every", "fact", "group", "line", "rule", "adjust", "grade", "reason", "check", "words",
    "source",
)  # fmt: skip
"""The tables as a reader needs them; those that nobody knows come last."""
OF_TABLES = frozenset({"fact", "group", "line", "rule", "adjust", "reason", "check", "source"})
"""Tables that hold a table under each id."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that holds, and where it is written; a table only where it is empty."""

    path: Path
    value: Any
    at: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A table with its values, those of tables inside it included; `depth` is how deep a group stands in the tree."""

    path: Path
    values: tuple[Value, ...]
    depth: int = 0

    @property
    def table(self) -> str:
        """The table of the format that it belongs to; blank for values that stand in none."""
        return str(self.path[0]) if self.path else ""


def effective(merged: Merged) -> tuple[Entry, ...]:
    """Every value of a merged ruleset, once; a table of the format that has become empty says nothing."""
    written = [name for name, value in merged.data.items() if value != {}]
    names = [*(name for name in ORDER if name in written), *(name for name in written if name not in ORDER)]
    return tuple(entry for name in names for entry in _entries(merged, name, merged.data[name]))


def taken_away(merged: Merged) -> tuple[tuple[Path, Removal], ...]:
    """What was removed and not written again, each thing once, without all that was in it."""
    gone = merged.removed.items()
    return tuple((path, removal) for path, removal in gone if merged.removed.get(path[:-1]) != removal)


def _entries(merged: Merged, name: str, value: Any) -> Iterator[Entry]:
    path: Path = (name,)
    if isinstance(value, list) and value and all(isinstance(inner, dict) for inner in value):
        yield from (Entry((name, number), _values(merged, (name, number), inner)) for number, inner in enumerate(value))
    elif not isinstance(value, dict):
        yield Entry((), _values(merged, path, value))
    elif name not in OF_TABLES:
        yield Entry(path, _values(merged, path, value))
    else:
        loose = [(key, inner) for key, inner in value.items() if not isinstance(inner, dict)]
        if loose:
            yield Entry(path, tuple(found for key, inner in loose for found in _values(merged, (*path, key), inner)))
        tables = {key: inner for key, inner in value.items() if isinstance(inner, dict)}
        for key, depth in _ordered(name, tables):
            yield Entry((*path, key), _values(merged, (*path, key), tables[key]), depth)


def _values(merged: Merged, path: Path, value: Any) -> tuple[Value, ...]:
    if isinstance(value, dict) and value:
        return tuple(found for key, inner in value.items() for found in _values(merged, (*path, key), inner))
    return (Value(path, value, merged.value(path).at),)


def _ordered(name: str, tables: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, int]]:
    """The ids of a table in the order that counts, each with its depth."""
    if name == "group":
        return _tree(tables)
    ids = sorted(tables, key=lambda key: name == "rule" and "when" not in tables[key])
    return [(key, 0) for key in ids]


def _tree(groups: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Each group before what stands in it; of groups that stand in one another the one written first begins."""
    inside: dict[str, list[str]] = {}
    for key, table in groups.items():
        parent = table.get("in")
        inside.setdefault(parent if isinstance(parent, str) and parent in groups else "", []).append(key)
    found: dict[str, int] = {}
    for top in (*inside.get("", ()), *groups):
        waiting = [(top, 0)]
        while waiting:
            key, depth = waiting.pop()
            if key not in found:
                found[key] = depth
                waiting += [(child, depth + 1) for child in reversed(inside.get(key, ()))]
    return list(found.items())
