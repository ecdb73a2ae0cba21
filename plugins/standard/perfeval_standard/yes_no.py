"""The type for questions that are answered by yes or no."""

from typing import ClassVar

from perfeval_rules import Check, Example, IndicatorType, Reported, Text, Words


class Answer(Reported):
    """The answer as written."""

    actual_text: str


class YesNo(IndicatorType):
    """An answer that is to be the target's; where the target names none, yes."""

    name = "yes_no"
    title = Text("是否", "yes or no")
    reported = Answer
    ratio = None
    met = "mentions(actual_text, 'no') if mentions(target_text, 'no') else mentions(actual_text, 'yes')"
    attainment = "1 if met else 0"
    words: ClassVar = {
        "yes": Words(("是", "有", "已", "已完成", "完成", "√", "✓", "Y", "y", "Yes", "yes", "YES"), whole=True),
        "no": Words(("否", "无", "未", "没有", "未完成", "×", "✗", "N", "n", "No", "no", "NO"), whole=True),
    }
    checks = (
        Check(
            "unclear",
            "given(actual_text) and not mentions(actual_text, 'yes') and not mentions(actual_text, 'no')",
            stops=True,
        ),
        Check(
            "target-unclear",
            "given(target_text) and not mentions(target_text, 'yes') and not mentions(target_text, 'no')",
            "info",
        ),
    )
    messages: ClassVar = {
        "unclear": Text(
            "“{name}”应填“是”或“否”，填报的是“{actual_text}”，无法评分。",
            "“{name}” asks for 是 (yes) or 否 (no); “{actual_text}” is neither and cannot be scored.",
        ),
        "target-unclear": Text(
            "“{name}”的目标值“{target_text}”不是“是”或“否”，按目标为“是”评分。",
            "The target “{target_text}” of “{name}” is neither 是 (yes) nor 否 (no); it is taken for 是.",
        ),
    }
    examples = (
        Example({}, {"target_text": "是", "actual_text": "是"}, "1", True),
        Example({}, {"target_text": "是", "actual_text": "否"}, "0", False),
        Example({}, {"target_text": "否", "actual_text": "无"}, "1", True),
        Example({}, {"target_text": "否", "actual_text": "是"}, "0", False),
        Example({}, {"actual_text": "有"}, "1", True),
        Example({}, {"actual_text": "正在办理"}, "0", False, finds=("unclear",)),
        Example({}, {"target_text": "制度健全", "actual_text": "是"}, "1", True, finds=("target-unclear",)),
    )
