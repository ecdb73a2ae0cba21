"""The type for what something costs, which is to stay within its target."""

from typing import ClassVar, Literal

from perfeval_rules import Check, Text
from perfeval_standard.numeric import Numeric, row


class Cost(Numeric):
    """A cost held against a ceiling; a target without a sign is one."""

    unsigned: Literal["at-most", "at-least"] = "at-most"

    name = "cost"
    title = Text("成本", "cost")
    better = "lower"
    checks = (Check("floor", "operator in ('>=', '>')"),)
    messages: ClassVar = {
        **Numeric.messages,
        "floor": Text(
            "“{name}”是成本指标，目标值 {target_text} 却写成下限，成本一般写上限（≤），请核对符号。",
            "“{name}” is a cost, but its target {target_text} is a floor; a cost has a ceiling (≤): check the sign.",
        ),
    }
    examples = (
        row("<=160", "386", "0", False),
        row("<=160", "386", "80/193", False, reverse="reciprocal"),
        row("20", "20", "1", True),
        row("20", "25", "0.75", False),
        row(">=100", "85", "0.85", False, "floor"),
        row(">=0", "85", None, True, "floor"),
    )
