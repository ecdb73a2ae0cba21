"""Values of the machine: known to nobody before there is a form."""

import operator

import pytest

from perfeval_rules.formula.algebra import Unsayable
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.sayable import certain, unanswered

SAY = Machine()
ONE, OTHER = SAY.number(1), SAY.number(2)


@pytest.mark.parametrize(
    "asks",
    [
        bool, str, format, lambda one: one == 1, lambda one: one != OTHER, lambda one: one < OTHER,
        lambda one: one <= OTHER, lambda one: one > 1, lambda one: one >= 1, lambda one: max(one, OTHER),
        lambda one: one in (OTHER,), lambda one: operator.contains(one, 1),
    ],
)  # fmt: skip
def test_python_that_asks_what_a_value_is_gets_no_answer(asks):
    with pytest.raises(Unsayable):
        asks(ONE)


def test_a_value_is_itself_and_has_parts():
    assert ONE is not OTHER
    assert ONE._replace(fault=SAY.steps.true).kind == "number"
    assert len({id(ONE): ONE, id(OTHER): OTHER}) == 2
    assert hash(ONE) == hash(tuple(ONE))


def test_a_fault_is_certain_where_no_number_decides_it():
    assert certain(SAY.stop("odd").fault)
    assert not certain(ONE.fault)


def test_a_text_that_other_steps_give_answers_nothing():
    with pytest.raises(Unsayable, match="length"):
        unanswered("length", SAY.steps.true, "")
