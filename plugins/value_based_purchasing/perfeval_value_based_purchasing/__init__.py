"""Hospital value-based purchasing: points for what was achieved, or for what was improved."""

from perfeval_rules import IndicatorType, hookimpl
from perfeval_value_based_purchasing.performance import ValueBasedPurchasing

__version__ = "0.1.0"


@hookimpl
def perfeval_indicator_types() -> list[type[IndicatorType]]:
    """Give the type of this plugin."""
    return [ValueBasedPurchasing]
