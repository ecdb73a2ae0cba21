"""The types that set a number against a target: one set of formulas, told apart by what each of them checks.

Where more is better, attainment is actual ÷ target. A ceiling is kept or broken, and a saving is no over-completion. What
a broken ceiling, an equality, a missing sign or a target of zero means is an option, never a constant of this module.
"""

from fractions import Fraction
from typing import ClassVar, Literal

from perfeval_rules import Check, Example, IndicatorType, Text, Words

TO_REACH = "operator in ('>=', '>') or operator == '' and unsigned == 'at-least'"
TO_KEEP = "operator in ('<=', '<') or operator == '' and unsigned == 'at-most'"
NOTHING_WANTED = "target == 0 and zero_target == 'met-if-not-above'"
REACHED = f"(1 if actual <= 0 else 0) if {NOTHING_WANTED} else ratio if target > 0 else stop('no-positive-target')"
"""Actual ÷ target; a target that is not positive gives none, unless an option takes zero for a ceiling."""
KEPT = (
    "1 if met else 0 if target <= 0 or reverse == 'strict' "
    "else max(2 - ratio, 0) if reverse == 'linear' else target / actual"
)
"""A ceiling kept is exactly on target; a broken one loses by the option."""
EQUALLED = (
    "(1 if actual == 0 else 0) if target == 0 else 1 if equality != 'at-least' and met "
    f"else 0 if equality == 'strict' else ({REACHED})"
)


class Numeric(IndicatorType):
    """A number against a target, by the sign printed at the target."""

    unsigned: Literal["at-least", "at-most"] = "at-least"
    reverse: Literal["linear", "reciprocal", "strict"] = "linear"
    equality: Literal["at-least", "strict", "tolerance"] = "at-least"
    tolerance: Fraction = Fraction(0)
    zero_target: Literal["absent", "met-if-not-above"] = "absent"

    met: ClassVar[str | None] = (
        "ifs("
        f"({TO_REACH}) and {NOTHING_WANTED}, actual <= 0, "
        "operator == '>', actual > target, operator == '<', actual < target, "
        f"{TO_REACH}, actual >= target, {TO_KEEP}, actual <= target, "
        "target == 0 or equality == 'strict', actual == target, "
        "equality == 'tolerance', abs(actual - target) <= tolerance, actual >= target)"
    )
    attainment: ClassVar[str | None] = f"ifs({TO_REACH}, {REACHED}, {TO_KEEP}, {KEPT}, {EQUALLED})"
    messages: ClassVar = {
        "no-positive-target": Text(
            "目标值不是正数，算不出完成率。", "The target is not a positive number, so there is no ratio to it."
        )
    }


def example(operator: str, target: str, actual: str, attainment: str | None, met: bool, **options: object) -> Example:
    """An example of a numeric type."""
    return Example({"operator": operator, "target": target, "actual": actual}, attainment, met, options=options)


EXAMPLES = (
    example(">=", "100", "85", "17/20", False),
    example(">=", "100", "130", "13/10", True),
    example("", "100", "100", "1", True),
    example("<=", "10", "9", "1", True),
    example("<=", "10", "12.5", "3/4", False),
    example("<=", "10", "12.5", "4/5", False, reverse="reciprocal"),
    example("<=", "10", "12.5", "0", False, reverse="strict"),
    example("<=", "10", "25", "0", False),
    example("<=", "0", "1", "0", False),
    example("<=", "0", "0", "1", True),
    example("", "10", "9", "1", True, unsigned="at-most"),
    example("=", "100", "102", "51/50", True),
    example("=", "100", "102", "0", False, equality="strict"),
    example("=", "100", "102", "1", True, equality="tolerance", tolerance=Fraction(2)),
    example("=", "0", "1", "0", False),
    example("=", "0", "0", "1", True),
    example(">=", "0", "1", None, True),
    example(">=", "0", "1", "0", False, zero_target="met-if-not-above"),
    example("", "0", "0", "1", True, zero_target="met-if-not-above"),
)


class Threshold(Numeric):
    """A number that must reach, or must not exceed, its target."""

    name: ClassVar[str] = "threshold"
    title: ClassVar[Text] = Text("数值指标", "threshold")
    examples: ClassVar = EXAMPLES


class Count(Numeric):
    """A count of people, things or events against its target."""

    name: ClassVar[str] = "count"
    title: ClassVar[Text] = Text("数量指标", "count")
    words: ClassVar = {"multiples": Words(("万", "亿", "千", "百"))}
    checks: ClassVar = (Check("fraction", "floor(actual) != actual and not mentions(unit, 'multiples')", "warning"),)
    messages: ClassVar = Numeric.messages | {
        "fraction": Text(
            "{name}按个数计，实际完成值 {actual:4} 却不是整数，请核对单位或数值。",
            "{name} is a count, but its actual value {actual:4} is no whole number: check the unit or the figure.",
        )
    }
    examples: ClassVar = EXAMPLES


SHARE_AGAINST_PERCENT = Check("share-against-percent", "target >= 10 and 0 < actual <= 1", "warning")
SHARE_MESSAGE = Text(
    "{name}的目标值 {target} 以百分数计，实际完成值 {actual:4} 像是小数，90% 应填 90%，不填 0.9。",
    "The target {target} of {name} is in per cent, its actual value {actual:4} looks like a share: write 90%, not 0.9.",
)


class Rate(Numeric):
    """A rate in per cent against its target."""

    name: ClassVar[str] = "rate"
    title: ClassVar[Text] = Text("比率指标", "rate")
    checks: ClassVar = (SHARE_AGAINST_PERCENT, Check("above-hundred", "target == 100 and actual > 100", "info"))
    messages: ClassVar = Numeric.messages | {
        "share-against-percent": SHARE_MESSAGE,
        "above-hundred": Text(
            "{name}的目标值为 100%，实际完成值 {actual}% 超过了它，请核对口径。",
            "{name} has a target of 100 %, its actual value {actual} % is above it: check how it was counted.",
        ),
    }
    examples: ClassVar = EXAMPLES


class Cost(Numeric):
    """A cost against its ceiling; without a sign the target is one."""

    unsigned: Literal["at-least", "at-most"] = "at-most"

    name: ClassVar[str] = "cost"
    title: ClassVar[Text] = Text("成本指标", "cost")
    better: ClassVar = "lower"
    checks: ClassVar = (Check("floor-for-ceiling", "operator in ('>=', '>')", "warning"),)
    messages: ClassVar = Numeric.messages | {
        "floor-for-ceiling": Text(
            "{name}是成本指标，目标值却写成“不低于”，通常应为“不超过”，请核对符号。",
            "{name} is a cost, but its target is written as a floor; costs usually have a ceiling: check the sign.",
        )
    }
    examples: ClassVar = (
        example("", "160", "150", "1", True),
        example("", "160", "200", "3/4", False),
        example("<=", "160", "386", "0", False),
        example(">=", "100", "85", "17/20", False),
    )
