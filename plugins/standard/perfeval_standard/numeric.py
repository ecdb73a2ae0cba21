"""What all types have in common that hold a number against a target: one set of formulas, with the options it reads.

The sign printed at the target says the direction; `unsigned` says it where none is printed. Points are no matter of
these formulas: what a score makes of an attainment stands in the ruleset.
"""

from fractions import Fraction
from typing import ClassVar, Literal

from perfeval_rules import Example, Field, IndicatorType, Reported, Text

FLOOR = "operator in ('>=', '>') or operator == '' and unsigned == 'at-least'"
CEILING = "operator in ('<=', '<') or operator == '' and unsigned == 'at-most'"
NOTHING_WANTED = "target == 0 and zero_target == 'met-if-not-above'"
"""A floor of 0 that the ruleset reads as: none of it is to happen."""

REACHED = "ifs(target > 0, ratio, stop('no-ratio'))"
KEPT = "ifs(met, 1, reverse == 'strict' or target <= 0, 0, reverse == 'linear', max(2 - ratio, 0), target / actual)"
"""A ceiling: kept, it is exactly on target, for a saving is no over-completion; else it loses as `reverse` says."""
EQUALLED = f"ifs(target == 0 or equality == 'strict', 1 if met else 0, equality == 'tolerance' and met, 1, {REACHED})"
MET = (
    f"ifs(({FLOOR}) and {NOTHING_WANTED}, actual <= 0, operator == '>', actual > target, {FLOOR}, actual >= target, "
    f"operator == '<', actual < target, {CEILING}, actual <= target, "
    "target == 0 or equality == 'strict', actual == target, "
    "equality == 'tolerance', abs(actual - target) <= tolerance, actual >= target)"
)
ATTAINMENT = f"ifs(({FLOOR}) and {NOTHING_WANTED}, 1 if met else 0, {FLOOR}, {REACHED}, {CEILING}, {KEPT}, {EQUALLED})"


class Compared(Reported):
    """A target and the actual value in its unit, with the sign printed at the target."""

    target: Fraction | None = None
    actual: Fraction | None = None
    operator: str = ""
    unit: str = ""


class Numeric(IndicatorType):
    """A number held against a target."""

    unsigned: Literal["at-least", "at-most"] = "at-least"
    zero_target: Literal["absent", "met-if-not-above"] = "absent"
    reverse: Literal["linear", "reciprocal", "strict"] = "linear"
    equality: Literal["at-least", "strict", "tolerance"] = "at-least"
    tolerance: Fraction = Field(Fraction(0), ge=0)

    reported = Compared
    met = MET
    attainment = ATTAINMENT
    messages: ClassVar = {
        "no-ratio": Text(
            "目标值为零或负数，算不出完成率。表示不应发生的，目标值请写 =0 或 ≤0。",
            "The target is not above zero, so there is no ratio to it. Where it means that nothing should happen, write =0 or ≤0.",
        ),
    }


def row(target: str, actual: str, attainment: str | None, met: bool, *finds: str, **options: str | bool) -> Example:
    """A row as people write it: its sign before the target, a per-cent sign behind it or not."""
    number = target.lstrip(">=<")
    reported = {"operator": target.removesuffix(number), "target": number, "actual": actual}
    texts = {"target_text": target, "actual_text": actual}
    return Example(options, {**texts, **reported}, attainment, met, finds=finds)


class Threshold(Numeric):
    """A number that is to reach its target, or to stay within it, as the sign says."""

    name = "threshold"
    title = Text("数值", "number against a target")
    examples = (
        row(">=300", "120", "0.4", False),
        row(">=4", "4", "1", True),
        row(">4", "4", "1", False),
        row("12", "96", "8", True),
        row(">=0", "3", None, True),
        row(">=0", "3", "0", False, zero_target="met-if-not-above"),
        row(">=0", "0", "1", True, zero_target="met-if-not-above"),
        row(">=-5", "-2", None, True),
        row("<=10", "9", "1", True),
        row("<10", "10", "1", False),
        row("<=10", "12.5", "0.75", False),
        row("<=10", "12.5", "0.8", False, reverse="reciprocal"),
        row("<=10", "12.5", "0", False, reverse="strict"),
        row("<=10", "25", "0", False),
        row("<=0", "1", "0", False),
        row("<=0", "0", "1", True),
        row("10", "12.5", "0.75", False, unsigned="at-most"),
        row("=100", "98", "0.98", False),
        row("=100", "102", "1.02", True),
        row("=100", "102", "0", False, equality="strict"),
        row("=100", "100", "1", True, equality="strict"),
        row("=100", "102", "1", True, equality="tolerance", tolerance="2"),
        row("=100", "97", "0.97", False, equality="tolerance", tolerance="2"),
        row("=0", "0", "1", True),
        row("=0", "1", "0", False),
    )
