"""Whether all readings of a formula agree: in value, and where there is none, in its code and the part told."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from perfeval_rules.formula.algebra import Constant, NoValue, Rounding, Unsayable
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.kinds import check
from perfeval_rules.formula.language import Formula, Refused, parse
from perfeval_rules.readings.exact import Exact
from tests.agreement.formula_rows import PlainRow, formula_of, row_of
from tests.agreement.plain_formula import work_out
from tests.agreement.plain_lack import Lack
from tests.formula.strategies import VOCABULARY, Row
from tests.machine.rows import known_signs, unknown_signs

Told = Constant | tuple[str, str]
"""A value, or the code and the part for which there is none."""
Reading = Callable[[Formula, Row, Rounding], Told]
ROUNDINGS: tuple[Rounding, ...] = ("half-up", "half-even", "down")
ROWS = 10


def exact(formula: Formula, row: Row, rounding: Rounding) -> Told:
    """The reading that defines a score."""
    try:
        return evaluate(formula, Exact(rounding), row)
    except NoValue as none:
        return none.code, none.part


def plain(formula: Formula, row: Row, rounding: Rounding) -> Told:
    """The reading written apart from the engine."""
    answer = work_out(formula.text, PlainRow(row, rounding))
    return (answer.code, answer.part) if isinstance(answer, Lack) else answer


READINGS: list[Reading] = [exact, plain, known_signs, unknown_signs]
"""All must say the same as the first, or that they cannot say it; a further reading is one more function here."""


def called(reading: object) -> str:
    """What a difference calls a reading."""
    return getattr(reading, "__name__", repr(reading))


@dataclass
class Seen:
    """What was seen on the way."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def add(self, other: "Seen") -> None:
        """Put what another one saw to it."""
        self.counts += other.counts
        self.differences += other.differences


def sound(text: str) -> Formula | str:
    """A formula that the language accepts, else the code of its refusal."""
    try:
        formula = parse(text)
    except Refused as refused:
        return refused.findings[0].code
    _, found = check(formula, VOCABULARY, None)
    return next((one.code for one in found if one.severity == "error"), formula)


def examine(seed: int, readings: Sequence[Reading] = READINGS) -> Seen:
    """One formula by its seed, on rows that the same seed makes, in every reading."""
    seen = Seen()
    random, text = formula_of(seed)
    formula = sound(text)
    if isinstance(formula, str):
        seen.counts[f"formulas refused: {formula}"] += 1
        return seen
    seen.counts["formulas"] += 1
    rounding = ROUNDINGS[seed % len(ROUNDINGS)]
    for n in range(ROWS):
        row = row_of(random)
        first = readings[0](formula, row, rounding)
        seen.counts["rows"] += 1
        if isinstance(first, tuple):
            seen.counts[f"rows without value: {first[0]}"] += 1
        for reading in readings[1:]:
            try:
                told = reading(formula, row, rounding)
            except Unsayable as fault:
                seen.counts[f"rows not said with {reading.__name__.replace('_', ' ')}: {fault}"] += 1
                continue
            if (type(told), told) != (type(first), first):
                named = f"seed {seed} row {n} {rounding}: {text}"
                seen.differences.append(f"{named}\n  {called(readings[0])} {first!r}\n  {called(reading)} {told!r}")
    return seen
