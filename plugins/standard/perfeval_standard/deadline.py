"""The type for what is to be done by a date."""

from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal

from perfeval_rules import Check, Example, Field, IndicatorType, Reported, Text, Words


class Dates(Reported):
    """When something was due and when it was done; a period stands for its last day."""

    due: date | None = None
    done: date | None = None


class Deadline(IndicatorType):
    """Something that is to be done by a date; late, it is worth nothing, or loses by each begun period.

    `late_loss` is a share: 0.1 takes a tenth of the attainment, which never falls below 0, for each begun day, week or
    month. A month is 30 days.
    """

    late: Literal["strict", "daily", "weekly", "monthly"] = "strict"
    late_loss: Fraction = Field(Fraction(0), ge=0, le=1)

    name = "deadline"
    title = Text("时限", "deadline")
    reported = Dates
    ratio = None
    met = "done <= due"
    attainment = (
        "ifs(met, 1, late == 'strict', 0, "
        "max(1 - late_loss * ceil(days(due, done) / ifs(late == 'daily', 1, late == 'weekly', 7, 30)), 0))"
    )
    better = "lower"
    words: ClassVar = {
        "state-done": Words(("完成", "达成", "完工", "竣工", "建成", "验收", "办结", "按期", "按时", "如期", "建设中"))
    }
    checks = (Check("state-done", "not given(done) and mentions(actual_text, 'state-done')", stops=True),)
    messages: ClassVar = {
        "state-done": Text(
            "“{name}”应填完成日期，填报的是“{actual_text}”，无法判断是否按期，请补填年月日。",
            "“{name}” asks for the date it was done; “{actual_text}” does not say whether it was in time: give the date.",
        ),
    }
    examples = (
        Example({}, {"due": "2023-12-31", "done": "2023-12-31"}, "1", True),
        Example({}, {"due": "2023-12-31", "done": "2024-01-01"}, "0", False),
        Example({"late": "daily", "late_loss": "0.1"}, {"due": "2023-12-31", "done": "2024-01-03"}, "0.7", False),
        Example({"late": "daily", "late_loss": "0.1"}, {"due": "2023-12-31", "done": "2024-12-31"}, "0", False),
        Example({"late": "weekly", "late_loss": "0.1"}, {"due": "2023-12-31", "done": "2024-01-07"}, "0.9", False),
        Example({"late": "weekly", "late_loss": "0.1"}, {"due": "2023-12-31", "done": "2024-01-08"}, "0.8", False),
        Example({"late": "monthly", "late_loss": "0.2"}, {"due": "2023-12-31", "done": "2024-01-31"}, "0.6", False),
        Example({}, {"due": "2023-12-31", "actual_text": "已完成"}, finds=("state-done",)),
    )
