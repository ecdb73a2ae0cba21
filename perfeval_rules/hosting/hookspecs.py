"""The hooks a plugin may implement, and the one door to pluggy.

A hook declares; none takes part in an evaluation. Each is called once, when an engine loads the plugins that a ruleset
requires, and gives frozen declarations.
"""

from collections.abc import Iterable

import pluggy

from perfeval_rules.indicator import IndicatorType

PROJECT = "perfeval_rules"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Hooks:
    """All hooks there are."""

    @hookspec
    def perfeval_indicator_types(self) -> Iterable[type[IndicatorType]]:  # type: ignore[empty-body]  # only a shape
        """Give the indicator types that this plugin adds.

        A module that says ``@hookimpl def perfeval_indicator_types(): return [NetPromoter]`` adds one type.
        """


def manager() -> pluggy.PluginManager:
    """A plugin manager that knows the hooks and no plugin yet."""
    made = pluggy.PluginManager(PROJECT)
    made.add_hookspecs(Hooks)
    return made


PluginValidationError = pluggy.PluginValidationError
"""What pluggy raises for a hook that does not fit its specification."""
