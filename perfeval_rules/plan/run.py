"""Any reading of a plan, formula by formula: the stages in order, each name worked out once for the form or each line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from perfeval_rules.formula.algebra import Algebra, NoValue
from perfeval_rules.formula.evaluator import Names, evaluate
from perfeval_rules.formula.language import Formula
from perfeval_rules.plan.entry import EVERY_CHILD, EVERY_LINE, FORM, SHARE, Entry
from perfeval_rules.plan.nodes import Tree, node_of
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.scopes import Bare, ChildGroup, ChildLine, Looked, PlacedLine, View, brought_together
from perfeval_rules.plan.worked import stirs
from perfeval_rules.readings.exact import Exact

V = TypeVar("V")
Given = Fraction | str | bool | date | None
"""A value as it comes from a submission; None where there is none."""


@dataclass(frozen=True, slots=True)
class LineInput:
    """What a form says on one line."""

    values: Mapping[str, Given]
    judge: str | None
    """The path of the ruleset's line that takes it; None: the rules are asked."""
    group: str


@dataclass(frozen=True, slots=True)
class FormInput:
    """What a form says, by the plan's names."""

    values: Mapping[str, Given]
    lines: tuple[LineInput, ...]
    tree: Tree
    """The groups that its lines stand in."""


class FormScope(Generic[V]):
    """The values of the form and its groups in one reading."""

    def __init__(self, plan: Plan, algebra: Algebra[V], given: FormInput) -> None:
        self.plan, self.algebra = plan, algebra
        self.tree = given.tree
        self.values: dict[str, V | NoValue | None] = {}
        known: dict[str, V | None] = lifted(algebra, {**plan.constants, **given.values})
        self.values.update(known)
        for group in plan.parents:
            self.values[f"{group}._there"] = algebra.truth(bool(self.tree.of_group[group]))
        self.lines: Sequence[PlacedLine[V]] = ()

    def look(self, name: str) -> V | NoValue | None:
        """The value of a name, a NoValue where it has none, None where nothing was said."""
        name = name.removeprefix(FORM)
        if name in self.values:
            return self.values[name]
        return brought_together(self, name)

    def children(self, over: str | None, asked: str | None) -> "Sequence[Names[V]]":
        """Over whom an aggregate runs: all lines, a group's lines, or the children of a node or the form."""
        if asked == EVERY_LINE:
            return [ChildLine(line) for line in self.lines if over in self.tree.lineage(line.node)]
        if asked is not None and asked != EVERY_CHILD:
            if f"line.{asked}" in self.plan.judges:
                return [ChildLine(line) for line in self.lines if line.judge == f"line.{asked}"]
            inside = set(self.plan.under(asked))
            return [ChildLine(line) for line in self.lines if line.group in inside]
        if over is None:
            return [ChildLine(line) for line in self.lines]
        lines: list[Names[V]] = [ChildLine(line) for line in self.lines if line.node == over]
        nodes: list[Names[V]] = [ChildGroup(self, node) for node in self.tree.below[over]]
        return [child for child in (*lines, *nodes) if asked == EVERY_CHILD or not self.left_out(child)]

    def left_out(self, child: "Names[V]") -> bool:
        """Whether a child takes part in nothing."""
        said = child["_left_out"]
        return said is not None and not isinstance(said, NoValue) and self.algebra.holds(said)


class LineScope(Generic[V]):
    """The values of one line in one reading; what it does not know itself it asks of the form.

    What other types report is none of its names: `executed`, on a line that reports none, is the form's.
    """

    def __init__(self, form: FormScope[V], given: LineInput, judge: str) -> None:
        self.form, self.judge, self.group = form, judge, given.group
        self.node = node_of(form.plan, given.group, given.values)
        taken = form.plan.judges[judge]
        strange = form.plan.reported.keys() - taken.reported.keys()
        own = {name: value for name, value in given.values.items() if name not in strange}
        said = {**own, **taken.options, "type": taken.type, "group": given.group}
        self.values: dict[str, V | NoValue | None] = {}
        known: dict[str, V | None] = lifted(form.algebra, said)
        self.values.update(known)

    def look(self, name: str) -> V | NoValue | None:
        """The line's own value of a name, else the form's."""
        if name == SHARE:
            return self.form.look(f"{self.node}._child_share")
        if name.startswith(FORM):
            return self.form.look(name)
        return self.values[name] if name in self.values else self.form.look(name)

    def says(self, name: str) -> bool:
        """Whether a name is the line's own."""
        return name in self.values

    def stirring(self, names: tuple[str, ...]) -> frozenset[str]:
        """Those names that are neither false nor blank nor unsaid."""
        return frozenset(name for name in names if stirs(self.look(name)))


def lifted(algebra: Algebra[V], values: Mapping[str, Given]) -> dict[str, V | None]:
    """Given values as a reading's own."""
    return {name: None if value is None else algebra.constant(value) for name, value in values.items()}


def taken(plan: Plan, form: FormScope[V], given: LineInput) -> LineScope[V]:
    """A line under what takes it: the ruleset's line, else the first rule that holds, else nothing.

    Where a plugin failed in the condition of a rule nobody knows what takes the line; it stands under that rule, failed.
    """
    if given.judge is not None:
        return LineScope(form, given, given.judge)
    line = LineScope(form, given, "")
    for path, when in plan.rules:
        try:
            if when is None or holds(form, line, when):
                return LineScope(form, given, path)
        except NoValue as fault:
            line = LineScope(form, given, path)
            line.values["_choice"] = fault
            break
    return line


def holds(form: FormScope[V], scope: Looked[V], condition: Formula) -> bool:
    """Whether a condition is true; one without a value is not. Raises NoValue where a plugin failed."""
    try:
        return form.algebra.holds(evaluate(condition, form.algebra, Bare(form, scope)))
    except NoValue as fault:
        if fault.failure:
            raise
        return False


def run(plan: Plan, given: FormInput, algebra: Algebra[V], judges: Sequence[str] | None = None) -> FormScope[V]:
    """Work out a whole form in one reading; `judges`, where known already, say what takes each line."""
    form = FormScope(plan, algebra, given)
    form_stage(form, plan.stages.order[0])
    if judges is None:
        lines = [taken(plan, form, line) for line in given.lines]
    else:
        lines = [LineScope(form, *pair) for pair in zip(given.lines, judges, strict=True)]
    form.lines = lines
    for stage, names in enumerate(plan.stages.order[1:], 1):
        if stage % 2:
            for scope in lines:
                _line_stage(form, scope, names)
        else:
            form_stage(form, names)
    return form


def form_stage(form: FormScope[V], names: Sequence[str]) -> None:
    """Work out names of the form, those of groups on every node."""
    for name in names:
        entry = form.plan.form[name]
        for node in form.tree.of_group[entry.over] if entry.over else (None,):
            kept = name if node is None else f"{node}.{name.rpartition('.')[2]}"
            value: V | NoValue = worked_out(form, form, entry, node)
            form.values[kept] = value


def _line_stage(form: FormScope[V], line: LineScope[V], names: Sequence[str]) -> None:
    entries = form.plan.lines[line.judge]
    for name in names:
        if name in entries:
            value: V | NoValue = worked_out(form, line, entries[name])
            line.values[name] = value


def worked_out(form: FormScope[V], scope: Looked[V], entry: Entry, node: str | None = None) -> V | NoValue:
    """The value of an entry, or why it has none; `node` is where an entry of a group is worked out."""
    try:
        return evaluate(entry.formula, form.algebra, View(form, scope, entry, node))
    except NoValue as fault:
        return fault


def exact(plan: Plan, given: FormInput) -> FormScope[Fraction | bool | str | date]:
    """The reading that defines a score."""
    return run(plan, given, Exact(plan.rounding))
