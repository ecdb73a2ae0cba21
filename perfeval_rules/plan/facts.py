"""Facts as formulas: what the form carries, else what is computed, else the default."""

from perfeval_rules.formula.language import Formula, compose
from perfeval_rules.plan.entry import Entry


def fact_entry(name: str, kind: str, value: Formula | None, has_default: bool) -> Entry:
    """The entry of a fact; a text always has a value, so there a blank one passes the word on."""
    words = {"_carried": f"carried.{name}", "_default": f"default.{name}"}
    step = "{0} if given({0}) else {1}" if kind == "text" else "default({0}, {1})"
    template = "_carried"
    if value is not None and has_default:
        template = step.format("_carried", f"({step.format('_value', '_default')})")
    elif value is not None or has_default:
        template = step.format("_carried", "_default" if value is None else "_value")
    return Entry(name, compose(template, **({} if value is None else {"_value": value})), words)
