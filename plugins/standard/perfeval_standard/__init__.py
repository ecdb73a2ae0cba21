"""The standard indicator types, made with the public names alone, as any plugin is."""

from perfeval_rules import IndicatorType, hookimpl
from perfeval_standard.answers import Achievement, YesNo
from perfeval_standard.deadline import Deadline
from perfeval_standard.execution import Execution
from perfeval_standard.number import Number
from perfeval_standard.numeric import Cost, Count, Rate, Threshold
from perfeval_standard.satisfaction import Satisfaction


@hookimpl
def perfeval_indicator_types() -> list[type[IndicatorType]]:
    """Give the standard types."""
    return [Threshold, Count, Rate, Satisfaction, Cost, Execution, YesNo, Deadline, Achievement, Number]
