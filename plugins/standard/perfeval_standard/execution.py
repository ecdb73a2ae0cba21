"""Budget execution: what was spent of what was budgeted."""

from fractions import Fraction
from typing import ClassVar

from perfeval_rules import Check, Example, IndicatorType, Reported, Text


class Spending(Reported):
    """What was spent and budgeted, or only the rate, in per cent."""

    executed: Fraction | None = None
    budget: Fraction | None = None
    rate: Fraction | None = None


class Execution(IndicatorType):
    """Spending as a share of the budget; the fund block of the form fills its line."""

    name: ClassVar[str] = "execution"
    title: ClassVar[Text] = Text("预算执行率", "budget execution")
    reported: ClassVar = Spending
    ratio: ClassVar[str | None] = "executed / budget if given(executed) and given(budget) else rate / 100"
    met: ClassVar[str | None] = "executed >= budget if given(executed) and given(budget) else rate >= 100"
    attainment: ClassVar[str | None] = "ratio"
    checks: ClassVar = (Check("no-budget", "budget == 0", "warning", stops=True),)
    messages: ClassVar = {
        "no-budget": Text(
            "{name}：预算数为 0，算不出执行率。请核对资金栏。",
            "{name}: the budget is 0, so there is no rate of execution. Check the fund block.",
        )
    }
    examples: ClassVar = (
        Example({"executed": "1048285.45", "budget": "1049377"}, "104828545/104937700", False),
        Example({"executed": "30", "budget": "30"}, "1", True),
        Example({"rate": "99.9"}, "999/1000", False),
        Example({"executed": "0", "budget": "0"}),
        Example({}),
    )
    from_funds: ClassVar = True
