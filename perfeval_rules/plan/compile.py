"""From a ruleset and the types it may use to a plan, with everything that is wrong found in one pass."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, worst
from perfeval_rules.formula.additions import additions_in
from perfeval_rules.formula.algebra import Constant
from perfeval_rules.formula.evaluator import Words
from perfeval_rules.formula.functions import Addition
from perfeval_rules.formula.keys import repeats_key
from perfeval_rules.formula.kinds import Kind
from perfeval_rules.formula.language import NONE, Formula, Refused, parse
from perfeval_rules.formula.reads import ranks, reads
from perfeval_rules.lint import lint
from perfeval_rules.plan.authored import FACT_KINDS, authored, read_all
from perfeval_rules.plan.entry import Entry
from perfeval_rules.plan.form_formulas import form_facts, form_formulas, says_the_default
from perfeval_rules.plan.judge import Judge
from perfeval_rules.plan.judges import judges_of
from perfeval_rules.plan.line_formulas import line_formulas
from perfeval_rules.plan.placing import bare
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.python_only import python_only
from perfeval_rules.plan.references import reference_faults
from perfeval_rules.plan.size import TooLarge, check_sizes
from perfeval_rules.plan.stages import Circle, Stages, staged
from perfeval_rules.plan.vocabulary import ROW, ROW_TEXTS, Names
from perfeval_rules.registry import Registry
from perfeval_rules.ruleset.document import Path, dotted
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.tables import Fact

WHOLE_CELL = frozenset({"yes", "no", "placeholder", "not-applicable"})
"""Word lists of which a word must be the whole cell."""
OWN_LISTS = ("placeholder", "not-applicable", "says-missed", "says-done")
"""Word lists of the engine's own, empty unless a ruleset writes them."""
LATE = frozenset({"total", "grade"})
"""Names of the form that only lines can give."""


def compile_plan(ruleset: Ruleset, registry: Registry) -> tuple[Plan | None, tuple[Finding, ...]]:
    """Compile a ruleset; None where an error was found, with every finding either way."""
    names = names_of(ruleset, registry)
    written, found = read_all(ruleset, authored(ruleset, names), registry.additions)
    formulas = {path: formula for path, formula in written.items() if not says_the_default(path, formula)}
    judges, faults = judges_of(ruleset, registry, formulas)
    findings = [*found, *faults, *reference_faults(ruleset, names)]
    composed = compose_all(ruleset, formulas, judges)
    if isinstance(composed, Finding):
        return None, ordered([*findings, composed])
    if worst(tuple(findings)) == "error":
        return None, ordered(findings)
    lines, form, stages = composed
    plan = Plan(
        judges=judges,
        rules=tuple((f"rule.{name}", formulas.get(f"rule.{name}.when")) for name in ruleset.rules),
        lines=lines,
        form=form,
        stages=stages,
        parents={name: group.inside or "" for name, group in ruleset.groups.items()},
        below=below(ruleset),
        each={name: group.each for name, group in ruleset.groups.items() if group.each is not None},
        childless=frozenset(childless(ruleset, formulas)),
        of_lines=frozenset({*names.of_lines, *(name for entries in lines.values() for name in entries)}),
        words=words_of(ruleset, registry),
        rounding=ruleset.scoring.rounding,
        reported=names.reported,
        headings=headings(registry, names.reported),
        written=frozenset(formulas),
        **over_folders(ruleset, formulas),
        counted=counted(
            ruleset, [*formulas.values(), *(one.formula for of in (*lines.values(), form) for one in of.values())]
        ),
        constants=constants(ruleset),
        told=told_of(ruleset, judges),
        money=frozenset(name for offer in registry.types.values() for name in offer.money),
        functions=frozenset().union(*map(additions_in, formulas.values())),
        may_fail="_outcome" in lines[""],
    )
    return plan, ordered([*findings, *lint(ruleset, formulas), *python_only(ruleset, registry, formulas, judges)])


def over_folders(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> dict[str, Any]:
    """What a plan knows of folders: their facts and checks, and what is ranked and counted over their forms."""
    facts, checks = ruleset.facts.items(), ruleset.checks.items()
    return {
        "folder_facts": {n: formulas[f"fact.{n}.value"] for n, fact in facts if over_folder(fact)},
        "folder_checks": {n: formulas[f"check.{n}.when"] for n, check in checks if check.of == "folder"},
        "ranks": {key: asked for formula in formulas.values() for key, asked in ranks(formula.tree).items()},
        "repeated": frozenset(repeated_in_folder(formulas.values())),
    }


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their places, each once."""
    unique = {(one.code, one.at, one.path, one.say("en")): one for one in findings}
    return tuple(sorted(unique.values(), key=lambda one: one.at))


def names_of(ruleset: Ruleset, registry: Registry) -> Names:
    """What the ruleset and its types bring to the vocabularies of formulas."""
    of: dict[str, dict[str, Kind]] = {"form": {}, "line": {}, "folder": {}}
    for name, fact in ruleset.facts.items():
        of[fact.of][name] = FACT_KINDS[fact.kind]
    reported: dict[str, Kind] = {}
    options: dict[str, Kind] = {}
    for offer in registry.types.values():
        reported |= {name: kind for name, kind in offer.reported_kinds.items() if name not in ROW}
        options |= offer.option_kinds
    return Names(
        form_facts=of["form"],
        early_facts=early_facts(ruleset, registry.additions),
        line_facts=of["line"],
        folder_facts=of["folder"],
        reported=reported,
        options=options,
        words=frozenset(words_of(ruleset, registry)),
        groups=frozenset(ruleset.groups),
        lines=frozenset(ruleset.lines),
        carried=frozenset(name for name, fact in ruleset.facts.items() if fact.value is None),
    )


def headings(registry: Registry, reported: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """What forms call each value that rows report beyond the cells of all, as names are compared."""
    found: dict[str, tuple[str, ...]] = {}
    for offer in registry.types.values():
        for name, called in offer.headings.items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *map(bare, called))))
    return {name: found[name] for name in reported}


def early_facts(ruleset: Ruleset, additions: Mapping[str, Addition] = NONE) -> frozenset[str]:
    """Facts of the form that need no line: nothing they read, at any remove, is gathered from lines."""
    read: dict[str, frozenset[str]] = {}
    late: set[str] = set()
    for name, fact in ruleset.facts.items():
        if fact.of != "form" or fact.value is None:
            continue
        try:
            found = reads(parse(fact.value, additions=additions).tree)
        except Refused:
            continue
        read[name] = found.names
        if found.aggregates or any(asked.startswith("points.") for asked in found.names) or found.names & LATE:
            late.add(name)
    while more := {name for name, asked in read.items() if name not in late and asked & late}:
        late |= more
    return frozenset(name for name, fact in ruleset.facts.items() if fact.of == "form" and name not in late)


def words_of(ruleset: Ruleset, registry: Registry) -> Mapping[str, Words]:
    """Every word list: the engine's own, the types' defaults, and the ruleset's, which replace both by name."""
    lists = {name: Words((), name in WHOLE_CELL) for name in OWN_LISTS}
    for offer in registry.types.values():
        lists |= {name: Words(words.values, words.whole or name in WHOLE_CELL) for name, words in offer.words.items()}
    for name, values in ruleset.words.items():
        whole = lists[name].whole if name in lists else name in WHOLE_CELL
        lists[name] = Words(values, whole)
    return lists


def compose_all(
    ruleset: Ruleset, formulas: Mapping[str, Formula], judges: Mapping[str, Judge]
) -> tuple[Mapping[str, Mapping[str, Entry]], Mapping[str, Entry], Stages] | Finding:
    """All formulas of the plan in stages, or the circle that keeps them from being sorted."""
    facts = form_facts(ruleset, formulas)
    may_fail = any(map(additions_in, every_formula(formulas, judges)))
    lines = {path: line_formulas(ruleset, formulas, judge, facts, may_fail) for path, judge in judges.items()}
    form = form_formulas(ruleset, formulas, facts)
    try:
        stages = staged(form, lines.values(), below(ruleset))
        check_sizes(form, lines, below(ruleset), stages)
    except Circle as circle:
        shown = [name for _, name in circle.members if not name.rpartition(".")[2].startswith("_")]
        members = shown or [name for _, name in circle.members]
        told = members if len(set(members)) > 1 else members[:1]
        return told_at(ruleset, "circle", members, members=" → ".join(told))
    except TooLarge as grown:
        return told_at(ruleset, "grows-too-large", [grown.name], name=grown.name.lstrip("_"))
    return lines, form, stages


def told_at(ruleset: Ruleset, code: str, names: Iterable[str], **values: Any) -> Finding:
    """A finding at the first of some names that an author wrote."""
    paths = (path for name in names for path in written_as(name) if path in ruleset.merged.origin)
    path = next(paths, ("scoring",))
    spot = ruleset.merged.value(path)
    return finding(f"ruleset.{code}", spot.at, path=dotted(path), line=spot.line, length=spot.length, **values)


def written_as(name: str) -> Iterator[Path]:
    """Where an author may have written what a name of the plan stands for."""
    table, _, key = name.partition(".")
    yield from (("fact", name, "value"), ("scoring", name), ("group", table, key), (name,))
    yield from ((table, key, formula) for formula in ("when", "score", "total"))


def over_folder(fact: Fact) -> bool:
    """Whether a fact is worked out over the forms of a folder."""
    return fact.of == "folder" and fact.value is not None


def repeated_in_folder(formulas: Iterable[Formula]) -> Iterator[str]:
    """The texts that formulas count over a folder."""
    for formula in formulas:
        for name in reads(formula.tree).names:
            if name.startswith("repeats.") and name.endswith(".folder"):
                yield name.removeprefix("repeats.").removesuffix(".folder")


def counted(ruleset: Ruleset, formulas: Iterable[Formula]) -> tuple[str, ...]:
    """The texts that formulas count on the form, by the names that lines give them."""
    nodes = (node for formula in formulas for node in ast.walk(formula.tree) if isinstance(node, ast.Call))
    asked = {repeats_key(node) for node in nodes if isinstance(node.func, ast.Name) and node.func.id == "repeats"}
    carried = (f"carried.{name}" for name, fact in ruleset.facts.items() if fact.kind == "text")
    return tuple(text for text in (*ROW_TEXTS, *carried) if f"repeats.{text.removeprefix('carried.')}" in asked)


def below(ruleset: Ruleset) -> Mapping[str, tuple[str, ...]]:
    """The groups directly under each group, `""` the form."""
    under: dict[str, tuple[str, ...]] = {"": (), **dict.fromkeys(ruleset.groups, ())}
    for name, group in ruleset.groups.items():
        inside = group.inside if group.inside in ruleset.groups else ""
        under[inside or ""] += (name,)
    return under


def childless(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[str]:
    """Groups with a score of their own that asks no child."""
    for name in ruleset.groups:
        score = formulas.get(f"group.{name}.score")
        if score is not None and not reads(score.tree).aggregates:
            yield name


def told_of(ruleset: Ruleset, judges: Mapping[str, Judge]) -> Mapping[str, tuple[str, ...]]:
    """The conditions of everything that may be told of a line, by the path of what takes it."""
    reasons = [f"reason.{name}" for name, reason in ruleset.reasons.items() if reason.of == "line"]
    checks = [f"check.{name}" for name, check in ruleset.checks.items() if check.of == "line"]
    asked = (*reasons, *(f"{name}.verdict" for name in reasons), *checks)
    return {path: (*(f"{judge.type}.{check}" for check in judge.checks), *asked) for path, judge in judges.items()}


def every_formula(formulas: Mapping[str, Formula], judges: Mapping[str, Judge]) -> Iterator[Formula]:
    """What authors of the ruleset and of its types wrote."""
    yield from formulas.values()
    for judge in judges.values():
        yield from (*judge.measures.values(), *(said.when for said in judge.checks.values()))


def constants(ruleset: Ruleset) -> Mapping[str, Constant]:
    """What the ruleset writes out as plain values."""
    values: dict[str, Constant] = {}
    for name, fact in ruleset.facts.items():
        if fact.default is not None:
            values[f"default.{name}"] = fact.default
    for n, grade in enumerate(ruleset.grades):
        if grade.at_least is not None:
            values[f"default.grade.{n}"] = grade.at_least
    values["full_marks"] = ruleset.scoring.full_marks
    return values
