"""A ruleset compiled: all its named formulas in stages, frozen, for every reading alike."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from perfeval_rules.formula.algebra import Constant, Rounding
from perfeval_rules.formula.evaluator import Words
from perfeval_rules.formula.kinds import Kind
from perfeval_rules.formula.language import Formula
from perfeval_rules.plan.entry import Entry
from perfeval_rules.plan.judge import Judge
from perfeval_rules.plan.stages import Stages


@dataclass(frozen=True, slots=True)
class Plan:
    """What a reading needs to know of a ruleset, and nothing of how it was written."""

    judges: Mapping[str, Judge]
    """By path; `""` is what takes a row for which no rule holds."""
    rules: tuple[tuple[str, Formula | None], ...]
    """The paths of the rules in the order they are asked, with their conditions."""
    lines: Mapping[str, Mapping[str, Entry]]
    """The entries of a line, by the path of what takes it."""
    form: Mapping[str, Entry]
    stages: Stages
    parents: Mapping[str, str]
    """The group that each group stands in, `""` the form."""
    below: Mapping[str, tuple[str, ...]]
    """The groups directly under each, `""` the form."""
    each: Mapping[str, str]
    """Of a group that is repeated for each text of its lines, the name of that text."""
    childless: frozenset[str]
    """Groups whose own score asks no child: they stand in every form's tree."""
    of_lines: frozenset[str]
    """Every name that lines know by themselves; a group, as a child, has none of them."""
    words: Mapping[str, Words]
    rounding: Rounding
    reported: Mapping[str, Kind]
    """What rows may report beyond the cells that all of them have, by any active type."""
    headings: Mapping[str, tuple[str, ...]]
    """What forms call each of these, as names are compared."""
    written: frozenset[str]
    """Paths of the formulas that authors wrote."""
    folder_facts: Mapping[str, Formula]
    folder_checks: Mapping[str, Formula]
    ranks: Mapping[str, ast.expr]
    """What `rank` asks of each form, by the name under which its place is found."""
    repeated: frozenset[str]
    """The texts that `repeats(…, 'folder')` asks about."""
    counted: tuple[str, ...]
    """The texts of a line, by the names they come in with, that `repeats` asks about on the form."""
    constants: Mapping[str, Constant]
    """Values the ruleset writes out: defaults of facts, edges of grades, full marks."""

    told: Mapping[str, tuple[str, ...]]
    """What may be told of a line, by the path of what takes it: checks of its type, reasons and checks."""
    money: frozenset[str] = frozenset()
    """Those of the reported values that are amounts of money."""
    functions: frozenset[str] = frozenset()
    """The functions of plugins that formulas of the ruleset call."""
    may_fail: bool = False
    """Some formula calls code of a plugin, which may fail."""

    def under(self, group: str) -> tuple[str, ...]:
        """A group and all groups below it."""
        return (group, *(inner for child in self.below.get(group, ()) for inner in self.under(child)))

    def ancestors(self, group: str) -> tuple[str, ...]:
        """A group and those it stands in, from the inside out."""
        return (group, *self.ancestors(self.parents[group])) if group else ()
