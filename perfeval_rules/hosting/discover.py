"""Who is installed, from metadata alone: no module of any plugin is imported here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import metadata
from typing import Literal

API = 1
"""The plugin API that this engine speaks."""
GROUP = f"perfeval_rules.v{API}"
_ANY_GROUP = re.compile(r"perfeval_rules\.v([0-9]{1,4})")
State = Literal["available", "wrong-api", "name-taken"]


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """An installed plugin, as its metadata describes it."""

    name: str
    distribution: str
    version: str
    module: str
    api: int
    state: State = "available"


def discover(distributions: Iterable[metadata.Distribution] | None = None) -> tuple[Found, ...]:
    """Every installed plugin, in the order of names, those that cannot be used included.

    Of distributions with one name the first on the path counts, as for Python itself; one whose metadata cannot be read
    is passed over.
    """
    found = sorted(set(_entries(metadata.distributions() if distributions is None else distributions)))
    return tuple(replace(one, state=_state(one, found)) for one in found)


def _entries(distributions: Iterable[metadata.Distribution]) -> Iterator[Found]:
    seen: set[str] = set()
    for distribution in distributions:
        try:
            name, version = distribution.metadata["Name"], distribution.version
            entries = [(entry, _ANY_GROUP.fullmatch(entry.group)) for entry in distribution.entry_points]
        except Exception:  # damaged metadata of whatever package must not stop the rest
            continue
        alike = re.sub(r"[-_.]+", "-", name or "").lower()
        if alike and alike not in seen:
            seen.add(alike)
            yield from (Found(entry.name, name, version, entry.value, int(api[1])) for entry, api in entries if api)


def _state(one: Found, found: Iterable[Found]) -> State:
    if one.api != API:
        return "wrong-api"
    same = [other for other in found if (other.name, other.api) == (one.name, API)]
    return "available" if len(same) == 1 else "name-taken"
