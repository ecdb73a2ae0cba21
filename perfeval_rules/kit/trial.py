"""A type on trial: rulesets of this type alone, one for each choice of options, and what the engine makes of a row."""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import cast

from perfeval_rules.evaluation import Evaluation, Outcome
from perfeval_rules.files.toml import read_toml
from perfeval_rules.files.toml_write import toml_text
from perfeval_rules.findings import Finding, worst
from perfeval_rules.formula.additions import Guard
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.nodes import literal
from perfeval_rules.hosting.guard import guarded
from perfeval_rules.hosting.hookspecs import Bare, PluginValidationError, Wrapped, implemented
from perfeval_rules.indicator import IndicatorType
from perfeval_rules.kit.cells import ANSWERS, Cells
from perfeval_rules.offer import Constant, Offer, Plugin
from perfeval_rules.plan.binding import bind
from perfeval_rules.plan.run import Given
from perfeval_rules.program import Program, Reading
from perfeval_rules.registry import Declared, Registry
from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read

Options = Mapping[str, Constant]
RULE = "row"
FAILED = "form.plugin-failed"
"""How the codes begin that tell of code of a plugin that failed."""
MOST_PROGRAMS = 500
"""How many programs of one type are kept; options come again and again."""
FUNCTIONS = "perfeval_functions"
MEASURES = {"attainment": "attainment", "met": "met", "low": "_range_low", "high": "_range_high"}
"""What examples and tests speak of, and the names that a plan has for it."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a measure has no value, and the part of the formula that has none."""

    code: str
    part: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What the engine makes of a row."""

    given: Mapping[str, Given]
    """The row as it was read."""
    values: Mapping[str, Given | Lack]
    """Each measure that the type declares."""
    evaluation: Evaluation
    finds: tuple[str, ...]
    """The checks of the type that fired."""

    def value(self, measure: str) -> Given:
        """A measure; None where it has no value, or the type does not declare it."""
        said = self.values.get(measure)
        return None if isinstance(said, Lack) else said

    @property
    def attainment(self) -> Fraction | None:
        """How far the target was reached."""
        said = self.value("attainment")
        return said if isinstance(said, Fraction) else None

    @property
    def outcome(self) -> Outcome:
        """What became of the line."""
        return self.evaluation.lines[0].outcome

    @property
    def score(self) -> Fraction | None:
        """What the line brought."""
        return self.evaluation.lines[0].score

    @property
    def failures(self) -> tuple[Finding, ...]:
        """What the engine tells of faults of the type itself."""
        return tuple(one for one in self.evaluation.findings if one.code.startswith(FAILED))


@dataclass(frozen=True, slots=True)
class Trial:
    """One type that the engine's own review let pass."""

    offer: Offer
    registry: Registry
    """The type, and the functions of its plugin, which its formulas may call."""
    programs: dict[frozenset[tuple[str, Constant]], Program] = field(default_factory=dict, compare=False)

    @property
    def measures(self) -> frozenset[str]:
        """What the type measures, by the names that examples have for it."""
        said = {measure for measure, name in MEASURES.items() if name in self.offer.measures}
        return frozenset(said | ({"attainment"} if self.offer.rung == "python" else set()))

    @property
    def codes(self) -> frozenset[str]:
        """The codes that the type's formulas stop with."""
        trees = [formula.tree for formula in (*self.offer.measures.values(), *self.offer.checks.values())]
        calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
        stops = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "stop"]
        return frozenset(str(literal(node.args[0])) for node in stops)

    def program(self, options: Options) -> Program:
        """The program of a ruleset that judges every row by this type, with some options; raises Refusal."""
        key = frozenset(options.items())
        if key not in self.programs:
            if len(self.programs) >= MOST_PROGRAMS:
                self.programs.clear()
            made, found = compiled(self.registry, self.ruleset(options))
            if made is None:
                raise Refusal(found)
            self.programs[key] = made
        return self.programs[key]

    def ruleset(self, options: Mapping[str, object]) -> str:
        """The text of such a ruleset."""
        described = self.offer.type
        answers = {ANSWERS[True]: "yes", ANSWERS[False]: "no"}
        words = {name: [said] for said, name in answers.items() if name not in described.words}
        return toml_text(
            {
                "format": 1,
                "ruleset": {"id": "trial", "edition": "1", "years": {"from": 2000}},
                "words": words,
                "rule": {RULE: {"type": described.name, "score": " ".join(self.score()), **options}},
            }
        )

    def score(self) -> Iterator[str]:
        """A score that rests on what the type measures."""
        if "attainment" in self.measures:
            yield "weight * attainment"
        elif "met" in self.measures:
            yield "weight if met else 0"
        else:
            yield "weight"

    def read(self, options: Options, cells: Cells) -> Mapping[str, Given]:
        """What a row says, nothing of it judged yet."""
        program = self.program(options)
        bound = bind(program.ruleset, program.plan, program.chart, cells.submission())
        return bound.lines[0].given.values

    def measured(self, options: Options, cells: Cells, reading: Reading = "exact") -> Measured:
        """What the engine makes of a row."""
        program, submission = self.program(options), cells.submission()
        bound = bind(program.ruleset, program.plan, program.chart, submission)
        worked = program.worked_out(bound, reading)
        evaluation = program.told(submission, bound, worked)
        line = worked.lines[0]
        values: dict[str, Given | Lack] = {}
        for measure in self.measures:
            said = line.look(MEASURES[measure])
            values[measure] = Lack(said.code, said.part) if isinstance(said, NoValue) else said
        told = {one.code.removeprefix(f"{self.offer.type.name}.") for one in evaluation.findings}
        finds = tuple(check for check in self.offer.checks if check in told)
        return Measured(bound.lines[0].given.values, values, evaluation, finds)


class Refusal(Exception):  # noqa: N818 - a verdict on a type
    """The engine does not take a type, or a ruleset of it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


@lru_cache(maxsize=64)
def reviewed(described: type[IndicatorType], guard: Guard = guarded) -> tuple[Trial | None, tuple[Finding, ...]]:
    """A type on trial; None, with all its faults, where the engine's own review refuses it.

    `guard` runs what it does in Python, as an engine would.
    """
    package = described.__module__.partition(".")[0]
    plugin = Plugin(package.removeprefix("perfeval_"), package, "")
    functions = tuple(functions_of(package))
    registry, found = Registry.of([Declared(plugin, types=(described,), functions=functions)], guard)
    offers = tuple(registry.types.values())
    return (Trial(offers[0], registry) if offers else None), found


def functions_of(package: str) -> Iterator[object]:
    """The functions that the plugin of a type gives beside it; a package that is no plugin gives none."""
    try:
        hooks = implemented(package, sys.modules[package])
    except (Bare, Wrapped, PluginValidationError):
        return
    for call in hooks.get(FUNCTIONS, ()):
        yield from cast(Iterable[object], call())


def compiled(registry: Registry, text: str) -> tuple[Program | None, tuple[Finding, ...]]:
    """The program of a ruleset, and what is wrong with it."""
    document, faults = read_toml(text.encode("utf-8"), "trial.toml")
    if document is None:
        return None, faults
    merged, conflicts = merge([document])
    ruleset, slips = read(merged)
    found = (*conflicts, *slips)
    if ruleset is None or worst(found) == "error":
        return None, found
    program, more = Program.of(ruleset, registry)
    return program, (*found, *more)
