"""Rulesets that plugins bring: folders `rulesets` inside their packages, found without importing any."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from perfeval_rules.hosting.discover import Found

FOLDER = "rulesets"


def folders_of(found: Iterable[Found]) -> tuple[Path, ...]:
    """The folders of installed plugins that can be used, in the order of their names."""
    packages = [one.module.partition(":")[0].partition(".")[0] for one in found if one.state == "available"]
    return tuple(folder for package in packages for folder in _inside(locations(package)))


def folders_beside(modules: Iterable[ModuleType]) -> tuple[Path, ...]:
    """The folders in the packages of some modules."""
    return tuple(folder for module in modules for folder in _inside(vars(module).get("__path__", ())))


def locations(package: str) -> Iterable[str]:
    """Where a package lies; nowhere for what is no package or is not there."""
    try:
        spec = find_spec(package)
        return tuple(spec.submodule_search_locations or ()) if spec else ()
    except KeyboardInterrupt:
        raise
    except (
        BaseException
    ):  # what stands on the path may be broken in any way, and a plugin may put anything in its place
        return ()


def _inside(places: Iterable[str]) -> Iterator[Path]:
    yield from (folder for place in places if (folder := Path(place) / FOLDER).is_dir())
