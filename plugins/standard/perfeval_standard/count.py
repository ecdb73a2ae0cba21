"""The type for counts of people, things and events."""

from typing import ClassVar

from perfeval_rules import Check, Text, Words
from perfeval_standard.numeric import Numeric, row


class Count(Numeric):
    """A count held against a target."""

    name = "count"
    title = Text("数量", "count")
    words: ClassVar = {"multiples": Words(("百", "千", "万", "亿"))}
    checks = (Check("fraction", "actual != floor(actual) and not mentions(unit, 'multiples')"),)
    messages: ClassVar = {
        **Numeric.messages,
        "fraction": Text(
            "“{name}”按个数计，实际完成值 {actual:4} 不是整数，请核对数值和计量单位。",
            "“{name}” is counted, but its actual value {actual:4} is no whole number: check the figure and its unit.",
        ),
    }
    examples = (
        row(">=24", "5", "5/24", False),
        row("221", "221", "1", True),
        row(">=300", "120.5", "241/600", False, "fraction"),
        row("<=4", "5", "0.75", False),
        row(">=0", "3", None, True),
    )
