"""Facts as formulas: what the form carries, else what is computed, else the default."""

from perfeval_rules.formula.language import Formula, Refused, compose
from perfeval_rules.plan.entry import Entry


def fact_entry(name: str, kind: str, value: Formula | None, has_default: bool) -> Entry:
    """The entry of a fact; a text always has a value, so there a blank one passes the word on.

    What can only be carried is told under the fact's own name where it is lacking.
    """
    words = {"_carried": f"carried.{name}", "_default": f"default.{name}"}
    step = "{0} if given({0}) else {1}" if kind == "text" else "default({0}, {1})"
    if value is None and not has_default:
        return Entry(name, carried(name), {**words, name: f"carried.{name}"})
    if value is not None and has_default:
        template = step.format("_carried", f"({step.format('_value', '_default')})")
    else:
        template = step.format("_carried", "_default" if value is None else "_value")
    return Entry(name, compose(template, **({} if value is None else {"_value": value})), words)


def carried(name: str) -> Formula:
    """What asks for a carried value alone, under the fact's own name where formulas can say it."""
    try:
        return compose(name)
    except Refused:  # an id that is told as a fault; what else is wrong with the ruleset is looked for all the same
        return compose("_carried")
