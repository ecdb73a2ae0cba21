"""Every formula an author wrote: where it stands, what it sees, what kind of value it owes, and its faults."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Written, worst
from perfeval_rules.formula.functions import Addition
from perfeval_rules.formula.kinds import Kind, Vocabulary, check
from perfeval_rules.formula.language import NONE, Formula, Refused, compose, parse
from perfeval_rules.plan.vocabulary import Names
from perfeval_rules.ruleset.kinds import Weight
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import decimal

FACT_KINDS: Mapping[str, Kind] = {
    "number": "number", "money": "number", "text": "text", "date": "date", "yes_no": "boolean",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Authored:
    """One formula of a ruleset before it is read."""

    path: str
    """`rule.cost.score`; of grades the number stands for the id: `grade.0.when`."""
    written: Written
    sees: Vocabulary
    owes: Kind


def authored(ruleset: Ruleset, names: Names) -> Iterator[Authored]:
    """Every formula of a ruleset, in the order of its tables."""
    yield from _of_lines(ruleset, names)
    yield from _of_groups(ruleset, names)
    yield from _of_facts(ruleset, names)
    yield from _of_adjusts(ruleset, names)
    yield from _of_messages(ruleset, names)
    if ruleset.scoring.total is not None:
        yield Authored("scoring.total", ruleset.scoring.total, names.of_form(True), "number")
    for n, grade in enumerate(ruleset.grades):
        if grade.when is not None:
            yield Authored(f"grade.{n}.when", grade.when, names.of_form(True), "boolean")


def _of_lines(ruleset: Ruleset, names: Names) -> Iterator[Authored]:
    tables = {
        "every": ruleset.every,
        **{f"rule.{name}": rule for name, rule in ruleset.rules.items()},
        **{f"line.{name}": line for name, line in ruleset.lines.items()},
    }
    keys: tuple[tuple[str, Callable[[], Vocabulary], Kind], ...] = (
        ("score", names.score, "number"),
        ("applies", names.applies, "boolean"),
        ("manual", names.adjusted, "boolean"),
    )
    for name, rule in ruleset.rules.items():
        if rule.when is not None:
            yield Authored(f"rule.{name}.when", rule.when, names.rule_when(), "boolean")
    for path, table in tables.items():
        for key, sees, owes in keys:
            written = getattr(table, key)
            if written is not None:
                yield Authored(f"{path}.{key}", written, sees(), owes)
    for name, line in ruleset.lines.items():
        if line.weight is not None:
            yield Authored(f"line.{name}.weight", as_text(line.weight), names.line_weight(), "number")


def _of_groups(ruleset: Ruleset, names: Names) -> Iterator[Authored]:
    keys: tuple[tuple[str, bool, Kind], ...] = (
        ("weight", False, "number"), ("score", True, "number"), ("applies", True, "boolean"),
    )  # fmt: skip
    for name, group in ruleset.groups.items():
        for key, own_weight, owes in keys:
            written = getattr(group, key)
            if written is not None:
                yield Authored(f"group.{name}.{key}", as_text(written), names.of_group(own_weight), owes)


def _of_facts(ruleset: Ruleset, names: Names) -> Iterator[Authored]:
    sees = {"line": names.line_fact, "form": lambda: names.of_form(False), "folder": names.of_folder}
    for name, fact in ruleset.facts.items():
        if fact.value is not None:
            yield Authored(f"fact.{name}.value", fact.value, sees[fact.of](), FACT_KINDS[fact.kind])


def _of_adjusts(ruleset: Ruleset, names: Names) -> Iterator[Authored]:
    for name, adjust in ruleset.adjusts.items():
        of_line = adjust.score is not None
        sees = names.adjusted() if of_line else names.of_form(True)
        if adjust.when is not None:
            yield Authored(f"adjust.{name}.when", adjust.when, sees, "boolean")
        for key in ("score", "total"):
            written = getattr(adjust, key)
            if written is not None:
                yield Authored(f"adjust.{name}.{key}", written, sees, "number")


def _of_messages(ruleset: Ruleset, names: Names) -> Iterator[Authored]:
    sees = {"line": names.told_of_line, "form": lambda: names.of_form(False), "folder": names.of_folder}
    for name, reason in ruleset.reasons.items():
        yield Authored(f"reason.{name}.when", reason.when, sees[reason.of](), "boolean")
    for name, check_table in ruleset.checks.items():
        yield Authored(f"check.{name}.when", check_table.when, sees[check_table.of](), "boolean")


NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "formula.unknown-name": ("fact",),
    "formula.unknown-id": ("group", "line"),
    "formula.unknown-words": ("words",),
}
"""The tables that each fault of naming could mean."""
UNREAD = compose("stop('absent')")
"""What stands for a formula that cannot be worked out, while the rest is looked through."""


def as_text(weight: Weight) -> Written:
    """A weight as a formula; one written as a number is that number."""
    return weight if isinstance(weight, Written) else Written(decimal(weight))


def understood(ruleset: Ruleset, fault: Finding) -> Finding:
    """A fault of a formula; where it names a group, or what a `remove` took away, that is told instead."""
    name = str(fault.values.get("name", ""))
    group = next((one for one, table in ruleset.groups.items() if name in (one, table.title.zh, *table.names)), "")
    if fault.code == "formula.unknown-name" and group:
        return finding(
            "ruleset.group-as-name", fault.at, path=fault.path, line=fault.line, length=fault.length,
            name=name, group=group,
        )  # fmt: skip
    removals = [ruleset.merged.removal(table, name) for table in NAMED_BY.get(fault.code, ())]
    removal = next((one for one in removals if one), None)
    if removal is None:
        return fault
    gone, there = ".".join(map(str, removal.path)), str(removal.spot.at)
    return finding(
        "ruleset.removed-name", fault.at, path=fault.path, line=fault.line, length=fault.length,
        name=name, removed=gone, there=there,
    )  # fmt: skip


def read_all(
    ruleset: Ruleset, formulas: Iterator[Authored], additions: Mapping[str, Addition] = NONE
) -> tuple[Mapping[str, Formula], tuple[Finding, ...]]:
    """Every formula by path, and everything wrong with any of them; one that cannot be read, or is unsound, reads nothing."""
    read: dict[str, Formula] = {}
    found: list[Finding] = []
    for one in formulas:
        try:
            formula = parse(one.written, additions=additions)
        except Refused as refused:
            found += refused.findings
            read[one.path] = UNREAD
            continue
        _, faults = check(formula, one.sees, one.owes)
        found += [understood(ruleset, fault) for fault in faults]
        read[one.path] = UNREAD if worst(faults) == "error" else formula
    return read, tuple(found)
