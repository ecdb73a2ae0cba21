"""增长率 · growth over the year before: the indicator type `availability` of perfeval_rules.

改这里 · What to change: 1 填报什么 what a row reports, 2 怎样评 how it is measured, 3 何时提示 what is told, 4 例子 examples.
"""

from fractions import Fraction
from typing import ClassVar

from perfeval_rules import Check, Example, IndicatorType, Reported, Text, hookimpl

__version__ = "0.1.0"


class Values(Reported):
    """The value of the year, that of the year before, and the growth aimed at in per cent."""

    # 1 填报什么：`target` 和 `actual` 是表上的两格，其余是另设的栏，titles 是栏名；没有默认值的必填。
    #   `target` and `actual` are cells of every form, others columns that bear their `titles`; without a default, owed.
    base: Fraction
    actual: Fraction | None = None
    target: Fraction | None = None
    titles: ClassVar = {"base": Text("上年数", "value of the year before")}


class AvailabilityIndicator(IndicatorType):
    """Growth over the year before, held against the growth aimed at; `leap` is how many times its base is a likely slip."""

    # 2 怎样评：选项就是规则集里的键；公式看得到填报的值和选项；达成度 1 就是正好达到目标，封顶写在规则集里。
    #   Options are keys in rulesets. Formulas see them and what is reported. 1 is on target; caps belong in rulesets.
    leap: Fraction = Fraction(10)

    name = "availability"
    title = Text("增长率", "growth")
    reported = Values
    ratio = None
    met = "actual >= base * (1 + target / 100)"
    attainment = (
        "ifs(base <= 0, stop('no-base'), target <= 0, stop('no-target'), max(100 * (actual / base - 1) / target, 0))"
    )
    # 3 何时提示：checks 的条件成立就提示；stop('…') 的没有达成度，也就没有得分。两者的话都写在 messages。
    #   A check is told where it holds; where a formula says stop('…') there is no score. Their words are `messages`.
    checks = (Check("leap", "base > 0 and actual > leap * base"),)
    messages: ClassVar = {
        "no-target": Text(
            "“{name}”的目标增长率不大于零，算不出达成度，请核对目标值。",
            "The growth aimed at for “{name}” is not above zero, so there is no attainment: check the target.",
        ),
        "no-base": Text(
            "“{name}”的上年数 {base} 不大于零，算不出增长率，请核对。",
            "The value of “{name}” in the year before, {base}, is not above zero, so there is no growth: check it.",
        ),
        "leap": Text(
            "“{name}”的实际完成值 {actual} 超过上年数 {base} 的 {leap} 倍，请核对计量单位。",
            "The actual value of “{name}”, {actual}, is more than {leap} times that of the year before, {base}: check the unit.",
        ),
    }
    # 4 例子：选项、填报、达成度、是否达到目标；每条核查和每个 stop 至少一个，恰好达到目标的至少一个。
    #   Options, a row, its attainment, whether it is met; one at least for each check and each stop, and one on target.
    examples = (
        Example({}, {"base": "200", "actual": "210", "target": "5"}, "1", True),
        Example({}, {"base": "200", "actual": "208", "target": "5"}, "0.8", False),
        Example({}, {"base": "200", "actual": "190", "target": "5"}, "0", False),
        Example({}, {"base": "200", "actual": "210", "target": "0"}, None, True),
        Example({}, {"base": "0", "actual": "210", "target": "5"}, None, True),
        Example({"leap": "2"}, {"base": "200", "actual": "410", "target": "5"}, "21", True, finds=("leap",)),
    )


@hookimpl
def perfeval_indicator_types() -> list[type[IndicatorType]]:
    """Give the types of this plugin."""
    return [AvailabilityIndicator]
