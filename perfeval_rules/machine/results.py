"""A form that went through the machine, as the exact reading gives one: every name with its value or why it has none."""

from collections.abc import Sequence
from typing import Any

from perfeval_rules.formula.algebra import Constant
from perfeval_rules.machine.function import Function
from perfeval_rules.machine.routes import Route
from perfeval_rules.machine.sources import FormSource
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormScope, LineInput, form_stage
from perfeval_rules.plan.worked import Said, stirs
from perfeval_rules.readings.exact import Exact


class Gave:
    """What a function gave, read back name by name when asked."""

    __slots__ = ("_function", "_given", "_known")

    def __init__(self, function: Function, given: Any) -> None:
        self._function = function
        self._given: Sequence[Any] = (given,) if function.single else given
        self._known: dict[str, Said] = {}

    def stirring(self, names: tuple[str, ...]) -> frozenset[str]:
        """Those of some outputs that are neither false nor blank nor unsaid."""
        return frozenset(name for name in self._function.may_stir(names) if stirs(self[name]))

    def __contains__(self, name: str) -> bool:
        return name in self._function.outputs

    def __getitem__(self, name: str) -> Said:
        if name not in self._known:
            self._known[name] = self._function.said(self._function.outputs[name], self._given)
        return self._known[name]


class MachineForm:
    """The values of the form and its groups."""

    def __init__(self, plan: Plan, route: Route) -> None:
        given, form = route.run()
        self.plan, self.tree = plan, route.source.tree
        self._named = {node: name for name, node in route.source.real.items()}
        self._said = route.source.values
        last = next((one.ready.of_form for one in reversed(route.stages) if one.ready.of_form is not None), None)
        self._gave = Gave(last, form) if last is not None else None
        functions = route.stages[-1].ready.functions
        self.lines = [
            MachineLine(self, line.given, line.judge, route.source.real[line.node], Gave(called, gave))
            for line, called, gave in zip(route.source.lines, functions, given, strict=True)
        ]

    def look(self, name: str) -> Said:
        """The value of a name, a NoValue where it has none, None where nothing was said."""
        holder, _, last = name.rpartition(".")
        called = f"{self._named[holder]}.{last}" if holder and holder in self._named else name
        if self._gave is not None and called in self._gave:
            return self._gave[called]
        if last == "_there":
            return bool(self.tree.of_group.get(holder))
        return self.plan.constants[name] if name in self.plan.constants else self._said.get(name)


class MachineLine:
    """The values of one line; what it does not know itself it asks of the form."""

    def __init__(
        self, form: "MachineForm | FormScope[Constant]", given: LineInput, judge: str, node: str, gave: Gave
    ) -> None:
        self.form, self.judge, self.group, self.node = form, judge, given.group, node
        self._given, self._gave = given, gave
        self._taken = form.plan.judges[judge]

    def look(self, name: str) -> Said:
        """The line's own value of a name, else the form's."""
        if name in self._gave:
            return self._gave[name]
        if name in self._taken.options:
            return self._taken.options[name]
        if name in ("type", "group"):
            return self._taken.type if name == "type" else self.group
        return self._given.values[name] if self._reported(name) else self.form.look(name)

    def _reported(self, name: str) -> bool:
        """Whether the row says a value that its type knows, or any row has."""
        strange = name in self.form.plan.reported and name not in self._taken.reported
        return not strange and name in self._given.values

    def says(self, name: str) -> bool:
        """Whether a name is the line's own."""
        own = name in self._gave or name in self._taken.options or name in ("type", "group")
        return own or self._reported(name)

    def stirring(self, names: tuple[str, ...]) -> frozenset[str]:
        """Those names that are neither false nor blank nor unsaid."""
        return self._gave.stirring(names)


def by_lines(plan: Plan, source: FormSource, functions: Sequence[Function]) -> FormScope[Constant]:
    """A form whose lines go through their functions and which is itself worked out exactly.

    For forms that stand as none did before: functions of the form would cost more to make than they save.
    """
    form: FormScope[Constant] = FormScope(plan, Exact(plan.rounding), source.given)
    form.values.update(source.early())
    lines: list[Any] = []
    for line, function in zip(source.lines, functions, strict=True):
        gave = function.run(*[line.taken(asked) for asked in function.inputs])
        lines.append(MachineLine(form, line.given, line.judge, source.real[line.node], Gave(function, gave)))
    form.lines = lines
    for names in plan.stages.order[2::2]:
        form_stage(form, names)
    return form
