"""A form that went through the machine, as the exact reading gives one: every name with its value or why it has none."""

from collections.abc import Hashable, Mapping, Sequence
from enum import Enum
from typing import Any

from perfeval_rules.formula.algebra import Constant
from perfeval_rules.machine.function import Function, Reader
from perfeval_rules.machine.routes import Route
from perfeval_rules.machine.sources import FormSource
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormScope, LineInput, form_stage
from perfeval_rules.plan.worked import Said, stirs
from perfeval_rules.readings.exact import Exact


class Unread(Enum):
    """Stands for a value that nobody has read yet; None is a value."""

    UNREAD = 0


UNREAD = Unread.UNREAD


class MachineForm:
    """The values of the form and its groups."""

    def __init__(self, plan: Plan, route: Route) -> None:
        given, form = route.run()
        self.plan, self.tree = plan, route.source.tree
        named = {node: name for name, node in route.source.real.items()}
        self._named = {node: name for node, name in named.items() if node != name}
        self._said = route.source.values
        last = next((one.ready.of_form for one in reversed(route.stages) if one.ready.of_form is not None), None)
        self._readers: Mapping[Hashable, Reader] = last.readers if last is not None else {}
        self._gave = last.all_of(form) if last is not None else ()
        self._read: dict[str, Said] = {}
        functions = route.stages[-1].ready.functions
        self.lines = [
            MachineLine(self, line.given, line.judge, route.source.real[line.node], called, gave)
            for line, called, gave in zip(route.source.lines, functions, given, strict=True)
        ]

    def look(self, name: str) -> Said:
        """The value of a name, a NoValue where it has none, None where nothing was said."""
        value = self._read.get(name, UNREAD)
        if value is UNREAD:
            value = self._read[name] = self._look(name)
        return value

    def _look(self, name: str) -> Said:
        holder, _, last = name.rpartition(".")
        read = self._readers.get(f"{self._named[holder]}.{last}" if holder in self._named else name)
        if read is not None:
            return read(self._gave)
        if last == "_there":
            return bool(self.tree.of_group.get(holder))
        return self.plan.constants[name] if name in self.plan.constants else self._said.get(name)


class MachineLine:
    """The values of one line; what it does not know itself it asks of the form."""

    __slots__ = ("_function", "_gave", "_given", "_read", "_settled", "_taken", "form", "group", "judge", "node")

    def __init__(
        self, form: "MachineForm | FormScope[Constant]", given: LineInput, judge: str, node: str, called: Function,
        gave: Any,
    ) -> None:  # fmt: skip
        self.form, self.judge, self.group, self.node = form, judge, given.group, node
        self._given, self._function, self._gave = given, called, called.all_of(gave)
        self._taken = form.plan.judges[judge]
        self._settled: Mapping[Hashable, Said] = called.settled
        self._read: dict[str, Said] = {}

    def look(self, name: str) -> Said:
        """The line's own value of a name, else the form's."""
        value = self._settled.get(name, UNREAD)
        if value is UNREAD:
            value = self._read.get(name, UNREAD)
            if value is UNREAD:
                return self._look(name)
        return value

    def _look(self, name: str) -> Said:
        read = self._function.readers.get(name)
        if read is not None:
            value = self._read[name] = read(self._gave)
            return value
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
        own = name in self._function.outputs or name in self._taken.options or name in ("type", "group")
        return own or self._reported(name)

    def stirring(self, names: tuple[str, ...]) -> frozenset[str]:
        """Those names that are neither false nor blank nor unsaid."""
        quiet = self._function.quiet_unless(names)
        gave = self._gave
        found = [name for name, position in quiet.held if gave[position]]
        return frozenset([*found, *quiet.stirring, *[name for name in quiet.others if stirs(self.look(name))]])


def by_lines(plan: Plan, source: FormSource, functions: Sequence[Function]) -> FormScope[Constant]:
    """A form whose lines go through their functions and which is itself worked out exactly.

    For forms that stand as none did before: functions of the form would cost more to make than they save.
    """
    form: FormScope[Constant] = FormScope(plan, Exact(plan.rounding), source.given)
    form.values.update(source.early())
    lines: list[Any] = []
    for line, function in zip(source.lines, functions, strict=True):
        gave = function.run(*[line.taken(asked) for asked in function.inputs])
        lines.append(MachineLine(form, line.given, line.judge, source.real[line.node], function, gave))
    form.lines = lines
    for names in plan.stages.order[2::2]:
        form_stage(form, names)
    return form
