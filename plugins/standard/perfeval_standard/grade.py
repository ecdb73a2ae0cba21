"""The type for results told in words, which a person must turn into points."""

from fractions import Fraction
from typing import ClassVar

from perfeval_rules import Example, Field, IndicatorType, Reported, Text, Words


class Told(Reported):
    """The result as written."""

    actual_text: str


class Grade(IndicatorType):
    """A result in words: reached, reached in part, not reached; each leaves a range for a person to choose from.

    `full_from` and `part_from` are in per cent: where the ranges of what was reached, and reached in part, begin. Words
    for what was not reached are asked first, as 未达成 also says 达成.
    """

    full_from: Fraction = Field(Fraction(80), ge=0, le=100)
    part_from: Fraction = Field(Fraction(60), ge=0, le=100)

    name = "grade"
    title = Text("定性", "qualitative")
    reported = Told
    ratio = None
    low = (
        "ifs(mentions(actual_text, 'grade-low'), 0, mentions(actual_text, 'grade-part'), part_from / 100, "
        "mentions(actual_text, 'grade-full'), full_from / 100, 0)"
    )
    high = (
        "ifs(mentions(actual_text, 'grade-low'), part_from / 100, mentions(actual_text, 'grade-part'), full_from / 100, "
        "1)"
    )
    words: ClassVar = {
        "grade-low": Words((
            "未达成", "未完成", "未达到", "未实现", "未达标", "不达标", "没有达成", "没有完成", "没有达到", "未开展", "较差",
        )),
        "grade-part": Words((
            "部分达成", "部分完成", "部分达到", "部分实现", "基本达成", "基本完成", "基本达到", "基本实现",
        )),
        "grade-full": Words(("达成", "完成", "达到", "实现", "达标")),
    }  # fmt: skip
    examples = (
        Example({}, {"actual_text": "达成预期指标"}, low="0.8", high="1"),
        Example({}, {"actual_text": "部分达成预期指标并具有一定效果"}, low="0.6", high="0.8"),
        Example({}, {"actual_text": "未达成预期指标且效果较差"}, low="0", high="0.6"),
        Example({}, {"actual_text": "显著提升"}, low="0", high="1"),
        Example({"part_from": "50"}, {"actual_text": "基本完成"}, low="0.5", high="0.8"),
    )
