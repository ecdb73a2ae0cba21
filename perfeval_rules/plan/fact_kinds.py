"""What kind of value a computed fact has, where its author names none: that of its formula."""

from collections.abc import Mapping

from perfeval_rules.formula.kinds import Kind, check
from perfeval_rules.formula.language import Refused, parse
from perfeval_rules.plan.compile import names_of
from perfeval_rules.plan.vocabulary import Names
from perfeval_rules.registry import Registry
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.tables import Fact, FactKind

AS_FACT: Mapping[Kind, FactKind] = {"number": "number", "boolean": "yes_no", "text": "text", "date": "date"}


def with_fact_kinds(ruleset: Ruleset, registry: Registry) -> Ruleset:
    """The ruleset with a kind for every computed fact; facts may rest on one another, so it takes a few rounds."""
    unnamed = [name for name, fact in ruleset.facts.items() if fact.value is not None and not fact.names_kind]
    for _ in unnamed:
        names = names_of(ruleset, registry)
        found = {name: found_kind(ruleset.facts[name], names, registry) for name in unnamed}
        changed = {name: kind for name, kind in found.items() if kind != ruleset.facts[name].kind}
        if not changed:
            break
        facts = {
            name: fact.model_copy(update={"kind": changed[name]}) if name in changed else fact
            for name, fact in ruleset.facts.items()
        }
        ruleset = ruleset.with_facts(facts)
    return ruleset


def found_kind(fact: Fact, names: Names, registry: Registry) -> FactKind:
    """The kind of a fact's formula; a number where the formula does not say."""
    sees = {"line": names.line_fact(), "form": names.of_form(False), "folder": names.of_folder()}
    try:
        kind, _ = check(parse(fact.value or "", additions=registry.additions), sees[fact.of], None)
    except Refused:
        kind = None
    return AS_FACT.get(kind or "number", "number")
