"""The ground of random rulesets: how they score, their groups, first facts, rules and lines."""

from fractions import Fraction
from random import Random
from typing import Any

from tests.agreement.cells import CellMaker, constant
from tests.agreement.formulas import FormulaMaker
from tests.agreement.plain_form import Cell
from tests.agreement.plain_types import OPTIONS
from tests.agreement.sight import Sight

KINDS = (
    "threshold",
    "threshold",
    "count",
    "rate",
    "satisfaction",
    "cost",
    "deadline",
    "grade",
    "yes_no",
    "number",
    "execution",
)
CHOICES = {
    "unsigned": ("at-least", "at-most"), "zero_target": ("absent", "met-if-not-above"),
    "reverse": ("linear", "reciprocal", "strict"), "equality": ("at-least", "strict", "tolerance"),
    "tolerance": (Fraction(2), Fraction(1, 2)), "late": ("strict", "daily", "weekly", "monthly"),
    "late_loss": (Fraction(1, 10), Fraction(1, 5)), "full_from": (Fraction(80), Fraction(75)), "part_from": (Fraction(50),),
    "survey_required": (True, False),
}  # fmt: skip
SCORES = (
    "weight * attainment", "weight * clamp(attainment, 0, 1)", "weight if met else 0", "actual",
    "weight * clamp(ratio, 0, 1.2)", "weight * at_least(attainment, [[1, 1], [0.8, 0.8], [0.6, 0.5]], 0)",
    "weight - max(0, deviation) * 10", "if_blank(actual, 0) / 24",
)  # fmt: skip
GROUP_NAMES = ("产出指标", "数量", "质量", "效益指标", "满意度")
WORDS = {
    "cause": ("因", "受"), "measure": ("改进", "加强"), "not-applicable": ("不适用", "—"), "placeholder": ("无", "/"),
    "says-missed": ("未完成", "没有完成"), "says-done": ("已完成", "全部完成"),
}  # fmt: skip


class GroundMaker:
    """Makes what the rest of a ruleset stands on: scoring, groups, facts that need no score, rules and lines."""

    def __init__(self, random: Random) -> None:
        self.random, self.cells = random, CellMaker(random, 0)
        self.known: dict[str, Cell] = {}
        """Cells that the ruleset itself writes, by their text."""
        self.tables: dict[str, Any] = {
            "format": Fraction(1),
            "ruleset": {"id": "small-0", "edition": "1", "years": {"from": Fraction(2020)}},
            "words": {name: list(words) for name, words in WORDS.items()},
        }

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def number(self, sight: Sight, common: tuple[str, ...] = ()) -> str:
        if common and self.often(0.75):
            return self.random.choice(common)
        return FormulaMaker(self.random, sight).number(self.random.randint(1, 3))

    def truth(self, sight: Sight) -> str:
        return FormulaMaker(self.random, sight).truth(self.random.randint(1, 3))

    def scoring(self) -> None:
        scoring: dict[str, Any] = {"rounding": self.random.choice(("half-up", "half-even", "down"))}
        places = {key: Fraction(self.random.randint(0, 4)) for key in ("line", "total") if self.often(0.6)}
        unscored = {
            outcome: self.random.choice(("withhold", "zero", "zero", "zero", "rescale", "rescale", "rescale"))
            for outcome in ("not_reported", "not_applicable", "stopped") if self.often(0.85)
        }  # fmt: skip
        if self.often(0.85):
            unscored["manual"] = self.random.choice(("withhold", "zero", "rescale", "stated", "stated"))
        optional = {
            "places": places, "unscored": unscored, "grade_on": "exact" if self.often(0.4) else "",
            "weights": "ruleset" if self.often(0.4) else "", "full_marks": Fraction(120) if self.often(0.1) else None,
        }  # fmt: skip
        self.tables["scoring"] = scoring | {key: value for key, value in optional.items() if value}

    def groups(self) -> None:
        groups: dict[str, dict[str, Any]] = {}
        for n in range(self.random.choice((0, 0, 1, 2, 3, 4, 4))):
            table: dict[str, Any] = {"names": [GROUP_NAMES[n if self.often(0.9) else 1]]}
            if n and self.often(0.6):
                table["in"] = f"g{self.random.randrange(n)}"
            if self.often(0.15):
                table["extra"] = True
            if self.often(0.2):
                table["split"] = self.random.choice(("groups", "rows"))
            if self.often(0.15):
                table["each"] = self.random.choice(("goal", "goal", "category2", "area"))
            groups[f"g{n}"] = table
        if groups:
            self.tables["group"] = groups

    # — facts —

    def fact(self, name: str, sight: Sight, of: str, kind: str, computed: float) -> None:
        """One more fact, carried, computed, with a default, or all of these."""
        table: dict[str, Any] = {"of": of, "kind": kind, "names": [f"取数{name}"]}
        if self.often(computed) and kind in ("number", "yes_no", "text"):
            maker = FormulaMaker(self.random, sight)
            make = {"number": maker.number, "yes_no": maker.truth, "text": maker.text}[kind]
            table["value"] = make(self.random.randint(1, 2))
        if self.often(0.4):
            table["default"] = constant(self.random, kind)
        self.tables.setdefault("fact", {})[name] = table

    def facts(self) -> None:
        """Facts that need no score: of the form alone, of the line, and of the form over lines."""
        for n in range(self.random.randint(0, 2)):
            kind = self.random.choice(("number", "number", "money", "text", "yes_no", "date"))
            self.fact(f"e{n}", self.sights.early(), "form", kind, 0.5)
            self.sights.add_early(f"e{n}", kind, "value" not in self.tables["fact"][f"e{n}"])
        if self.often(0.2):
            self.fact("budget", self.sights.early(), "form", "number", 0.5)
        kind = "text" if any(g.get("each") == "area" for g in self.tables.get("group", {}).values()) else ""
        if kind or self.often(0.4):
            kind = kind or self.random.choice(("number", "text", "yes_no", "date", "money"))
            repeated = any(group.get("each") == "area" for group in self.tables.get("group", {}).values())
            self.fact("area", self.sights.cells(), "line", kind, 0 if repeated else 0.3)
            self.sights.add_line("area", kind, "value" not in self.tables["fact"]["area"])
        if self.often(0.4):
            self.fact("m0", self.sights.over_measures(), "form", "number", 1)
            self.sights.add_middle("m0", "number")

    # — what takes rows —

    def options(self, kind: str) -> dict[str, Any]:
        return {name: self.random.choice(CHOICES[name]) for name in OPTIONS[kind] if self.often(0.25)}

    def judged(self, table: dict[str, Any], kind: str) -> dict[str, Any]:
        """A rule or line with what both may say."""
        table |= {"type": kind, **self.options(kind)}
        common = tuple(score for score in SCORES if kind != "number" or "attain" not in score)
        table["score"] = self.number(self.sights.measured(), common)
        if self.often(0.2):
            table["applies"] = self.truth(self.sights.cells())
        if self.often(0.1):
            table["manual"] = self.truth(self.sights.scored())
        return table

    def rules(self) -> None:
        if self.often(0.4):
            every = {
                "score": self.number(self.sights.measured(), SCORES),
                "reverse": self.random.choice(CHOICES["reverse"]),
            }
            self.tables["every"] = every | ({"applies": self.truth(self.sights.cells())} if self.often(0.2) else {})
        rules: dict[str, Any] = {}
        count = self.random.randint(2, 6)
        for n in range(count):
            rule: dict[str, Any] = {"when": self.when()} if n < count - 1 or self.often(0.15) else {}
            rules[f"r{n}"] = self.judged(rule, self.random.choice(KINDS))
            if "every" in self.tables and self.often(0.4):
                del rules[f"r{n}"]["score"]
        self.tables["rule"] = rules

    def when(self) -> str:
        """Mostly a condition that splits rows by what they say."""
        usual = (
            "target_kind == 'date'", "actual_kind == 'words'", "unit == '%'", "operator == '<='", "dimension == 'money'",
            "category1 == '产出指标'", "name == '项一'", "target > 50", "mentions(actual_text, 'grade-full')",
        )  # fmt: skip
        return self.random.choice(usual) if self.often(0.7) else self.truth(self.sights.row())

    def lines(self) -> None:
        lines: dict[str, Any] = {}
        for n in range(self.random.choice((0, 0, 1, 1, 2, 3))):
            kind = "execution" if self.often(0.4) else self.random.choice(KINDS)
            line = self.judged({"names": [f"固定{'甲乙丙'[n]}"], "title": {"zh": f"定{n}"}}, kind)
            if "group" in self.tables and self.often(0.6):
                line["in"] = self.random.choice(tuple(self.tables["group"]))
            if self.often(0.8):
                early = self.number(self.sights.early(), ("10", "annual_budget / 100000", "5"))
                line["weight"] = Fraction(self.random.randint(1, 40), 2) if self.often(0.6) else early
            self.presets(line, kind)
            lines[f"k{n}"] = line
        if lines:
            self.tables["line"] = lines
            self.sights.lines = tuple(lines)

    def presets(self, line: dict[str, Any], kind: str) -> None:
        carried = [name for name, fact in self.tables.get("fact", {}).items()
                   if fact["of"] == "form" and fact["kind"] in ("number", "money")]  # fmt: skip
        if kind in ("threshold", "count", "rate", "satisfaction", "cost", "number"):
            if self.often(0.3):
                cell = self.cells.target()
                if cell.kind == "number":
                    self.known[cell.text] = cell
                    line["target"] = cell.text if cell.operator or cell.unit else cell.number
            if carried and self.often(0.3):
                line["actual"] = {"fact": self.random.choice(carried)}
        area = self.tables.get("fact", {}).get("area")
        if area and area["kind"] in ("text", "number") and self.often(0.3):
            line["area"] = constant(self.random, area["kind"])
            self.known.setdefault("甲", Cell("甲", "words"))
            self.known.setdefault("乙", Cell("乙", "words"))
