"""Random rulesets as tables of TOML, each formula correct by kind and none asking for what comes after it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import tomli_w

from tests.agreement.ruleset_ground import GroundMaker
from tests.agreement.sights import Sights

TOTALS = ("sum(score)", "sum(score) / sum(weight) * 100", "sum(score) + 1", "largest(score) - smallest(score)")
GROUP_SCORES = (
    "100 * sum(score) / sum(weight)",
    "min(sum(score), 5)",
    "sum(score)",
    "round(sum(score), 1)",
    "weight * 0.5",
)


class RulesetMaker(GroundMaker):
    """Makes one ruleset."""

    def made(self) -> Mapping[str, Any]:
        """The tables of a ruleset; everything that formulas may name is written before them."""
        self.scoring()
        self.groups()
        self.sights = Sights(tuple(self.tables.get("group", {})))
        self.facts()
        self.rules()
        self.lines()
        self.group_formulas()
        self.late_facts()
        self.adjusts()
        self.grades()
        self.told()
        return self.tables

    def late_facts(self) -> None:
        """Facts over scores, and over the total."""
        if self.often(0.4):
            self.fact("s0", self.sights.over_scores(), "form", self.random.choice(("number", "yes_no")), 1)
            self.sights.add_late("s0", self.tables["fact"]["s0"]["kind"])
        if self.often(0.3):
            self.fact("l0", self.sights.scored(outcome=True), "line", "number", 1)
            self.sights.add_last_of_line("l0", "number")
        if self.often(0.3):
            self.fact("t0", self.sights.last(), "form", "number", 1)
            self.sights.add_last("t0", "number")

    # — what stands on them —

    def group_formulas(self) -> None:
        for name, table in self.tables.get("group", {}).items():
            if self.often(0.4):
                early = self.number(self.sights.early(), ("20", "40 if complete else 50"))
                table["weight"] = Fraction(self.random.randint(1, 60)) if self.often(0.6) else early
            if self.often(0.3):
                table["score"] = self.number(self.sights.of_group(name), GROUP_SCORES)
            if self.often(0.2):
                usual = "count(score >= 0) >= 1"
                table["applies"] = usual if self.often(0.4) else self.truth(self.sights.of_group(name))
        if self.often(0.3):
            self.tables["scoring"]["total"] = self.number(self.sights.total(), TOTALS)

    def adjusts(self) -> None:
        table: dict[str, Any] = {}
        for n in range(self.random.randint(0, 2)):
            adjust: dict[str, Any] = {"when": self.truth(self.sights.scored())} if self.often(0.8) else {}
            adjust["score"] = self.number(self.sights.scored(), ("score - 1", "min(score, weight)", "score * 0.9"))
            table[f"a{n}"] = adjust
        for n in range(self.random.randint(0, 2)):
            adjust = {"when": self.truth(self.sights.total_adjust())} if self.often(0.8) else {}
            adjust["total"] = self.number(self.sights.total_adjust(), ("min(total, 100)", "total - 2.5", "total / 3"))
            table[f"b{n}"] = adjust
        if table:
            self.tables["adjust"] = table

    def grades(self) -> None:
        grades: list[dict[str, Any]] = []
        for n, edge in enumerate((90, 80, 60)[: self.random.choice((0, 1, 2, 3, 3))]):
            grade: dict[str, Any] = {
                "id": f"at{edge}",
                "at_least": Fraction(edge - self.random.choice((0, 70)) // (n + 1)),
            }
            if self.often(0.2):
                grade["when"] = self.truth(self.sights.total_adjust())
            grades.append(grade)
        edges = [grade["at_least"] for grade in grades if "when" not in grade]
        if edges != sorted(set(edges), reverse=True):
            return
        if self.often(0.3):
            grades.insert(
                self.random.randint(0, len(grades)), {"id": "seen", "when": self.truth(self.sights.total_adjust())}
            )
        if self.often(0.5):
            grades.append({"id": "rest"})
        ladder = [grade["id"] for grade in grades if "at_least" in grade]
        for n in range(self.random.randint(0, 2) if ladder else 0):
            adjust: dict[str, Any] = {"when": self.truth(self.sights.graded())} if self.often(0.6) else {}
            adjust |= (
                {"lower": Fraction(self.random.randint(1, 2))}
                if self.often(0.5)
                else {"not_above": self.random.choice(ladder)}
            )
            self.tables.setdefault("adjust", {})[f"c{n}"] = adjust
        if grades:
            self.tables["grade"] = grades

    def told(self) -> None:
        """Reasons and checks."""
        reasons: dict[str, Any] = {}
        if self.often(0.7):
            usual = "score < weight and type != 'execution'"
            when = usual if self.often(0.6) else self.truth(self.sights.told_of_line())
            reasons["lost"] = {"when": when, "needs": ["cause", "measure"][: self.random.randint(0, 2)]}
            reasons["lost"] |= {"min_chars": Fraction(6)} if self.often(0.5) else {}
            reasons["lost"] |= {"max_chars": Fraction(12)} if self.often(0.4) else {}
        if self.often(0.4):
            reasons["form"] = {
                "of": "form",
                "when": self.truth(self.sights.last()),
                "text": "project",
                "min_chars": Fraction(3),
            }
        checks = {}
        if self.often(0.6):
            checks["line"] = {"when": self.truth(self.sights.told_of_line()), "message": {"zh": "请核查。"}}
        if self.often(0.6):
            checks["form"] = {"of": "form", "when": self.truth(self.sights.last()), "message": {"zh": "请核查。"}}
        self.tables |= {name: table for name, table in (("reason", reasons), ("check", checks)) if table}


def toml_of(tables: Mapping[str, Any]) -> str:
    """The tables as the text of a file."""
    return tomli_w.dumps(_plainly(tables))


def _plainly(value: Any) -> Any:
    match value:
        case Fraction():
            whole = value.denominator == 1
            return value.numerator if whole else Decimal(value.numerator) / Decimal(value.denominator)
        case Mapping():
            return {name: _plainly(inner) for name, inner in value.items()}
        case list():
            return [_plainly(inner) for inner in value]
        case str() | bool() | date():
            return value
    raise TypeError(type(value).__name__)
