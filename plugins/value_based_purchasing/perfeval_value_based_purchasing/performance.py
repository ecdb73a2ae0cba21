"""The type for a performance that is held against two standards, and against what was reached before."""

from fractions import Fraction
from typing import ClassVar, Literal

from perfeval_rules import Check, Example, IndicatorType, Reported, Text


def reaches(value: str, standard: str) -> str:
    """A formula that says whether a value is as good as a standard."""
    return f"({value} >= {standard} if direction == 'higher' else {value} <= {standard})"


FULL = reaches("actual", "benchmark")
# The published formulas end in + 0.5 and - 0.5 and are then rounded to whole points, a half upward. That is said here with
# `floor`, since `round` would follow the rounding of whatever ruleset uses the type.
ACHIEVED = "floor(9 * (actual - threshold) / (benchmark - threshold) + 0.5 + 0.5)"
"""Below 1 exactly where the threshold is not reached, so that it then comes to nothing."""
IMPROVED = "floor(10 * (actual - baseline) / (benchmark - baseline) - 0.5 + 0.5)"
"""Below 0 where it was done worse than before; only of use where the baseline is short of the benchmark."""
IMPROVABLE = f"given(baseline) and not {reaches('baseline', 'benchmark')}"
ATTAINMENT = f"ifs(met, 1, {IMPROVABLE}, clamp(max({ACHIEVED}, {IMPROVED}), 0, 9) / 10, clamp({ACHIEVED}, 0, 9) / 10)"


class Performance(Reported):
    """How well it was done, the two standards of all, and how well it was done before."""

    actual: Fraction
    threshold: Fraction
    benchmark: Fraction
    baseline: Fraction | None = None

    titles: ClassVar = {
        "threshold": Text("门槛", "achievement threshold"),
        "benchmark": Text("标杆", "benchmark"),
        "baseline": Text("基期值", "baseline"),
    }


class ValueBasedPurchasing(IndicatorType):
    """Ten points at the benchmark; below it the more of those for achievement and those for improvement, in tenths."""

    direction: Literal["higher", "lower"] = "higher"

    name = "value_based_purchasing"
    title = Text("成绩与进步", "achievement and improvement")
    reported = Performance
    ratio = None
    met = FULL
    attainment = ATTAINMENT
    checks = (
        Check("standards-crossed", reaches("threshold", "benchmark"), stops=True),
        Check(
            "mixed-scales",
            "0 < benchmark <= 1 and actual >= 10 or benchmark >= 10 and 0 < actual <= 1",
        ),
        Check("no-baseline", f"not given(baseline) and not {FULL}", "info"),
    )
    messages: ClassVar = {
        "standards-crossed": Text(
            "“{name}”的标杆 {benchmark:4} 没有优于门槛 {threshold:4}，算不出得分，请核对这两个标准和 direction。",
            "The benchmark {benchmark:4} of “{name}” is no better than its threshold {threshold:4}, so no points can be "
            "worked out: check the two standards and `direction`.",
        ),
        "mixed-scales": Text(
            "“{name}”的标杆 {benchmark:4} 与实际值 {actual:4} 像是一个按百分数、一个按小数填写，请统一。",
            "One of the benchmark {benchmark:4} and the actual value {actual:4} of “{name}” looks like per cent, "
            "the other like a share: write both alike.",
        ),
        "no-baseline": Text(
            "“{name}”没有填报基期值，只计成绩分，不计进步分。",
            "No baseline is reported for “{name}”: it has points for achievement, and none for improvement.",
        ),
    }
    examples = (
        Example({}, {"actual": "0.70", "threshold": "0.47", "benchmark": "0.87", "baseline": "0.21"}, "0.7", False),
        Example({}, {"actual": "0.70", "threshold": "0.47", "benchmark": "0.87"}, "0.6", False, finds=("no-baseline",)),
        Example({}, {"actual": "0.91", "threshold": "0.47", "benchmark": "0.87", "baseline": "0.21"}, "1", True),
        Example({}, {"actual": "0.87", "threshold": "0.47", "benchmark": "0.87"}, "1", True),
        Example({}, {"actual": "0.47", "threshold": "0.47", "benchmark": "0.87", "baseline": "0.5"}, "0.1", False),
        Example({}, {"actual": "0.46", "threshold": "0.47", "benchmark": "0.87", "baseline": "0.46"}, "0", False),
        Example(
            {"direction": "lower"},
            {"actual": "0.90", "threshold": "0.98", "benchmark": "0.82", "baseline": "1.02"}, "0.6", False,
        ),
        Example(
            {"direction": "lower"},
            {"actual": "0.4", "threshold": "0.8", "benchmark": "0", "baseline": "0.4"}, "0.5", False,
        ),
        Example(
            {}, {"actual": "0.5", "threshold": "0.87", "benchmark": "0.47"}, "1", True, finds=("standards-crossed",)
        ),
        Example(
            {}, {"actual": "70", "threshold": "0.47", "benchmark": "0.87", "baseline": "0.21"}, "1", True,
            finds=("mixed-scales",),
        ),
    )  # fmt: skip
