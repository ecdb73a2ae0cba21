"""A formula on one row, through the machine: steps made, written as a function, run, and read back."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from perfeval_rules.formula.algebra import Constant, NoValue, Rounding, Words
from perfeval_rules.formula.language import Formula
from perfeval_rules.machine.function import Input, Maker
from perfeval_rules.machine.given import about
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.quotient import Quotient
from perfeval_rules.readings.sayable import Value
from perfeval_rules.readings.steps import Step
from perfeval_rules.readings.working import work_out
from tests.formula.strategies import Row

Told = Constant | tuple[str, str]
PLACES = 12


class MachineRow:
    """A row as steps see it; `signed`: of each number its sign is known beforehand."""

    def __init__(self, row: Row, machine: Machine, inputs: dict[str, Any], *, signed: bool, name: str = "") -> None:
        self.row, self.machine, self.inputs, self.signed, self.name = row, machine, inputs, signed, name

    def __getitem__(self, name: str) -> Value | NoValue | None:
        value = self.row[name]
        if value is None or isinstance(value, NoValue):
            return value
        called = f"{self.name}{name}"
        steps = self.machine.steps
        if isinstance(value, bool):
            self.inputs[called] = value
            return self.machine.truth(value) if self.signed else Value("boolean", steps.input(called), steps.zero)
        if isinstance(value, str):
            self.inputs[called] = value
            return Value("text", steps.input(called), steps.zero)
        if isinstance(value, date):
            self.inputs[called] = value.toordinal()
            return Value("date", steps.input(called, 1), steps.zero)
        self.inputs[called] = int(value * 10**PLACES)
        if self.signed and not value:
            return self.machine.number(Fraction(0))
        low, high = (1, None) if value > 0 else (None, -1)
        over = steps.input(called, low, high) if self.signed else steps.input(called)
        return Value("number", Quotient(Fraction(1, 10**PLACES), over, steps.one), steps.zero)

    def words(self, name: str) -> Words:
        """A word list."""
        return self.row.words(name)

    def inside(self, group: str) -> tuple[str, ...]:
        """A group and all below it."""
        return self.row.inside(group)

    def children(self, group: str | None) -> "Sequence[MachineRow]":
        """The children of the row, each with inputs of its own."""
        found = self.row.children(group)
        return [
            MachineRow(
                child, self.machine, self.inputs, signed=self.signed, name=f"child_{self.row.below.index(child)}_"
            )
            for child in found
        ]


def machine_value(formula: Formula, row: Row, rounding: Rounding, *, signed: bool) -> Told:
    """The value of a formula, or the code and part for which it has none."""
    inputs: dict[str, Any] = {}
    machine = Machine(rounding, lambda question, text, word: answer(machine, inputs, question, text, word))
    value = work_out(formula, machine, MachineRow(row, machine, inputs, signed=signed))
    if isinstance(value, NoValue):
        return value.code, value.part
    maker = Maker(machine, {name: Input("row", name) for name in inputs})
    maker.add("value", value)
    made = maker.made("formula")
    told = made.read("value", made.run(*(inputs[name] for name in made.names)))
    if isinstance(told, NoValue):
        return told.code, told.part
    assert told is not None
    return told


def answer(machine: Machine, inputs: dict[str, Any], question: str, text: Step, word: str) -> Value:
    """What a text of the row says to a question."""
    said = inputs[str(text.known)]
    if question == "length":
        return machine.number(Fraction(len(said)))
    other = inputs[word] if question == "is the same" else word
    return machine.truth(bool(about(question, said, other)))


def known_signs(formula: Formula, row: Row, rounding: Rounding) -> Told:
    """The machine where the signs of numbers are known beforehand, as they are when a form is bound."""
    return machine_value(formula, row, rounding, signed=True)


def unknown_signs(formula: Formula, row: Row, rounding: Rounding) -> Told:
    """The machine where nothing is known of numbers and conditions beforehand."""
    return machine_value(formula, row, rounding, signed=False)
