"""A function of the machine: its whole numbers are read back as the values that they stand for."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.machine import function as module
from perfeval_rules.machine.function import Input, Maker, Quiet
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.quotient import Quotient
from perfeval_rules.readings.sayable import Value


@pytest.fixture
def machine():
    return Machine()


def maker(machine, *names):
    return Maker(machine, {name: Input("row", name) for name in names})


def number(machine, name, places=2):
    return Value(
        "number", machine.quotients.whole(machine.steps.input(name), Fraction(1, 10**places)), machine.steps.zero
    )


def of_kind(machine, kind, name):
    return Value(kind, machine.steps.input(name), machine.steps.zero)


def test_values_of_every_kind_are_read_back(machine):
    made = maker(machine, "a", "b", "d", "s", "p")
    ratio = machine.div(number(machine, "a"), machine.add(number(machine, "b"), machine.number(Fraction(1))))
    made.add("number", number(machine, "a"))
    made.add("ratio", ratio._replace(fault=machine.steps.zero))
    for kind, name in (("date", "d"), ("text", "s"), ("boolean", "p")):
        made.add(kind, of_kind(machine, kind, name))
    called = made.made("all")
    given = {"a": 250, "b": 200, "d": date(2024, 1, 2).toordinal(), "s": "good", "p": 1}
    gave = called.run(*(given[name] for name in called.names))
    assert {name: called.read(name, gave) for name in called.outputs} == {
        "number": Fraction("2.5"), "ratio": Fraction(5, 6), "date": date(2024, 1, 2), "text": "good", "boolean": True,
    }  # fmt: skip


def test_what_is_used_again_stands_under_its_label(machine):
    made = maker(machine, "a", "b")
    total = machine.add(number(machine, "a"), number(machine, "b"))
    made.add("total", total, "total")
    made.add("square", machine.mul(total, total))
    assert "    total = a + b\n    return (total, total * total)\n" in made.made("sums").source


def test_the_least_that_a_number_can_be_is_kept_beside_it(machine):
    made = maker(machine, "a", "b")
    for name, low in (("a", 3), ("b", None)):
        step = machine.steps.input(name, low)
        made.add(name, Value("number", machine.quotients.whole(step, Fraction(1, 100)), machine.steps.zero))
    assert [made.outputs[name].low for name in "ab"] == [3, None]


def test_what_is_known_beforehand_is_no_step(machine):
    made = maker(machine)
    values = [machine.number(Fraction(1, 3)), machine.text("good"), machine.truth(False), machine.day(date(2024, 1, 2))]
    for n, value in enumerate([*values, None, NoValue("absent")]):
        made.add(n, value)
    called = made.made("known")
    assert called.run() == ()
    told = [called.read(n, ()) for n in range(6)]
    assert told[:5] == [Fraction(1, 3), "good", False, date(2024, 1, 2), None]
    assert told[5].code == "absent"
    assert all(output.fixed for output in called.outputs.values())


def test_a_fault_is_told_by_its_number(machine):
    made = maker(machine, "a")
    made.add("x", machine.div(machine.number(Fraction(1)), number(machine, "a")))
    called = made.made("quotient")
    assert called.read("x", called.run(400)) == Fraction(1, 4)
    assert called.read("x", called.run(0)).code == "division-by-zero"


def test_what_has_a_fault_whatever_the_numbers_are_says_which(machine):
    test = Value(
        "boolean", machine.steps.compare("<", machine.steps.input("a"), machine.steps.zero), machine.steps.zero
    )
    faults = [machine.lacking(NoValue("absent")), machine.lacking(NoValue("by-hand"))]
    made = maker(machine, "a")
    made.add("x", machine.choose(test, lambda: faults[0], lambda: faults[1]))
    called = made.made("lacking")
    assert [called.read("x", called.run(a)).code for a in (-1, 1)] == ["absent", "by-hand"]


def test_a_function_that_gives_one_value_gives_it_alone(machine):
    made = maker(machine, "a")
    made.add("x", number(machine, "a"), "x")
    called = made.made("one")
    assert called.single
    assert (called.run(5), called.read("x", 5)) == (5, Fraction(1, 20))


def test_a_narrower_function_takes_and_gives_no_more_than_is_asked(machine):
    made = maker(machine, "a", "b")
    made.add("x", number(machine, "a"))
    made.add("y", machine.div(number(machine, "a"), number(machine, "b")))
    made.add("known", machine.number(Fraction(7)))
    called = made.made("wide")
    narrow = called.only(["x"])
    assert (called.names, narrow.names) == (("a", "b"), ("a",))
    assert narrow.inputs == (Input("row", "a"),)
    assert (narrow.read("x", narrow.run(300)), narrow.read("known", ())) == (3, 7)
    assert "y" not in narrow.outputs
    assert called.only(["x"]) is narrow
    ratio = called.only(["y"])
    assert ratio.read("y", ratio.run(300, 200)) == Fraction(3, 2)


def test_inputs_that_lines_bring_together_are_worked_out_from_what_they_gave(machine):
    made = maker(machine, "total", "b")
    made.add("x", machine.add(number(machine, "total"), number(machine, "b")))
    called = made.made("form")
    gathering = called.over({"total": "given[0] + given[1]"})
    assert gathering.run([100, 200], 50) == 350
    assert gathering.source.startswith("def form(given, b):\n    total = given[0] + given[1]\n")
    assert called.over({"total": "given[0] + given[1]"}) is gathering


def test_so_many_ways_to_gather_are_kept_and_no_more(machine, monkeypatch):
    monkeypatch.setattr(module, "MOST_GATHERED", 2)
    made = maker(machine, "total")
    made.add("x", number(machine, "total"))
    called = made.made("form")
    for n in range(5):
        assert called.over({"total": f"given[{n}]"}).run(range(5)) == n
        assert len(called.gathering) <= 2


def test_what_is_known_to_be_false_blank_or_unsaid_stirs_nothing(machine):
    made = maker(machine, "p")
    made.add("coming", of_kind(machine, "boolean", "p"))
    for name, value in {
        "true": machine.truth(True),
        "false": machine.truth(False),
        "blank": machine.text(""),
        "unsaid": None,
    }.items():
        made.add(name, value)
    called = made.made("checks")
    asked = ("coming", "true", "false", "blank", "unsaid")
    assert called.quiet_unless(asked) is called.quiet_unless(asked)
    assert called.quiet_unless(asked) == Quiet(("true",), (("coming", 0),), ())


def test_a_quotient_gives_both_its_sides(machine):
    steps = machine.steps
    made = maker(machine, "a", "b")
    made.add("x", Value("number", Quotient(Fraction(3), steps.input("a"), steps.input("b", 1)), steps.zero))
    called = made.made("sides")
    assert called.read("x", called.run(2, 7)) == Fraction(6, 7)
