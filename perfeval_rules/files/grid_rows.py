"""The indicator table of a form: its rows with category cells filled from above, its sums, and its total."""

import re

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.grid import Line, is_figure, is_placeholder, joined, points_within, without
from perfeval_rules.files.grid_columns import CATEGORIES, Aligned, Columns, aligned, cells_of, first, is_sign
from perfeval_rules.files.grid_remarks import skipped
from perfeval_rules.files.grid_words import is_category, is_goal, is_margin, is_subtotal, is_total
from perfeval_rules.findings import Written
from perfeval_rules.headings import Field
from perfeval_rules.submission import NOTHING, Row

MOST_ROWS = 2_000
_NUMBERING = re.compile(r"(?:指标|目标)\s*[0-9０-９]{0,2}\s*[:：、.．]\s*")
_UNFILLED = re.compile(r"[.…·。]*")
"""What is left of the name in a row of the printed form that nobody filled in (`指标1：`, `……`)."""
_WHERE: tuple[Field, ...] = ("margin", "goal", *CATEGORIES, "name")
"""Fields that say which indicator a row is about, and nothing of it."""
_TOTAL = re.compile(r"(?P<label>[^\d:：]{2,8})[:：]?\s*(?P<figure>\d[\d.]*)\s*分?")


class Indicators:
    """Takes the lines of the table one by one and says whether it understood them."""

    def __init__(self, columns: Columns, told: Collected) -> None:
        self.columns = columns
        self.rows: list[Row] = []
        self.headings: dict[str, Written] = {}
        """Points printed in headings and goals."""
        self.totals: dict[Field, Written] = {}
        self._told = told
        self._shift = 0
        self._goal = NOTHING
        self._above: dict[Field, Written] = {}
        """The last category cell of each level."""
        self._known: set[str] = set()
        """Every text that stood in a category cell."""
        self._full = False

    def restart(self, columns: Columns) -> None:
        """Go on under a further heading row; cells that reach over a page break keep what they said."""
        if columns.categories != self.columns.categories:
            self._above.clear()
        self.columns, self._shift = columns, 0

    def take(self, line: Line) -> bool:
        """Read a line; False where it is none of the table."""
        if all(is_margin(cell.text) for cell in line.filled):
            return True
        if self._total_line(line):
            return True
        if self._goal_line(line):
            return True
        row = aligned(line.cells, self.columns, self._shift, self._known)
        if is_subtotal(line.words.text):
            self._subtotal_line(line, row)
            return True
        return self._row_line(row) or self._heading_line(row)

    def _row_line(self, row: Aligned) -> bool:
        """An indicator: a name, with points or enough else to tell it from prose."""
        name = self._cell(row, "name")
        bare = without(_NUMBERING, name)
        unfilled = bool(name) and _UNFILLED.fullmatch(bare.text) is not None
        empty = unfilled and all(self.columns.kinds[number] in _WHERE for number, _ in row.cells)
        if row.fit < 1 or is_placeholder(name.text) or not (empty or self._is_row(row)):
            return False
        self._shift = row.shift
        self._fill(row)
        if not empty:
            self._append(self._built(name if unfilled else bare, row))
        stray = [cell for cell in cells_of(row, self.columns, "margin") if not is_margin(cell.text)]
        self._extra((*row.outside, *stray))
        return True

    def _is_row(self, row: Aligned) -> bool:
        if any(is_figure(self._cell(row, field).text) for field in ("weight", "stated")):
            return True
        known = any(
            self._is_known(cell) for field in self.columns.categories for cell in cells_of(row, self.columns, field)
        )
        return not self.totals and (known or len(row.cells) > 2)

    def _is_known(self, cell: Written) -> bool:
        return cell.text in self._known or is_category(cell.text)

    def _append(self, row: Row) -> None:
        if len(self.rows) < MOST_ROWS:
            self.rows.append(row)
        elif not self._full:
            self._full = True
            self._told.add("form.too-many-rows", row.at, values={"most": MOST_ROWS})

    def _built(self, name: Written, row: Aligned) -> Row:
        target, others = self._target(row)
        categories = [self._above.get(field, NOTHING) for field in self.columns.categories]
        while categories and not categories[-1]:
            categories.pop()
        for number, cell in row.cells:
            if self._is_other(number):
                heading = self.columns.headings[number].text
                others[heading] = joined([others.get(heading, NOTHING), cell], "；")
        return Row(
            goal=self._goal,
            categories=tuple(categories),
            name=name,
            type=self._cell(row, "type"),
            target=target,
            actual=self._cell(row, "actual"),
            weight=self._cell(row, "weight"),
            stated=self._cell(row, "stated"),
            reviewed=self._cell(row, "reviewed"),
            reason=joined(cells_of(row, self.columns, "reason"), "；"),
            values=others,
            at=name.at,
            path=f"rows[{len(self.rows)}]",
        )

    def _target(self, row: Aligned) -> tuple[Written, dict[str, Written]]:
        """The target with its sign and unit where they are cells of their own; what cannot be joined stands apart."""
        sign, number, unit = (self._cell(row, field) for field in ("sign", "target", "unit"))
        apart: dict[str, Written] = {}
        figure = number.text[:1].isdigit() and number.text[-1:].isdigit()
        if sign and not (figure and is_sign(sign.text)):
            apart[self._heading_of("sign")] = sign
            sign = NOTHING
        if unit and not figure:
            if unit.text not in number.text:
                apart[self._heading_of("unit")] = unit
            unit = NOTHING
        return joined([sign, number, unit]), apart

    def _fill(self, row: Aligned) -> None:
        """Take over the category cells of a row: a filled one clears what stood below its level, a blank one keeps it."""
        goal = self._cell(row, "goal")
        if goal and goal.text != self._goal.text:
            self._goal = goal
            self._above.clear()
        for level, field in enumerate(self.columns.categories):
            cell = self._cell(row, field)
            if cell:
                for below in self.columns.categories[level:]:
                    self._above.pop(below, None)
                self._above |= {} if is_placeholder(cell.text) else {field: cell}
                self._known.add(cell.text)

    def _heading_line(self, row: Aligned) -> bool:
        """A category alone on its line, perhaps with the points it is worth."""
        categories = [cell for field in self.columns.categories for cell in cells_of(row, self.columns, field)]
        heading = first(reversed(categories))
        weight = self._cell(row, "weight")
        known = self._is_known(heading) or bool(points_within(heading))
        if not heading or not known or any(is_figure(cell.text) for cell in categories):
            return False
        if row.outside or self._cell(row, "name"):
            return False
        self._fill(row)
        self._points(heading, weight)
        used = {
            number for number, field in self.columns.fields if field in (*self.columns.categories, "goal", "weight")
        }
        self._extra(tuple(cell for number, cell in row.cells if number not in used and not is_margin(cell.text)))
        return True

    def _points(self, heading: Written, points: Written) -> None:
        """Keep the points printed for a heading; the first count, others are told."""
        if points and self.headings.setdefault(heading.text, points).text != points.text:
            shown = {"label": heading.text, "first": self.headings[heading.text].text, "second": points.text}
            self._told.add("form.second-value", points.at, length=len(points.text), values=shown)

    def _goal_line(self, line: Line) -> bool:
        """A line that opens the rows of a goal, with the points printed in it."""
        opening = line.filled[0]
        if not is_goal(opening.text):
            return False
        self._goal = opening
        self._above.clear()
        figures = [cell for cell in line.filled[1:] if is_figure(cell.text)]
        for points in (points_within(opening), *figures):
            self._points(opening, points)
        skipped(self._told, [cell for cell in line.filled[1:] if cell not in figures])
        return True

    def _subtotal_line(self, line: Line, row: Aligned) -> None:
        """A row that sums up some of the others."""
        weight, stated = self._cell(row, "weight"), self._cell(row, "stated")
        path = f"rows[{len(self.rows)}]"
        self._append(Row(name=line.words, weight=weight, stated=stated, sum=True, at=line.at, path=path))
        self._extra(tuple(cell for cell in line.filled if cell not in (line.words, weight, stated)))

    def _total_line(self, line: Line) -> bool:
        """The row of the total, in cells of its own or in one."""
        opening = line.words
        alone = _TOTAL.fullmatch(opening.text)
        if alone and is_total(alone["label"]):
            self._totalled({"stated": Written(alone["figure"], opening.place(alone.start("figure")))})
            self._extra(tuple(cell for cell in line.filled if cell != opening))
            return True
        if not is_total(opening.text):
            return False
        figures = [cell for cell in line.filled if is_figure(cell.text)]
        others = [cell for cell in line.filled if cell not in figures and cell != opening]
        fields = self.columns.points
        if 0 < len(figures) < len(fields):
            fields = self._under(line, figures)
        self._totalled(dict(zip(fields, figures, strict=False)))
        self._extra((*figures[len(fields) :], *others))
        return True

    def _under(self, line: Line, figures: list[Written]) -> tuple[Field, ...]:
        """The columns of the figures of a total that has too few: those they stand under, else the last ones."""
        kinds = self.columns.kinds
        for shift in (self._shift, 0):
            found = tuple(kinds.get(n - shift, "other") for n, cell in enumerate(line.cells) if cell in figures)
            if all(field in self.columns.points for field in found):
                return found
        stated = [field for field in self.columns.points if field != "reviewed"]
        return tuple(stated[-len(figures) :])

    def _totalled(self, found: dict[Field, Written]) -> None:
        for field, now in found.items():
            before = self.totals.get(field, now)
            if before.text != now.text:
                self._told.add("form.second-total", now.at, values={"first": before.text, "second": now.text})
        self.totals |= found

    def _extra(self, cells: tuple[Written, ...]) -> None:
        """Cells that no column holds are told, so that nothing is lost in silence."""
        for cell in cells:
            if not is_placeholder(cell.text):
                self._told.add("form.extra-cell", cell.at, length=len(cell.text), values={"text": cell.text})

    def _cell(self, row: Aligned, field: Field) -> Written:
        return first(cells_of(row, self.columns, field))

    def _is_other(self, number: int) -> bool:
        return self.columns.kinds[number] == "other"

    def _heading_of(self, field: Field) -> str:
        return self.columns.headings[self.columns.of_field[field]].text
