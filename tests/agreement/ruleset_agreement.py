"""Whether whole evaluations agree: the engine's with what plain Python says, and those of its readings with one another."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

from perfeval_rules.body.form_data import submission_from_data
from perfeval_rules.evaluation import Adjusted, Evaluation, Grade
from perfeval_rules.files.toml import read_toml
from perfeval_rules.findings import Finding
from perfeval_rules.formula.algebra import Unsayable
from perfeval_rules.plan.binding import bind
from perfeval_rules.program import Program
from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read
from perfeval_rules.submission import Submission
from tests.agreement.difference import first_difference
from tests.agreement.forms import FormMaker
from tests.agreement.formula_agreement import Seen, called
from tests.agreement.plain_form import Cell, Form, data_of
from tests.agreement.plain_lack import Answer, Lack
from tests.agreement.plain_ruleset import Plain
from tests.agreement.rulesets import RulesetMaker, toml_of
from tests.plan.small import standard

FORMS = 6
Reading = Callable[[Program, Submission], Evaluation]


def exact(program: Program, submission: Submission) -> Evaluation:
    """The reading that defines a score."""
    return program.evaluate(submission, "exact")


def machine(program: Program, submission: Submission) -> Evaluation:
    """The fast path, as a form that stands as none did before takes it."""
    return program.evaluate(submission, "machine")


def machine_again(program: Program, submission: Submission) -> Evaluation:
    """The fast path of a form that stands as one did before."""
    return program.evaluate(submission, "machine")


READINGS: list[Reading] = [exact, machine, machine_again]
"""The engine's readings: the first, which defines a score, is held against plain Python, the others against the first."""
EXACT_WAY = "forms that went the exact way"
Told = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """A random ruleset with its forms."""

    tables: Mapping[str, Any]
    cells: Mapping[str, Cell]
    forms: tuple[Form, ...]


def case_of(seed: int) -> Case:
    """The ruleset and forms of a seed."""
    random = Random(seed)
    maker = RulesetMaker(random)
    tables = maker.made()
    return Case(tables, maker.known, tuple(FormMaker(random, tables).made() for _ in range(FORMS)))


def compiled(tables: Mapping[str, Any]) -> tuple[Program | None, Sequence[Finding]]:
    """The program of some tables; None where the compiler refuses them."""
    document, slips = read_toml(toml_of(tables).encode(), "small-0.toml")
    merged, conflicts = merge([document])
    ruleset, faults = read(merged)
    found = [one for one in (*slips, *conflicts, *faults) if one.severity == "error"]
    return (None, found) if found else Program.of(ruleset, standard())


def submission_of(form: Form) -> Submission:
    """A form as the engine takes it."""
    made, found = submission_from_data(data_of(form))
    assert not found, found
    return made


def said(answer: Answer) -> Any:
    """A value, None where there is none."""
    return None if isinstance(answer, Lack) else answer


def moved(adjusts: Sequence[Adjusted]) -> list[tuple[str, Any, Any]]:
    """Adjusts that acted, with what stood before and after; a grade by its id."""
    plainly = [(one.id, one.before, one.after) for one in adjusts]
    return [(name, *(x.id if isinstance(x, Grade) else x for x in pair)) for name, *pair in plainly]


def evaluated(program: Program, form: Form) -> Told:
    """What the first reading of the engine says of a form, as far as plain Python knows it."""
    told = READINGS[0](program, submission_of(form))
    codes = [
        one for one in told.findings if one.code.startswith("check.") or one.code.partition(".")[0] in standard().types
    ]
    return {
        "lines": {
            line.number: {
                "rule": line.rule, "node": line.node, "outcome": line.outcome, "weight": line.weight,
                "attainment": line.attainment, "ratio": line.ratio, "met": line.met, "low": line.low, "high": line.high,
                "score": line.score, "exact": line.score_exact, "acted": moved(line.adjusts),
            }
            for line in told.lines
        },
        "groups": {
            group.id: {"weight": group.weight, "applies": group.applies, "withheld": group.withheld, "score": group.score}
            for group in sorted(told.groups, key=lambda one: one.id)
        },
        "facts": dict(told.facts),
        "exact": told.total_exact, "total": told.total, "grade": told.grade.id if told.grade else "",
        "withheld": list(told.withheld), "accepted": told.accepted_points,
        "acted": sorted(one for one in moved(told.adjusts) if one[0].startswith("rescale"))
        + [one for one in moved(told.adjusts) if not one[0].startswith("rescale")],
        "owed": sorted((one.rule, one.verdict, one.line) for one in told.reasons),
        "undecided": sorted((one.rule, one.code, one.line) for one in told.undecided),
        "checks": sorted(one.code for one in codes),
    }  # fmt: skip


def worked_out(case: Case, form: Form) -> Told:
    """The same from plain Python."""
    plain = Plain(case.tables, form, case.cells)
    total, grade = plain.total(), plain.grade()
    (owed, undecided), (fired, open_checks) = plain.reasons(), plain.checked()
    nodes = {name: plain.group(name) for name in plain.nodes if name}
    scaled = {f"rescale {name}": group["scaled"] for name, group in nodes.items()} | {"rescale": total["scaled"]}
    numbers = range(len(plain.layout.lines))
    accepted = [plain.score(n) for n in numbers if plain.outcome(n) == "accepted"]
    return {
        "lines": {n + 1: line_of(plain, n) for n in numbers},
        "groups": {
            name: {
                "weight": said(plain.node_weight(name)), "applies": not nodes[name]["left_out"],
                "withheld": nodes[name]["withheld"], "score": said(nodes[name]["score"]),
            }
            for name in sorted(nodes)
        },
        "facts": {name: said(plain.of_form(name)) for name, fact in plain.facts.items() if fact["of"] == "form"},
        "exact": said(total["exact"]), "total": said(total["total"]), "grade": grade["grade"],
        "withheld": [] if total["weightless"] else [n + 1 for n in numbers if holds_back(plain, n)],
        "accepted": sum(accepted, Fraction(0)),
        "acted": sorted((name, *pair) for name, pair in scaled.items() if pair) + total["acted"] + grade["acted"],
        "owed": sorted(owed), "undecided": sorted(undecided + open_checks), "checks": sorted(code for code, _ in fired),
    }  # fmt: skip


def line_of(plain: Plain, n: int) -> Told:
    """One line as plain Python knows it."""
    outcome, computed = plain.outcome(n), plain.computed(n)
    ranged, scored = outcome in ("manual", "accepted"), outcome == "scored"
    measured = {name: said(plain.of_line(n, name)) for name in ("attainment", "ratio", "met")}
    return {
        "rule": plain.judges[n], "node": plain.node_of[n], "outcome": outcome, "weight": said(plain.weight(n)), **measured,
        "low": said(plain.low(n)) if ranged else None, "high": said(plain.high(n)) if ranged else None,
        "score": said(plain.score(n)), "exact": said(computed["exact"]) if scored else None,
        "acted": computed["acted"] if scored else [],
    }  # fmt: skip


def holds_back(plain: Plain, n: int) -> bool:
    """Whether the total is withheld for a line: nothing around it is left out."""
    node, held = plain.node_of[n], plain.line_withheld(n)
    while held and node:
        held, node = plain.group(node)["withheld"], plain.nodes[node].parent
    return held


def scores_alone(program: Program, submission: Submission) -> Told:
    """Only the scores, by the functions that give nothing else."""
    told = program.score(program.values(submission))
    return {"lines": told.lines, "outcomes": told.outcomes, "total": told.total, "grade": told.grade}


def scores_among(told: Evaluation) -> Told:
    """The same of an evaluation."""
    return {
        "lines": tuple(line.score for line in told.lines), "outcomes": tuple(line.outcome for line in told.lines),
        "total": told.total, "grade": told.grade.id if told.grade else None,
    }  # fmt: skip


def way(program: Program, submission: Submission) -> str:
    """Which way a form goes by itself, with the words of the machine where it cannot say the form."""
    given = bind(program.ruleset, program.plan, program.chart, submission).form
    try:
        program.machine.work_out(given)
    except Unsayable as fault:
        return f"{EXACT_WAY}: {fault}"
    return "forms that went through the machine"


def examine(seed: int, readings: Sequence[Reading] = READINGS) -> Seen:
    """One ruleset by its seed, with its forms, in every reading."""
    seen = Seen()
    case = case_of(seed)
    program, found = compiled(case.tables)
    if program is None:
        code = next(one.code for one in found if one.severity == "error")
        seen.counts.update(["rulesets refused", f"rulesets refused: {code}"])
        return seen
    seen.counts["rulesets compiled"] += 1
    for n, form in enumerate(case.forms):
        seen.counts["forms"] += 1
        engine, plain = evaluated(program, form), worked_out(case, form)
        seen.counts.update(f"lines {line['outcome']}" for line in engine["lines"].values())
        seen.counts["forms with a total" if engine["total"] is not None else "forms without a total"] += 1
        told = first_difference(engine, plain)
        if told:
            seen.differences.append(f"ruleset seed {seed} form {n}, exact against plain: {told}")
        submission = submission_of(form)
        seen.counts[way(program, submission)] += 1
        first = readings[0](program, submission)
        for reading in readings[1:]:
            told = first_difference(first, reading(program, submission))
            if told:
                seen.differences.append(f"ruleset seed {seed} form {n}, {called(reading)}: {told}")
    return seen
