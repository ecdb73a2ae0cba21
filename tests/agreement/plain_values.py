"""What a form and its lines say, and what their types measure, in plain Python from the format, apart from the engine's plan."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.agreement.plain_form import Cell, Form, bare
from tests.agreement.plain_formula import work_out
from tests.agreement.plain_functions import rounded
from tests.agreement.plain_lack import Answer, Lack
from tests.agreement.plain_lines import Layout, Tables, called
from tests.agreement.plain_scopes import Scope
from tests.agreement.plain_types import (
    BEYOND,
    OPTIONS,
    REPORTED,
    WHOLE,
    WORDS,
    checks,
    measures,
)

NOTHING: Mapping[str, Any] = {}


def given(answer: Answer | None) -> bool:
    """Whether there is a value; a text, whether it is not blank."""
    return answer is not None and not isinstance(answer, Lack) and answer != ""


def first_given(*ways: Callable[[], Answer | None]) -> Answer:
    """The first of some values that there is, else why the last is lacking."""
    answer: Answer | None = None
    for way in ways:
        answer = way()
        if given(answer):
            break
    return Lack("absent") if answer is None else answer


class Values:
    """One form under one ruleset; whatever was worked out is remembered."""

    def __init__(self, tables: Tables, form: Form, cells: Mapping[str, Cell]) -> None:
        self.tables, self.form = tables, form
        self.layout = Layout(tables, form, cells)
        self.facts: Tables = tables.get("fact", {})
        self.scoring: Tables = tables.get("scoring", {})
        self.every: Tables = tables.get("every", {})
        self.rounding: str = self.scoring.get("rounding", "half-up")
        self.unscored = {"not_reported": "withhold", "not_applicable": "rescale", "stopped": "withhold",
                         "manual": "withhold", **self.scoring.get("unscored", {})}  # fmt: skip
        self.memo: dict[Any, Any] = {}
        self.judges = [self.judge(n) for n in range(len(self.layout.lines))]
        self.memo.clear()  # what lines were asked before their rules were known
        each = {g["each"] for g in self.layout.groups.values() if "each" in g}
        texts = [{name: self.of_line(n, name) for name in each} for n in range(len(self.layout.lines))]
        self.nodes = self.layout.tree(texts)
        self.node_of = {n: node.id for node in self.nodes.values() for n in node.lines}
        self.printed = self.layout.points(self.nodes)

    def once(self, key: Any, way: Callable[[], Any]) -> Any:
        if key not in self.memo:
            self.memo[key] = way()
        return self.memo[key]

    def ask(self, formula: str | None, scope: Scope) -> Answer:
        return Lack("absent") if formula is None else work_out(formula, scope)

    def holds(self, formula: str | None, scope: Scope, otherwise: bool) -> bool:
        """Whether a condition holds; what is said where it has no value, or nobody wrote it."""
        told = otherwise if formula is None else work_out(formula, scope)
        return otherwise if isinstance(told, Lack) else told is True

    def at(self, places: str, x: Answer) -> Answer:
        kept = self.scoring.get("places", {}).get(places)
        return x if kept is None or isinstance(x, Lack) else rounded(x, int(kept), self.rounding)

    def word_list(self, name: str) -> tuple[Sequence[str], bool]:
        return self.tables.get("words", {}).get(name, WORDS.get(name, ())), name in WHOLE

    def says(self, text: Answer | None, words: str) -> bool:
        listed, whole = self.word_list(words)
        return any(str(text).strip() == word if whole else word in str(text) for word in listed)

    # — the form —

    def of_form(self, name: str) -> Answer | None:
        return self.once(name, lambda: self._of_form(name))

    def _of_form(self, name: str) -> Answer | None:
        form, funds = self.form, self.form.funds
        head, _, asked = name.partition(".")
        if head == "points":
            return self.points(asked)
        if name in self.facts and self.facts[name].get("of", "form") == "form":
            return self.fact(name, self.carried(name), Scope(self))
        match name:
            case "year":
                return Fraction(form.year)
            case "department" | "project" | "complete":
                return getattr(form, name)
            case "stated_total":
                return form.stated_total.number
            case "full_marks":
                return self.scoring.get("full_marks", Fraction(100))
            case "funds_unit":
                return funds.unit if funds else ""
            case "initial_budget" | "annual_budget" | "executed":
                return form.yuan(getattr(funds, name)) if funds else None
            case "stated_rate":
                return funds.rate.number if funds else None
            case "parts_annual" | "parts_executed":
                key = {"parts_annual": "annual_budget", "parts_executed": "executed"}[name]
                known = [form.yuan(getattr(part, key)) for part in (funds.parts if funds else ())]
                return (
                    sum((x for x in known if x is not None), Fraction(0)) if any(x is not None for x in known) else None
                )
            case "total":
                return self.total()["total"]
            case "grade":
                return self.grade()["grade"]
        return None

    def carried(self, name: str) -> Answer | None:
        fact = self.facts[name]
        labels = {bare(label): cell for label, cell in self.form.values.items() if cell.text}
        parts = {bare(part.label): part.annual_budget for part in (self.form.funds.parts if self.form.funds else ())}
        for call in called(name, fact):
            if call in labels:
                return self.layout.carried(fact, labels[call])
        for call in called(name, fact):
            if call in parts and fact.get("kind", "number") in ("number", "money"):
                return self.form.yuan(parts[call])
        return "" if fact.get("kind") == "text" else None

    def fact(self, name: str, carried: Answer | None, scope: Scope) -> Answer:
        fact = self.facts[name]
        ways: list[Callable[[], Answer | None]] = [lambda: carried]
        if "value" in fact:
            ways.append(lambda: work_out(fact["value"], scope))
        if "default" in fact:
            ways.append(lambda: fact["default"])
        return first_given(*ways)

    # — lines: what they say —

    def judge(self, n: int) -> str:
        line = self.layout.lines[n]
        if line.line:
            return f"line.{line.line}"
        for name, rule in self.tables.get("rule", {}).items():
            if self.holds(rule.get("when"), Scope(self, n), "when" not in rule):
                return f"rule.{name}"
        return ""

    def table(self, n: int) -> Tables:
        if n >= len(self.__dict__.get("judges", ())):
            return NOTHING  # its rule is still being asked for
        table, _, name = self.judges[n].partition(".")
        return self.tables[table][name] if table else NOTHING

    def key(self, n: int, key: str) -> str | None:
        return self.table(n).get(key, self.every.get(key)) if self.judges[n] else None

    def type(self, n: int) -> str:
        if not self.__dict__.get("judges") or not self.judges[n]:
            return ""
        return self.table(n).get("type") or self.every["type"]

    def reported(self, n: int) -> Sequence[str]:
        return REPORTED[self.type(n)]

    def of_line(self, n: int, name: str) -> Answer | None:
        return self.once((n, name), lambda: self._of_line(n, name))

    def _of_line(self, n: int, name: str) -> Answer | None:
        said, kind, table = self.layout.lines[n].values, self.type(n), self.table(n)
        if name.startswith("repeats."):
            return self.repeats(n, name.removeprefix("repeats."))
        if name in self.facts and self.facts[name].get("of") == "line":
            return self.fact(name, said[f"carried.{name}"], Scope(self, n))
        if name in (OPTIONS[kind] if kind else ()):
            return table.get(name, self.every.get(name, OPTIONS[kind][name]))
        if name in self.reported(n) and self.judges[n].startswith("line."):
            source = table.get(name)
            if isinstance(source, Mapping):
                own = said[name] if source["fact"] == name else None
                return own if given(own) else self.of_form(source["fact"])
            fact = self.facts.get(name, {"of": "none"})
            if source is None and fact.get("of", "form") == "form":
                block = self.layout.lines[n].from_funds and name == "budget"
                return first_given(lambda: None if block else said[name], lambda: self.of_form(name))
        if name in said and (name not in BEYOND or name in self.reported(n)):
            return said[name]
        match name:
            case "type":
                return kind
            case "ratio" | "met" | "attainment" | "range_low" | "range_high":
                return self.measures(n).get(name, Lack("absent"))
            case "deviation":
                ratio = self.of_line(n, "ratio")
                return ratio if isinstance(ratio, Lack) else ratio - 1
            case "weight" | "outcome" | "score" | "low" | "high":
                return getattr(self, name)(n)
            case "lost":
                return self.minus(self.weight(n), self.score(n))
        return self.of_form(name)

    @staticmethod
    def minus(left: Answer, right: Answer) -> Answer:
        return next((x for x in (left, right) if isinstance(x, Lack)), None) or left - right

    def repeats(self, n: int, name: str) -> Fraction:
        key = f"carried.{name}" if name in self.facts else name
        texts = [line.values[key] for line in self.layout.lines]
        return Fraction(texts.count(texts[n]) if texts[n] else 0)

    def measures(self, n: int) -> Mapping[str, Answer]:
        return self.once((n, "measures"), lambda: measures(self.type(n), lambda name: self.of_line(n, name), self.says))

    def fired(self, n: int) -> Sequence[str]:
        """The checks of its type that a line fires."""
        told = checks(self.type(n), lambda name: self.of_line(n, name), self.says)
        return [name for name, fires in told.items() if fires]
