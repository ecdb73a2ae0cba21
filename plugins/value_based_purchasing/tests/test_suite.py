"""What must hold of every indicator type holds of this one, whichever direction is the good one."""

from perfeval_rules.testing import IndicatorTypeSuite
from perfeval_value_based_purchasing import ValueBasedPurchasing


class TestValueBasedPurchasing(IndicatorTypeSuite):
    indicator_type = ValueBasedPurchasing
    scales = ("actual", "threshold", "benchmark", "baseline")

    def good_way(self, options, row):
        return options.get("direction", "higher")
