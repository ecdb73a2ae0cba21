"""The hooks a plugin may implement, and the one door to pluggy.

A hook declares; none takes part in an evaluation. Each is called once, when an engine loads the plugins that a ruleset
requires, and gives what never changes afterwards.
"""

from collections.abc import Iterable
from types import ModuleType

from pluggy import HookimplMarker, HookspecMarker, PluginManager, PluginValidationError

from perfeval_rules.indicator import IndicatorType

PROJECT = "perfeval_rules"
HOOK = "perfeval_indicator_types"
hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)


class Hooks:
    """All hooks there are."""

    @hookspec
    def perfeval_indicator_types(self) -> Iterable[type[IndicatorType]]:  # type: ignore[empty-body]  # a shape only
        """Give the indicator types that this plugin adds.

        Called once for each plugin that a ruleset requires. A module that adds one type says::

            @hookimpl
            def perfeval_indicator_types():
                return [NetPromoter]
        """


class Wrapped(Exception):  # noqa: N818 - a verdict on a plugin
    """A plugin wraps a hook, which could change what others declare."""


class Bare(Exception):  # noqa: N818 - a verdict on a plugin
    """A plugin implements no hook."""


def call(name: str, module: ModuleType) -> list[object]:
    """What the hook of a plugin's module gives, once for each implementation, whatever that is.

    Raises Bare, Wrapped, PluginValidationError, or what the hook raises.
    Each plugin has a manager of its own, so that none can see, replace or drop what another gives.
    """
    manager = PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.register(module, name)
    manager.check_pending()  # a misspelt hook is nothing to pluggy unless it is asked
    implementations = getattr(manager.hook, HOOK).get_hookimpls()
    if not implementations:
        raise Bare
    if any(each.wrapper or each.hookwrapper for each in implementations):
        raise Wrapped
    return [each.function() for each in implementations]


__all__ = ["HOOK", "PROJECT", "Bare", "Hooks", "PluginValidationError", "Wrapped", "call", "hookimpl", "hookspec"]
