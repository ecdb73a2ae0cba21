"""The head of a form: project, department, unit, region and year, and other facts that stand there by their label."""

import re
import unicodedata

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.grid import Line, is_figure, without
from perfeval_rules.files.grid_funds import is_money, unit_within
from perfeval_rules.files.grid_words import HeadField, head_field, is_contact, is_narrative_heading, rank
from perfeval_rules.findings import Written
from perfeval_rules.headings import label
from perfeval_rules.submission import NOTHING

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_FISCAL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年度")
_TITLE = re.compile(r"自评|绩效|附件|附表|评价表|报告")
_LABELLED = re.compile(r"(?P<label>[^:：]{2,14})[:：]\s*")
_MONEY = frozenset({"单位", "金额单位", "资金单位", "货币单位"})
_LONGEST_LABEL = 14
_LONGEST_TITLE = 60
_LONGEST_FACT = 100


class Head:
    """Takes lines outside the tables and says whether they belong to the head."""

    def __init__(self, told: Collected) -> None:
        self.fields: dict[HeadField, tuple[str, Written]] = {}
        """Each field that was found, with the label it stands under."""
        self.values: dict[str, Written] = {}
        """Facts of the form by their label."""
        self.unit = NOTHING
        """The unit of money, where a line of its own names it."""
        self._titled: int | None = None
        """The year in the title."""
        self._told = told

    def take(self, line: Line, opening: bool) -> bool:
        """Read a line; `opening`: no table has begun, so that a title or another fact may stand here."""
        cells = list(line.filled)
        if opening and len(cells) == 1 and self._title(cells[0]):
            return True
        return self._labelled(cells, opening)

    def _title(self, cell: Written) -> bool:
        text = unicodedata.normalize("NFKC", cell.text)
        found = _FISCAL_YEAR.search(text)
        if len(text) > _LONGEST_TITLE or not (found or _TITLE.search(text)) or _LABELLED.match(text):
            return False
        found = found or _YEAR.search(text)
        if found and self._titled is None:
            self._titled = int(found[1])
        return True

    def _labelled(self, cells: list[Written], opening: bool) -> bool:
        """Labels with their values, behind them in a cell of their own or behind a colon in the same."""
        understood = False
        while cells:
            at, name, value = _next(cells)
            field = head_field(name)
            money = money_of(at, name, value)
            if field and not money and (value or cells or understood):
                self._field(field, name, value)
            elif money:
                self.unit = self.unit or money
            elif len(name) <= _LONGEST_LABEL and is_contact(name):
                self._told.add("form.contact-left-out", at.at, length=len(name), values={"label": name})
            elif opening and _is_fact(name, value):
                self._fact(name, value)
            elif understood:
                self._told.add("form.extra-cell", at.at, length=len(at.text), values={"text": at.text})
            else:
                return False
            understood = True
        return understood

    def _field(self, field: HeadField, name: str, value: Written) -> None:
        """Take a field; where two labels mean the same one, the other stays under its label."""
        before = self.fields.get(field)
        if before is None or not before[1] or (value and rank(name) < rank(before[0])):
            self.fields[field] = (name, value)
            name, value = before or ("", NOTHING)
        if value and value.text != self.fields[field][1].text:
            self._fact(name, value)

    def said(self, field: HeadField) -> Written:
        """What a field says."""
        return self.fields.get(field, ("", NOTHING))[1]

    @property
    def year(self) -> int | None:
        """The year of the field, else that of the title."""
        found = _YEAR.search(unicodedata.normalize("NFKC", self.said("year").text))
        return int(found[1]) if found else self._titled

    def _fact(self, name: str, value: Written) -> None:
        """Keep what a label says; the first of two counts."""
        fields = dict(self.fields.values())
        first = fields.get(name) or self.values.setdefault(name, value)
        if first.text != value.text:
            shown = {"label": name, "first": first.text, "second": value.text}
            self._told.add("form.second-value", value.at, length=len(value.text), values=shown)


def _next(cells: list[Written]) -> tuple[Written, str, Written]:
    """Take the next label from the cells: its cell, its name, and its value, in the same cell or in the next."""
    cell = cells.pop(0)
    inside = without(_LABELLED, cell)
    name = cell.text[: len(cell.text) - len(inside.text)].rstrip(" ：:\u3000") or cell.text
    if inside.text and inside.text != cell.text:
        return cell, name, inside
    if cells and not _is_label(cells[0].text):
        return cell, name, cells.pop(0)
    return cell, name, NOTHING


def money_of(cell: Written, name: str, value: Written) -> Written:
    """The unit of money that a cell names: `单位：万元`, `（金额单位：元）`, or 金额单位 with the unit beside it."""
    if label(name) in _MONEY and is_money(value.text):
        return value
    return unit_within(cell) if len(cell.text) <= _LONGEST_LABEL else NOTHING


def _is_label(text: str) -> bool:
    """Is it the label of a field that is known."""
    return len(text) <= _LONGEST_LABEL and (head_field(text) is not None or is_contact(text))


def _is_fact(name: str, value: Written) -> bool:
    """Are these a label and what it says, rather than prose in two cells."""
    return (
        1 < len(label(name)) <= _LONGEST_LABEL
        and value.text not in ("", name)
        and not is_figure(name)
        and not (is_narrative_heading(name) or is_narrative_heading(value.text))
        and len(value.text) <= _LONGEST_FACT
    )
