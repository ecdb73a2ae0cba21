"""What messages are filled with: the values they ask for, in the form's unit of money, and names side by side."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from perfeval_rules.findings import listed
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.vocabulary import MONEY
from perfeval_rules.plan.worked import Worked
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Showable, Text

Value = Fraction | bool | str | date


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
