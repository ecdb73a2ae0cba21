"""Types that are judged by words: yes or no, and grades of achievement that leave a range to a person."""

from fractions import Fraction
from typing import ClassVar

from perfeval_rules import Check, Example, IndicatorType, Reported, Text, Words


class Answer(Reported):
    """The actual cell as written."""

    actual_text: str


class YesNo(IndicatorType):
    """An answer, yes or no, that must be the one the target names; without one, yes."""

    name: ClassVar[str] = "yes_no"
    title: ClassVar[Text] = Text("是否指标", "yes or no")
    reported: ClassVar = Answer
    ratio: ClassVar[str | None] = None
    met: ClassVar[str | None] = (
        "mentions(actual_text, 'no') if mentions(target_text, 'no') else mentions(actual_text, 'yes')"
    )
    attainment: ClassVar[str | None] = "1 if met else 0"
    words: ClassVar = {
        "yes": Words(("是", "有", "已", "已完成", "完成", "√", "Y", "y", "yes", "Yes", "YES"), whole=True),
        "no": Words(("否", "无", "没有", "未", "未完成", "×", "N", "n", "no", "No", "NO"), whole=True),
    }
    checks: ClassVar = (
        Check(
            "no-answer",
            "given(actual_text) and not mentions(actual_text, 'yes') and not mentions(actual_text, 'no')",
            "warning",
            stops=True,
        ),
    )
    messages: ClassVar = {
        "no-answer": Text(
            "{name}应填“是”或“否”，填报为“{actual_text}”，无法计分。",
            "{name} takes 是 (yes) or 否 (no); “{actual_text}” is neither, so it cannot be scored.",
        )
    }
    examples: ClassVar = (
        Example({"target_text": "是", "actual_text": "是"}, "1", True),
        Example({"target_text": "是", "actual_text": "否"}, "0", False),
        Example({"target_text": "否", "actual_text": "否"}, "1", True),
        Example({"target_text": "", "actual_text": "是"}, "1", True),
    )


class Achievement(IndicatorType):
    """A qualitative result: full, partial or low achievement gives a range, and a person settles the score in it."""

    full_from: Fraction = Fraction(80)
    part_from: Fraction = Fraction(60)

    name: ClassVar[str] = "grade"
    title: ClassVar[Text] = Text("定性指标", "qualitative")
    reported: ClassVar = Answer
    ratio: ClassVar[str | None] = None
    low: ClassVar[str | None] = (
        "ifs(mentions(actual_text, 'grade-low'), 0, mentions(actual_text, 'grade-part'), part_from / 100, "
        "mentions(actual_text, 'grade-full'), full_from / 100, 0)"
    )
    high: ClassVar[str | None] = (
        "ifs(mentions(actual_text, 'grade-low'), part_from / 100, mentions(actual_text, 'grade-part'), full_from / 100, 1)"
    )
    words: ClassVar = {
        "grade-low": Words(("未达成", "未完成", "未实现", "没有达成", "没有完成", "效果较差")),
        "grade-part": Words(("部分达成", "部分完成", "部分实现", "基本达成", "基本完成")),
        "grade-full": Words(("达成", "完成", "实现预期")),
    }
    examples: ClassVar = (
        Example({"actual_text": "部分达成预期目标"}, low="3/5", high="4/5"),
        Example({"actual_text": "达成预期目标"}, low="4/5", high="1"),
        Example({"actual_text": "未达成"}, low="0", high="3/5"),
        Example({"actual_text": "明显"}, low="0", high="1"),
        Example({"actual_text": "部分达成"}, low="1/2", high="4/5", options={"part_from": Fraction(50)}),
    )
