"""What the test kit has to know of the standard types that they do not say themselves; nothing but tests imports it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from perfeval_rules.testing import IndicatorTypeSuite
from perfeval_standard.cost import Cost
from perfeval_standard.count import Count
from perfeval_standard.execution import Execution
from perfeval_standard.numeric import Threshold
from perfeval_standard.rates import Rate, Satisfaction

Way = Literal["higher", "lower", "nearer"] | None


class NumericSuite(IndicatorTypeSuite):
    """Numbers against targets: the sign says the direction, and the unit of both cells does not matter."""

    may_be_negative = True  # an actual value below 0 against a floor above it
    scales = ("target", "actual", "tolerance")

    def good_way(self, options: Mapping[str, object], row: Mapping[str, object]) -> Way:
        """By the sign or what stands in for it; of what is not to happen at all, less."""
        sign = row.get("operator", "")
        unsigned = options.get("unsigned", self.trial().offer.defaults["unsigned"])
        if sign in ("<=", "<") or (not sign and unsigned == "at-most"):
            return "lower"
        nothing_wanted = options.get("zero_target") == "met-if-not-above" and row.get("target") == 0
        return None if sign == "=" else "lower" if nothing_wanted else "higher"


class ThresholdSuite(NumericSuite):
    """The type `threshold`."""

    indicator_type = Threshold


class CountSuite(NumericSuite):
    """The type `count`."""

    indicator_type = Count


class RateSuite(NumericSuite):
    """The type `rate`."""

    indicator_type = Rate


class SatisfactionSuite(NumericSuite):
    """The type `satisfaction`."""

    indicator_type = Satisfaction


class CostSuite(NumericSuite):
    """The type `cost`."""

    indicator_type = Cost


class ExecutionSuite(IndicatorTypeSuite):
    """The type `execution`: of a budget, what was spent of it."""

    indicator_type = Execution
    may_be_negative = True  # a budget below 0, which only a slip of the form can say
    scales = ("executed", "budget")
    moved = "executed"

    def good_way(self, options: Mapping[str, object], row: Mapping[str, object]) -> Way:
        """More is better of a budget above 0, and of another nothing is."""
        budget = row.get("budget")
        return "higher" if isinstance(budget, Fraction) and budget > 0 else None
