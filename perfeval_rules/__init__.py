"""A declarative scoring engine for performance self-evaluations; the public names, loaded when first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from perfeval_rules.engine import Engine
    from perfeval_rules.errors import PerfevalError, PluginError, RulesetError, SubmissionError
    from perfeval_rules.evaluation import Evaluation
    from perfeval_rules.findings import Finding, Place
    from perfeval_rules.formula.evaluator import Words
    from perfeval_rules.hosting.hookspecs import hookimpl
    from perfeval_rules.indicator import Check, Example, IndicatorType, Reported
    from perfeval_rules.model import Field
    from perfeval_rules.program import Program
    from perfeval_rules.ruleset.ruleset import Ruleset
    from perfeval_rules.submission import Submission
    from perfeval_rules.text import Text
    from perfeval_rules.version import VERSION

_HOMES = {
    "Check": "indicator",
    "Engine": "engine",
    "Evaluation": "evaluation",
    "Example": "indicator",
    "Field": "model",
    "Finding": "findings",
    "IndicatorType": "indicator",
    "PerfevalError": "errors",
    "Place": "findings",
    "PluginError": "errors",
    "Program": "program",
    "Reported": "indicator",
    "Ruleset": "ruleset.ruleset",
    "RulesetError": "errors",
    "Submission": "submission",
    "SubmissionError": "errors",
    "Text": "text",
    "VERSION": "version",
    "Words": "formula.evaluator",
    "hookimpl": "hosting.hookspecs",
}
__all__ = [  # noqa: RUF022 - the order of letters, whatever their case, is for readers
    "Check",
    "Engine",
    "Evaluation",
    "Example",
    "Field",
    "Finding",
    "IndicatorType",
    "PerfevalError",
    "Place",
    "PluginError",
    "Program",
    "Reported",
    "Ruleset",
    "RulesetError",
    "Submission",
    "SubmissionError",
    "Text",
    "VERSION",
    "Words",
    "hookimpl",
]


def __getattr__(name: str) -> Any:
    """A public name, imported when first asked for, so that a command which needs little starts fast."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
