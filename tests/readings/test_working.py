"""The evaluator on steps goes on where a part has no value: the numbers may yet say that nobody asks for it."""

import pytest

from perfeval_rules.formula.additions import from_python
from perfeval_rules.formula.algebra import NoValue, Unsayable
from perfeval_rules.formula.functions import Function
from perfeval_rules.formula.language import parse
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.quotient import Quotient
from perfeval_rules.readings.sayable import Value
from perfeval_rules.readings.working import Worker, work_out
from perfeval_rules.text import Text
from tests.formula.strategies import Row


class OneNumber(Row):
    """A row on which `a` is an input and all else is blank."""

    def __init__(self, machine):
        super().__init__()
        self.machine = machine

    def __getitem__(self, name):
        steps = self.machine.steps
        return Value("number", self.machine.quotients.whole(steps.input("a")), steps.zero) if name == "a" else None


@pytest.fixture
def machine():
    return Machine()


def test_a_part_without_value_is_a_value_like_any_other(machine):
    value = Worker(machine, OneNumber(machine)).value(parse("b + 1").tree)
    assert (value.kind, machine.answer(value).code) == ("none", "absent")


def test_what_is_lacking_in_one_branch_alone_is_decided_by_the_numbers(machine):
    value = work_out(parse("b if a > 1 else a"), machine, OneNumber(machine))
    assert isinstance(value, Value)
    assert isinstance(value.body, Quotient)
    assert not value.fault.fixed
    assert [(fault.code, fault.part) for fault in machine.faults] == [("absent", "b")]


def test_a_formula_or_a_part_of_one_may_be_worked_out(machine):
    formula = parse("a + b")
    whole, part = (work_out(one, machine, OneNumber(machine)) for one in (formula, formula.tree.left))
    assert isinstance(whole, NoValue)
    assert isinstance(part, Value)


def test_a_fault_keeps_no_frames_alive(machine):
    told = work_out(parse("b + 1"), machine, OneNumber(machine))
    assert isinstance(told, NoValue)
    assert told.__traceback__ is None


def test_what_python_is_handed_though_it_may_be_blank_is_for_the_exact_reading(machine):
    signature = Function("attain(a, b)", ("number", "number"), "number", Text("达成", "attained"))
    formula = parse("attain(b, a)", additions={"attain": from_python(signature, abs, blanks=True)})
    with pytest.raises(Unsayable, match="only Python"):
        work_out(formula, machine, OneNumber(machine))
