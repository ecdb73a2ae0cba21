"""Loading the plugins that a ruleset requires: each by itself, so that what is wrong with one is told and harms no other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from inspect import iscoroutine
from itertools import islice
from types import ModuleType
from typing import Any, TypeVar, cast

from perfeval_rules.catalogue import finding
from perfeval_rules.catalogue.formula import near
from perfeval_rules.findings import Finding, Place, listed
from perfeval_rules.hosting.discover import API, Found
from perfeval_rules.hosting.guard import guarded, loading
from perfeval_rules.hosting.hookspecs import (
    HOOK,
    HOOKS,
    Bare,
    PluginValidationError,
    Unknown,
    Unmarked,
    Wrapped,
    implemented,
)
from perfeval_rules.misspelt import unannotated
from perfeval_rules.registry import Declared, Plugin, Registry
from perfeval_rules.ruleset.specifiers import read_specifier
from perfeval_rules.text import Text, last_line, nearest, raised

T = TypeVar("T")
PARTS = dict(zip(HOOKS, ("types", "functions", "lints", "formats"), strict=True))
"""What each hook gives, as the registry calls it."""
MOST_GIVEN = 10_000
"""How much one hook may give; a generator may never end."""


def load(requires: Mapping[str, str], installed: Sequence[Found]) -> tuple[Registry, tuple[Finding, ...]]:
    """The registry of the plugins a ruleset requires, each with its version specifier; no other is imported."""
    loading = _Loading()
    for name, specifier in sorted(requires.items()):
        found = loading.pick(name, specifier, installed)
        if found is not None:
            loading.add(_plugin(found), partial(import_module, found.module))
    return loading.registry()


def load_modules(modules: Iterable[ModuleType]) -> tuple[Registry, tuple[Finding, ...]]:
    """The registry of modules that an embedder hands over; nothing is looked for."""
    return _handed_over(modules).registry()


def declared_by(module: ModuleType) -> tuple[Declared | None, tuple[Finding, ...]]:
    """What a module declares, whether or not it is sound; None where that cannot be asked."""
    loading = _handed_over([module])
    return next(iter(loading.declared), None), tuple(loading.found)


def _handed_over(modules: Iterable[ModuleType]) -> "_Loading":
    """What modules declare, each a plugin of its own name."""
    loading = _Loading()
    for module in modules:
        name = module.__name__
        plugin = Plugin(name.removeprefix("perfeval_"), name, str(vars(module).get("__version__", "")))
        loading.add(plugin, partial(_same, module))
    return loading


def admitted(version: str, specifier: str) -> bool:
    """Whether a version is one that a ruleset asks for; a blank specifier asks for none in particular."""
    bounds = read_specifier(specifier)
    return not specifier.strip() or (bounds is not None and bounds.admits(version))


def chosen(name: str, specifier: str, installed: Sequence[Found]) -> Found | Finding:
    """The installed plugin that a ruleset means by a name; what keeps it from being used where none may be."""
    called = [one for one in installed if one.name == name]
    sound = [one for one in called if one.state != "damaged"]
    able = [one for one in sound if one.api == API]
    if not called:
        return _told("not-installed", name, name, near=near(nearest(name, [one.name for one in installed])))
    if not sound:
        return _told("damaged", name, _plugin(called[-1]))
    if not able:
        return _told("wrong-api", name, _plugin(sound[-1]), api=sound[-1].api, spoken=API)
    if len(able) > 1:
        plugins = [f"{one.distribution} {one.version}" for one in able]
        return _told("name-taken", name, name, plugins=listed(plugins))
    if not admitted(able[0].version, specifier):
        return _told("wrong-version", name, _plugin(able[0]), specifier=specifier)
    return able[0]


def _plugin(found: Found) -> Plugin:
    return Plugin(found.name, found.distribution, found.version)


def _told(code: str, name: str, plugin: object, **values: Any) -> Finding:
    """A fault of a plugin; it stands where the ruleset requires it."""
    path = f"requires.plugins.{name}"
    return finding(f"plugin.{code}", Place(name), path=path, name=name, plugin=str(plugin), **values)


class _Nonsense(Exception):  # noqa: N818 - a verdict on what a hook gave
    """A hook gave no list."""


class TooManyError(Exception):
    """A hook gives more than any plugin has; most likely it never ends."""

    def __init__(self) -> None:
        super().__init__(f"more than {MOST_GIVEN}")


@dataclass(slots=True)
class _Loading:
    """What has been declared so far, and what was found wrong."""

    declared: list[Declared] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)

    def registry(self) -> tuple[Registry, tuple[Finding, ...]]:
        registry, refused = Registry.of(self.declared, guarded, loading)
        return registry, (*self.found, *refused)

    def tell(self, code: str, plugin: Plugin, **values: Any) -> None:
        """Note a fault of a plugin."""
        self.found.append(_told(code, plugin.name, plugin, **values))

    def pick(self, name: str, specifier: str, installed: Sequence[Found]) -> Found | None:
        """The installed plugin of a name; None, and told why, where none may be used."""
        found = chosen(name, specifier, installed)
        if isinstance(found, Finding):
            self.found.append(found)
            return None
        return found

    def add(self, plugin: Plugin, get: Callable[[], ModuleType]) -> None:
        """Import a plugin and take what it declares; whatever goes wrong is told and ends there."""
        hooks = self.attempt("not-loaded", plugin, lambda: implemented(plugin.name, get()))
        if hooks is not None:
            given = {name: self.given(plugin, name, calls) for name, calls in hooks.items()}
            parts = {part: given.get(hook, ()) for hook, part in PARTS.items()}
            self.declared.append(Declared(plugin, **parts))

    def given(self, plugin: Plugin, hook: str, calls: Iterable[Callable[[], object]]) -> tuple[object, ...]:
        """What a hook gives, one by one; whether each is what it should be is for the registry to say."""
        return self.attempt("hook-raised", plugin, partial(_all, calls), hook) or ()

    def attempt(self, code: str, plugin: Plugin, step: Callable[[], T], hook: str = HOOK) -> T | None:
        """What a step gives that runs code of a plugin; None, and told, where it raises."""
        try:
            return cast(T, loading(step))
        except KeyboardInterrupt:
            raise
        except Bare:
            self.tell("no-hook", plugin, hook=HOOK)
        except Unmarked as fault:
            self.tell("unmarked-hook", plugin, hook=str(fault))
        except Wrapped as fault:
            self.tell("wrapper", plugin, hook=str(fault))
        except _Nonsense as fault:
            self.tell("hook-result", plugin, hook=hook, given=str(fault))
        except Unknown as fault:
            known = Text(listed(HOOKS), listed(HOOKS, "en"))
            values = {"hook": fault.hook, "near": near(nearest(fault.hook, HOOKS)), "spot": fault.spot, "known": known}
            self.tell("unknown-hook", plugin, **values)
        except PluginValidationError as fault:
            self.tell("bad-hooks", plugin, fault=last_line(fault))
        except BaseException as fault:  # a plugin may raise anything, SystemExit included
            if (stray := unannotated(fault)) is not None:
                self.found.append(stray)
            else:
                self.tell(code, plugin, hook=hook, fault=raised(fault))
        return None


def _same(module: ModuleType) -> ModuleType:
    return module


def _all(calls: Iterable[Callable[[], object]]) -> tuple[object, ...]:
    """What the implementations of a hook give."""
    everything: list[object] = []
    for call in calls:
        given = call()
        if iscoroutine(given):
            given.close()  # nobody is going to await it
        if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
            raise _Nonsense(given.__qualname__ if isinstance(given, type) else type(given).__qualname__)
        everything += islice(given, MOST_GIVEN + 1)
        if len(everything) > MOST_GIVEN:
            raise TooManyError
    return tuple(everything)
