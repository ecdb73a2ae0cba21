"""A sound type whose attainment is a formula, and its tests as an author writes them."""

from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from perfeval_rules import Check, Example, IndicatorType, Reported, Text, Words
from perfeval_rules.testing import IndicatorTypeSuite


class Answers(Reported):
    """How many were asked, how many of them took part, and what share was wanted, in per cent."""

    asked: Fraction | None = None
    actual: Fraction | None = None
    target: Fraction | None = None
    note: str = ""


class Uptake(IndicatorType):
    """The share of those asked who took part, against a target in per cent."""

    least_asked: Annotated[Fraction, Field(ge=1, le=1000)] = Fraction(30)
    beyond: Literal["counted", "capped"] = "counted"

    name = "uptake"
    title = Text("参与率", "uptake")
    reported = Answers
    ratio = None
    attainment = (
        "ifs(target <= 0, stop('no-target'), beyond == 'capped', clamp(100 * actual / asked / target, 0, 1), "
        "max(100 * actual / asked / target, 0))"
    )
    met = "100 * actual >= target * asked"
    words: ClassVar = {"guessed": Words(("约", "估计"))}
    checks = (
        Check("none-asked", "asked <= 0", stops=True),
        Check("few-asked", "asked > 0 and asked < least_asked"),
        Check("guessed", "mentions(note, 'guessed')", "info"),
    )
    messages: ClassVar = {
        "none-asked": Text("“{name}”没有调查对象，无法评分。", "Nobody was asked for “{name}”; it cannot be scored."),
        "few-asked": Text(
            "只问了 {asked} 人，少于 {least_asked} 人。", "Only {asked} were asked, fewer than {least_asked}."
        ),
        "guessed": Text("“{name}”像是估计的数。", "The figures of “{name}” look like a guess."),
        "no-target": Text("目标值须大于 0。", "The target is to be above 0."),
    }
    examples = (
        Example({}, {"asked": "60", "actual": "40", "target": "80"}, "5/6", False),
        Example({}, {"asked": "100", "actual": "80", "target": "80"}, "1", True),
        Example({}, {"asked": "100", "actual": "90", "target": "80"}, "1.125", True),
        Example({"beyond": "capped"}, {"asked": "100", "actual": "90", "target": "80"}, "1", True),
        Example({}, {"asked": "10", "actual": "4", "target": "80"}, "0.5", False, finds=("few-asked",)),
        Example({}, {"asked": "100", "actual": "8", "target": "80", "note": "约数"}, "0.1", False, finds=("guessed",)),
        Example({}, {"asked": "0", "actual": "4", "target": "80"}, None, True, finds=("none-asked",)),
        Example({}, {"asked": "100", "actual": "4", "target": "0"}, None, True),
    )


class TestUptake(IndicatorTypeSuite):
    indicator_type = Uptake
    tries = 20
    scales = ("asked", "actual")

    def good_way(self, options, row):
        return "higher" if (row.get("asked") or 0) > 0 else None
