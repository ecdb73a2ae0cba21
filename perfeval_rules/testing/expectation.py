"""One thing that a case expects of an evaluation."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from perfeval_rules.findings import Place

Said = Fraction | str | bool | tuple[str, ...] | None
"""A result as cases compare it: None where there is none, a blank text for no grade; lists in an order of their own."""
Asked = Literal[
    "score",
    "attainment",
    "outcome",
    "rule",
    "group",
    "weight",
    "extra",
    "withheld",
    "total",
    "full_marks",
    "grade",
    "reasons",
    "findings",
    "codes",
    "adjusts",
    "value",
    "shown",
]
Of = Literal["form", "line", "group", "fact"]
Kind = Literal["row", "form", "folder"]
"""What a case is of."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is asked, and the answer that is right."""

    asked: Asked
    wanted: Said
    at: Place
    of: Of = "form"
    name: str = ""
    """The fact or the group that is meant, or the line by id, name or number; blank: the row of the case."""
    each: frozenset[str] = frozenset()
    """Reasons of which every verdict is written, in the order of the lines; else one stands for all of them."""
    form: int | None = None
    """Which form of a folder is meant, from 0; None: the only one, or the folder as a whole."""

    @property
    def key(self) -> str:
        """What is expected, as the file says it: `score`, `facts.staff`, `forms[0].lines.execution.score`."""
        whose = "" if self.form is None else f"forms[{self.form}]."
        if not self.name or self.asked == "shown":
            return whose + ".".join(filter(None, (self.asked, self.name)))
        return f"{whose}{self.of}s.{self.name}" + ("" if self.of == "fact" else f".{self.asked}")


def owed(reason: str, verdicts: tuple[str, ...]) -> str:
    """A reason with its verdicts, as results are compared: `points-lost = missing`."""
    return f"{reason} = {', '.join(verdicts)}"
