"""Satisfaction of those served: a rate that cannot exceed 100 per cent and rests on a survey."""

from fractions import Fraction
from typing import ClassVar

from perfeval_rules import Check, Reported, Text
from perfeval_standard.numeric import EXAMPLES, SHARE_AGAINST_PERCENT, SHARE_MESSAGE, Numeric


class Surveyed(Reported):
    """A satisfaction rate against its target, and the survey it was taken from."""

    target: Fraction | None = None
    actual: Fraction | None = None
    operator: str = ""
    unit: str = ""
    survey: str = ""


class Satisfaction(Numeric):
    """A satisfaction rate in per cent against its target."""

    survey_required: bool = False

    name: ClassVar[str] = "satisfaction"
    title: ClassVar[Text] = Text("满意度指标", "satisfaction")
    reported: ClassVar = Surveyed
    checks: ClassVar = (
        SHARE_AGAINST_PERCENT,
        Check("above-hundred", "actual > 100", "warning"),
        Check("no-survey", "survey_required and not given(survey)", "warning"),
    )
    messages: ClassVar = Numeric.messages | {
        "share-against-percent": SHARE_MESSAGE,
        "above-hundred": Text(
            "{name}不可能超过 100%，填报为 {actual}，请核对。",
            "{name} cannot be above 100 %, {actual} is reported: check the figure.",
        ),
        "no-survey": Text(
            "{name}没有填写调查情况，请说明调查对象、份数和方式。",
            "No survey is given for {name}: say who was asked, how many, and how.",
        ),
    }
    examples: ClassVar = EXAMPLES
