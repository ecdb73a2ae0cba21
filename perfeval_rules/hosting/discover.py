"""Who is installed, from metadata alone: no module of any plugin is imported here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import PurePath
from typing import Literal

API = 1
"""The plugin API that this engine speaks."""
GROUP = f"perfeval_rules.v{API}"
_NAME, _VERSION = (re.compile(rf"^{key}:[ \t]*(\S.*?)[ \t\r]*$", re.MULTILINE) for key in ("Name", "Version"))
_ANY_GROUP = re.compile(r"perfeval_rules\.v([0-9]{1,4})")
State = Literal["available", "wrong-api", "name-taken", "damaged"]


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

    Of distributions with one name the first on the path counts, as for Python itself. One whose name or version cannot
    be read is damaged; one whose entry points cannot be read is passed over.
    """
    found = sorted(set(_entries(metadata.distributions() if distributions is None else distributions)))
    return tuple(replace(one, state=_state(one, found)) for one in found)


def _entries(distributions: Iterable[metadata.Distribution]) -> Iterator[Found]:
    seen: set[str] = set()
    damaged: list[tuple[str, list[Found]]] = []
    for distribution in distributions:
        try:
            entries = [(entry, _ANY_GROUP.fullmatch(entry.group)) for entry in distribution.entry_points]
        except Exception:  # damaged metadata of whatever package must not stop the rest
            continue
        name, version = _named(distribution)
        whole = bool(name and version)
        name, version = (name, version) if whole else _foldered(distribution)
        plugins = [Found(entry.name, name, version, entry.value, int(api[1])) for entry, api in entries if api]
        alike = re.sub(r"[-_.]+", "-", name).lower()
        if not whole:
            damaged.append((alike, [replace(one, state="damaged") for one in plugins]))
        elif alike not in seen:
            seen.add(alike)
            yield from plugins
    yield from (one for alike, plugins in damaged if alike not in seen for one in plugins)


def _named(distribution: metadata.Distribution) -> tuple[str, str]:
    """The name and version of a distribution; read here, since the whole of the metadata takes long to parse."""
    try:
        text = distribution.read_text("METADATA") or distribution.read_text("PKG-INFO") or ""
    except Exception:  # it may not even be text
        return "", ""
    head = text.partition("\n\n")[0]
    found = [key.search(head) for key in (_NAME, _VERSION)]
    name, version = (one[1] if one else "" for one in found)
    return name, version


def _foldered(distribution: metadata.Distribution) -> tuple[str, str]:
    """The name and version that the folder of a distribution bears, `name-version.dist-info`."""
    folder = PurePath(str(getattr(distribution, "_path", ""))).name
    name, _, version = folder.rpartition(".")[0].partition("-")
    return name.replace("_", "-"), version


def _state(one: Found, found: Iterable[Found]) -> State:
    if one.state == "damaged" or one.api != API:
        return "damaged" if one.state == "damaged" else "wrong-api"
    same = [other for other in found if (other.name, other.api) == (one.name, API) and other.state != "damaged"]
    return "available" if len(same) == 1 else "name-taken"
