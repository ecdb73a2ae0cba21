"""The functions of the form: facts, groups, total, grade, and what is told of it all, from what the lines bring together."""

import ast
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple, cast

from perfeval_rules.formula.aggregates import FOLDS
from perfeval_rules.formula.algebra import Later, NoValue, Unsayable
from perfeval_rules.formula.evaluator import Names
from perfeval_rules.formula.nodes import text_of
from perfeval_rules.machine.function import Function, Input, Maker
from perfeval_rules.machine.given import Asked
from perfeval_rules.machine.lines import Contribution
from perfeval_rules.machine.questions import Question, Tree
from perfeval_rules.machine.shape import Shape
from perfeval_rules.plan.entry import EVERY_CHILD, EVERY_LINE, FORM, Entry
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.scopes import ChildGroup, View, brought_together
from perfeval_rules.readings.sayable import Value
from perfeval_rules.readings.steps import Step
from perfeval_rules.readings.working import Worker


class Over(NamedTuple):
    """Which lines an aggregate runs over."""

    by: str
    """`all` · `node`: those directly in it · `within`: those in it at any depth · `groups` · `line`: of one id."""
    name: str
    everyone: bool
    """Also those that take part in nothing."""


class Slot(NamedTuple):
    """Where what lines bring together to an aggregate is found."""

    kind: str
    contribution: Contribution
    over: Over

    def __str__(self) -> str:
        return f"{self.kind} {self.contribution} {self.over.name}"


class Gathered(NamedTuple):
    """What lines bring together to an aggregate: all that is known of it before they are scored."""

    kind: str
    """`nothing`: no line takes part · `number` · `truths`: how many conditions hold, of `all` how many fail · `known` ·
    `lack`: there is no value."""
    scale: int = 0
    """Of a number: how many of its units make 1 is this denominator."""
    low: int | None = None
    truth: bool | None = None
    lack: tuple[str, ast.expr | None] | None = None
    """Why the first line without a value has none, where that may count."""
    faulty: bool = False
    """Whether a number is there comes later."""


def form_tree(plan: Plan, names: Sequence[str]) -> Tree[Function]:
    """The functions that work out some names of the form, those of groups on every node."""
    return Tree(lambda ask: FormTrace(plan, ask).function(names))


class FormTrace:
    """One form, worked out on steps."""

    def __init__(self, plan: Plan, ask: Callable[[Question], Hashable]) -> None:
        self.plan = plan
        self.asked = Asked(plan.rounding, ask)
        self.machine = self.asked.machine
        self.algebra = self.machine
        self.tree = cast(Shape, ask(Question("shape", "form", ""))).tree
        self.known: dict[str, Value | NoValue | None] = {}

    def function(self, names: Sequence[str]) -> Function:
        """The function that gives some names."""
        maker = Maker(self.machine, self.asked.inputs)
        for name in names:
            entry = self.plan.form[name]
            for node in self.tree.of_group.get(entry.over, ()) if entry.over else ("",):
                called = f"{node}.{name.rpartition('.')[2]}" if node else name
                maker.add(called, self.look(called), called)
        return maker.made("form")

    def look(self, name: str) -> Value | NoValue | None:
        """The value of a name, a NoValue where it has none, None where nothing was said."""
        name = name.removeprefix(FORM)
        if name not in self.known:
            self.known[name] = self._found(name)
        return self.known[name]

    def _found(self, name: str) -> Value | NoValue | None:
        holder, _, last = name.rpartition(".")
        if holder in self.tree.nodes:
            entry = self.plan.form.get(f"{self.tree.nodes[holder].group}.{last}")
            if entry is not None and entry.over:
                return self._worked_out(entry, holder)
        entry = self.plan.form.get(name)
        if entry is not None and not entry.over:
            return self._worked_out(entry, None)
        if last == "_there" and holder in self.plan.parents:
            return self.machine.truth(holder in self.tree.of_group)
        if name in self.plan.constants:
            return self.machine.constant(self.plan.constants[name])
        found = self.asked.given("form", name)
        if isinstance(found, type):
            return brought_together(self, name)
        return found

    def _worked_out(self, entry: Entry, node: str | None) -> Value | NoValue:
        return self.machine.answer(_Worker(self.machine, View(self, self, entry, node)).value(entry.formula.tree))

    # — aggregates —

    def children(self, over: str | None, asked: str | None) -> Sequence[Names[Value]]:
        """Children are never seen one by one: `fold` asks for what they bring together."""
        raise Unsayable("children one by one")

    def fold(self, kind: str, argument: ast.expr, over: str | None, asked: str | None) -> Value:
        """An aggregate over lines, and over the groups that stand beside them."""
        lines = self._lines(kind, argument, self._over(over, asked))
        groups = [
            Later(partial(_Worker(self.machine, _AsChild(self, node)).value, argument))
            for node in (self.tree.below.get(over, ()) if over is not None and asked in (None, EVERY_CHILD) else ())
            if asked == EVERY_CHILD or not self._left_out(node)
        ]
        if kind == "count":
            counted = cast(Value, FOLDS["count"](self.machine, groups))
            return counted if lines is None else self.machine.add(lines(), counted)
        values = groups if lines is None else [Later(lines), *groups]
        return cast(Value, FOLDS[kind](self.machine, values))

    def _over(self, over: str | None, asked: str | None) -> Over:
        if asked == EVERY_LINE:
            return Over("within", over or "", True)
        if asked is not None and asked != EVERY_CHILD:
            return Over("line" if f"line.{asked}" in self.plan.judges else "groups", asked, True)
        return Over("all", "", True) if over is None else Over("node", over, asked == EVERY_CHILD)

    def _left_out(self, node: str) -> bool:
        said = self.look(f"{node}._left_out")
        return isinstance(said, Value) and self.machine.holds(said)

    def _lines(self, kind: str, argument: ast.expr, over: Over) -> Callable[[], Value] | None:
        """What lines bring together; None where none takes part."""
        slot = Slot(kind, Contribution.of(kind, argument), over)
        said = cast(Gathered, self.asked.ask(Question("gathered", "lines", slot)))
        machine, steps = self.machine, self.machine.steps
        if said.kind == "nothing":
            return None
        if said.kind == "known":
            return lambda: machine.truth(bool(said.truth))
        if said.kind == "lack":
            return partial(_lack, said)
        gathered = self.asked.input(Input("gathered", slot), said.low)
        if said.kind == "number":
            return partial(self._number, slot, gathered, said)
        decided = steps.compare("<" if kind == "any" else "==", steps.zero, gathered)

        def truth() -> Value:
            if said.lack is None:
                return Value("boolean", decided, steps.zero)
            fault = machine.numbered(NoValue(*said.lack))
            undecided = steps.opposite(decided) if kind == "any" else decided
            return machine.made("boolean", decided, steps.pick(undecided, fault, steps.zero))

        return truth

    def _number(self, slot: Slot, gathered: Step, said: Gathered) -> Value:
        machine, steps = self.machine, self.machine.steps
        fault = steps.zero
        if said.faulty:
            lacking = self.asked.input(Input("gathered", slot, "fault"))
            fault = steps.pick(lacking, machine.numbered(NoValue("absent")), steps.zero)
        return Value("number", machine.quotients.whole(gathered, Fraction(1, said.scale or 1)), fault)


def _lack(said: Gathered) -> Value:
    raise NoValue(*(said.lack or ("absent",)))


class _Worker(Worker):
    """Evaluates formulas of the form, whose aggregates run over lines that are only known together."""

    def fold(self, kind: str, argument: ast.expr, group: ast.expr | None = None) -> Value:
        """An aggregate."""
        names = cast("View[Value]", self.names)
        form = cast(FormTrace, names.form)
        return form.fold(kind, argument, names.over, text_of(group) if group is not None else None)


class _AsChild(ChildGroup[Value]):
    """A group as its parent's aggregates see it."""

    __slots__ = ()

    def __getitem__(self, name: str) -> Value | NoValue | None:
        if name == "name" and self.node not in self.form.plan.parents:
            raise Unsayable("the name of a node of a repeated group")
        return super().__getitem__(name)
