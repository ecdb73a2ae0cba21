"""What messages are filled with: the values they ask for, in the form's unit of money, and names side by side."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from perfeval_rules.findings import listed
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.binding import Bound, BoundLine
from perfeval_rules.plan.judge import MEASURES
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.vocabulary import MONEY
from perfeval_rules.plan.worked import Worked, WorkedForm
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Showable, Text

Value = Fraction | bool | str | date
Fill = Callable[[Text], Text]
"""Puts values into a message, in both languages."""
STOPPED_BY_NAME = Text("无法计分：{why}", "There is no score: {why}")
"""What is said of a line that was stopped, where the type's own words name it."""


class Speaker:
    """Fills the messages of one form, and of its lines, with what is known there."""

    def __init__(self, ruleset: Ruleset, plan: Plan, bound: Bound, form: WorkedForm) -> None:
        self.bound, self.form, self.kinds = bound, form, kinds_of(ruleset, plan)

    def values(self, bound: BoundLine, scope: Worked, message: Text) -> dict[str, Showable]:
        """What a message about a line asks for; a line is called what the form calls it."""
        return {**spoken(scope, message, self.bound.money, self.kinds), "name": bound.name}

    def of_line(self, bound: BoundLine, scope: Worked) -> Fill:
        """How messages about a line are filled."""
        return lambda message: filled(message, self.values(bound, scope, message))

    def of_form(self, fault: NoValue) -> Fill:
        """How the message for a lack of the whole form is filled: with the values of the first line that it came from."""
        return lambda message: filled(message, self.values_at(fault, message))

    def values_at(self, fault: NoValue, message: Text) -> dict[str, Showable]:
        """What a message asks for of the first line that a lack came from, else of the form."""
        for bound, scope in zip(self.bound.lines, self.form.lines, strict=True):
            for said in map(scope.look, (*MEASURES, "_exact")):
                if isinstance(said, NoValue) and (said.code, said.node) == (fault.code, fault.node):
                    return self.values(bound, scope, message)
        return spoken(self.form, message, self.bound.money, self.kinds)


def filled(message: Text, values: Mapping[str, Showable]) -> Text:
    """A message with its placeholders filled; a Text, which stands in another message as it is."""
    return Text(message.fill("zh", values), message.fill("en", values))


def spoken(scope: Worked, message: Text, money: Fraction, kinds: Mapping[str, str]) -> dict[str, Showable]:
    """The values that a message asks for; amounts are in the form's unit of money."""
    values: dict[str, Showable] = {}
    for name in message.placeholders():
        value = scope.look(name)
        value = known(value)
        if isinstance(value, Fraction) and (name in MONEY or kinds.get(name) == "money"):
            value = value / money
        values[name] = value
    return values


def kinds_of(ruleset: Ruleset, plan: Plan) -> Mapping[str, str]:
    """The kinds of facts, and of reported values that are amounts of money."""
    return {**{name: fact.kind for name, fact in ruleset.facts.items()}, **dict.fromkeys(plan.money, "money")}


def known(value: Value | NoValue | None) -> Value | None:
    """A value, None where there is none."""
    return None if isinstance(value, NoValue) else value


def either_way(names: tuple[str, ...]) -> Text:
    """Several names, listed as each language does."""
    return Text(listed(names), listed(names, "en"))


def joined(first: Text, second: Text) -> Text:
    """Two messages one after the other."""
    return Text(f"{first.say('zh')}{second.say('zh')}", f"{first.say('en')} {second.say('en')}".strip())
