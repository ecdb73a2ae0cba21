"""Loading the plugins that a ruleset requires: each by itself, so that what is wrong with one is told and harms no other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from inspect import iscoroutine
from types import ModuleType
from typing import Any, TypeVar

from perfeval_rules.catalogue import finding
from perfeval_rules.catalogue.formula import near
from perfeval_rules.findings import Finding, Place, listed
from perfeval_rules.hosting.discover import API, Found
from perfeval_rules.hosting.hookspecs import HOOK, Bare, PluginValidationError, Wrapped, call
from perfeval_rules.offer import last_line
from perfeval_rules.registry import Plugin, Registry
from perfeval_rules.ruleset.specifiers import read_specifier
from perfeval_rules.text import nearest

T = TypeVar("T")


def load(requires: Mapping[str, str], installed: Sequence[Found]) -> tuple[Registry, tuple[Finding, ...]]:
    """The registry of the plugins a ruleset requires, each with its version specifier; no other is imported."""
    loading = _Loading()
    for name, specifier in sorted(requires.items()):
        found = loading.pick(name, specifier, installed)
        if found is not None:
            loading.add(Plugin(name, found.distribution, found.version), partial(import_module, found.module))
    return loading.registry()


def load_modules(modules: Iterable[ModuleType]) -> tuple[Registry, tuple[Finding, ...]]:
    """The registry of modules that an embedder hands over; nothing is looked for."""
    loading = _Loading()
    for module in modules:
        name = module.__name__
        plugin = Plugin(name.removeprefix("perfeval_"), name, str(getattr(module, "__version__", "")))
        loading.add(plugin, partial(_same, module))
    return loading.registry()


def admitted(version: str, specifier: str) -> bool:
    """Whether a version is one that a ruleset asks for; a blank specifier asks for none in particular."""
    bounds = read_specifier(specifier)
    return not specifier.strip() or (bounds is not None and bounds.admits(version))


class _Nonsense(Exception):  # noqa: N818 - a verdict on what a hook gave
    """A hook gave no list of types."""


@dataclass(slots=True)
class _Loading:
    """What has been declared so far, and what was found wrong."""

    declared: list[tuple[object, Plugin]] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)

    def registry(self) -> tuple[Registry, tuple[Finding, ...]]:
        registry, refused = Registry.of(self.declared)
        return registry, (*self.found, *refused)

    def tell(self, code: str, name: str, plugin: object, **values: Any) -> None:
        """Note a fault of a plugin; it stands where the ruleset requires it."""
        path = f"requires.plugins.{name}"
        self.found.append(finding(f"plugin.{code}", Place(name), path=path, name=name, plugin=str(plugin), **values))

    def pick(self, name: str, specifier: str, installed: Sequence[Found]) -> Found | None:
        """The installed plugin of a name; None, and told why, where none may be used."""
        called = [one for one in installed if one.name == name]
        able = [one for one in called if one.api == API]
        if not called:
            self.tell("not-installed", name, name, near=near(nearest(name, [one.name for one in installed])))
        elif not able:
            plugin = Plugin(name, called[-1].distribution, called[-1].version)
            self.tell("wrong-api", name, plugin, api=called[-1].api, spoken=API)
        elif len(able) > 1:
            plugins = [f"{one.distribution} {one.version}" for one in able]
            self.tell("name-taken", name, name, plugins=listed(plugins))
        elif not admitted(able[0].version, specifier):
            plugin = Plugin(name, able[0].distribution, able[0].version)
            self.tell("wrong-version", name, plugin, specifier=specifier)
        else:
            return able[0]
        return None

    def add(self, plugin: Plugin, get: Callable[[], ModuleType]) -> None:
        """Import a plugin and take what it declares; whatever goes wrong is told and ends there."""
        module = self.attempt("not-loaded", plugin, get)
        if module is not None:
            types = self.attempt("hook-raised", plugin, partial(_types, plugin.name, module))
            self.declared += [(each, plugin) for each in types or ()]

    def attempt(self, code: str, plugin: Plugin, step: Callable[[], T]) -> T | None:
        """What a step gives that runs code of a plugin; None, and told, where it raises."""
        try:
            return step()
        except KeyboardInterrupt:
            raise
        except Bare:
            self.tell("no-hook", plugin.name, plugin, hook=HOOK)
        except Wrapped:
            self.tell("wrapper", plugin.name, plugin, hook=HOOK)
        except _Nonsense as fault:
            self.tell("hook-result", plugin.name, plugin, hook=HOOK, given=str(fault))
        except PluginValidationError as fault:
            self.tell("bad-hooks", plugin.name, plugin, fault=last_line(fault))
        except BaseException as fault:  # a plugin may raise anything, SystemExit included
            self.tell(code, plugin.name, plugin, hook=HOOK, fault=f"{type(fault).__name__}: {last_line(fault)}")
        return None


def _same(module: ModuleType) -> ModuleType:
    return module


def _types(name: str, module: ModuleType) -> tuple[object, ...]:
    """What a plugin declares, one by one; whether each is a type is for the registry to say."""
    types: list[object] = []
    for given in call(name, module):
        if iscoroutine(given):
            given.close()  # nobody is going to await it
        if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
            raise _Nonsense(given.__qualname__ if isinstance(given, type) else type(given).__qualname__)
        types += given
    return tuple(types)
