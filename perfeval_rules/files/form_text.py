"""A form pasted as text: one line for each row of the table, cells separated by tabs, prose in between."""

import html
import re

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.source import Source
from perfeval_rules.files.grid import Line
from perfeval_rules.files.grid_form import submission_from_lines
from perfeval_rules.findings import Place, Written
from perfeval_rules.submission import NOTHING, Submission

MOST_CHARACTERS = 10_000
"""How much of a cell is kept."""
MOST_COLUMNS = 256
MOST_LINES = 10_000
MOST_CELLS = 200_000
"""No form comes near; what does is read no further, and told."""
_QUOTED = re.compile(r'"((?:[^"\t]|""){0,2000})"(?=\t|\n|\Z)')
"""A cell that a workbook puts in quotes because it holds a new line or a quote."""
_TAG = re.compile(r"</?(?:p|br|span|div|b|i|u|strong|em|font|td|tr)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w{1,10};")
_BLANKS = " \n\r\f\v\u00a0\u3000\u2002\u2003\u200b\ufeff"


def read_text(text: str, name: str, told: Collected) -> Submission:
    """The submission of a pasted form."""
    if "\t" not in text:
        told.add("form.no-columns", Place(name))
    return submission_from_lines(lines_of(text, name, told), name, told)


def lines_of(text: str, name: str, told: Collected) -> list[Line]:
    """The lines of a text with their cells; a quoted cell may run over several lines."""
    source = Source.of(text)
    lines: list[Line] = []
    cells: list[Written] = []
    offset, number, count = 0, 1, 0
    while offset <= len(text):
        quoted = _QUOTED.match(text, offset)
        end = quoted.end() if quoted else _end_of_cell(text, offset)
        if quoted:
            cells.append(_cell(text[offset + 1 : end - 1].replace('""', '"'), offset + 1, source, name, told))
        else:
            cells.append(_cell(text[offset:end], offset, source, name, told) if end > offset else NOTHING)
        if len(cells) > MOST_COLUMNS:
            end = _end_of_line(text, end)
        if text[end : end + 1] != "\t":
            lines.append(_line(number, cells, name, told))
            count += len(cells)
            cells, number = [], source.position(min(end + 1, len(text)))[0]
            if len(lines) == MOST_LINES or count > MOST_CELLS:
                if end + 1 < len(text):
                    told.add("form.too-many-lines", Place(name, number), values={"lines": number - 1})
                break
        offset = end + 1
    return lines


def _line(number: int, cells: list[Written], name: str, told: Collected) -> Line:
    if len(cells) > MOST_COLUMNS:
        told.add("form.too-many-columns", Place(name, number), values={"most": MOST_COLUMNS})
    return Line(number, tuple(cells[:MOST_COLUMNS]))


def _end_of_cell(text: str, offset: int) -> int:
    line = _end_of_line(text, offset)
    tab = text.find("\t", offset, line)
    return line if tab < 0 else tab


def _end_of_line(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _cell(text: str, offset: int, source: Source, name: str, told: Collected) -> Written:
    """A cell without the blanks around it and without mark-up; its place is that of its first character."""
    shown = _TAG.sub(" ", text) if "<" in text else text
    if "&" in shown:
        shown = _ENTITY.sub(lambda found: html.unescape(found[0]), shown)
    shown = shown.strip(_BLANKS)
    if not shown:
        return NOTHING
    line, column = source.position(offset + len(text) - len(text.lstrip(_BLANKS)))
    at = Place(name, line, column)
    if len(shown) > MOST_CHARACTERS:
        told.add("form.text-too-long", at, values={"size": len(shown), "most": MOST_CHARACTERS})
        shown = shown[:MOST_CHARACTERS]
    return Written(shown, at)
