"""That there is no value, and why."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Value = Fraction | bool | str | date


@dataclass(frozen=True)
class Lack:
    """No value: why, and the words of the innermost part that has none."""

    code: str
    part: str = ""


Answer = Value | Lack
