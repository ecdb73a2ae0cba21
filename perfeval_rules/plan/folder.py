"""The forms of a folder side by side: ranks, texts that stand on several of them, folder facts and folder checks.

Two passes: in the first every form is worked out alone; in the second it is worked out again with its ranks and with how
often its texts stand in the folder.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from perfeval_rules.findings import Finding, Place
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.evaluator import Names, Words, evaluate
from perfeval_rules.formula.language import Formula
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormInput, FormScope, Given, exact, run
from perfeval_rules.plan.scopes import Bare, ChildLine
from perfeval_rules.readings.exact import Exact
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Showable, Text

Value = Fraction | bool | str | date
IN_FOLDER = "_in_folder"
"""The name that tells a form that it is worked out beside others."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The forms of a folder worked out, and what was found across them."""

    forms: tuple[FormScope[Value], ...]
    facts: Mapping[str, Showable]
    findings: tuple[Finding, ...]


def folder_of(
    ruleset: Ruleset, plan: Plan, given: Sequence[FormInput], name: str, reading: Exact | None = None
) -> Folder:
    """Work out the forms of a folder; `name` is what the folder is called in findings.

    `reading` works out the second pass, and what is said across the forms; None: the exact one.
    """
    reading = reading or Exact(plan.rounding)
    alone = [exact(plan, one) for one in given]
    ranks = [dict(ranks_of(plan, form, alone)) for form in alone]
    counts = texts_of(plan, given)
    second = [beside(plan, one, ranks[n], counts) for n, one in enumerate(given)]
    forms = tuple(run(plan, one, reading) for one in second)
    scope = Across(plan, forms, reading)
    for fact, formula in plan.folder_facts.items():
        scope.values[fact] = scope.worked_out(formula)
    facts = {fact: None if isinstance(value, NoValue) else value for fact, value in scope.values.items()}
    return Folder(forms, facts, tuple(fired(ruleset, plan, scope, name)))


def ranks_of(plan: Plan, form: FormScope[Value], forms: Sequence[FormScope[Value]]) -> Iterator[tuple[str, Given]]:
    """The places of a form by everything that `rank` asks: 1 is the largest, ties share the better place."""
    for key, asked in plan.ranks.items():
        mine = number_of(form, asked)
        if mine is not None:
            others = (number_of(other, asked) for other in forms)
            yield key, Fraction(1 + sum(other > mine for other in others if other is not None))


def number_of(form: FormScope[Value], asked: ast.expr) -> Fraction | None:
    """A number of a form; None where it has none."""
    try:
        value = evaluate(asked, form.algebra, Bare(form, form))
    except NoValue:
        return None
    return value if isinstance(value, Fraction) else None


def texts_of(plan: Plan, given: Sequence[FormInput]) -> Mapping[tuple[str, Given], int]:
    """How often each text that `repeats(…, 'folder')` asks about stands in the folder."""
    counts: dict[tuple[str, Given], int] = {}
    for form in given:
        for line in form.lines:
            for name in plan.repeated:
                key = (name, text_in(line.values, name))
                counts[key] = counts.get(key, 0) + 1
    return counts


def text_in(values: Mapping[str, Given], name: str) -> Given:
    """A text of a line, reported or carried."""
    return values.get(name) or values.get(f"carried.{name}")


def beside(
    plan: Plan, form: FormInput, ranks: Mapping[str, Given], counts: Mapping[tuple[str, Given], int]
) -> FormInput:
    """A form with what only the folder can say of it."""

    def repeated(values: Mapping[str, Given]) -> dict[str, Given]:
        texts = {name: text_in(values, name) for name in plan.repeated}
        return {f"repeats.{n}.folder": Fraction(counts[n, text] if text else 0) for n, text in texts.items()}

    lines = tuple(replace(line, values={**line.values, **repeated(line.values)}) for line in form.lines)
    return FormInput({**form.values, **ranks, IN_FOLDER: True}, lines, form.tree)


def fired(ruleset: Ruleset, plan: Plan, scope: "Across", name: str) -> Iterator[Finding]:
    """What the folder checks tell; one with `each` is asked once for every text that the forms or lines share."""
    for check, formula in plan.folder_checks.items():
        table = ruleset.checks[check]
        for key, children in scope.shared(table.each):
            if scope.over(children).worked_out(formula) is True:
                message = table.message or Text(f"核查 {check} 成立。", f"Check {check} holds.")
                values: dict[str, Showable] = {"forms": len(scope.forms), **({table.each: key} if table.each else {})}
                yield Finding(
                    f"check.{check}", table.severity, Place(name), message, Text(), values, key, f"check.{check}"
                )


class Across:
    """The names of a formula over the forms of a folder."""

    def __init__(
        self,
        plan: Plan,
        forms: Sequence[FormScope[Value]],
        reading: Exact,
        children: "Sequence[Names[Value]] | None" = None,
    ) -> None:
        self.plan, self.forms, self.reading = plan, forms, reading
        self.values: dict[str, Value | NoValue] = {}
        self.asked = [_ChildForm(form) for form in forms] if children is None else children

    def over(self, children: "Sequence[Names[Value]]") -> "Across":
        """The same names, with aggregates over some children."""
        other = Across(self.plan, self.forms, self.reading, children)
        other.values = self.values
        return other

    def worked_out(self, formula: Formula) -> Value | NoValue:
        """The value of a formula, or why it has none."""
        try:
            return evaluate(formula, self.reading, self)
        except NoValue as fault:
            return fault

    def shared(self, each: str | None) -> "Iterator[tuple[str, Sequence[Names[Value]]]]":
        """The children by what they share: forms by a text of the form, lines by a fact of the line."""
        if each is None:
            yield "", self.asked
            return
        forms: list[Names[Value]] = [_ChildForm(form) for form in self.forms]
        lines: list[Names[Value]] = [ChildLine(line) for form in self.forms for line in form.lines]
        by: dict[str, list[Names[Value]]] = {}
        for child in lines if each in self.plan.of_lines else forms:
            text = child[each]
            if isinstance(text, str) and text:
                by.setdefault(text, []).append(child)
        yield from by.items()

    def __getitem__(self, name: str) -> Value | NoValue | None:
        return Fraction(len(self.forms)) if name == "forms" else self.values.get(name)

    def words(self, name: str) -> Words:
        """A word list."""
        return self.plan.words[name]

    def inside(self, group: str) -> tuple[str, ...]:
        """A group and all groups below it."""
        return self.plan.under(group)

    def children(self, group: str | None) -> "Sequence[Names[Value]]":
        """Over whom an aggregate runs."""
        return self.asked


class _ChildForm(Bare[Value]):
    """A form as an aggregate over a folder sees it; its name is that of the project."""

    __slots__ = ()

    def __init__(self, form: FormScope[Value]) -> None:
        super().__init__(form, form)

    def __getitem__(self, name: str) -> Value | NoValue | None:
        return super().__getitem__("project" if name == "name" else name)
