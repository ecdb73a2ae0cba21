"""What must hold of every type and function holds of these: more satisfied are better, whatever the sign of the target."""

import perfeval_survey
from perfeval_rules.testing import FunctionSuite, IndicatorTypeSuite
from perfeval_survey import Survey


class TestSurvey(IndicatorTypeSuite):
    indicator_type = Survey
    moved = "satisfied"
    scales = ("satisfied", "answered", "asked", "minimum_answers")

    def good_way(self, options, row):
        return "higher" if (row.get("answered") or 0) > 0 else None


class TestFunctions(FunctionSuite):
    plugin = perfeval_survey
