"""The way of a form through the machine: which functions its lines and the form itself go through, stage by stage.

A route is found once, from texts, blanks and signs; numbers then go through it, with nothing left to decide.
"""

import ast
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from perfeval_rules.formula.reads import reads
from perfeval_rules.machine.forms import form_tree
from perfeval_rules.machine.function import Function
from perfeval_rules.machine.lines import Contribution, LineWishes, line_tree
from perfeval_rules.machine.lineup import LineUp, Ready
from perfeval_rules.machine.questions import Tree
from perfeval_rules.machine.sources import FormSource, Later
from perfeval_rules.plan.entry import FORM, SHARE
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormInput
from perfeval_rules.plan.stages import needs

MOST_LINEUPS = 1_000
"""How many line-ups are remembered at a time."""
Call = tuple[Callable[..., Any], tuple[Any, ...]]
"""A function with what it takes."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """The lines through their functions, then, where there is one, the form through its own."""

    calls: tuple[Call, ...]
    waits: bool
    """Some line takes what the form gave before, which stands as a Later among what it takes."""
    form: Call | None
    """It takes the list of what the lines gave before anything else."""
    ready: Ready

    def run(self, before: Any) -> tuple[list[Any], Any]:
        """What the lines, and the form, give; `before` is what the form gave at the stage before."""
        calls = [(run, filled(taken, before)) for run, taken in self.calls] if self.waits else self.calls
        given = [run(*taken) for run, taken in calls]
        if self.form is None:
            return given, before
        run, taken = self.form
        return given, run(given, *taken)


def filled(taken: tuple[Any, ...], before: Any) -> tuple[Any, ...]:
    """What a function takes, with what the form gave before in the places that wait for it."""
    got = before if isinstance(before, tuple) else (before,)
    return tuple(got[one.position] if isinstance(one, Later) else one for one in taken)


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """Everything decided about a form before its numbers are looked at."""

    stages: tuple[Stage, ...]
    source: FormSource

    def run(self) -> tuple[list[Any], Any]:
        """What the last functions of the lines, and of the form, give."""
        form: Any = ()
        given: list[Any] = []
        for stage in self.stages:
            given, form = stage.run(form)
        return given, form


class RouterStep(NamedTuple):
    """The functions of one stage of the lines, and of the form after it."""

    lines: Mapping[str, Tree[Function]]
    names: tuple[str, ...]
    """What is asked of lines beside what they bring together."""
    form: Tree[Function] | None
    lineups: dict[Hashable, LineUp]

    def line_up(self, source: FormSource) -> bool:
        """Find the functions of a form's lines; whether no form whose lines answer alike was met before."""
        functions = tuple(self.lines[line.judge].leaf(line) for line in source.lines)
        key = (source.shape, source.places_of_lines(), functions)
        found = self.lineups.get(key)
        source.lineup = found or LineUp(source.plan, source.shape, key[1], functions)
        if found is None:
            if len(self.lineups) >= MOST_LINEUPS:
                self.lineups.clear()
            self.lineups[key] = source.lineup
        return found is None


class Router:
    """The functions of a plan for some wishes, made as forms need them; shared between threads as it is."""

    def __init__(self, plan: Plan, line_names: Sequence[str], form_names: Sequence[str]) -> None:
        self.plan = plan
        last = max(
            [0, *(plan.stages.at[True, name] for name in line_names), *(plan.stages.at[False, n] for n in form_names)]
        )
        first = [name for name in plan.stages.order[0] if name in plan.form]
        self.first = form_tree(plan, first)
        self.steps: list[RouterStep] = []
        for stage in range(1, last + 1, 2):
            closing = stage + 2 > last
            wished = tuple(line_names) if closing else ()
            after = self._given_to_lines(stage + 1) if stage + 2 <= last else ()
            names = [*dict.fromkeys((*after, *(form_names if stage + 1 >= last - 1 else ())))]
            wanted = [name for name in names if plan.stages.at[False, name] <= stage + 1]
            asks = self._asked(wanted) if stage < last else {}
            wishes = LineWishes((*wished, "_left_out") if "_left_out" not in wished else wished, asks)
            lines = {judge: line_tree(plan, judge, wishes) for judge in plan.judges}
            self.steps.append(RouterStep(lines, wished, form_tree(plan, wanted) if stage < last else None, {}))

    def _asked(self, wanted: Sequence[str]) -> Mapping[Contribution, ast.expr]:
        """What some names of the form, and all that they read, ask of lines."""
        found: dict[Contribution, ast.expr] = {}
        seen: set[str] = set()
        waiting = list(wanted)
        while waiting:
            name = waiting.pop()
            if name in seen or name not in self.plan.form:
                continue
            seen.add(name)
            entry = self.plan.form[name]
            waiting += [need for _, need in needs(False, entry, self.plan.below)]
            for use in reads(entry.formula.tree).aggregates:
                found.setdefault(Contribution.of(use.kind, use.argument), use.argument)
        return found

    def _given_to_lines(self, stage: int) -> tuple[str, ...]:
        """Names of the form, up to a stage, that later formulas of lines read."""
        read: set[str] = set()
        for entries in self.plan.lines.values():
            for entry in entries.values():
                read |= {name.removeprefix(FORM) for _, name in needs(True, entry, self.plan.below)}
        for entry in self.plan.form.values():  # what an aggregate asks of a line, a line may ask of the form
            read |= {name for use in reads(entry.formula.tree).aggregates for name in reads(use.argument).names}
        return tuple(
            name
            for name in self.plan.form
            if self.plan.stages.at[False, name] <= stage
            and (name in read or (SHARE in read and name.endswith("._child_share")))
        )

    def route(self, source: FormSource) -> Route:
        """The way of a form whose lines are known; raises Unsayable where the machine has none."""
        stages: list[Stage] = []
        for step in self.steps:
            if source.lineup is None:
                step.line_up(source)
            form = step.form.leaf(source) if step.form is not None else None
            stages.append(stage_of(source, form, step.names))
            if form is not None:
                source = source.after(form.outputs)
        return Route(tuple(stages), source)

    def early(self, given: FormInput) -> FormSource:
        """A form with all that needs no line worked out."""
        source = FormSource.of(self.plan, given)
        called = self.first.leaf(source)
        gave = called.run(*(source.taken(asked) for asked in called.inputs))
        got = (gave,) if called.single else gave
        early = {str(name): read(got) for name, read in called.readers.items()}
        return source.with_values(early)


def stage_of(source: FormSource, form: Function | None, names: Sequence[str]) -> Stage:
    """A stage whose functions are found, with what they take."""
    ready = cast(LineUp, source.lineup).ready(form, names)
    calls = tuple(
        (one.run, tuple([line.taken(asked) for asked in one.inputs]))
        for one, line in zip(ready.functions, source.lines, strict=True)
    )
    waits = bool(source.coming) and any(isinstance(one, Later) for _, taken in calls for one in taken)
    called = (ready.form.run, tuple([source.taken(asked) for asked in ready.others])) if ready.form else None
    return Stage(calls, waits, called, ready)
