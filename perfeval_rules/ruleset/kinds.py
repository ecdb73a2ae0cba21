"""What may stand behind a key of a ruleset."""

from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from perfeval_rules.findings import Written
from perfeval_rules.model import BeforeValidator, Model
from perfeval_rules.text import Text


class Wrong(ValueError):  # noqa: N818 - what pydantic takes for a fault of a value
    """A value that no key of this kind takes; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Wording(Model):
    """A title or message as it is written: one key a language."""

    zh: str = ""
    en: str = ""


def _wording(value: Any) -> Any:
    if isinstance(value, Text):
        return value
    words = Wording.model_validate(value)
    return Text(words.zh, words.en)


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    if not isinstance(value, Fraction) or value.denominator != 1 or value < 0:
        raise Wrong("whole-number-owed")
    return int(value)


def _listed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


Words = Annotated[Text, BeforeValidator(_wording)]
"""Words for people: `title.zh`, `message.en`."""
Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number, not negative."""
Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""A list of texts."""


Constant = Fraction | bool | str | date
"""One value: a number, a yes or no, a text, a date."""
Weight = Fraction | Written
"""Points: a number, or a formula for one."""
