"""Tests for those who write rulesets and indicator types: cases beside a ruleset, and a suite that a type inherits."""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from perfeval_rules.kit.suite import IndicatorTypeSuite

__all__ = ["IndicatorTypeSuite"]
NEEDED = ("pytest", "hypothesis")
"""What the suite needs, and nothing else here does."""


def __getattr__(name: str) -> Any:
    """The suite, imported when first asked for; raises ImportError where what it needs is not installed."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    for package in NEEDED:
        if find_spec(package) is None:
            raise ImportError(
                f"测试套件要用 {package}，还没有安装 · the test kit needs {package}, which is not installed: "
                "pip install 'perfeval-rules[testing]'"
            )
    return import_module("perfeval_rules.kit.suite").IndicatorTypeSuite
