"""A sound type whose attainment is worked out in Python, and its tests as an author writes them."""

from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from perfeval_rules import Check, Example, IndicatorType, Reported, Text
from perfeval_rules.testing import IndicatorTypeSuite


class Cells(Reported):
    """A target and what was done of it."""

    actual: Fraction | None = None
    target: Fraction | None = None
    note: str = ""


class Steep(IndicatorType):
    """The share of a target that was reached, the more severe the less it is."""

    power: Annotated[int, Field(ge=1, le=3)] = 2

    name = "steep"
    title = Text("严格完成率", "steep share")
    reported = Cells
    checks = (Check("no-target", "target <= 0", stops=True),)
    messages: ClassVar = {"no-target": Text("“{name}”没有目标。", "“{name}” has no target.")}
    examples = (
        Example({}, {"actual": "2", "target": "3"}, "4/9"),
        Example({"power": "3"}, {"actual": "1", "target": "2"}, "0.125"),
        Example({}, {"actual": "4", "target": "4"}, "1"),
        Example({}, {"actual": "-4", "target": "4"}, "0"),
        Example({}, {"actual": "4", "target": "0"}, finds=("no-target",)),
        Example({}, {"target": "4"}),
    )

    def attain(self, given):
        actual, target = given["actual"], given["target"]
        if actual is None or target is None or target <= 0:
            return None
        share, reached = min(max(actual / target, Fraction(0)), Fraction(1)), Fraction(1)
        for _ in range(self.power):
            reached *= share
        return reached


class TestSteep(IndicatorTypeSuite):
    indicator_type = Steep
    tries = 20
    scales = ("actual", "target")
