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
WITH_UNIT = re.compile(r"(.+)\((?:单位:?)?([^()]+)\)")
"""A heading with a unit in brackets, as names are compared."""


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
        values: dict[str, Given] = {}

        def taken(names: tuple[str, ...]) -> tuple[str, Written]:
            found = next((call for call in names if call in labels), names[-1])
            return labels.pop(found, (names[-1], BLANK))

        for name, kind in self.kinds.items():
            names, unit = self.plan.headings[name], ""
            if kind == "money":
                names, unit = with_unit(names, labels)
            label, written = taken(names)
            values[name] = self.value(kind, label, written, path, unit)
        for name, fact in self.facts.items():
            values[f"carried.{name}"] = self.value(fact.kind, *taken(called(name, fact)), path)
        for label, written in labels.values():
            self.reader.tell("form.unused-value", written, f"{path}.values.{label}", label=label)
        return values

    def value(self, kind: str, label: str, written: Written, path: str, unit: str = "") -> Given:
        """A value under a label, which may name the unit of an amount; a blank text is a text all the same."""
        at = f"{path}.values.{label}"
        return self.reader.amount(written, at, unit) if unit else self.reader.value(kind, written, at)


def with_unit(names: tuple[str, ...], labels: Collection[str]) -> tuple[tuple[str, ...], str]:
    """What an amount is called on a row, and the unit of money that a label names behind it, as in `单价（万元）`."""
    for label in () if any(name in labels for name in names) else labels:
        found = WITH_UNIT.fullmatch(label)
        unit = read_unit(found[2]) if found and found[1] in names else None
        if found and unit and unit.dimension == "money":
            return (label,), found[2]
    return names, ""


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
