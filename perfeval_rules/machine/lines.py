"""The functions of a line under one judge: its names worked out from what the row and the form say."""

import ast
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Literal, NamedTuple

from perfeval_rules.formula.algebra import NoValue, Unsayable
from perfeval_rules.formula.evaluator import Names
from perfeval_rules.formula.nodes import formula_of
from perfeval_rules.machine.function import Function, Maker, Output
from perfeval_rules.machine.given import Asked, Missing
from perfeval_rules.machine.questions import Question, Tree
from perfeval_rules.plan.entry import FORM, SHARE, Entry
from perfeval_rules.plan.nodes import Tree as Groups
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.scopes import ChildLine, View
from perfeval_rules.readings.sayable import Value
from perfeval_rules.readings.working import work_out

Gathering = Literal["sum", "count", "truth", "best"]
"""What a line says for an aggregate: what it adds; whether it counts; whether a condition holds, which is not the same
where there is no telling; a number to be compared."""
GATHERED: Mapping[str, Gathering] = {
    "sum": "sum", "count": "count", "any": "truth", "all": "truth", "largest": "best", "smallest": "best",
}  # fmt: skip


class Contribution(NamedTuple):
    """What an aggregate asks each line."""

    gathering: Gathering
    argument: str
    """The argument, in Python's own words for its tree."""

    words: str
    """The same, as its author wrote it."""

    def __str__(self) -> str:
        return self.words

    @staticmethod
    def of(kind: str, argument: ast.expr) -> "Contribution":
        """The contribution that an aggregate asks for."""
        return Contribution(GATHERED[kind], ast.dump(argument), formula_of(argument).part(argument))


class LineWishes(NamedTuple):
    """What is asked of every line at one stage."""

    names: tuple[str, ...]
    """Names of its entries; those that its judge does not have are passed over."""
    contributions: Mapping[Contribution, ast.expr]


def line_tree(plan: Plan, judge: str, wishes: LineWishes) -> Tree[Function]:
    """The functions that work out some wishes for the lines of one judge."""
    return Tree(lambda ask: LineTrace(plan, judge, ask).function(wishes))


class LineTrace:
    """One line, worked out on steps."""

    def __init__(self, plan: Plan, judge: str, ask: Callable[[Question], Hashable]) -> None:
        self.plan, self.judge = plan, plan.judges[judge]
        self.entries = plan.lines[judge]
        self.strange = plan.reported.keys() - self.judge.reported.keys()
        self.asked = Asked(plan.rounding, ask)
        self.machine = self.asked.machine
        self.known: dict[str, Value | NoValue | None] = {}
        self.form, self.algebra, self.tree = self, self.machine, Groups({}, {}, {}, {})
        """The form as the line sees it: of its groups nothing, and no other line."""
        constants = {**self.judge.options, "type": self.judge.type}
        self.constants = {name: self.machine.constant(value) for name, value in constants.items()}

    def function(self, wishes: LineWishes) -> Function:
        """The function that gives what is wished."""
        maker = Maker(self.machine, self.asked.inputs)
        for name in wishes.names:
            if name in self.entries:
                maker.add(name, self.look(name), name)
        for contribution, argument in wishes.contributions.items():
            self._contribute(maker, contribution, argument)
        return maker.made(self.judge.path or "remark")

    def _contribute(self, maker: Maker, contribution: Contribution, argument: ast.expr) -> None:
        """What an aggregate asks; where the machine cannot say it, the reason stands for it."""
        try:
            value = work_out(argument, self.machine, ChildLine(self))
        except Unsayable as fault:
            maker.outputs[contribution] = Output("unsayable", str(fault))
            return
        if isinstance(value, Value) and not value.fault.fixed and contribution.gathering in ("sum", "count"):
            value = self._or_nothing(value)
        maker.add(contribution, value)

    def _or_nothing(self, value: Value) -> Value:
        """A value that adds nothing where it is not there."""
        steps, machine = self.machine.steps, self.machine
        there = steps.compare("==", value.fault, steps.zero)
        if value.kind == "number":
            number = machine.quotients.choose(there, machine.quotient(value), machine.quotients.zero)
            return Value("number", number, steps.zero)
        return Value("boolean", steps.both(there, machine.step(value)), steps.zero)

    def look(self, name: str) -> Value | NoValue | None:
        """The line's own value of a name, else the form's."""
        if name not in self.known:
            self.known[name] = self._found(name)
        return self.known[name]

    def _found(self, name: str) -> Value | NoValue | None:
        if name == SHARE:
            return self._of_form(SHARE)
        if name.startswith(FORM):
            return self._of_form(name.removeprefix(FORM))
        if name in self.entries:
            return self._worked_out(self.entries[name])
        if name in self.constants:
            return self.constants[name]
        found = self.asked.given("row", name) if name not in self.strange else Missing
        return self._of_form(name) if isinstance(found, type) else found

    def _of_form(self, name: str) -> Value | NoValue | None:
        if name in self.plan.constants:
            return self.machine.constant(self.plan.constants[name])
        found = self.asked.given("form", name)
        return None if isinstance(found, type) else found

    def _worked_out(self, entry: Entry) -> Value | NoValue:
        return work_out(entry.formula, self.machine, View(self, self, entry))

    def children(self, over: str | None, asked: str | None) -> Sequence[Names[Value]]:
        """A formula of a line holds no aggregate."""
        raise Unsayable("an aggregate in a formula of a line")

    def says(self, name: str) -> bool:
        """Whether a reported value stands on the line itself."""
        if name in self.entries:
            return True
        return name not in self.strange and not isinstance(self.asked.given("row", name), type)
