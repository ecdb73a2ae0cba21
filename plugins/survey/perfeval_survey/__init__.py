"""Satisfaction from the raw counts of a survey, and what its sample can support."""

from perfeval_rules import IndicatorType, hookimpl
from perfeval_survey.counts import Survey

__version__ = "0.1.0"


@hookimpl
def perfeval_indicator_types() -> list[type[IndicatorType]]:
    """Give the type of this plugin."""
    return [Survey]
