"""What messages are filled with: the values they ask for, in the form's unit of money, and names side by side."""

from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.binding import bind
from perfeval_rules.plan.run import exact
from perfeval_rules.plan.speaking import Speaker, either_way, filled, joined, known, spoken
from perfeval_rules.text import Text
from tests.plan.small import AS_DONE, program, row, submission


class Says:
    """Values by name."""

    def __init__(self, **values):
        self.values = values

    def look(self, name):
        return self.values.get(name)


WAN = Fraction(10_000)


def test_a_message_is_given_the_values_that_either_language_asks_for():
    said = spoken(Says(lost=Fraction(3), weight=Fraction(5)), Text("失 {lost} 分", "of {weight}, {unsaid}"), WAN, {})
    assert said == {"lost": 3, "weight": 5, "unsaid": None}


@pytest.mark.parametrize(
    ("name", "kinds", "value"),
    [
        ("executed", {}, 3),
        ("spent", {"spent": "money"}, 3),
        ("spent", {"spent": "number"}, 30_000),
        ("spent", {}, 30_000),
    ],
)
def test_money_is_told_in_the_unit_of_the_form(name, kinds, value):
    said = spoken(Says(**{name: Fraction(30_000)}), Text(f"{{{name}}}"), WAN, kinds)
    assert said == {name: value}


def test_a_lack_that_came_from_no_line_is_told_with_the_values_of_the_form():
    made = program(AS_DONE)
    bound = bind(made.ruleset, made.plan, made.chart, submission([row("")], year=2024))
    form = exact(made.plan, bound.form)
    fill = Speaker(made.ruleset, made.plan, bound, form).of_form(NoValue("over-nothing"))
    assert fill(Text("{year}年{name}", "{year} {name}")) == Text("2024年—", "2024 —")


def test_a_filled_message_stands_in_another_as_it_is():
    inner = filled(Text("“{name}”是 {x:1}", "{name}"), {"name": "{x}", "x": Fraction(1, 4)})
    assert Text("{why}。", "{why}.").fill("zh", {"why": inner, "x": 9}) == "“{x}”是 0.3。"


def test_a_value_that_is_not_there_is_told_as_none():
    assert known(NoValue("absent")) is None
    assert known("") == ""
    assert spoken(Says(x=NoValue("absent")), Text("{x}"), WAN, {}) == {"x": None}


def test_names_are_listed_as_each_language_does():
    assert either_way(("原因", "措施")) == Text("原因、措施", "原因, 措施")
    assert not either_way(())


def test_two_messages_follow_one_another_with_a_space_in_english_alone():
    assert joined(Text("甲。", "A."), Text("乙。", "B.")) == Text("甲。乙。", "A. B.")
    assert joined(Text("甲。", "A."), Text()) == Text("甲。", "A.")
