"""What a form says beside its tables: prose that is not scored, and data that was not understood."""

from collections.abc import Sequence

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.grid import Line, is_figure
from perfeval_rules.findings import Written
from perfeval_rules.text import Text

_FIRST_WORDS = 40


class Remarks:
    """Gathers the lines nobody understood, and tells of each run of them once."""

    def __init__(self, told: Collected) -> None:
        self._told = told
        self._run: list[Line] = []

    def add(self, line: Line) -> None:
        """Take a line that no part of the form understood; a run is all prose or all data."""
        if self._run and _is_data(self._run[-1]) != _is_data(line):
            self.end()
        self._run.append(line)

    def end(self) -> None:
        """Tell of the run that ends here."""
        if self._run:
            first, last = self._run[0], self._run[-1]
            code = "form.not-understood" if _is_data(first) else "form.text-skipped"
            _tell(self._told, code, first.filled, first.number, last.number)
            self._run = []


def skipped(told: Collected, cells: Sequence[Written]) -> None:
    """Tell of prose in cells of a line that was understood for the rest."""
    if cells:
        _tell(told, "form.text-skipped", cells, cells[0].at.line, cells[0].at.line)


def _tell(told: Collected, code: str, cells: Sequence[Written], first: int, last: int) -> None:
    words = " ".join(cell.text for cell in cells).replace("\n", " ")
    shown = words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS] + "…"
    told.add(code, cells[0].at, values={"lines": _lines(first, last), "text": shown})


def _lines(first: int, last: int) -> Text:
    if first == last:
        return Text(f"第 {first} 行", f"line {first}")
    return Text(f"第 {first}–{last} 行", f"lines {first}–{last}")


def _is_data(line: Line) -> bool:
    """Does a line look like a row with figures rather than like prose."""
    return len(line.filled) > 2 and any(is_figure(cell.text) for cell in line.filled)
