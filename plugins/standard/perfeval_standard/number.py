"""The type for numbers whose worth the ruleset alone says."""

from perfeval_rules import Example, IndicatorType, Text
from perfeval_standard.numeric import Compared


class Number(IndicatorType):
    """A number without a measure of its own: the `score` of its line uses `actual`."""

    name = "number"
    title = Text("数字", "plain number")
    reported = Compared
    examples = (Example({}, {"actual": "52"}),)
