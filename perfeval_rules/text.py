"""Words shown to people: a Chinese and an English template, how numbers stand in them, and how wide they are.

A template holds placeholders: ``{name}`` shows a number rounded half up to two places without trailing zeros,
``{name:4}`` to four places, ``{name:%}`` a pure ratio as per cent. A value that is not there prints ``—``.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Literal, Union

Language = Literal["zh", "en"]
Showable = Union[str, bool, int, Fraction, date, "Text", None]
"""What may stand in a message; a Text says itself in the language of the message."""

PLACEHOLDER = re.compile(r"\{([A-Za-z_]\w*)(?::([0-9]|%))?\}")
BLANK = "—"
LONGEST_ECHO = 200
"""Characters of a text that is said back to whoever wrote it."""
LONGEST_TOLD = 10_000
"""Characters of what an exception says that are looked at."""
FURTHER = ("    For further information", "For further information")
"""What some exceptions end with that tells a reader nothing."""
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Text:
    """A Chinese and an English wording of one thing; where one is blank the other stands in for it."""

    zh: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def say(self, language: Language) -> str:
        """The wording in a language, as written."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)

    def fill(self, language: Language, values: Mapping[str, Showable]) -> str:
        """The wording with its placeholders filled; a name that has no value prints ``—``."""
        return PLACEHOLDER.sub(lambda found: show(values.get(found[1]), found[2], language), self.say(language))

    def placeholders(self) -> frozenset[str]:
        """The names that either wording asks for."""
        return _placeholders(self)


NOTHING = Text("无", "none")
"""What stands in a message for a list that is empty."""


@lru_cache(maxsize=1_024)
def _placeholders(words: Text) -> frozenset[str]:
    return frozenset(found[1] for found in PLACEHOLDER.finditer(f"{words.zh} {words.en}"))


def show(value: Showable, form: str | None = None, language: Language = "zh") -> str:
    """A value as people read it; `form` is what stands after the colon of a placeholder."""
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return {("zh", True): "是", ("zh", False): "否", ("en", True): "yes", ("en", False): "no"}[language, value]
    if isinstance(value, (int, Fraction)):
        if form == "%":
            return trimmed(rounded(Fraction(value) * 100, 2)) + "%"
        return trimmed(rounded(Fraction(value), int(form) if form else 2))
    return escaped(value.say(language) if isinstance(value, Text) else str(value))


def rounded(value: Fraction, places: int) -> str:
    """A number rounded half up (away from zero) for the eye, with all its places; never used for a score."""
    over, under = value.numerator, value.denominator
    digits = str((2 * abs(over) * 10**places + under) // (2 * under)).rjust(places + 1, "0")
    sign = "-" if over < 0 and digits.strip("0") else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def trimmed(digits: str) -> str:
    """Decimal digits without trailing zeros after the point."""
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def decimal(value: Fraction) -> str:
    """The shortest exact decimal of a rational, else ``n/d``."""
    if value.denominator == 1:
        return str(value.numerator)
    places, rest = 0, value.denominator
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    return trimmed(rounded(value, places)) if rest == 1 else f"{value.numerator}/{value.denominator}"


def escaped(words: str) -> str:
    """Text safe to print: control marks and those that reorder a line are shown by their number."""
    if words.isprintable():
        return words
    return "".join(
        mark if mark == "\n" or unicodedata.category(mark) not in _UNPRINTABLE else f"\\u{ord(mark):04x}"
        for mark in words
    )


def shortened(text: str) -> str:
    """A text short enough to be echoed."""
    return text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 1] + "…"


def width(words: str) -> int:
    """How many terminal columns a text takes: two for each wide or full-width mark, none for a combining one."""
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in words
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like a misspelt one, or ``''``."""
    found = difflib.get_close_matches(name, sorted(set(known)), 1, 0.6)
    return found[0] if found else ""


def last_line(fault: BaseException) -> str:
    """The last line of what an exception says, in bounds; nothing where it cannot even say that."""
    try:
        said = str(fault).strip()
    except BaseException:  # saying it runs code of whoever raised it
        return ""
    lines = [
        line.strip() for line in said[-LONGEST_TOLD:].splitlines() if line.strip() and not line.startswith(FURTHER)
    ]
    return lines[-1][:LONGEST_ECHO] if lines else ""


def raised(fault: BaseException) -> str:
    """An exception in one line: its kind, and what it says."""
    return f"{type(fault).__name__}: {last_line(fault)}".removesuffix(": ")
