"""The standard indicator types, made with the public names alone, as those of any plugin are."""

from perfeval_rules import VERSION, IndicatorType, hookimpl
from perfeval_standard.cost import Cost
from perfeval_standard.count import Count
from perfeval_standard.deadline import Deadline
from perfeval_standard.execution import Execution
from perfeval_standard.grade import Grade
from perfeval_standard.number import Number
from perfeval_standard.numeric import Threshold
from perfeval_standard.rates import Rate, Satisfaction
from perfeval_standard.yes_no import YesNo

__version__ = VERSION
"""They come with the engine and bear its version."""


@hookimpl
def perfeval_indicator_types() -> list[type[IndicatorType]]:
    """Give the standard types."""
    return [Threshold, Count, Rate, Satisfaction, Cost, Execution, YesNo, Deadline, Grade, Number]
