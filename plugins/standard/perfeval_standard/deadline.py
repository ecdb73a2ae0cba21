"""A deadline: done in time, or late by so many begun days, weeks or months."""

from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal

from perfeval_rules import Check, Example, IndicatorType, Reported, Text, Words


class Dates(Reported):
    """When something was due, and when it was done."""

    due: date | None = None
    done: date | None = None


class Deadline(IndicatorType):
    """Something due by a date; late, it is worth nothing, or less by each begun period (a month counts 30 days)."""

    late: Literal["strict", "daily", "weekly", "monthly"] = "strict"
    late_loss: Fraction = Fraction(0)

    name: ClassVar[str] = "deadline"
    title: ClassVar[Text] = Text("时限指标", "deadline")
    reported: ClassVar = Dates
    ratio: ClassVar[str | None] = None
    met: ClassVar[str | None] = "done <= due"
    attainment: ClassVar[str | None] = (
        "1 if met else 0 if late == 'strict' else max(1 - late_loss * "
        "ceil(days(due, done) / (1 if late == 'daily' else 7 if late == 'weekly' else 30)), 0)"
    )
    words: ClassVar = {
        "state-done": Words(("完成", "达成", "竣工", "完工", "验收", "建成", "建设中", "进行中", "未完成", "正在"))
    }
    checks: ClassVar = (
        Check("state-for-a-date", "not given(done) and mentions(actual_text, 'state-done')", "warning", stops=True),
    )
    messages: ClassVar = {
        "state-for-a-date": Text(
            "{name}应填完成的日期，填报为“{actual_text}”，无法判断是否按期。请补填日期。",
            "{name} asks for the date it was done; “{actual_text}” is none, so lateness cannot be judged. Give the date.",
        )
    }
    examples: ClassVar = (
        Example({"due": "2021-09-30", "done": "2021-07-31"}, "1", True),
        Example({"due": "2021-09-30", "done": "2021-10-01"}, "0", False),
        Example(
            {"due": "2021-09-30", "done": "2021-10-09"},
            "4/5",
            False,
            options={"late": "weekly", "late_loss": Fraction(1, 10)},
        ),
        Example(
            {"due": "2021-09-30", "done": "2021-10-09"},
            "1/10",
            False,
            options={"late": "daily", "late_loss": Fraction(1, 10)},
        ),
        Example(
            {"due": "2021-09-30", "done": "2021-11-09"},
            "4/5",
            False,
            options={"late": "monthly", "late_loss": Fraction(1, 10)},
        ),
        Example({"due": "2021-09-30", "actual_text": "已完成"}),
    )
