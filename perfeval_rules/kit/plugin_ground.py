"""What every test of a plugin's functions, lints and formats stands on: what its module gives, and rulesets to try it on."""

from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType
from typing import Any, ClassVar, Generic, TypeVar, cast

from perfeval_rules.admission import EXTENSIONS
from perfeval_rules.extension import Format, Function, Lint
from perfeval_rules.findings import Finding
from perfeval_rules.hosting.discover import discover
from perfeval_rules.hosting.guard import guarded
from perfeval_rules.hosting.hookspecs import Bare, PluginValidationError, Unmarked, Wrapped, implemented
from perfeval_rules.hosting.load import PARTS, declared_by, load
from perfeval_rules.kit.verdicts import Broken
from perfeval_rules.registry import Declared, Registry

T = TypeVar("T", Function, Lint, Format)
STANDARD = "standard"
OF_ITS_HOOKS = ("plugin.bad-hooks", "plugin.unknown-hook")
"""The codes of what may be meant for any hook: one of a name that does not exist."""


class PluginGround(Generic[T]):
    """What the author of a plugin says of it, and may narrow."""

    plugin: ClassVar[ModuleType]
    """The module that marks the hooks."""
    only: ClassVar[str] = ""
    """The name of the one that is tried; blank: all that the plugin gives."""
    kind: ClassVar[type[Any]]
    hook: ClassVar[str]

    def __init_subclass__(cls) -> None:
        """Let pytest pass over a class whose plugin gives nothing of its kind."""
        super().__init_subclass__()
        plugin = getattr(cls, "plugin", None)
        if plugin is not None:
            cls.__test__ = gives(plugin, cls.hook)  # type: ignore[attr-defined]  # pytest asks for it

    # — what tests use —

    def test_they_are_declared_soundly(self) -> None:
        """The engine's own review finds nothing."""
        _, found = declared_by(self.plugin)
        told = [one for one in found if one.values.get("hook") == self.hook or one.code in OF_ITS_HOOKS]
        told += Registry.of([self.alone()])[1]
        if told:
            raise Broken("part-refused", what=EXTENSIONS[self.kind], findings=told)

    def each(self) -> Iterator[T]:
        """What is tried: all of its kind that the engine's review lets pass."""
        declared = self.alone()
        _, found = Registry.of([declared])
        for one in () if found else self.given(declared):
            if self.only in ("", called(one)):
                yield one

    def given(self, declared: Declared) -> tuple[T, ...]:
        """What a plugin gives of this kind."""
        return cast(tuple[T, ...], tuple(getattr(declared, PARTS[self.hook])))

    def alone(self) -> Declared:
        """What the plugin gives of this kind, and nothing else of it."""
        declared = whole(self.plugin)
        return Declared(declared.plugin, **{PARTS[self.hook]: self.given(declared)})


def whole(plugin: ModuleType) -> Declared:
    """All that a plugin gives; raises Broken where it cannot be asked."""
    declared, found = _declared(plugin)
    if declared is None:
        raise Broken("not-asked", findings=found)
    return declared


@lru_cache(maxsize=64)
def _declared(plugin: ModuleType) -> tuple[Declared | None, tuple[Finding, ...]]:
    """What a plugin declares; its hooks are called once, as by an engine."""
    return declared_by(plugin)


def called(given: Function | Lint | Format) -> str:
    """What people call one of these."""
    return given.suffix if isinstance(given, Format) else given.name


def gives(plugin: ModuleType, hook: str) -> bool:
    """Whether there is anything to try of a hook; where that cannot be seen, a test tells why."""
    try:
        return hook in implemented(plugin.__name__, plugin)
    except Bare:
        return False
    except (Unmarked, Wrapped, PluginValidationError):
        return True


def registry_of(plugin: ModuleType, needed: frozenset[str]) -> Registry:
    """A plugin beside those that its rulesets need, as far as they are installed; no lint but its own."""
    own, _ = Registry.of([whole(plugin)], guarded)
    others = {one.name: "" for one in discover() if one.name in needed and one.module != plugin.__name__}
    beside, _ = load(others, discover())
    return Registry(
        types={**beside.types, **own.types},
        functions={**beside.functions, **own.functions},
        lints=own.lints,
        formats=own.formats,
        guard=guarded,
    )
