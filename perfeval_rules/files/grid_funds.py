"""The fund block of a form: its amounts, the weight, rate and score beside them, and the parts it is made of."""

import re
import unicodedata

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.grid import Line, is_figure, is_placeholder, points_within, without
from perfeval_rules.files.grid_words import FundField, fund_field
from perfeval_rules.findings import Written
from perfeval_rules.headings import label
from perfeval_rules.submission import NOTHING, FundPart, Funds

_AMOUNT = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?\s*(?:亿元|百万元|万元|千元|元|%)?")
_MONEY = re.compile(r"(?:人民币)?(?:亿元|百万元|万元|千元|元)")
_UNIT_IN_BRACKETS = re.compile(r"\(\s*(?:金额)?(?:单位:?)?\s*(?:人民币)?(亿元|百万元|万元|千元|元)\s*\)")
_UNIT_NAMED = re.compile(r"(?:金额)?单位\s*:\s*(?:人民币)?(亿元|百万元|万元|千元|元)")
_WHOLE = re.compile(r"总额|合计|总计|总预算|总资金|资金总|^年度资金|^项目资金|^预算资金")
_SOURCE = re.compile(r"资金|拨款|结转|财政|收入|债券|其他|补助|贷款|自筹|其中|专户|结余|预算|配套")
_OF_WHICH = re.compile(r"其\s*中\s*[:：]\s*")
_PART: tuple[FundField, ...] = ("initial_budget", "annual_budget", "executed", "rate")


class FundBlock:
    """Takes the lines below the heading of the block one by one and says whether they belong to it."""

    def __init__(self, line: Line, told: Collected) -> None:
        self._told = told
        self._headings = line.cells
        columns = {field: number for number, cell in enumerate(line.cells) if (field := fund_field(cell.text))}
        self._fields = {number: field for field, number in columns.items()}
        """Of two columns of one name the right one counts; the left one heads the block (预算执行)."""
        self._first = min(self._fields)
        self._at = line.at
        self._found: dict[str, Written] = {}
        self._parts: list[FundPart] = []
        self._whole = False
        """Was the line of the whole seen."""
        self.values: dict[str, Written] = {}
        """What other columns of the block say of the whole, by their heading."""
        self.unit = next((unit for cell in line.filled if (unit := unit_within(cell))), NOTHING)
        if "weight" not in self._fields.values():
            self._found["weight"] = next((points for cell in line.filled if (points := points_within(cell))), NOTHING)
        self._pairs(line)

    def funds(self) -> Funds:
        """The block as read so far."""
        return Funds(**self._found, unit=self.unit, parts=tuple(self._parts), at=self._at)

    def _pairs(self, line: Line) -> bool:
        """A line that writes each figure behind its heading instead of below it."""
        found = pairs_of(line)
        for field, cell in found:
            self._keep(field, cell)
        self._whole = self._whole or bool(found)
        if found:
            read = (line.words, *(cell for _, cell in found))
            self._extra([cell for cell in line.filled if cell not in read and fund_field(cell.text) is None])
        return bool(found)

    def _keep(self, field: FundField, cell: Written) -> None:
        """Keep what the block says of the whole; the first counts, another is told."""
        first = self._found.get(field) or cell
        self._found[field] = first
        if first.text != cell.text:
            shown = {"label": field, "first": first.text, "second": cell.text}
            self._told.add("form.second-value", cell.at, length=len(cell.text), values=shown)

    def take(self, line: Line) -> bool:
        """Read a line; False where it is none of the block."""
        if self._pairs(line):
            return True
        shift = max(range(-self._first, 4), key=lambda shift: (self._fit(line, shift), -abs(shift)))
        if self._fit(line, shift) < 0:
            return False
        before = [cell for cell in line.cells[: max(self._first + shift, 0)] if cell]
        name = before[-1] if before else NOTHING
        start = self._first + shift
        cells = {number - shift: cell for number, cell in enumerate(line.cells) if cell and number >= start}
        figures = [cell for cell in cells.values() if not is_placeholder(cell.text)]
        if not figures and not (name and _SOURCE.search(label(name.text))):
            return False
        self._whole_line(cells) if self._is_whole(name) else self._part_line(name, cells)
        self._extra([cell for cell in before if is_figure(cell.text)])
        return True

    def _fit(self, line: Line, shift: int) -> int:
        """How well a line fits the headings when it stands so many cells to the right of them."""
        fit = 0
        for number, cell in enumerate(line.cells):
            column = number - shift
            if not cell or (column < self._first and not is_figure(cell.text)) or is_placeholder(cell.text):
                continue
            if column < self._first:
                fit -= 3
            elif column in self._fields:
                fit += 2 if is_amount(cell.text) else -1
            else:
                fit -= 0 if column < len(self._headings) and self._headings[column] else 2
        return fit

    def _is_whole(self, name: Written) -> bool:
        if self._whole or _OF_WHICH.match(name.text):
            return False
        return bool(_WHOLE.search(label(name.text))) or not self._parts

    def _whole_line(self, cells: dict[int, Written]) -> None:
        """The line of the whole: everything the block prints."""
        self._whole = True
        for number, cell in cells.items():
            field = self._fields.get(number)
            if field:
                self._keep(field, cell)
            elif not is_placeholder(cell.text):
                heading = self._headings[number].text if number < len(self._headings) else ""
                first = self.values.setdefault(heading, cell) if heading else NOTHING
                self._extra([] if first == cell else [cell])

    def _part_line(self, name: Written, cells: dict[int, Written]) -> None:
        """A line of one source; whatever more it prints than a part can say is told."""
        found = {field: cells[number] for number, field in self._fields.items() if number in cells and field in _PART}
        self._parts.append(FundPart(label=without(_OF_WHICH, name), **found))
        self._extra([cell for number, cell in cells.items() if self._fields.get(number) not in _PART])

    def _extra(self, cells: list[Written]) -> None:
        for cell in cells:
            if not is_placeholder(cell.text):
                self._told.add("form.extra-cell", cell.at, length=len(cell.text), values={"text": cell.text})


def opens_funds(line: Line) -> bool:
    """Is it the heading of the fund block: what was budgeted and what was executed, side by side."""
    fields = {fund_field(cell.text) for cell in line.filled}
    figures = any(is_figure(cell.text) for cell in line.filled)
    named = "executed" in fields and bool(fields & {"initial_budget", "annual_budget"})
    return named and (not figures or bool(pairs_of(line)))


def pairs_of(line: Line) -> list[tuple[FundField, Written]]:
    """The figures of a line that stand right behind a heading each; none where anything else stands there."""
    found: list[tuple[FundField, Written]] = []
    for heading, cell in zip(line.filled, line.filled[1:], strict=False):
        field = fund_field(heading.text)
        if field and is_amount(cell.text):
            found.append((field, cell))
    return found


def is_amount(text: str) -> bool:
    """Is it an amount or a rate, as the block prints them."""
    return _AMOUNT.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def is_money(text: str) -> bool:
    """Is it a unit of money and nothing else."""
    return _MONEY.fullmatch(text.strip()) is not None


def unit_within(cell: Written) -> Written:
    """The unit of money that a heading names, as in `项目资金（万元）` or `单位：元`."""
    text = unicodedata.normalize("NFKC", cell.text)
    found = _UNIT_IN_BRACKETS.search(text) or _UNIT_NAMED.search(text)
    if not found:
        return NOTHING
    return Written(found[1], cell.place(found.start(1)) if len(text) == len(cell.text) else cell.at)
