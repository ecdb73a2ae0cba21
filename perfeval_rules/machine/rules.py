"""Which rule takes a row: the conditions of the rules asked in order, of texts at once, of numbers by a small function."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.language import Formula
from perfeval_rules.machine.function import Input, Maker
from perfeval_rules.machine.lines import LineTrace
from perfeval_rules.machine.questions import Question, Tree
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.scopes import Bare
from perfeval_rules.readings.working import work_out


@dataclass(frozen=True, slots=True)
class Test:
    """A condition that only the numbers of a row decide."""

    source: str
    inputs: tuple[Input, ...]
    run: Callable[..., Any] = field(compare=False)


def rule_tree(plan: Plan) -> Tree[str]:
    """The path of the rule that takes a row, `""` where none does."""
    return Tree(lambda ask: RuleTrace(plan, ask).chosen())


class RuleTrace(LineTrace):
    """A row before it has a type."""

    def __init__(self, plan: Plan, ask: Callable[[Question], Hashable]) -> None:
        super().__init__(plan, "", ask)
        self.entries = {}

    def chosen(self) -> str:
        """The first rule that holds; one without a condition always does."""
        return next((path for path, when in self.plan.rules if when is None or self._holds(when)), "")

    def _holds(self, when: Formula) -> bool:
        value = work_out(when, self.machine, Bare(self, self))
        if isinstance(value, NoValue):
            return False
        steps = self.machine.steps
        held = steps.both(steps.compare("==", value.fault, steps.zero), self.machine.step(value))
        if held.fixed:
            return held.known is True
        maker = Maker(self.machine, self.asked.inputs)
        maker.place(held)
        made = maker.made("condition")
        return self.asked.ask(Question("test", "row", Test(made.source, made.inputs, made.run))) is True
