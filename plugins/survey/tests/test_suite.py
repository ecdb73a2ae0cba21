"""What must hold of every indicator type holds of this one: more satisfied are better, whatever the sign of the target."""

from perfeval_rules.testing import IndicatorTypeSuite
from perfeval_survey import Survey


class TestSurvey(IndicatorTypeSuite):
    indicator_type = Survey
    moved = "satisfied"
    scales = ("satisfied", "answered", "asked", "minimum_answers")

    def good_way(self, options, row):
        return "higher" if (row.get("answered") or 0) > 0 else None
