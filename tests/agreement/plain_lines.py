"""Which lines a form has, where each stands, and the tree of its groups, in plain Python from the format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.agreement.plain_form import BLANK, Cell, Form, Row, bare, points_in
from tests.agreement.plain_formula import asks_children
from tests.agreement.plain_lack import Answer
from tests.agreement.plain_types import BEYOND

Tables = Mapping[str, Any]


@dataclass(frozen=True)
class Given:
    """One line as the form gives it."""

    row: Row
    line: str
    """The id of the line of the ruleset that takes it; blank for a row that the rules are asked about."""
    group: str
    values: Mapping[str, Answer | None]
    from_funds: bool = False


@dataclass
class Node:
    """A group as it stands on the form."""

    id: str
    group: str
    parent: str
    key: str = ""
    lines: list[int] = field(default_factory=list)
    nodes: list[str] = field(default_factory=list)


def called(name: str, table: Tables) -> set[str]:
    """What forms may call a thing."""
    return {bare(call) for call in (name, *table.get("names", ()), *table.get("title", {}).values())}


def cells_of(target: Cell, actual: Cell) -> dict[str, Answer | None]:
    """Target and actual as formulas see them: the actual in the unit of the target."""
    unit = target if target.unit else actual
    alike = not (target.unit and actual.unit) or target.dimension == actual.dimension
    number = actual.number
    if number is not None and target.number is not None and target.unit and actual.unit:
        number = number * actual.factor / target.factor if alike else None
    return {
        "target": target.number, "actual": number, "due": target.day, "done": actual.day, "operator": target.operator,
        "unit": unit.unit, "actual_unit": actual.unit, "dimension": unit.dimension,
        "target_kind": target.kind, "actual_kind": actual.kind,
        "units_differ": not alike and None not in (target.number, actual.number),
    }  # fmt: skip


class Layout:
    """The lines and groups of one form under one ruleset."""

    def __init__(self, tables: Tables, form: Form, cells: Mapping[str, Cell]) -> None:
        self.tables, self.form, self.cells = tables, form, cells
        self.groups: Tables = tables.get("group", {})
        self.facts: Tables = tables.get("fact", {})
        self.lines: list[Given] = []
        taken: set[int] = set()
        for name, table in tables.get("line", {}).items():
            self.ruleset_line(name, table, taken)
        for n, row in enumerate(form.rows):
            if n not in taken and not row.sum:
                self.lines.append(Given(row, "", self.place(row), self.values_of(row, {})))

    # — lines —

    def ruleset_line(self, name: str, table: Tables, taken: set[int]) -> None:
        bearing = [n for n, row in enumerate(self.form.rows) if not row.sum and bare(row.name) in called(name, table)]
        funds, group = self.form.funds, table.get("in", "")
        kind = table.get("type") or self.tables.get("every", {}).get("type")
        amounts = funds and not (funds.annual_budget.number is None and funds.executed.number is None)
        if kind == "execution" and funds and (amounts or not bearing):
            row = Row(table.get("title", {}).get("zh") or name, weight=funds.weight, stated=funds.score)
            block = {"executed": self.form.yuan(funds.executed), "rate": funds.rate.number,
                     "budget": self.form.yuan(funds.annual_budget)}  # fmt: skip
            self.lines.append(Given(row, name, group, self.values_of(row, table) | block, True))
            return
        bearing = [n for n in bearing if n not in taken]
        taken.update(bearing[:1])
        row = self.form.rows[bearing[0]] if bearing else Row(table.get("title", {}).get("zh") or name)
        values = self.values_of(row, table)
        if kind == "execution" and values["rate"] is None:
            values["rate"] = values["actual"]
        self.lines.append(Given(row, name, group, values))

    def values_of(self, row: Row, table: Tables) -> dict[str, Answer | None]:
        """What a row says, presets of its line before its own cells."""
        target, actual = (self.preset(table.get(name), getattr(row, name)) for name in ("target", "actual"))
        categories = (*row.categories, "", "", "")
        values: dict[str, Answer | None] = {
            "name": row.name, "goal": row.goal, **{f"category{n + 1}": categories[n] for n in range(3)},
            "target_text": row.target.text, "actual_text": row.actual.text, "reason": row.reason,
            "stated": row.stated.number, "reviewed": row.reviewed.number, "printed": row.weight.number,
            **cells_of(target, actual),
        }  # fmt: skip
        labels = {bare(label): cell for label, cell in row.values.items()}
        for name in BEYOND:
            cell = self.preset(table.get(name), labels.get(name, BLANK))
            values[name] = cell.text if name == "survey" else cell.number
        for name, fact in self.facts.items():
            if fact.get("of") == "line":
                found = next((labels[call] for call in called(name, fact) if call in labels), BLANK)
                values[f"carried.{name}"] = self.carried(fact, self.preset(table.get(name), found))
        return values

    def preset(self, written: object, cell: Cell) -> Cell:
        """The cell that the ruleset writes for a line, else that of the row."""
        if isinstance(written, Fraction):
            return Cell(str(written), "number", number=written)
        return self.cells[written] if isinstance(written, str) else cell

    def carried(self, fact: Tables, cell: Cell) -> Answer | None:
        """What a form carries of a fact, by its kind."""
        match fact.get("kind", "number"):
            case "text":
                return cell.text
            case "date":
                return cell.day
            case "yes_no":
                return {"是": True, "否": False}.get(cell.text)
            case "money":
                return self.form.yuan(cell)
        return cell.number

    # — groups —

    def place(self, row: Row) -> str:
        """The group that the category cells mean: the rightmost that names one."""
        cells = [bare(cell) for cell in row.categories]
        names = {name: called(name, group) for name, group in self.groups.items()}
        for n in range(len(cells) - 1, -1, -1):
            named = [group for group in names if cells[n] in names[group]]
            if named:
                others = [cell for m, cell in enumerate(cells) if m != n and cell]
                fit = [sum(any(c in names[up] for up in self.above(group)) for c in others) for group in named]
                best = [group for group, held in zip(named, fit, strict=True) if held == max(fit)]
                return best[0] if len(best) == 1 else ""
        return ""

    def above(self, group: str) -> Sequence[str]:
        """A group and those around it, from the inside out."""
        return [group, *self.above(self.groups[group].get("in", ""))] if group else []

    def tree(self, texts: Sequence[Mapping[str, Answer | None]]) -> dict[str, Node]:
        """The nodes of the form, `""` itself first; `texts` are those of each line, facts included."""
        nodes = {"": Node("", "", "")}
        for n, (line, said) in enumerate(zip(self.lines, texts, strict=True)):
            nodes[self.node(nodes, line.group, said)].lines.append(n)
        for group in self.groups:
            score = self.groups[group].get("score")
            if score is not None and not asks_children(score):
                self.standing(nodes, group)
        order = list(self.groups)
        for node in nodes.values():
            node.nodes.sort(key=lambda one: order.index(nodes[one].group))
        return nodes

    def node(self, nodes: dict[str, Node], group: str, said: Mapping[str, Answer | None]) -> str:
        """The node of a group for a line with some texts, made where it is not there yet."""
        here, keys = "", []
        for above in reversed(self.above(group)):
            each = self.groups[above].get("each")
            keys += [str(said.get(each) or "")] if each else []
            here = self.stand(nodes, above, here, keys, keys[-1] if each else "")
        return here

    def stand(self, nodes: dict[str, Node], group: str, parent: str, keys: Sequence[str], key: str) -> str:
        name = "@".join((group, *keys))
        if name not in nodes:
            nodes[name] = Node(name, group, parent, key)
            nodes[parent].nodes.append(name)
        return name

    def standing(self, nodes: dict[str, Node], group: str) -> None:
        """A group that asks no child stands on every form, in each node of the group around it."""
        outer = self.groups[group].get("in", "")
        if "each" in self.groups[group]:
            return
        if outer and not any(node.group == outer for node in nodes.values()):
            self.standing(nodes, outer)
        for around in [node for node in nodes.values() if node.group == outer]:
            self.stand(nodes, group, around.id, around.id.split("@")[1:], "")

    def points(self, nodes: Mapping[str, Node]) -> Mapping[str, Fraction]:
        """Points printed in headings, else inside category cells, by the node that they are of."""
        printed: dict[str, Fraction] = {}
        for heading, cell in self.form.headings.items():
            for node in nodes.values():
                table = self.groups.get(node.group, {})
                means = (
                    bare(node.key) == bare(heading) if "each" in table else bare(heading) in called(node.group, table)
                )
                if node.id and means and cell.number is not None:
                    printed[node.id] = cell.number
        standing = {n: node for node in nodes.values() for n in node.lines}
        for n, line in enumerate(self.lines):
            here = standing[n]
            while here.id:
                for cell in line.row.categories:
                    points = points_in(cell)
                    if points is not None and bare(cell) in called(here.group, self.groups[here.group]):
                        printed.setdefault(here.id, points)
                here = nodes[here.parent]
        return printed
