"""The weights and scores of lines in plain Python from the format, apart from the engine's plan."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from tests.agreement.plain_formula import names_in, work_out
from tests.agreement.plain_lack import Answer, Lack
from tests.agreement.plain_lines import Tables
from tests.agreement.plain_scopes import Scope
from tests.agreement.plain_types import (
    ANSWERED,
    READ_BY,
    STOPS,
    TEXTS,
)
from tests.agreement.plain_values import NOTHING, Values, first_given, given

MEASURED = ("ratio", "met", "attainment", "range_low")
FUND_VALUES = ("initial_budget", "annual_budget", "executed", "stated_rate", "parts_annual", "parts_executed")


class Scores(Values):
    """One form under one ruleset, up to the score of each line."""

    # — lines: weights —

    def is_extra(self, n: int) -> bool:
        return self.extra_group(self.layout.lines[n].group)

    def extra_group(self, group: str) -> bool:
        return any(self.layout.groups[above].get("extra") for above in self.layout.above(group))

    def own_weight(self, n: int) -> Answer:
        written = self.table(n).get("weight")
        return self.ask(written, Scope(self)) if isinstance(written, str) else first_given(lambda: written)

    def ways(self, n: int) -> list[Callable[[], Answer | None]]:
        ways = [lambda: self.layout.lines[n].values["printed"], lambda: self.own_weight(n)]
        return ways[::-1] if self.scoring.get("weights") == "ruleset" else ways

    def pointed(self, n: int) -> Answer:
        return Lack("extra") if self.is_extra(n) else first_given(*self.ways(n))

    def weight(self, n: int) -> Answer:
        return self.once((n, "_weight"), lambda: first_given(*self.ways(n), lambda: self.share(self.node_of[n])))

    def full(self, n: int) -> Answer:
        return Lack("extra") if self.is_extra(n) else self.weight(n)

    # — lines: scores —

    def adjusts(self, key: str) -> list[tuple[str, Tables]]:
        return [(name, table) for name, table in self.tables.get("adjust", {}).items() if key in table]

    def computed(self, n: int) -> Mapping[str, Any]:
        return self.once((n, "computed"), lambda: self._computed(n))

    def _computed(self, n: int) -> Mapping[str, Any]:
        score, acted = self.ask(self.key(n, "score"), Scope(self, n)), []
        for name, table in self.adjusts("score"):
            seen = Scope(self, n, score=score, lost=self.minus(self.weight(n), score))
            if isinstance(score, Lack) or not self.holds(table.get("when"), seen, "when" not in table):
                continue
            before, score = score, work_out(table["score"], seen)
            if not isinstance(score, Lack) and score != before:
                acted.append((name, before, score))
        return {"exact": score, "rounded": self.at("line", score), "acted": acted}

    def low(self, n: int) -> Answer:
        return self.end(n, "range_low") if self.type(n) == "grade" else Fraction(0)

    def high(self, n: int) -> Answer:
        return self.end(n, "range_high") if self.type(n) == "grade" else self.weight(n)

    def end(self, n: int, name: str) -> Answer:
        weight, share = self.weight(n), self.of_line(n, name)
        return self.at("line", weight if isinstance(weight, Lack) else weight * share)

    def claimed(self, n: int) -> Answer:
        said = self.layout.lines[n].values
        return first_given(lambda: said["reviewed"], lambda: said["stated"])

    def outcome(self, n: int) -> str:
        return self.once((n, "_outcome"), lambda: self._outcome(n))

    def _outcome(self, n: int) -> str:
        kind, weight, computed = self.type(n), self.weight(n), self.computed(n)["rounded"]
        cells = [self.layout.lines[n].values[name] for name in ("target_text", "actual_text")]
        if any(self.says(cell, "not-applicable") for cell in cells) or not self.applies(n):
            return "not_applicable"
        units = "target" in self.reported(n) and self.layout.lines[n].values["units_differ"]
        if units or any(check in STOPS for check in self.fired(n)):
            return "stopped"
        lacks = any(isinstance(x, Lack) for name, x in self.measures(n).items() if name != "ratio")
        if (kind in ANSWERED and not given(self.of_line(n, "actual_text"))) or (
            lacks and self.any_blank(n, {"met", "attainment"})
        ):
            return "not_reported"
        if not given(weight) and not (self.is_extra(n) and self.judges[n]):
            return "unweighted"
        if kind == "grade" or self.by_hand(n, computed):
            if self.unscored["manual"] != "stated":
                return "manual"
            low, high, claimed = self.low(n), self.high(n), self.claimed(n)
            if any(isinstance(x, Lack) for x in (low, high, claimed)):
                return "manual"
            return "accepted" if low <= claimed < high or claimed == high == weight else "manual"
        if given(computed):
            return "scored"
        asked = [self.key(n, "score"), *(t.get(k) for _, t in self.adjusts("score") for k in ("when", "score"))]
        names = set().union(*(names_in(formula) for formula in asked if formula))
        return "not_reported" if self.any_blank(n, names) else "stopped"

    def applies(self, n: int) -> bool:
        return self.holds(self.key(n, "applies"), Scope(self, n), True)

    def by_hand(self, n: int, computed: Answer) -> bool:
        seen = Scope(self, n, score=computed, lost=self.minus(self.weight(n), computed))
        return self.holds(self.key(n, "manual"), seen, False)

    def any_blank(self, n: int, names: set[str]) -> bool:
        """Whether a reported value or carried fact is blank that some names rest on, at any remove."""
        seen: set[tuple[str, bool]] = set()
        waiting = {(name, True) for name in names}
        while waiting:
            name, of_line = waiting.pop()
            if (name, of_line) not in seen:
                seen.add((name, of_line))
                rests = self.rests_on(n, name, of_line)
                if rests is None:
                    return True
                waiting |= rests
        return False

    def rests_on(self, n: int, name: str, of_line: bool) -> set[tuple[str, bool]] | None:
        """The names that a name rests on, each of the line or the form; None where it is itself a blank that counts."""
        kind, table, fact = self.type(n), self.table(n) if of_line else NOTHING, self.facts.get(name, NOTHING)
        source = table.get(name)
        if isinstance(source, Mapping) and name in self.reported(n):
            return {(source["fact"], False)}
        if fact and not (of_line and name in self.reported(n) and source is not None):
            inner = of_line and fact.get("of") == "line"
            if "value" in fact:
                return {(asked, inner) for asked in names_in(fact["value"])}
            carried = self.layout.lines[n].values[f"carried.{name}"] if inner else self.carried(name)
            return set() if "default" in fact or given(carried) else None
        if name in ("low", "high", "lost", "deviation"):
            on = {"low": ["range_low", "weight"] if kind == "grade" else [], "lost": ["weight"], "deviation": ["ratio"],
                  "high": ["range_low", "weight"] if kind == "grade" else ["weight"]}  # fmt: skip
            return {(asked, True) for asked in on[name]}
        if name in MEASURED:
            return {(asked, True) for asked in READ_BY[kind]} if name in self.measures(n) else set()
        if name == "weight":
            written = table.get("weight")
            return {(asked, False) for asked in names_in(written)} if isinstance(written, str) else set()
        if name in FUND_VALUES or (of_line and name in self.reported(n) and name not in TEXTS):
            return set() if given(self.of_line(n, name) if of_line else self.of_form(name)) else None
        return set()

    def score(self, n: int) -> Answer:
        outcome = self.outcome(n)
        if outcome == "accepted":
            return self.claimed(n)
        if outcome == "scored":
            return self.computed(n)["rounded"]
        zero = self.unscored.get(outcome) == "zero" or (outcome == "not_reported" and self.is_extra(n))
        return Fraction(0) if zero else Lack("unscored")

    def line_withheld(self, n: int) -> bool:
        outcome = self.outcome(n)
        return self.unscored.get(outcome) in ("withhold", "stated") and not (
            outcome == "not_reported" and self.is_extra(n)
        )

    def line_left_out(self, n: int) -> bool:
        return self.unscored.get(self.outcome(n)) == "rescale"
