"""Formulas on steps: what is known is worked out, what is asked of texts is asked, what cannot be said is told."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import NoValue, Unsayable
from perfeval_rules.formula.definitions import DEFINITIONS
from perfeval_rules.formula.language import parse
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.sayable import Value, certain, unanswered
from perfeval_rules.readings.working import work_out
from tests.agreement.formula_agreement import exact
from tests.formula.strategies import Lifted, Row
from tests.machine.rows import known_signs, unknown_signs

BLANK = Row({"s": ""})
ROWS = (
    Row({"a": Fraction(0), "b": Fraction(1, 2), "s": "因天气", "t": "因天气", "p": True, "q": False}),
    Row({"a": Fraction(-7, 4), "c": Fraction(3), "s": "", "t": "无", "p": False}),
    Row(
        {"a": Fraction(5), "b": Fraction(0), "c": Fraction(-1), "s": " 无 ", "t": "", "q": True,
         "d": date(2024, 1, 1), "e": date(2024, 2, 1)},
        (Row({"x": Fraction(2), "ok": True, "name": "甲"}), Row({"y": Fraction(1), "name": ""}, (), "cost")),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "s == t", "s != t", "t in ('无', '人次')", "(s if p else t) == '无'",
        "(s if p else t) == (t if q else s)", "'无' == (s if a > 1 else t)", "length(s if a > 0 else t)",
        "mentions(s if a > 0 else t, 'cause')", "mentions('无', 'nothing')", "length('因天气')", "mentions('因天气', 'cause')",
        "given(s)", "given(s if a > 0 else '')", "given(d)", "d < e", "days(d, e) > 30", "d == e", "(d if p else e) < e",
        "1 / a", "1 / a if a != 0 else b", "b / (a - a)", "if_blank(b, 1 / a)", "min(a, b, c)", "7 if b > 1 else 7",
        "a > 1 and b < 1", "b < 1 or a > 1", "p and q", "not q", "p and 1 / a > 0", "not (p or q)",
        "at_least(a, [[90, 1], [5, 0.8]])", "at_least(a, [[90, 1], [80, b]], 0)", "interpolate(a, [[0, 0], [c, 1]])",
        "ifs(p, a, q, b, c)", "abs(a) + floor(b) - ceil(c)", "round(a / 3, 2)", "steps(a, b)", "lookup(s, [['无', 1]])",
        "(1 / a if p else b / a) + 1", "given(1 / a if a > 0 else 2 / a)", "(d if a > 0 else e) == d",
        "sum(x)", "count(ok)", "any(ok)", "all(ok)", "largest(x + y)", "smallest(y)", "all(x > 1 or y > 0)",
        "count(name == s)", "sum(length(name))", "mentions(s, 'none-at-all')", "(b if p else c) == (c if q else b)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("row", range(len(ROWS)))
def test_the_machine_says_what_the_exact_reading_says(text, row):
    formula = parse(text)
    for rounding in ("half-up", "half-even", "down"):
        told = exact(formula, ROWS[row], rounding)
        for reading in (known_signs, unknown_signs):
            assert reading(formula, ROWS[row], rounding) == told


def say(text, row=BLANK):
    """A formula over constants."""
    machine = Machine()
    return work_out(parse(text, stops=True), machine, Lifted(row, machine))


def test_what_is_known_beforehand_is_worked_out_at_once():
    known = Row({"a": Fraction(3), "s": "因天气", "d": date(2024, 1, 1), "p": True})
    assert say("a * 2 + 1", known).body.scale == 7
    assert say("p and mentions(s, 'cause')", known).body.known is True
    assert say("days(d, d)", known).body.scale == 0


def test_what_certainly_has_no_value_is_told_with_its_part():
    for text, code, part in [
        ("a + 1", "absent", "a"),
        ("1 / 0", "division-by-zero", "1 / 0"),
        ("stop('by-hand')", "by-hand", "stop('by-hand')"),
    ]:
        told = say(text)
        assert isinstance(told, NoValue)
        assert (told.code, told.part) == (code, part)


def test_a_fault_has_one_number_however_often_it_is_met():
    machine, fault = Machine(), NoValue("absent")
    assert machine.numbered(fault) is machine.numbered(fault)
    assert machine.numbered(NoValue("absent")).known == 2
    assert machine.faults[0] is fault


def test_a_fault_without_a_place_gets_that_of_the_part_it_arises_in():
    machine, node, outer = Machine(), parse("a").tree, parse("b").tree
    fault = NoValue("division-by-zero")
    value = machine.lacking(fault)
    machine.at(node, value)
    machine.at(outer, value)
    assert fault.node is node


def test_nothing_is_known_of_a_text_that_other_steps_give():
    machine = Machine()
    text = Value("text", machine.steps.input("s"), machine.steps.zero)
    with pytest.raises(Unsayable, match="contains"):
        machine.contains(text, "因")
    with pytest.raises(Unsayable, match="is"):
        unanswered("is", machine.steps.input("s"), "因")


def test_only_what_is_known_to_be_true_holds():
    machine = Machine()
    assert machine.holds(machine.truth(True))
    assert not machine.holds(machine.truth(False))
    assert not machine.holds(machine.lacking(NoValue("absent")))
    for undecided in (
        Value("boolean", machine.steps.input("p"), machine.steps.zero),
        Value("boolean", machine.steps.true, machine.steps.input("fault", 0)),
    ):
        with pytest.raises(Unsayable, match="only the numbers decide"):
            machine.holds(undecided)


def test_a_fault_is_certain_where_no_number_takes_it_away():
    machine = Machine()
    assert certain(machine.lacking(NoValue("absent")).fault)
    assert not certain(machine.truth(True).fault)
    assert not certain(machine.steps.input("fault", 0))


def test_a_choice_by_a_test_that_is_not_there_is_not_there():
    machine = Machine()
    told = machine.choose(machine.lacking(NoValue("absent")), lambda: machine.truth(True), lambda: machine.truth(False))
    assert machine.answer(told).code == "absent"


def test_what_has_a_fault_for_certain_is_of_no_kind_whatever_goes_before_it():
    say = Machine()
    unsure = say.div(
        say.number(Fraction(1)), Value("number", say.quotients.whole(say.steps.input("a")), say.steps.zero)
    )
    lacking = say.lacking(NoValue("absent"))
    for values in ((unsure, lacking), (lacking, unsure)):
        assert say.call("max", DEFINITIONS["max"], values).kind == "none"
