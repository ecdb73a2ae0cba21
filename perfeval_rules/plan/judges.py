"""Rules and lines resolved: own keys, then those of `every`, then the defaults of the type, and what is wrong there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding
from perfeval_rules.formula.algebra import Constant
from perfeval_rules.formula.language import Formula
from perfeval_rules.plan.called import titles_of, titles_of_form
from perfeval_rules.plan.judge import Judge, TypeCheck
from perfeval_rules.registry import Offer, Registry
from perfeval_rules.ruleset.document import Path, dotted
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.tables import Every, Line, Rule, keys_of
from perfeval_rules.ruleset.telling import meant
from perfeval_rules.text import Text

Formulas = Mapping[str, Formula]
UNRULED = Judge(
    path="", id="", title=Text(), type="", plugin="", options={}, reported={}, required=frozenset(), measures={}, checks={},
    facts={}, presets={}, score=None, applies=None, manual=None, weight=None, from_funds=False, cites=(), messages={}, titles={},
)  # fmt: skip
"""What takes a row for which no rule holds; its titles and messages also speak for the form."""
WRITTEN_AS: Mapping[str, tuple[type[Fraction] | type[str] | type[bool], ...]] = {
    "number": (Fraction, str), "money": (Fraction, str), "text": (str,), "date": (str,), "boolean": (bool,),
    "yes_no": (bool,),
}  # fmt: skip
"""How a ruleset may write a value of a kind; a text is then read as a cell of the form is."""


def judges_of(
    ruleset: Ruleset, registry: Registry, formulas: Formulas
) -> tuple[Mapping[str, Judge], tuple[Finding, ...]]:
    """Every rule and line of a ruleset resolved, by path, with all their faults."""
    resolver = _Resolver(ruleset, registry, formulas)
    resolver.options_of_every()
    judges: dict[str, Judge] = {}
    for name, rule in ruleset.rules.items():
        judges |= {judge.path: judge for judge in resolver.resolve(("rule", name), rule)}
    for name, line in ruleset.lines.items():
        judges |= {judge.path: judge for judge in resolver.resolve(("line", name), line)}
    messages = {code: text for judge in judges.values() for code, text in judge.messages.items()}
    unruled = replace(UNRULED, titles=titles_of_form(ruleset.facts), messages=messages)
    return {"": unruled, **judges}, tuple(resolver.found)


@dataclass(slots=True)
class _Resolver:
    ruleset: Ruleset
    registry: Registry
    formulas: Formulas
    found: list[Finding] = field(default_factory=list)

    def tell(self, code: str, path: Path, *, value: bool = False, **values: Any) -> None:
        spot = self.ruleset.merged.value(path) if value else self.ruleset.merged.key(path)
        self.found.append(finding(code, spot.at, path=dotted(path), line=spot.line, length=spot.length, **values))

    def options_of_every(self) -> None:
        """An option for all lines that no type declares is a slip."""
        declared = {name for offer in self.registry.types.values() for name in offer.option_kinds}
        for name in self.ruleset.every.options:
            if name not in declared:
                near = meant(name, {*declared, *keys_of(Every)})
                self.tell("ruleset.unknown-option", ("every", name), option=name, nearest=near)

    def resolve(self, path: Path, table: Rule | Line) -> Iterator[Judge]:
        """The judge of a table; none where its type is not known."""
        kind = table.type or self.ruleset.every.type
        if kind is None:
            self.tell("ruleset.no-type", path, name=str(path[-1]))
            return
        offer = self.registry.types.get(kind)
        if offer is None:
            at = (*path, "type") if table.type else ("every", "type")
            self.tell("ruleset.unknown-type", at, value=True, type=kind, nearest=meant(kind, self.registry.types))
            return
        line = table if isinstance(table, Line) else None
        options, presets = self.keys(path, table, offer)
        where = ".".join(map(str, path))
        described = offer.type
        yield Judge(
            path=where,
            id=str(path[-1]) if line else "",
            title=table.title,
            type=kind,
            plugin=offer.plugin.name,
            options=options,
            reported=offer.reported_kinds,
            required=offer.required,
            measures=self.measures(path, options, offer),
            checks=dict(checks_of(offer)),
            facts=self.facts(path, line, offer) if line else {},
            presets=presets,
            score=self.formula(where, "score"),
            applies=self.formula(where, "applies"),
            manual=self.formula(where, "manual"),
            weight=self.formulas.get(f"{where}.weight"),
            from_funds=bool(line) and described.from_funds,
            cites=table.cites or self.ruleset.every.cites,
            messages=described.messages,
            titles=titles_of(offer, options, self.ruleset.facts),
        )

    def measures(self, path: Path, options: Mapping[str, Constant], offer: Offer) -> Mapping[str, Formula]:
        """The formulas of the type under its options; one that cannot take them together is told."""
        if offer.needed - options.keys():
            return offer.measures  # told already
        try:
            return offer.configured(options)
        except KeyboardInterrupt:
            raise
        except BaseException as fault:  # a type may bring a test of its options together, which may raise anything
            self.tell("ruleset.wrong-options", path, type=offer.type.name, why=offer.refusal(fault))
            return offer.measures

    def formula(self, where: str, key: str) -> Formula | None:
        return self.formulas.get(f"{where}.{key}") or self.formulas.get(f"every.{key}")

    def keys(
        self, path: Path, table: Rule | Line, offer: Offer
    ) -> tuple[Mapping[str, Constant], Mapping[str, Constant]]:  # fmt: skip
        """The options that hold for a table, and the reported values and facts a line presets."""
        own: dict[str, object] = {}
        presets: dict[str, Constant] = {}
        for name, value in table.options.items():
            if name in offer.option_kinds:
                own[name] = value
            elif isinstance(table, Line) and self.can_preset(name, offer):
                kind = offer.reported_kinds.get(name) or self.ruleset.facts[name].kind
                presets |= self.preset(path, name, value, kind)
            else:
                self.unknown(path, name, table, offer)
        shared = {name: value for name, value in self.ruleset.every.options.items() if name in offer.option_kinds}
        given = {name: self.option(path if name in own else ("every",), name, value, offer)
                 for name, value in {**shared, **own}.items()}  # fmt: skip
        sound = {name: value for name, value in given.items() if value is not None}
        for name in sorted(offer.needed - given.keys()):
            self.tell("ruleset.missing-option", path, option=name, type=offer.type.name)
        return {**offer.defaults, **sound}, presets

    def option(self, path: Path, name: str, value: object, offer: Offer) -> Constant | None:
        """An option as its type takes it; None, and told, where it does not."""
        fault = offer.option_fault(name, value)
        if fault is None and isinstance(value, (Fraction, str, bool)):
            return value
        choices = "、".join(offer.choices.get(name, ()))
        near = meant(str(value), offer.choices.get(name, ()))
        code = "ruleset.wrong-choice" if choices else "ruleset.wrong-option"
        self.tell(
            code, (*path, name), value=True, option=name, type=offer.type.name, choices=choices, nearest=near,
            why=fault,
        )  # fmt: skip
        return None

    def can_preset(self, name: str, offer: Offer) -> bool:
        """Whether a line may write a value of this name itself."""
        fact = self.ruleset.facts.get(name)
        return name in offer.reported_kinds or (fact is not None and fact.of == "line")

    def preset(self, path: Path, name: str, value: object, kind: str) -> Mapping[str, Constant]:
        """A reported value that the ruleset itself writes; one taken from a fact is no constant."""
        if isinstance(value, WRITTEN_AS[kind]):
            return {name: value}
        fact = from_fact(value)
        if not fact:
            self.tell("ruleset.wrong-preset", (*path, name), value=True, name=name)
        elif fact not in self.ruleset.facts or self.ruleset.facts[fact].of != "form":
            known = [other for other, table in self.ruleset.facts.items() if table.of == "form"]
            self.tell("ruleset.unknown-fact", (*path, name), value=True, fact=fact, nearest=meant(fact, known))
        return {}

    def unknown(self, path: Path, name: str, table: Rule | Line, offer: Offer) -> None:
        others = [kind for kind, other in self.registry.types.items() if name in other.option_kinds]
        known = {*offer.option_kinds, *keys_of(type(table))}
        known |= {*offer.reported_kinds, *self.ruleset.facts} if isinstance(table, Line) else set()
        code = "ruleset.option-of-other-type" if others else "ruleset.unknown-option"
        self.tell(
            code, (*path, name), option=name, type=offer.type.name, types="、".join(others),
            nearest=meant(name, known),
        )  # fmt: skip

    def facts(self, path: Path, line: Line, offer: Offer) -> Mapping[str, str]:
        """Reported values that come from a fact: by preset, else because a fact of the form bears the name."""
        taken: dict[str, str] = {}
        for name in offer.reported_kinds:
            preset = line.options.get(name)
            if from_fact(preset):
                taken[name] = from_fact(preset)
            elif name not in line.options and self.is_of_form(name):
                taken[name] = name
        return {name: fact for name, fact in taken.items() if fact in self.ruleset.facts}

    def is_of_form(self, name: str) -> bool:
        fact = self.ruleset.facts.get(name)
        return fact is not None and fact.of == "form"


def checks_of(offer: Offer) -> Iterator[tuple[str, TypeCheck]]:
    """The checks that a type brings."""
    for check in offer.type.checks:
        message = offer.type.messages.get(check.name, Text())
        yield check.name, TypeCheck(offer.checks[check.name], check.severity, check.stops, message)


def from_fact(preset: object) -> str:
    """The fact that a preset such as `actual = { fact = "review_rate" }` names; blank where it is none."""
    fact = preset.get("fact") if isinstance(preset, Mapping) and len(preset) == 1 else None
    return fact if isinstance(fact, str) else ""
