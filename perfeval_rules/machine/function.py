"""A function of the machine: what it takes, what it gives, and how its whole numbers are read back as values."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple, cast

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.worked import Said, stirs
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.python import function, identifier, inputs_of, source
from perfeval_rules.readings.quotient import Quotient
from perfeval_rules.readings.sayable import Value
from perfeval_rules.readings.steps import Step

ratio = lru_cache(maxsize=65_536)(Fraction)
"""A fraction of two whole numbers; forms hold the same few points again and again."""
MOST_GATHERED = 1_000
"""How many ways to gather from lines are kept for one function of the form."""


class Input(NamedTuple):
    """What a function takes: a value by scope and name, or a part of one."""

    scope: str
    name: Hashable
    part: str = "over"
    """`over` and `under` of a number, `fault`, `length` of a text."""


class Output(NamedTuple):
    """Where a value stands among what a function gives, or the value itself where it is known beforehand."""

    kind: str
    known: Said = None
    scale: Fraction = Fraction(1)
    over: int | None = None
    under: int | None = None
    fault: int | None = None
    low: int | None = None
    """The least its whole number can be."""

    @property
    def fixed(self) -> bool:
        """Whether the value is known beforehand."""
        return self.over is None and self.fault is None


class Gathering(NamedTuple):
    """A function of the form that takes a list of what lines gave, and its source."""

    run: Callable[..., Any]
    source: str


class Quiet(NamedTuple):
    """When some outputs are false, blank or unsaid: those that are so in any case are not among these."""

    stirring: tuple[str, ...]
    """Never so."""
    held: tuple[tuple[str, int], ...]
    """Conditions, with the position where their truth is given: so where they do not hold."""
    others: tuple[str, ...]

    @staticmethod
    def of(outputs: Mapping[str, Output]) -> "Quiet":
        """What is known of it beforehand."""
        coming = {name: output for name, output in outputs.items() if not output.fixed}
        held = {
            name: output.over
            for name, output in coming.items()
            if output.kind == "boolean" and output.fault is None and output.over is not None
        }
        stirring = tuple(name for name, output in outputs.items() if output.fixed and stirs(output.known))
        return Quiet(stirring, tuple(held.items()), tuple(name for name in coming if name not in held))


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """Straight-line code with its inputs and outputs."""

    name: str
    run: Callable[..., Any]
    single: bool
    """It gives one value alone, not a tuple."""
    names: tuple[str, ...]
    inputs: tuple[Input, ...]
    """What it takes, and before it what each is called."""
    outputs: Mapping[Hashable, Output]
    faults: tuple[NoValue, ...]
    source: str
    recipe: "Recipe"
    settled: Mapping[Hashable, Said]
    """The outputs whose values are known beforehand."""
    readers: "Mapping[Hashable, Reader]"
    narrower: "dict[frozenset[Hashable], Function]" = field(default_factory=dict)
    quiet: "dict[tuple[str, ...], Quiet]" = field(default_factory=dict)
    gathering: "dict[tuple[str, ...], Gathering]" = field(default_factory=dict)

    def only(self, keys: Iterable[Hashable]) -> "Function":
        """The function that gives some of the outputs, and works out nothing else."""
        wanted = frozenset(keys)
        if wanted not in self.narrower:
            self.narrower[wanted] = self.recipe.only(wanted).made(self.name)
        return self.narrower[wanted]

    def over(self, words: Mapping[str, str]) -> "Gathering":
        """The same function, taking a list of what lines gave in the place of the inputs gathered from it.

        `words`: the expression of each such input, by its name.
        """
        key = tuple(words.values())
        made = self.gathering.get(key)  # another thread may clear what is kept
        if made is None:
            if len(self.gathering) >= MOST_GATHERED:
                self.gathering.clear()
            taken = [one for one in self.names if one not in words]
            text = source(self.name, ["given", *taken], self.recipe.steps, self.recipe.labels, words)
            made = self.gathering[key] = Gathering(function(text, self.name), text)
        return made

    def quiet_unless(self, names: tuple[str, ...]) -> "Quiet":
        """When some outputs are false, blank or unsaid."""
        if names not in self.quiet:
            self.quiet[names] = Quiet.of({name: self.outputs[name] for name in names})
        return self.quiet[names]

    def read(self, name: Hashable, gave: Any) -> Said:
        """One of the outputs, from what the function gave."""
        return self.readers[name](self.all_of(gave))

    def all_of(self, gave: Any) -> Sequence[Any]:
        """What the function gave, as a list where it gives one value alone."""
        return (gave,) if self.single else gave


Reader = Callable[[Sequence[Any]], Said]
"""Reads one output as a value from all that a function gave."""


def reader(output: Output, faults: Sequence[NoValue]) -> Reader:
    """How an output is read."""
    if output.fault is None:
        return _reader_of_value(output)
    fault, value = output.fault, _reader_of_value(output)
    return lambda given: faults[int(given[fault]) - 1] if given[fault] else value(given)


def _reader_of_value(output: Output) -> Reader:
    over, under, known = output.over, output.under, output.known
    times, parts = output.scale.as_integer_ratio()
    if over is None:
        return lambda given: known
    if output.kind == "number":
        if under is not None:
            return lambda given: ratio(times * given[over], parts * given[under])
        return lambda given: ratio(times * given[over], parts)
    if output.kind == "date":
        return lambda given: date.fromordinal(given[over])
    return (lambda given: bool(given[over])) if output.kind == "boolean" else (lambda given: str(given[over]))


@dataclass(frozen=True, slots=True, eq=False)
class Recipe:
    """What a function is made of; nothing of the form it was first made for is kept."""

    steps: tuple[Step, ...]
    outputs: Mapping[Hashable, Output]
    labels: Mapping[Step, str]
    inputs: Mapping[str, Input]
    faults: tuple[NoValue, ...]

    def only(self, keys: frozenset[Hashable]) -> "Recipe":
        """The same with some of the outputs."""
        kept: list[Step] = []

        def moved(position: int | None) -> int | None:
            return None if position is None else place(kept, self.steps[position])

        outputs = {
            key: output._replace(over=moved(output.over), under=moved(output.under), fault=moved(output.fault))
            for key, output in self.outputs.items()
            if output.fixed or key in keys
        }
        return Recipe(tuple(kept), outputs, self.labels, self.inputs, self.faults)

    def made(self, name: str) -> Function:
        """The function."""
        name = identifier(name)
        names = tuple(inputs_of(self.steps))
        text = source(name, names, self.steps, self.labels)
        inputs = tuple(self.inputs[one] for one in names)
        run, single = function(text, name), len(self.steps) == 1
        settled = {key: output.known for key, output in self.outputs.items() if output.fixed}
        readers = {key: reader(output, self.faults) for key, output in self.outputs.items()}
        return Function(name, run, single, names, inputs, self.outputs, self.faults, text, self, settled, readers)


def place(steps: list[Step], step: Step) -> int:
    """Where a step stands among some, put there if it is not yet."""
    if step not in steps:
        steps.append(step)
    return steps.index(step)


class Maker:
    """Gathers the outputs of one function."""

    def __init__(self, machine: Machine, inputs: Mapping[str, Input]) -> None:
        self.machine, self.inputs = machine, inputs
        self.steps: list[Step] = []
        self.outputs: dict[Hashable, Output] = {}
        self.labels: dict[Step, str] = {}

    def add(self, key: Hashable, value: Value | NoValue | None, label: str = "") -> None:
        """One more output."""
        self.outputs[key] = self.output(value, label)

    def output(self, value: Value | NoValue | None, label: str = "") -> Output:
        """How a value is given."""
        if value is None or isinstance(value, NoValue):
            return Output("none", value)
        fault = None if value.fault.fixed else self.place(value.fault)
        if value.kind == "none":
            return Output("none", None, fault=fault)
        if value.kind == "number":
            return self._number(self.machine.quotients.joined(self.machine.quotient(value)), fault, label)
        step = self.machine.step(value)
        if step.fixed and fault is None:
            known = date.fromordinal(int(step.known or 0)) if value.kind == "date" else step.known
            return Output(value.kind, cast(Said, known))
        return Output(value.kind, None, Fraction(1), self.place(step, label), None, fault)

    def _number(self, number: Quotient, fault: int | None, label: str) -> Output:
        if number.over.fixed and number.under.fixed and fault is None:
            return Output("number", number.scale * int(number.over.known or 0))
        under = None if number.under is self.machine.steps.one else self.place(number.under)
        return Output("number", None, number.scale, self.place(number.over, label), under, fault, number.over.low)

    def place(self, step: Step, label: str = "") -> int:
        """Where a step stands among what the function gives."""
        if label:
            self.labels.setdefault(step, label)
        return place(self.steps, step)

    def made(self, name: str) -> Function:
        """The function."""
        faults = tuple(self.machine.faults)
        return Recipe(tuple(self.steps), self.outputs, self.labels, self.inputs, faults).made(name)
