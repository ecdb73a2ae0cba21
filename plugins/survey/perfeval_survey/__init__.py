"""Satisfaction from the raw counts of a survey, and what its sample can support."""

from perfeval_rules import IndicatorType, hookimpl
from perfeval_rules.extension import Function
from perfeval_survey.counts import Survey
from perfeval_survey.interval import WILSON_HIGH, WILSON_LOW

__version__ = "0.1.0"


@hookimpl
def perfeval_indicator_types() -> list[type[IndicatorType]]:
    """Give the type of this plugin."""
    return [Survey]


@hookimpl
def perfeval_functions() -> list[Function]:
    """Give the ends of the interval, for messages and signals of rulesets."""
    return [WILSON_LOW, WILSON_HIGH]
