"""What a form says, as a machine sees it: blanks, signs and texts by asking, numbers as whole-number inputs."""

from collections.abc import Callable, Hashable, Set
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, cast

from perfeval_rules.formula.algebra import NoValue, Rounding, Unsayable
from perfeval_rules.machine.function import Input, Output
from perfeval_rules.machine.questions import Question
from perfeval_rules.plan.worked import Said
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.python import identifier
from perfeval_rules.readings.quotient import Quotient
from perfeval_rules.readings.sayable import Value
from perfeval_rules.readings.steps import Step

SCALES = (2, 6, 12)
"""Decimals that the numbers of a form are brought to: the first that holds them all."""

TENS = {places: int(10**places) for places in SCALES}
"""The powers of ten that numbers are brought to."""


class Missing:
    """The answer that a name is not there at all."""


class Coming(NamedTuple):
    """A value that another function gives when the form is scored: all that is known of it beforehand."""

    kind: str
    scale: Fraction
    divided: bool
    faulty: bool
    low: int | None

    @staticmethod
    def of(output: Output) -> "Coming | Said":
        """What is known of an output: the value itself, where it is known beforehand."""
        if output.fixed:
            return output.known
        return Coming(output.kind, output.scale, output.under is not None, output.fault is not None, output.low)


def answer(value: object, places: int) -> Hashable:
    """What a machine asks of a value: whether it is there, of which kind, of a number its sign.

    A number that so many places do not hold comes as a quotient, told by a `/`.
    """
    kind = value.__class__
    if kind is str:
        return "text"
    if kind is Fraction:
        return _sign(cast(Fraction, value), places)
    if kind is NoValue:
        fault = cast(NoValue, value)
        return ("lack", fault.code, fault.node)
    return "date" if kind is date else value


def _sign(value: Fraction, places: int) -> str:
    over = value.numerator
    if not over:
        return "0"
    if TENS[places] % value.denominator:
        return "+/" if over > 0 else "-/"
    return "+" if over > 0 else "-"


def about(question: str, text: str, other: str) -> bool:
    """What a text says to a question about it."""
    match question:
        case "is" | "is the same":
            return text == other
        case "contains":
            return other in text
        case "is just":
            return text.strip() == other.strip()
        case _:
            return bool(text)


def scale_of(unders: Set[int]) -> int | None:
    """How many decimals hold all numbers of some denominators; None where none of `SCALES` does."""
    return next((places for places in SCALES if not any(TENS[places] % under for under in unders)), None)


class Asked:
    """The values of a form, asked one by one while a function is made."""

    def __init__(self, rounding: Rounding, ask: Callable[[Question], Hashable]) -> None:
        self.machine = Machine(rounding, self._text)
        self._ask = ask
        self.inputs: dict[str, Input] = {}
        self._known: dict[tuple[str, Hashable], Value | NoValue | type[Missing] | None] = {}
        self.places = cast(int, ask(Question("scale", "form", "")))

    def ask(self, question: Question) -> Hashable:
        """The form's answer."""
        return self._ask(question)

    def given(self, scope: str, name: Hashable) -> "Value | NoValue | type[Missing] | None":
        """A value; Missing where there is no such name."""
        key = (scope, name)
        if key not in self._known:
            self._known[key] = self._given(scope, name, self.ask(Question("what", scope, name)))
        return self._known[key]

    def _given(self, scope: str, name: Hashable, said: Hashable) -> "Value | NoValue | type[Missing] | None":
        machine, steps = self.machine, self.machine.steps
        if said is None or said is Missing:
            return said
        if isinstance(said, bool):
            return machine.truth(said)
        if isinstance(said, Coming):
            return self._coming(scope, name, said)
        if isinstance(said, tuple):
            return NoValue(str(said[1]), cast(Any, said[2]))
        if said == "text":
            return Value("text", self.input(Input(scope, name)), steps.zero)
        if said == "date":
            return Value("date", self.input(Input(scope, name), 1), steps.zero)
        if said == "0":
            return machine.number(Fraction(0))
        low, high = (1, None) if str(said)[0] == "+" else (None, -1)
        over = self.input(Input(scope, name), low, high)
        if str(said)[1:]:
            return Value("number", Quotient(Fraction(1), over, self.input(Input(scope, name, "under"), 1)), steps.zero)
        return Value("number", machine.quotients.whole(over, Fraction(1, TENS[self.places])), steps.zero)

    def _coming(self, scope: str, name: Hashable, said: Coming) -> Value:
        steps = self.machine.steps
        if said.faulty:
            raise Unsayable("whether a value of the form is there comes later")
        over = self.input(Input(scope, name), said.low)
        if said.kind == "number":
            under = self.input(Input(scope, name, "under"), 0) if said.divided else steps.one
            return Value("number", Quotient(said.scale, over, under), steps.zero)
        return Value(cast(Any, said.kind), over, steps.zero)

    def input(self, asked: Input, low: int | None = None, high: int | None = None) -> Step:
        """The step of an input."""
        parts = [str(asked.name)] if asked.scope in ("row", "gathered") else [asked.scope, str(asked.name)]
        words = "_".join(parts if asked.part == "over" else [*parts, asked.part])
        called = next((one for one, known in self.inputs.items() if known == asked), None)
        if called is None:
            called = identifier(words, set(self.inputs))
            self.inputs[called] = asked
        return self.machine.steps.input(called, low, high)

    def _text(self, question: str, text: Step, word: str) -> Value:
        """What a text of the form says to a question."""
        asked = self.inputs[str(text.known)]
        steps = self.machine.steps
        if isinstance(self.ask(Question("what", asked.scope, asked.name)), Coming):
            if question != "is":
                raise Unsayable("more than whether a text that comes later is a word")
            return Value("boolean", steps.compare("==", text, steps.constant(word)), steps.zero)
        other: Hashable = word
        if question == "is the same":
            same = self.inputs[word]
            other = (same.scope, same.name)
            if isinstance(self.ask(Question("what", *other)), Coming):
                raise Unsayable("more than whether a text that comes later is a word")
        said = self.ask(Question(question, asked.scope, asked.name, other))
        if question != "length":
            return self.machine.truth(bool(said))
        size = self.input(Input(asked.scope, asked.name, "length"), 1) if said else steps.zero
        return Value("number", self.machine.quotients.whole(size), steps.zero)
