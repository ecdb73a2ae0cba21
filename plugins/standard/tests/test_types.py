"""What must hold of every indicator type holds of the standard ones."""

from perfeval_rules.testing import IndicatorTypeSuite
from perfeval_standard import (
    Cost,
    Count,
    Deadline,
    Execution,
    Grade,
    Number,
    Rate,
    Satisfaction,
    Threshold,
    YesNo,
)


class Suite(IndicatorTypeSuite):
    tries = 15


class NumericSuite(Suite):
    """Numbers against targets: the sign says the direction, and the unit of both cells does not matter."""

    may_be_negative = True  # an actual value below 0 against a floor above it
    scales = ("target", "actual", "tolerance")

    def good_way(self, options, row):
        sign = row.get("operator", "")
        unsigned = options.get("unsigned", self.trial().offer.defaults["unsigned"])
        if sign in ("<=", "<") or (not sign and unsigned == "at-most"):
            return "lower"
        nothing_wanted = options.get("zero_target") == "met-if-not-above" and row.get("target") == 0
        return None if sign == "=" else "lower" if nothing_wanted else "higher"


class TestThreshold(NumericSuite):
    indicator_type = Threshold


class TestCount(NumericSuite):
    indicator_type = Count


class TestRate(NumericSuite):
    indicator_type = Rate


class TestSatisfaction(NumericSuite):
    indicator_type = Satisfaction


class TestCost(NumericSuite):
    indicator_type = Cost


class TestExecution(Suite):
    indicator_type = Execution
    may_be_negative = True  # a budget below 0, which only a slip of the form can say
    scales = ("executed", "budget")
    moved = "executed"

    def good_way(self, options, row):
        return "higher" if (row.get("budget") or 0) > 0 else None


class TestYesNo(Suite):
    indicator_type = YesNo


class TestDeadline(Suite):
    indicator_type = Deadline


class TestGrade(Suite):
    indicator_type = Grade


class TestNumber(Suite):
    indicator_type = Number
