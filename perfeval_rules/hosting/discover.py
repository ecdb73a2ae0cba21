"""Who is installed, from metadata alone: no module of any plugin is imported here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Literal

API = 1
"""The plugin API this engine speaks."""
GROUP = "perfeval_rules.v"
_GROUP = re.compile(rf"{re.escape(GROUP)}([0-9]+)")
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
    """Every installed plugin, in the order of names; distributions whose metadata cannot be read are passed over."""
    entries = sorted(set(_entries(metadata.distributions() if distributions is None else distributions)))
    return tuple(
        Found(one.name, one.distribution, one.version, one.module, one.api, _state(one, entries)) for one in entries
    )


def _entries(distributions: Iterable[metadata.Distribution]) -> Iterator[Found]:
    for distribution in distributions:
        name = distribution.metadata["Name"] if distribution.metadata is not None else None
        if not name:
            continue
        for entry in distribution.entry_points:
            group = _GROUP.fullmatch(entry.group)
            if group:
                yield Found(entry.name, name, distribution.version, entry.value, int(group[1]))


def _state(one: Found, entries: Iterable[Found]) -> State:
    if one.api != API:
        return "wrong-api"
    clash = any(
        other.name == one.name and other.distribution != one.distribution and other.api == API for other in entries
    )
    return "name-taken" if clash else "available"
