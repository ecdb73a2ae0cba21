"""Tests for those who write rulesets and plugins: cases beside a ruleset, and suites for all that a plugin gives."""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from perfeval_rules.kit.format_suite import FormatSuite
    from perfeval_rules.kit.function_suite import FunctionSuite
    from perfeval_rules.kit.lint_suite import LintSuite
    from perfeval_rules.kit.suite import IndicatorTypeSuite

__all__ = ["FormatSuite", "FunctionSuite", "IndicatorTypeSuite", "LintSuite"]
HOMES = {
    "FormatSuite": "format_suite",
    "FunctionSuite": "function_suite",
    "IndicatorTypeSuite": "suite",
    "LintSuite": "lint_suite",
}
NEEDED = ("pytest", "hypothesis")
"""What the suites need, and nothing else here does."""


def __getattr__(name: str) -> Any:
    """A suite, imported when first asked for; raises ImportError where what it needs is not installed."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    for package in NEEDED:
        if find_spec(package) is None:
            raise ImportError(
                f"测试套件要用 {package}，还没有安装 · the test kit needs {package}, which is not installed: "
                "pip install 'perfeval-rules[testing]'"
            )
    return getattr(import_module(f"perfeval_rules.kit.{HOMES[name]}"), name)
