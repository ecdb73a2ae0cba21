"""Why a value cannot be read, before it is known where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perfeval_rules.text import Showable

_LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """A code of the `value.` family with what fills its words; whoever knows the place makes the finding."""

    code: str
    values: Mapping[str, Showable] = field(default_factory=dict)


def problem(code: str, text: str, **values: Showable) -> Problem:
    """A problem with a text, of which no more is repeated than a person needs to find it again."""
    echo = text if len(text) <= _LONGEST_ECHO else text[:_LONGEST_ECHO] + "…"
    return Problem(f"value.{code}", {"text": echo, **values})
