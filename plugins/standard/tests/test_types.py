"""What must hold of every indicator type holds of the standard ones."""

from perfeval_rules.testing import IndicatorTypeSuite
from perfeval_standard import Deadline, Grade, Number, YesNo, suites


class Few:
    tries = 15


class TestThreshold(Few, suites.ThresholdSuite):
    pass


class TestCount(Few, suites.CountSuite):
    pass


class TestRate(Few, suites.RateSuite):
    pass


class TestSatisfaction(Few, suites.SatisfactionSuite):
    pass


class TestCost(Few, suites.CostSuite):
    pass


class TestExecution(Few, suites.ExecutionSuite):
    pass


class TestYesNo(Few, IndicatorTypeSuite):
    indicator_type = YesNo


class TestDeadline(Few, IndicatorTypeSuite):
    indicator_type = Deadline


class TestGrade(Few, IndicatorTypeSuite):
    indicator_type = Grade


class TestNumber(Few, IndicatorTypeSuite):
    indicator_type = Number
