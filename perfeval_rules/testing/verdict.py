"""Whether something that a plugin gives has a property; as a value, and as the plain data that goes between processes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from perfeval_rules.testing.properties import PROPERTIES
from perfeval_rules.text import Text

DONE = {"done": True}
"""What comes after the last verdict; without it the process ended early."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one thing has one property."""

    of: str
    """What it is a property of: plugin, type, function, lint, format, ruleset."""
    name: str
    title: Text
    """What people call it; blank where it has its name alone."""
    key: str
    """The property, among those of its kind."""
    holds: bool | None
    """None: it could not be tried."""
    said: tuple[Text, ...] = ()
    """What shows that it does not hold, or why it was not tried."""

    @property
    def words(self) -> Text:
        """The property in words."""
        return PROPERTIES[self.of][self.key]


def plain(verdict: Verdict) -> dict[str, Any]:
    """A verdict as plain data."""
    return {
        "of": verdict.of,
        "name": verdict.name,
        "title": _plain(verdict.title),
        "property": verdict.key,
        "words": _plain(verdict.words),
        "holds": verdict.holds,
        "said": [_plain(text) for text in verdict.said],
    }


def from_plain(told: Mapping[str, Any]) -> Verdict:
    """The verdict that plain data say."""
    said = tuple(Text(**text) for text in told["said"])
    return Verdict(told["of"], told["name"], Text(**told["title"]), told["property"], told["holds"], said)


def _plain(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
