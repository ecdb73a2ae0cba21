"""Reported values as the row of a form that says them: what stands in its cells, and what under further headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from perfeval_rules.findings import Place, Written
from perfeval_rules.submission import Row, Submission
from perfeval_rules.text import decimal

Value = Fraction | str | bool | date | None
Reported = Mapping[str, Value]
"""What a row reports, by the names of its type; `target_text` and `actual_text` say a whole cell."""
ANSWERS = {True: "是", False: "否"}
CATEGORIES = ("category1", "category2", "category3")
OWN_CELLS = ("goal", "reason", "stated", "reviewed")
OF_TARGET_AND_ACTUAL = frozenset(
    {"target_text", "operator", "target", "due", "unit", "dimension", "target_kind"}
    | {"actual_text", "actual", "done", "actual_unit", "actual_kind"}
)
SOURCE, NAME = "row", "指标"


@dataclass(frozen=True, slots=True)
class Cells:
    """The texts of one row."""

    target: str
    actual: str
    own: Mapping[str, str]
    """Those of the cells that every row has beside them."""
    values: Mapping[str, str]
    """What stands under further headings."""

    @property
    def said(self) -> Mapping[str, str]:
        """All that is not blank."""
        every = {"target": self.target, "actual": self.actual, **self.own, **self.values}
        return {name: text for name, text in every.items() if text}

    def submission(self) -> Submission:
        """A form of this one row, which is worth one point."""
        goal, reason, stated, reviewed = (Written(self.own.get(name, "")) for name in OWN_CELLS)
        row = Row(
            name=Written(self.own.get("name") or NAME),
            goal=goal,
            reason=reason,
            stated=stated,
            reviewed=reviewed,
            categories=tuple(Written(self.own.get(name, "")) for name in CATEGORIES),
            target=Written(self.target),
            actual=Written(self.actual),
            weight=Written("1"),
            values={name: Written(text) for name, text in self.values.items()},
            at=Place(SOURCE),
        )
        return Submission(source=SOURCE, rows=(row,), complete=False)


def cells_of(reported: Reported) -> Cells:
    """The row that reports some values; a whole cell goes before the parts it is made of."""
    texts = {name: text_of(value) for name, value in reported.items()}
    unit = texts.get("unit", "")
    number = texts.get("target", "")
    target = f"{texts.get('operator', '')}{number}{unit}" if number else texts.get("due", "")
    measured = texts.get("actual", "")
    actual = f"{measured}{texts.get('actual_unit') or unit}" if measured else texts.get("done", "")
    own = {name: text for name, text in texts.items() if name in ("name", *OWN_CELLS, *CATEGORIES)}
    return Cells(
        target=texts.get("target_text") or target,
        actual=texts.get("actual_text") or actual,
        own=own,
        values={name: text for name, text in texts.items() if name not in OF_TARGET_AND_ACTUAL | own.keys()},
    )


def text_of(value: Value) -> str:
    """A value as a person writes it; blank where there is none."""
    if isinstance(value, bool):
        return ANSWERS[value]
    if isinstance(value, (Fraction, int)):
        return decimal(Fraction(value))
    return "" if value is None else value.isoformat() if isinstance(value, date) else value
