"""A plain number, which the score of its line uses as it is."""

from typing import ClassVar

from perfeval_rules import Example, IndicatorType, Text


class Number(IndicatorType):
    """A number without a measure of its own: the ruleset's `score` says what it is worth."""

    name: ClassVar[str] = "number"
    title: ClassVar[Text] = Text("计数取值", "number")
    examples: ClassVar = (Example({"actual": "3"}),)
