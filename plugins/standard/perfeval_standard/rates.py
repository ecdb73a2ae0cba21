"""The types for values in per cent: rates of any kind, and the satisfaction of those served."""

from typing import ClassVar

from perfeval_rules import Check, Text, Words
from perfeval_standard.numeric import Compared, Numeric, row

PERCENT_SIGNS = {"percent-signs": Words(("%", "％", "‰", "百分"))}
MIXED_SCALES = Check(
    "mixed-scales",
    "0 < actual <= 1 and target >= 10 and not mentions(actual_text, 'percent-signs') "
    "or 0 < target <= 1 and actual >= 10 and not mentions(target_text, 'percent-signs')",
)
"""One side in per cent, the other as a share: 0.9 against 90."""
MIXED = {
    "mixed-scales": Text(
        "“{name}”的目标值 {target:4} 与实际完成值 {actual:4} 像是一个按百分数、一个按小数填写，请统一写成百分数，例如 90%。",
        "One of the target {target:4} and the actual value {actual:4} of “{name}” looks like per cent, "
        "the other like a share: write both in per cent, as in 90%.",
    )
}


class Rate(Numeric):
    """A rate in per cent held against a target."""

    name = "rate"
    title = Text("比率", "rate")
    words = PERCENT_SIGNS
    checks = (MIXED_SCALES, Check("above-hundred", "target == 100 and actual > 100", "info"))
    messages: ClassVar = {
        **Numeric.messages,
        **MIXED,
        "above-hundred": Text(
            "“{name}”的目标是全部（100%），实际完成值 {actual} 超过了 100%，请核对统计口径。",
            "The target of “{name}” is all of it, 100%; the actual value {actual} is above that: check how it was counted.",
        ),
    }
    examples = (
        row(">=98", "100", "50/49", True),
        row("100", "97.3", "0.973", False),
        row(">=90", "0.9", "0.01", False, "mixed-scales"),
        row("0.9", "90", "100", True, "mixed-scales"),
        row("100", "120", "1.2", True, "above-hundred"),
        row("<=0.4", "0.1", "1", True),
        row(">=0", "0.1", None, True),
    )


class Opinion(Compared):
    """A rate of satisfaction, and the survey it was taken from."""

    survey: str = ""


class Satisfaction(Numeric):
    """A rate of satisfaction, which no survey can find above 100 per cent, held against a target."""

    survey_required: bool = False

    name = "satisfaction"
    title = Text("满意度", "satisfaction")
    reported = Opinion
    words = PERCENT_SIGNS
    checks = (
        MIXED_SCALES,
        Check("above-hundred", "actual > 100 and unit in ('', '%')"),
        Check("no-survey", "survey_required and not given(survey)"),
    )
    messages: ClassVar = {
        **Numeric.messages,
        **MIXED,
        "above-hundred": Text(
            "“{name}”不会超过 100%，填报的是 {actual}，请核对。",
            "“{name}” cannot be above 100%, but {actual} is reported: check the figure.",
        ),
        "no-survey": Text(
            "“{name}”没有填写调查情况，请写明调查对象、方式和份数。",
            "No survey is reported for “{name}”: say who was asked, in what way, and how many answered.",
        ),
    }
    examples = (
        row(">=90", "95", "19/18", True),
        row(">=90", "90", "1", True),
        row(">=90", "86", "43/45", False),
        row(">=90", "0.95", "19/1800", False, "mixed-scales"),
        row(">=90", "101", "101/90", True, "above-hundred"),
        row(">=90", "95", "19/18", True, "no-survey", survey_required=True),
        row(">=0", "95", None, True),
    )
