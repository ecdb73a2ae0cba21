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
    narrower: "dict[frozenset[Hashable], Function]" = field(default_factory=dict)
    quiet: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
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

    def may_stir(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some outputs that are not known beforehand to be false, blank or unsaid."""
        if names not in self.quiet:
            found = ((name, self.outputs[name]) for name in names)
            self.quiet[names] = tuple(name for name, output in found if not output.fixed or stirs(output.known))
        return self.quiet[names]

    def read(self, name: Hashable, gave: Any) -> Said:
        """One of the outputs, from what the function gave."""
        return self.said(self.outputs[name], (gave,) if self.single else gave)

    def said(self, output: Output, given: Sequence[Any]) -> Said:
        """An output as a value."""
        if output.fault is not None and given[output.fault]:
            return self.faults[int(given[output.fault]) - 1]
        if output.over is None:
            return output.known
        body = given[output.over]
        if output.kind == "number":
            under = given[output.under] if output.under is not None else 1
            return ratio(output.scale.numerator * body, output.scale.denominator * under)
        if output.kind == "date":
            return date.fromordinal(body)
        return bool(body) if output.kind == "boolean" else str(body)


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
        return Function(name, run, single, names, inputs, self.outputs, self.faults, text, self)


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
