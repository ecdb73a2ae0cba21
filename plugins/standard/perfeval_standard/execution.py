"""The type for how much of a budget was spent."""

from fractions import Fraction
from typing import ClassVar

from perfeval_rules import Check, Example, IndicatorType, Reported, Text


class Spending(Reported):
    """What was spent and what was budgeted; or, where a row gives no more, their rate in per cent."""

    executed: Fraction | None = None
    budget: Fraction | None = None
    rate: Fraction | None = None


class Execution(IndicatorType):
    """The share of a budget that was spent."""

    name = "execution"
    title = Text("预算执行率", "budget execution")
    reported = Spending
    ratio = "rate / 100 if given(rate) and not given(executed) and not given(budget) else executed / budget"
    attainment = "ratio"
    met = "ratio >= 1"
    checks = (Check("no-budget", "budget == 0", stops=True),)
    messages: ClassVar = {
        "no-budget": Text(
            "“{name}”的预算数为 0，算不出执行率，请核对资金各栏。",
            "The budget of “{name}” is 0, so no rate of execution can be worked out: check the amounts.",
        ),
    }
    examples = (
        Example({}, {"executed": "1048285.45", "budget": "1049377"}, "20965709/20987540", False),
        Example({}, {"executed": "338.31", "budget": "329.77"}, "33831/32977", True),
        Example({}, {"executed": "30", "budget": "30"}, "1", True),
        Example({}, {"rate": "90"}, "0.9", False),
        Example({}, {"executed": "30"}),
        Example({}, {"executed": "0", "budget": "0"}, finds=("no-budget",)),
    )
    from_funds = True
