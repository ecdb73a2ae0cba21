"""The calls that a function brings as examples: each worked out by every reading, beside what it is to give."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from perfeval_rules.extension import FunctionKind
from perfeval_rules.files.toml_write import toml_text
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.kit.trial import Refusal, compiled
from perfeval_rules.plan.binding import bind
from perfeval_rules.plan.run import run
from perfeval_rules.program import Program
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.part import Part
from perfeval_rules.registry import Registry
from perfeval_rules.submission import Submission
from perfeval_rules.text import BLANK, Text, decimal

FACT = "example"
TRUTH = {"true": True, "false": False}
READINGS: Mapping[str, Text] = {
    "exact": Text("精确算法", "exactly"),
    "machine": Text("快速算法", "the fast way"),
    "derivation": Text("逐步推导", "step by step"),
}
Value = Fraction | str | bool | date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reading makes of a call."""

    value: Value
    failure: Text | None = None
    """What went wrong in the function; None where nothing did."""


def read(kind: FunctionKind, text: str) -> Value:
    """A result as its author wrote it; blank: no value. Raises ValueError or KeyError for one that is not of its kind."""
    if text == "" and kind != "text":
        return None
    match kind:
        case "number":
            return Fraction(text)
        case "boolean":
            return TRUTH[text]
        case "date":
            return date.fromisoformat(text)
        case _:
            return text


def program_of(registry: Registry, call: str) -> Program:
    """The program of a ruleset whose one fact is a call; raises Refusal where it cannot stand in a formula."""
    head = {"id": "calls", "edition": "1", "years": {"from": 2000}}
    program, found = compiled(registry, toml_text({"format": 1, "ruleset": head, "fact": {FACT: {"value": call}}}))
    if program is None:
        raise Refusal(tuple(one for one in found if one.severity == "error"))
    return program


def answer(program: Program, reading: str) -> Answer:
    """What a reading makes of the call of such a program."""
    form = Submission(source=FACT, complete=False)
    bound = bind(program.ruleset, program.plan, program.chart, form)
    if reading == "derivation":
        said: object = run(program.plan, bound.form, Derivation(program.plan.rounding)).look(FACT)
    else:
        said = program.worked_out(bound, "machine" if reading == "machine" else "exact").look(FACT)
    if isinstance(said, NoValue):
        return Answer(None, said.failure.fault if said.failure else None)
    value = said.value if isinstance(said, Part) else said
    return Answer(value if isinstance(value, (Fraction, str, bool, date)) else None)


def shown(value: Value | tuple[str, ...]) -> str:
    """A result as people write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(value) or BLANK
    return decimal(value) if isinstance(value, Fraction) else str(value or BLANK)
