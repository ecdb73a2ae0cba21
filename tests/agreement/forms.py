"""Random forms for a random ruleset: rows that its groups, lines and facts have names for, and some that they have not."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from tests.agreement.cells import CellMaker
from tests.agreement.plain_form import BLANK, Cell, Form, Funds, Part, Row

NAMES = ("项一", "项二", "项三", "★项一")
REASONS = ("", "", "无", "因天气影响，下一步加强管理。", "未完成", "已完成", "受疫情影响", "加强")


class FormMaker:
    """Makes forms."""

    def __init__(self, random: Random, tables: Mapping[str, Any]) -> None:
        self.random, self.tables = random, tables
        self.cells = CellMaker(random, random.choice((0, 0, 0.05, 0.15, 0.3)))
        self.weighted = random.random() < 0.9

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def made(self) -> Form:
        rows = [self.row(self.random.choice(NAMES)) for _ in range(self.random.randint(0, 6))]
        for name, line in self.tables.get("line", {}).items():
            if self.often(0.6):
                called = self.random.choice((*line["names"], f"{line['title']['zh']}（5分）", name))
                rows.insert(self.random.randint(0, len(rows)), self.row(called))
        facts = self.tables.get("fact", {})
        values = {
            self.random.choice((f"取数{name}", name)): self.cells.of_kind(fact["kind"])
            for name, fact in facts.items() if fact["of"] == "form" and self.often(0.6)
        }  # fmt: skip
        return Form(
            year=self.random.choice((2023, 2024)),
            department=self.random.choice(("", "财政局")),
            project=self.random.choice(("", "修路", "无", "修建道路项目")),
            rows=tuple(rows),
            funds=self.funds() if self.often(0.6) else None,
            values={label: cell for label, cell in values.items() if cell.text},
            headings=self.headings(),
            stated_total=self.cells.number() if self.often(0.5) else BLANK,
            complete=self.often(0.9),
        )

    def headings(self) -> dict[str, Cell]:
        named = {name for group in self.tables.get("group", {}).values() for name in group["names"]}
        named |= {"目标一"} if self.often(0.3) else set()
        cells = {name: self.cells.number(1, 60) for name in sorted(named) if self.often(0.15)}
        return {name: cell for name, cell in cells.items() if cell.text and cell.number is not None}

    def funds(self) -> Funds:
        unit = self.random.choice(("万元", "元"))
        part = Part(self.random.choice(("取数e0", "其中：财政拨款")), self.cells.amount(), self.cells.amount())
        return Funds(
            unit, 10_000 if unit == "万元" else 1, self.cells.amount(), self.cells.amount(), self.cells.amount(),
            weight=self.cells.number(5, 20) if self.often(0.6) else BLANK, rate=self.cells.number(0, 110),
            score=self.cells.number(0, 10), parts=(part,) if self.often(0.4) else (),
        )  # fmt: skip

    def row(self, name: str) -> Row:
        target = self.cells.target()
        weight = self.cells.number(0, 30) if self.weighted and self.often(0.95) else BLANK
        row = Row(
            name=name,
            goal=self.random.choice(("", "目标一", "目标二")),
            categories=self.categories(),
            target=target,
            actual=self.cells.actual(target),
            weight=weight,
            stated=self.stated(weight) if self.often(0.6) else BLANK,
            reviewed=self.stated(weight) if self.often(0.2) else BLANK,
            reason=self.random.choice(REASONS),
            values=self.values(),
            sum=self.often(0.03),
        )
        return replace(row, values={label: cell for label, cell in row.values.items() if cell.text})

    def stated(self, weight: Cell) -> Cell:
        """A score near the weight: the ends of ranges among them."""
        if weight.number is None or self.often(0.2):
            return self.cells.number(0, 20)
        share = self.random.choice((0, 5, 6, 7, 8, 9, 10))
        number = weight.number * share / 10
        return weight if share == 10 else self.cells.measured("", number, "")

    def categories(self) -> tuple[str, ...]:
        groups = self.tables.get("group", {})
        if not groups or self.often(0.1):
            return self.random.choice(((), ("别的",)))
        name = self.random.choice(tuple(groups))
        path: list[str] = []
        while name:
            path.insert(0, groups[name]["names"][0])
            name = groups[name].get("in", "")
        return tuple(f"{cell}（20分）" if self.often(0.04) else cell for cell in path[-3:])

    def values(self) -> dict[str, Cell]:
        values: dict[str, Cell] = {}
        area = self.tables.get("fact", {}).get("area")
        if area and self.often(0.7):
            values["取数area"] = self.cells.of_kind(area["kind"])
        for name in ("executed", "budget", "rate"):
            if self.often(0.2):
                values[name] = self.cells.number()
        if self.often(0.2):
            values["survey"] = Cell("问卷调查", "words")
        return values
