"""Numbers in a table: exact where a person can read them, marked `≈` where they have no short decimal."""

from fractions import Fraction

from perfeval_rules.evaluation import Line
from perfeval_rules.text import BLANK, Language, Showable, decimal, rounded, show, trimmed

READABLE = 4
"""How many decimals a person still reads."""


def figure(value: Fraction | None, places: int | None = None) -> str:
    """A number with all its places where it was rounded to them, else as short as it is exact."""
    if value is None:
        return BLANK
    if places is not None:
        return rounded(value, places)
    exact = decimal(value)
    if "/" in exact or len(exact.partition(".")[2]) > READABLE:
        return "≈" + trimmed(rounded(value, READABLE))
    return exact


def points(line: Line) -> str:
    """The score of a line: with the places of the ruleset, or as stated where it was taken as stated."""
    return figure(line.score, None if line.outcome == "accepted" else line.places)


def level(value: Fraction | None, places: int | None) -> str:
    """A number brought to the places of the numbers above it, where that changes nothing but its zeros."""
    if value is None or places is None or Fraction(rounded(value, places)) != value:
        return figure(value)
    return rounded(value, places)


def shown(value: Showable, language: Language) -> str:
    """A fact of any kind as it stands beside the total."""
    return (
        figure(Fraction(value))
        if isinstance(value, (int, Fraction)) and not isinstance(value, bool)
        else show(value, None, language)
    )
