"""A sound type that reports an amount of money, and its tests as an author writes them."""

from fractions import Fraction
from typing import ClassVar

from perfeval_rules import Check, Example, IndicatorType, Reported, Text
from perfeval_rules.testing import IndicatorTypeSuite


class Spent(Reported):
    """What was spent on how many, and how much of it a head was to be spent."""

    spent: Fraction
    heads: Fraction
    titles: ClassVar = {"spent": Text("实际花费", "amount spent"), "heads": Text("人数", "heads")}
    in_yuan: ClassVar = ("spent",)


class Spending(IndicatorType):
    """How far what was spent stays within so much a head."""

    most: Fraction = Fraction(1000)

    name = "spending"
    title = Text("人均花费", "spending a head")
    reported = Spent
    ratio = None
    met = "spent <= most * heads"
    attainment = "1 if met else most * heads / spent"
    better = "lower"
    checks = (
        Check("odd", "spent < 0 or heads <= 0 or most < 0", stops=True),
        Check("dear", "spent > 2 * most * heads"),
    )
    messages: ClassVar = {
        "odd": Text("“{name}”的花费或人数不对。", "The amount or the heads of “{name}” are odd."),
        "dear": Text("“{name}”花费 {spent}，超过一倍。", "{spent} was spent on “{name}”, more than twice as much."),
    }
    examples = (
        Example({}, {"spent": "1万元", "heads": "10"}, "1", True),
        Example({}, {"spent": "12,500元", "heads": "10"}, "0.8", False),
        Example({}, {"spent": "30000", "heads": "10"}, "1/3", False, finds=("dear",)),
        Example({}, {"spent": "-1", "heads": "10"}, "1", True, finds=("odd",)),
    )


class TestSpending(IndicatorTypeSuite):
    indicator_type = Spending
    tries = 20
    moved = "spent"
