"""A form as lines of cells to a Submission: head, fund block and indicator table found wherever they stand."""

from collections.abc import Sequence

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.grid import Line
from perfeval_rules.files.grid_columns import Columns, columns_of, widened
from perfeval_rules.files.grid_funds import FundBlock, opens_funds
from perfeval_rules.files.grid_head import Head
from perfeval_rules.files.grid_remarks import Remarks
from perfeval_rules.files.grid_rows import Indicators
from perfeval_rules.files.grid_sums import with_sums
from perfeval_rules.files.grid_words import is_goal
from perfeval_rules.findings import Place
from perfeval_rules.submission import NOTHING, Funds, Submission


def submission_from_lines(lines: Sequence[Line], source: str, told: Collected) -> Submission:
    """Read a form; what was not understood is told, a run of lines at a time."""
    form = _Form(told)
    for line in lines:
        if line.filled:
            form.take(line)
    form.end()
    return form.submission(source)


class _Form:
    """Knows which part of the form the lines have reached."""

    def __init__(self, told: Collected) -> None:
        self.remarks = Remarks(told)
        self._told = told
        self._head = Head(told)
        self._funds: FundBlock | None = None
        self._in_funds = False
        self._indicators: Indicators | None = None
        self._heading: Columns | None = None
        """The heading row on the line before, which may have a second row."""
        self._goal: Line | None = None
        """A goal that was opened before the table it belongs to."""

    def take(self, line: Line) -> None:
        before, self._heading = self._heading, None
        columns = columns_of(line)
        if columns:
            self._open_table(columns)
        elif before and self._indicators and (wider := widened(before, line)):
            self._indicators.restart(wider)
        elif opens_funds(line) and not self._funds:
            self._funds, self._in_funds = FundBlock(line, self._told), True
        elif not self._indicators and is_goal(line.filled[0].text):
            self._drop_goal()
            self._goal = line
        elif opens_funds(line) or not self._in_part(line):
            self.remarks.add(line)
            return
        self.remarks.end()

    def _open_table(self, columns: Columns) -> None:
        self._heading, self._in_funds = columns, False
        if self._indicators:
            self._indicators.restart(columns)
        else:
            self._indicators = Indicators(columns, self._told)
        if self._goal:
            self._indicators.take(self._goal)
            self._goal = None

    def _drop_goal(self) -> None:
        """A goal that no table followed is told like any other line."""
        if self._goal:
            self.remarks.end()
            self.remarks.add(self._goal)
            self.remarks.end()
            self._goal = None

    def end(self) -> None:
        """The last line was read."""
        self.remarks.end()
        self._drop_goal()

    def _in_part(self, line: Line) -> bool:
        """Is it a line of the part that is being read, else of the head."""
        if self._in_funds and self._funds:
            if self._funds.take(line):
                return True
            self._in_funds = False
        if self._indicators and self._indicators.take(line):
            return True
        return self._head.take(line, opening=not (self._funds or self._indicators))

    def submission(self, source: str) -> Submission:
        table, head = self._indicators, self._head
        rows = with_sums(table.rows, self._told) if table else ()
        totals = table.totals if table else {}
        whole = bool(rows and totals)
        self._tell_missing(Place(source), bool(rows), bool(totals))
        unit_alone = Funds(unit=head.unit) if head.unit else None  # amounts may stand anywhere on the form
        funds = self._funds.funds() if self._funds else unit_alone
        if head.said("year") and head.year is None:
            self._told.add("form.needs-year", head.said("year").at, path="year", values={"path": "year"})
        if funds and not funds.unit:
            funds = funds.model_copy(update={"unit": head.unit})
        return Submission(
            source=source,
            project=head.said("project"),
            department=head.said("department"),
            unit=head.said("unit"),
            region=head.said("region"),
            year=head.year,
            funds=funds,
            rows=rows,
            values={**head.values, **(self._funds.values if self._funds else {})},
            headings=table.headings if table else {},
            total_weight=totals.get("weight", NOTHING),
            stated_total=totals.get("stated", NOTHING),
            reviewed_total=totals.get("reviewed", NOTHING),
            complete=whole,
        )

    def _tell_missing(self, at: Place, rows: bool, total: bool) -> None:
        if not self._indicators:
            self._told.add("form.no-table", at)
        elif not rows:
            self._told.add("form.no-rows", at)
        elif not total:
            self._told.add("form.no-total", at)
