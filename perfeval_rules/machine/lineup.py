"""The lines of a form under their functions, whatever their numbers: what they bring together, known once for all alike."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple, cast

from perfeval_rules.formula.algebra import NoValue, Unsayable
from perfeval_rules.machine.forms import Gathered, Over, Slot
from perfeval_rules.machine.function import Function, Gathering, Input, Output, ratio
from perfeval_rules.machine.gathering import gathered_words, is_there, read_words, scale_among
from perfeval_rules.machine.shape import Shape
from perfeval_rules.plan.plan import Plan
from perfeval_rules.readings.python import function


class Placed(NamedTuple):
    """Where a line stands: what takes it, its group, and the node of the form's shape."""

    judge: str
    group: str
    node: str


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """Functions of lines that give what is wanted and no more, and that of the form which takes what they give."""

    functions: tuple[Function, ...]
    of_form: Function | None
    form: Gathering | None
    others: tuple[Input, ...]
    """What the function of the form takes beside what the lines give."""
    _readers: dict[str, Callable[..., tuple[Fraction | None, ...]]] = field(default_factory=dict)

    def numbers(self, name: str, given: Sequence[Any]) -> tuple[Fraction | None, ...]:
        """A number of every line, from what their functions gave; None where it is not there."""
        if name not in self._readers:
            text = f"def read(given, ratio):\n    return ({read_words(name, self.functions)})\n"
            self._readers[name] = function(text, "read")
        return self._readers[name](given, ratio)


@dataclass(slots=True, eq=False)
class LineUp:
    """Lines with the functions that work them out; the same for all forms whose lines answer alike."""

    plan: Plan
    shape: Shape
    places: tuple[Placed, ...]
    functions: tuple[Function, ...]
    _gathered: dict[Slot, Gathered | Unsayable] = field(default_factory=dict)
    _ready: dict[Function | None, Ready] = field(default_factory=dict)

    def gathered(self, slot: Slot) -> Gathered:
        """What is known beforehand of what lines bring together; raises Unsayable where too little is."""
        said = self._gathered.get(slot)
        if said is None:
            try:
                said = self._bring_together(slot)
            except Unsayable as fault:
                said = Unsayable(*fault.args)  # what is kept is the reason, not the frames it came through
            self._gathered[slot] = said
        if isinstance(said, Unsayable):
            raise Unsayable(*said.args)
        return said

    def ready(self, form: Function | None, names: Sequence[Hashable]) -> Ready:
        """The functions that give some names of each line and all that a function of the form takes of them."""
        if form not in self._ready:
            self._ready[form] = self._made_ready(form, names)
        return self._ready[form]

    def _made_ready(self, form: Function | None, names: Sequence[Hashable]) -> Ready:
        taken = list(zip(form.names, form.inputs, strict=True)) if form else []
        slots = {name: asked for name, asked in taken if isinstance(asked.name, Slot)}
        wanted = frozenset((*names, *(cast(Slot, asked.name).contribution for asked in slots.values())))
        functions = tuple(one.only(wanted) for one in self.functions)
        narrow = LineUp(self.plan, self.shape, self.places, functions)
        words = {
            name: gathered_words(cast(Slot, asked.name), asked.part, narrow.outputs(cast(Slot, asked.name)), functions)
            for name, asked in slots.items()
        }
        others = tuple(asked for name, asked in taken if name not in slots)
        return Ready(functions, form, form.over(words) if form else None, others)

    def among(self, over: Over) -> list[int]:
        """The lines that an aggregate runs over."""
        lines = list(enumerate(self.places))
        match over.by:
            case "node":
                found = [n for n, line in lines if line.node == over.name]
            case "within":
                found = [n for n, line in lines if over.name in self.shape.tree.lineage(line.node)]
            case "groups":
                inside = set(self.plan.under(over.name))
                found = [n for n, line in lines if line.group in inside]
            case "line":
                found = [n for n, line in lines if line.judge == f"line.{over.name}"]
            case _:
                found = [n for n, _ in lines]
        return found if over.everyone else [n for n in found if not self._left_out(n)]

    def _left_out(self, n: int) -> bool:
        """Whether a line takes part in nothing."""
        output = self.functions[n].outputs["_left_out"]
        if not output.fixed:
            raise Unsayable("whether a line takes part comes later")
        return output.known is True

    def outputs(self, slot: Slot) -> list[tuple[int, Output]]:
        """What each line brings."""
        found = [(n, self.functions[n].outputs[slot.contribution]) for n in self.among(slot.over)]
        for _, output in found:
            if output.kind == "unsayable":
                raise Unsayable(str(output.known))
            if output.under is not None:
                raise Unsayable("numbers whose denominators differ from line to line")
        return found

    def _bring_together(self, slot: Slot) -> Gathered:
        found = [output for _, output in self.outputs(slot)]
        if slot.contribution.gathering in ("truth", "count"):
            return conditions(slot.kind, found)
        there = [output for output in found if is_there(output)]
        if not there:
            return Gathered("nothing")
        lows = [low_of(output) for output in there]
        low = 0 if all(low is not None and low >= 0 for low in lows) else None
        faulty = all(output.fault is not None for output in there)
        return Gathered("number", scale_among(there), low, faulty=faulty)


def low_of(output: Output) -> int | None:
    """The least that a number can be; of a known one only its sign counts."""
    if isinstance(output.known, Fraction) and output.fixed:
        return 0 if output.known >= 0 else None
    return output.low if output.scale > 0 else None


def conditions(kind: str, outputs: Sequence[Output]) -> Gathered:
    """What is known beforehand of conditions on lines."""
    if not outputs:
        return Gathered("nothing")
    if any(output.fault is not None for output in outputs):
        raise Unsayable("whether a condition has a value comes later")
    coming = any(not output.fixed for output in outputs)
    held = [output.known for output in outputs if output.fixed and isinstance(output.known, bool)]
    if kind == "count":
        least = sum(held)
        return Gathered("number", 1, least and 1) if coming or least else Gathered("nothing")
    decisive = kind == "any"
    if decisive in held:
        return Gathered("known", truth=decisive)
    lack = next((output.known for output in outputs if isinstance(output.known, NoValue)), None)
    why = (lack.code, lack.node) if lack else None
    if coming:
        return Gathered("truths", 1, 0, lack=why)
    return Gathered("lack", lack=why) if why else Gathered("known", truth=not decisive)
