"""Loading the plugins that a ruleset requires: each by itself, so that what is wrong with one is told and harms no other."""

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import ModuleType

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place
from perfeval_rules.hosting.discover import API, Found
from perfeval_rules.hosting.hookspecs import PluginValidationError, manager
from perfeval_rules.indicator import IndicatorType
from perfeval_rules.registry import Plugin, Registry
from perfeval_rules.ruleset.specifiers import read_specifier
from perfeval_rules.text import Showable, nearest

HOOK = "perfeval_indicator_types"
Types = list[tuple[type[IndicatorType], Plugin]]


def load(requires: Mapping[str, str], installed: Sequence[Found]) -> tuple[Registry, tuple[Finding, ...]]:
    """The registry of the required plugins; no other plugin is imported. What is wrong is told once for each plugin."""
    loading = _Loading()
    for name, specifier in requires.items():
        found = loading.pick(name, specifier, installed)
        if found is not None:
            plugin = Plugin(found.name, found.distribution, found.version)
            loading.add(plugin, partial(importlib.import_module, found.module))
    return loading.registry()


def load_modules(modules: Iterable[ModuleType]) -> tuple[Registry, tuple[Finding, ...]]:
    """The registry of modules handed over by an embedder; nothing is discovered."""
    loading = _Loading()
    for module in modules:
        name = module.__name__
        version = str(getattr(module, "__version__", "")) or "0"
        loading.add(Plugin(name.removeprefix("perfeval_"), name, version), partial(_itself, module))
    return loading.registry()


@dataclass(slots=True)
class _Loading:
    types: Types = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)

    def tell(self, code: str, plugin: str, **values: Showable) -> None:
        self.found.append(finding(f"plugin.{code}", Place(plugin), path=plugin, plugin=plugin, **values))

    def registry(self) -> tuple[Registry, tuple[Finding, ...]]:
        made, refused = Registry.of(self.types)
        return made, (*self.found, *refused)

    def pick(self, name: str, specifier: str, installed: Sequence[Found]) -> Found | None:
        """The installed plugin of a name, if there is one that may be used."""
        named = [one for one in installed if one.name == name]
        able = [one for one in named if one.api == API]
        if not named:
            self.tell("not-installed", name, nearest=nearest(name, [one.name for one in installed]))
        elif not able:
            self.tell("wrong-api", name, distribution=named[0].distribution, api=named[0].api, engine=API)
        elif len({one.distribution for one in able}) > 1:
            self.tell("name-taken", name, owners="、".join(f"{one.distribution} {one.version}" for one in able))
        elif not admitted(able[0].version, specifier):
            self.tell(
                "wrong-version", name, version=able[0].version, wanted=specifier, distribution=able[0].distribution
            )
        else:
            return able[0]
        return None

    def add(self, plugin: Plugin, get: Callable[[], ModuleType]) -> None:
        """Import a plugin and take what it gives; any fault of it is told and ends there."""
        try:
            module = get()
            given = list(_declared(module, plugin))
        except KeyboardInterrupt:
            raise
        except _Fault as fault:
            self.tell(fault.code, str(plugin), why=fault.why)
        except BaseException as fault:  # a plugin may raise anything, SystemExit included
            self.tell("broken", str(plugin), why=f"{type(fault).__name__}: {_said(fault)}")
        else:
            self.types += [(kind, plugin) for kind in given]


def admitted(version: str, specifier: str) -> bool:
    """Whether a version is one that a ruleset asks for; a blank specifier asks for none in particular."""
    bounds = read_specifier(specifier)
    return not specifier.strip() or (bounds is not None and bounds.admits(version))


def _itself(module: ModuleType) -> ModuleType:
    return module


class _Fault(Exception):
    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


def _declared(module: ModuleType, plugin: Plugin) -> Iterator[type[IndicatorType]]:
    """The types that a module declares through its hook."""
    hooks = manager()
    try:
        hooks.register(module, plugin.name)
        hooks.check_pending()
    except PluginValidationError as fault:
        raise _Fault("wrong-hook", _said(fault)) from fault
    caller = getattr(hooks.hook, HOOK)
    if any(one.hookwrapper or one.wrapper for one in caller.get_hookimpls()):
        raise _Fault("wrong-hook", "a hook wrapper")
    results = caller()
    if not results:
        raise _Fault("no-types", "")
    for given in results:
        if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
            raise _Fault("nonsense", type(given).__name__)
        for kind in given:
            if not (isinstance(kind, type) and issubclass(kind, IndicatorType)):
                raise _Fault("nonsense", getattr(kind, "__name__", type(kind).__name__))
            yield kind


def _said(fault: BaseException) -> str:
    """The last line of what an exception says, in bounds; one that cannot even say it says nothing."""
    try:
        lines = str(fault).strip().splitlines()
    except Exception:
        return ""
    return lines[-1][:200] if lines else ""
