"""What a row says, by the plan's names: its cells, what a type asks for beyond them, and the facts it carries."""

import re
from collections.abc import Collection, Mapping
from fractions import Fraction

from perfeval_rules.findings import Written
from perfeval_rules.formula.algebra import Constant
from perfeval_rules.plan.judge import Judge
from perfeval_rules.plan.judges import UNRULED
from perfeval_rules.plan.placing import bare
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.reader import Reader
from perfeval_rules.plan.run import Given
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.tables import Fact
from perfeval_rules.submission import Row
from perfeval_rules.text import decimal
from perfeval_rules.values.cells import Cell, in_unit_of
from perfeval_rules.values.units import read_unit

BLANK = Written()
WITH_REMARK = re.compile(r"(.+)\((?:单位:?)?([^()]+)\)")
"""A heading with a unit or a remark in brackets, as names are compared."""
MULTIPLE = re.compile(r"[十百千]*[万亿]|[十百千]元")
"""How a unit begins that is so many of another."""


class RowReader:
    """Reads the rows of one form; what a line of the ruleset writes itself goes before what its row says."""

    def __init__(self, ruleset: Ruleset, plan: Plan, reader: Reader) -> None:
        self.ruleset, self.plan, self.reader = ruleset, plan, reader
        self.facts = {name: fact for name, fact in ruleset.facts.items() if fact.of == "line"}
        kinds = {**plan.reported, **{f"carried.{name}": fact.kind for name, fact in self.facts.items()}}
        self.kinds = {name: "money" if name in plan.money else kind for name, kind in plan.reported.items()}
        """How each reported value is read."""
        self.blank: Mapping[str, Given] = {name: "" if kind == "text" else None for name, kind in kinds.items()}

    def values(
        self, row: Row, path: str, judge: Judge | None, block: Mapping[str, Given] | None = None
    ) -> dict[str, Given]:  # fmt: skip
        """Everything a row says; `judge` is the line of the ruleset that takes it, None for an ordinary row.

        `block` is what the fund block says where it stands for the row; else such a line may give only its rate, in the
        actual cell.
        """
        read, taken = self.reader, judge or UNRULED
        target = self.preset_or("target", row.target, taken)
        actual = self.preset_or("actual", row.actual, taken)
        first, second, third, *_ = *[category.text for category in row.categories], "", "", ""
        values: dict[str, Given] = {
            "goal": row.goal.text,
            "category1": first,
            "category2": second,
            "category3": third,
            "target_text": row.target.text,
            "actual_text": row.actual.text,
            "reason": row.reason.text,
            "stated": read.number(row.stated, f"{path}.stated"),
            "reviewed": read.number(row.reviewed, f"{path}.reviewed"),
            "_printed": read.number(row.weight, f"{path}.weight"),
            **compared(read.cell(target, f"{path}.target"), read.cell(actual, f"{path}.actual")),
        }
        values |= self.others(row, path) if row.values else self.blank
        if block is not None:
            values |= block
        elif taken.from_funds and values.get("rate") is None:
            values["rate"] = values["actual"]
        if taken.presets:
            values |= self.presets(taken)
        return values | {f"row.{name}": values.get(name) for name in taken.facts} if taken.facts else values

    def preset_or(self, name: str, written: Written, judge: Judge) -> Written:
        """A cell as the ruleset writes it, in words such as `≥90%` or as a number, else as the row does."""
        preset = judge.presets.get(name)
        if preset is None:
            return written
        if isinstance(preset, str):
            return self.own(judge, name, preset)
        return self.own(judge, name, decimal(preset)) if isinstance(preset, Fraction) else written

    def own(self, judge: Judge, name: str, text: str) -> Written:
        """A text that stands in the ruleset."""
        return Written(text, self.ruleset.merged.place(("line", judge.id, name)))

    def presets(self, judge: Judge) -> dict[str, Given]:
        """What a line of the ruleset writes itself, each by its kind; target and actual are cells, read before."""
        values: dict[str, Given] = {}
        for name, preset in judge.presets.items():
            if name in self.facts:
                values[f"carried.{name}"] = self.preset(judge, name, self.facts[name].kind, preset)
            elif name not in ("target", "actual"):
                values[name] = self.preset(judge, name, self.kinds.get(name, judge.reported[name]), preset)
        return values

    def preset(self, judge: Judge, name: str, kind: str, preset: Constant) -> Given:
        """A value that the ruleset writes as a constant, or as a text of its kind."""
        if isinstance(preset, str):
            return self.reader.value(kind, self.own(judge, name, preset), "")
        return preset

    def others(self, row: Row, path: str) -> dict[str, Given]:
        """Reported values beyond the cells every row has, and the facts a line carries."""
        labels = {bare(label): (label, written) for label, written in row.values.items()}
        called_by = {name: self.plan.headings[name] for name in self.kinds}
        called_by |= {f"carried.{name}": called(name, fact) for name, fact in self.facts.items()}
        kinds = {**self.kinds, **{f"carried.{name}": fact.kind for name, fact in self.facts.items()}}
        found: dict[str, tuple[str, Written, str]] = {}
        for name, names in called_by.items():
            label = next((call for call in names if call in labels), "")
            if label:
                found[name] = (*labels.pop(label), "")
        for name in self.kinds if labels else ():
            label, unit = remarked(called_by[name], labels, kinds[name]) if name not in found else ("", "")
            if label:
                found[name] = (*labels.pop(label), unit)
        values: dict[str, Given] = {}
        for name, kind in kinds.items():
            label, written, unit = found.get(name) or (called_by[name][-1], BLANK, "")
            values[name] = self.value(kind, label, written, path, unit)
        for label, written in labels.values():
            self.reader.tell("form.unused-value", written, f"{path}.values.{label}", label=label)
        return values

    def value(self, kind: str, label: str, written: Written, path: str, unit: str = "") -> Given:
        """A value under a label, which may name the unit of an amount; a blank text is a text all the same."""
        at = f"{path}.values.{label}"
        return self.reader.amount(written, at, unit) if unit else self.reader.value(kind, written, at)


def remarked(names: tuple[str, ...], labels: Collection[str], kind: str) -> tuple[str, str]:
    """The one label that calls a value by a name with a unit or a remark in brackets behind it, as `窗口数（个）` does.

    Of an amount also the unit of money that the brackets name. Where they name a multiple, such as 万人, the number would
    be another: such a label is left alone.
    """
    found: dict[str, str] = {}
    for label in labels:
        split = WITH_REMARK.fullmatch(label)
        if split is None or split[1] not in names:
            continue
        unit = read_unit(split[2])
        money = unit is not None and unit.dimension == "money"
        if kind == "money" and money:
            found[label] = split[2]
        elif not MULTIPLE.match(split[2]):
            found[label] = ""
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def called(name: str, fact: Fact) -> tuple[str, ...]:
    """What forms call a fact, as names are compared."""
    return tuple(bare(call) for call in (*fact.names, fact.title.zh, fact.title.en, name) if call)


def compared(target: Cell, actual: Cell) -> dict[str, Given]:
    """Target and actual side by side: the actual in the unit of the target, a unit on one side for both."""
    converted = in_unit_of(actual, target) if target.number is not None else actual.number
    unit = target.unit if target.unit.name or target.unit.dimension else actual.unit
    return {
        "target_kind": target.kind,
        "actual_kind": actual.kind,
        "operator": target.operator,
        "unit": unit.name,
        "actual_unit": actual.unit.name,
        "dimension": unit.dimension,
        "target": target.number,
        "actual": converted,
        "due": target.date,
        "done": actual.date,
        "_units_differ": None not in (target.number, actual.number) and converted is None,
    }
