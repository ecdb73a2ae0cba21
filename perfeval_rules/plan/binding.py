"""A submission as the inputs of a plan: which line of the form is which, and every value by the plan's names."""

from dataclasses import dataclass
from fractions import Fraction

from perfeval_rules.findings import Finding, Place
from perfeval_rules.plan.judge import Judge
from perfeval_rules.plan.nodes import Tree, node_of, tree_of
from perfeval_rules.plan.placing import Chart, bare, points_in
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.reader import Reader
from perfeval_rules.plan.row_values import RowReader, called
from perfeval_rules.plan.run import FormInput, Given, LineInput
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.submission import Funds, Row, Submission
from perfeval_rules.values.units import read_unit

NO_ROW = Row()
CATEGORIES = ("category1", "category2", "category3")


@dataclass(frozen=True, slots=True)
class BoundLine:
    """One line of the form with the names that find it again."""

    number: int
    name: str
    path: str
    """Where it stands in the submission: `rows[3]`, `funds`; blank where the form does not have it."""
    at: Place
    """The place of its actual value."""
    reason_at: Place
    target_text: str
    actual_text: str
    given: LineInput
    unnamed: bool = False
    """Only the ruleset names this line; the form does not."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A submission read for one plan."""

    form: FormInput
    lines: tuple[BoundLine, ...]
    findings: tuple[Finding, ...]
    money: Fraction
    """How many yuan the form's unit of money is."""
    source: str
    """What the form is called, for findings about the whole of it."""


def bind(ruleset: Ruleset, plan: Plan, chart: Chart, submission: Submission) -> Bound:
    """Read a submission for a plan."""
    return _Binder(ruleset, plan, chart, submission).bound()


class _Binder:
    def __init__(self, ruleset: Ruleset, plan: Plan, chart: Chart, submission: Submission) -> None:
        self.ruleset, self.plan, self.chart, self.submission = ruleset, plan, chart, submission
        funds = submission.funds
        self.reader = Reader(submission.year, funds.unit.text if funds else "", plan.words)
        self.rows = RowReader(ruleset, plan, self.reader)
        self.lines: list[BoundLine] = []
        self.values: list[dict[str, Given]] = []
        """What each line says."""
        self.printed: dict[str, Given] = {}
        self.taken: set[int] = set()
        self.funds = self.fund_values(funds)

    def bound(self) -> Bound:
        values = self.form_values()
        for name in self.ruleset.lines:
            self.ruleset_line(name)
        for n, row in enumerate(self.submission.rows):
            if n not in self.taken:
                self.row(n, row)
        tree = tree_of(self.plan, ((line.given.group, line.given.values) for line in self.lines))
        self.headings(tree)
        self.count_texts()
        form = FormInput({**values, **self.printed}, tuple(line.given for line in self.lines), tree)
        unit = read_unit(self.reader.funds_unit)
        money = unit.factor if unit and unit.dimension == "money" else Fraction(1)
        return Bound(form, tuple(self.lines), tuple(self.reader.findings), money, self.submission.source)

    # — the form —

    def form_values(self) -> dict[str, Given]:
        """The values that the form says as a whole, facts it carries included."""
        said, read = self.submission, self.reader
        values: dict[str, Given] = {
            "year": None if said.year is None else Fraction(said.year),
            "stated_total": read.number(said.stated_total, "stated_total"),
            "_reviewed_total": read.number(said.reviewed_total, "reviewed_total"),
            "department": said.department.text,
            "project": said.project.text,
            "complete": said.complete,
            **self.funds,
        }
        return values | self.carried()

    def carried(self) -> dict[str, Given]:
        """The facts of the form that it carries: among its values, else as a part of the fund block."""
        labels = {bare(label): (label, written) for label, written in self.submission.values.items() if written}
        funds = self.submission.funds
        parts = {bare(part.label.text): (n, part.annual_budget) for n, part in enumerate(funds.parts)} if funds else {}
        values: dict[str, Given] = {}
        used: set[str] = set()
        for name, fact in self.ruleset.facts.items():
            if fact.of == "form":
                names = called(name, fact)
                label = next((call for call in names if call in labels), "")
                part = next((call for call in names if call in parts and fact.kind in ("number", "money")), "")
                kind, written, path = fact.kind, NO_ROW.name, ""
                if label:
                    used.add(label)
                    path, written = f"values.{labels[label][0]}", labels[label][1]
                elif part:
                    kind, path, written = "money", f"funds.parts[{parts[part][0]}].annual_budget", parts[part][1]
                values[f"carried.{name}"] = self.reader.value(kind, written, path)
        for bared, (label, written) in labels.items():
            if bared not in used:
                self.reader.tell("form.unused-value", written, f"values.{label}", label=label)
        return values

    def fund_values(self, funds: Funds | None) -> dict[str, Given]:
        """The fund block, amounts in yuan, its rate in per cent."""
        if funds is None:
            return {"funds_unit": ""}
        read = self.reader
        values: dict[str, Given] = {"funds_unit": funds.unit.text.strip()}
        for name in ("initial_budget", "annual_budget", "executed"):
            values[name] = read.amount(getattr(funds, name), f"funds.{name}")
        values["stated_rate"] = read.number(funds.rate, "funds.rate")
        for name, part in (("parts_annual", "annual_budget"), ("parts_executed", "executed")):
            amounts = [read.amount(getattr(p, part), f"funds.parts[{n}].{part}") for n, p in enumerate(funds.parts)]
            given = [amount for amount in amounts if amount is not None]
            values[name] = sum(given, Fraction(0)) if given else None
        return values

    def headings(self, tree: Tree) -> None:
        """Points printed in headings, and inside category cells, by the node of the group that they mean."""
        for heading, written in self.submission.headings.items():
            named = self.chart.groups.get(bare(heading), ())
            for node in tree.nodes.values():
                stands_for = node.group in self.plan.each and bare(node.keys[-1]) == bare(heading)
                if stands_for or (node.group in named and node.group not in self.plan.each):
                    self.printed[f"{node.id}._printed"] = self.reader.number(written, f"headings.{heading}")
        for line in self.lines:
            cells = [str(line.given.values[name]) for name in CATEGORIES]
            printed = [(cell, points) for cell in cells if cell and (points := points_in(cell)) is not None]
            around = tree.lineage(node_of(self.plan, line.given.group, line.given.values)) if printed else ()
            for above in around:
                for cell, points in printed:
                    if tree.nodes[above].group in self.chart.groups.get(bare(cell), ()):
                        self.printed.setdefault(f"{above}._printed", points)

    # — the lines —

    def ruleset_line(self, name: str) -> None:
        """A line that the ruleset puts on the form: from the fund block, from its row, or from facts alone."""
        judge = self.plan.judges[f"line.{name}"]
        bearing = [n for n, row in enumerate(self.submission.rows) if not row.sum and name in self.named(row)]
        funds = self.submission.funds
        amounts = (self.funds.get("annual_budget"), self.funds.get("executed")) != (None, None)
        if judge.from_funds and funds and funds.is_block and (amounts or not bearing):
            self.from_funds(name, judge, funds)
            for n in bearing:
                row = self.submission.rows[n]
                self.reader.tell("form.execution-row", row.name, f"rows[{n}].name", name=row.name.text)
            return
        bearing = [n for n in bearing if n not in self.taken]
        for n in bearing[1:]:
            row = self.submission.rows[n]
            self.reader.tell("form.second-row", row.name, f"rows[{n}].name", name=row.name.text)
        if bearing:
            self.taken.add(bearing[0])
            self.take(self.submission.rows[bearing[0]], f"rows[{bearing[0]}]", judge, self.group_of_line(name))
        else:
            self.take(NO_ROW, "", judge, self.group_of_line(name))

    def named(self, row: Row) -> tuple[str, ...]:
        return self.chart.lines.get(bare(row.name.text), ())

    def group_of_line(self, name: str) -> str:
        return self.ruleset.lines[name].inside or ""

    def from_funds(self, name: str, judge: Judge, funds: Funds) -> None:
        """The line of the fund block, with the weight, rate and score printed there."""
        row = Row(weight=funds.weight, stated=funds.score, at=funds.at)
        block = {"executed": self.funds["executed"], "rate": self.funds["stated_rate"]}
        if "budget" not in judge.facts:
            block["budget"] = self.funds["annual_budget"]
        values = self.rows.values(row, "funds", judge, block)
        at = funds.executed.at if funds.executed else funds.at
        shown = (funds.annual_budget.text, funds.executed.text)
        self.append(judge, row, "funds", values, self.group_of_line(name), at, shown)

    def row(self, n: int, row: Row) -> None:
        """An ordinary row, which the rules are asked about; one that sums up others is only told of."""
        path = f"rows[{n}]"
        if row.sum:
            self.reader.tell("form.sum-row", row.name, f"{path}.name", name=row.name.text)
            return
        placed = self.chart.place([category.text for category in row.categories])
        if placed.unknown:
            cell = next(category for category in row.categories if category.text == placed.unknown)
            code = "form.ambiguous-category" if placed.candidates else "form.unknown-category"
            meant = "、".join(self.ruleset.groups[group].title.zh or group for group in placed.candidates)
            self.reader.tell(
                code, cell, f"{path}.categories", category=placed.unknown, name=row.name.text, groups=meant
            )
        self.take(row, path, None, placed.group)

    def take(self, row: Row, path: str, judge: Judge | None, group: str) -> None:
        values = self.rows.values(row, path, judge)
        shown = (row.target.text, row.actual.text)
        self.append(judge, row, path, values, group, row.actual.at if row.actual else row.at, shown)

    def append(
        self, judge: Judge | None, row: Row, path: str, values: dict[str, Given], group: str, at: Place,
        shown: tuple[str, str],
    ) -> None:  # fmt: skip
        name = row.name.text or (judge.title.say("zh") or judge.id if judge else "")
        values["name"] = name
        values["_row"] = judge is None
        values["_extra"] = group in self.chart.extra
        self.values.append(values)
        given = LineInput(values, judge.path if judge else None, group)
        reason_at = row.reason.at if row.reason else at
        number = len(self.lines) + 1
        self.lines.append(BoundLine(number, name, path, at, reason_at, *shown, given, not row.name))

    def count_texts(self) -> None:
        """Let every line know how often those of its texts that formulas count stand on the form."""
        counts: dict[tuple[str, Given], int] = {}
        for values in self.values:
            for text in self.plan.counted:
                key = (text, values.get(text))
                counts[key] = counts.get(key, 0) + 1
        for values in self.values:
            for text in self.plan.counted:
                said = values.get(text)
                values[f"repeats.{text.removeprefix('carried.')}"] = Fraction(counts[text, said] if said else 0)
