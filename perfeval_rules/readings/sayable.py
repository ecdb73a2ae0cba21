"""What the machine works with: a value, with the step that says what keeps it from being there."""

from collections.abc import Callable
from typing import Literal, NamedTuple, NoReturn

from perfeval_rules.formula.algebra import Unsayable
from perfeval_rules.readings.quotient import Number
from perfeval_rules.readings.steps import Step

Kind = Literal["number", "boolean", "text", "date", "none"]


class _Parts(NamedTuple):
    kind: Kind
    body: Number | Step
    fault: Step
    """The number of the fault that keeps it from being there; 0: it is there."""


class Value(_Parts):
    """A value of the machine; of kind `none` where every way to it ends in a fault.

    What it is nobody knows before there is a form, so Python that asks, as code of plugins may, is Unsayable.
    """

    __slots__ = ()

    def asked(self, *_: object) -> NoReturn:
        """Python asks what the value is."""
        raise Unsayable("what Python asks of a value")

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __str__ = __format__ = asked
    __hash__ = tuple.__hash__


Ask = Callable[[str, Step, str], Value]
"""Answers a question about a text: `is`, `contains`, `is just` a word, or its `length`."""


def unanswered(question: str, text: Step, word: str) -> Value:
    """Nothing is known of a text that other steps give."""
    raise Unsayable(question)


def certain(fault: Step) -> bool:
    """Whether a fault is there whatever the numbers are."""
    return fault.fixed and bool(fault.known)
