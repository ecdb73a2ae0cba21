"""Groups, total, grade and what is to be told of a form, in plain Python from the format."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.agreement.plain_formula import work_out
from tests.agreement.plain_lack import Answer, Lack
from tests.agreement.plain_lines import Tables
from tests.agreement.plain_scopes import ChildLine, ChildNode, Scope
from tests.agreement.plain_scores import Scores, first_given, given

Child = ChildLine | ChildNode


def known(answers: Sequence[Answer]) -> list[Fraction]:
    """Those that have a value."""
    return [answer for answer in answers if isinstance(answer, Fraction)]


def total_of(answers: Sequence[Answer]) -> Fraction:
    """Their sum, of those that have a value."""
    return sum(known(answers), Fraction(0))


class Plain(Scores):
    """One form under one ruleset."""

    # — groups —

    def children(self, node: str) -> list[Child]:
        here = self.nodes[node]
        return [*(ChildLine(self, n) for n in here.lines), *(ChildNode(self, inner) for inner in here.nodes)]

    def lines_below(self, node: str) -> list[int]:
        here = self.nodes[node]
        return [*here.lines, *(n for inner in here.nodes for n in self.lines_below(inner))]

    def lines_in(self, asked: str) -> list[int]:
        """The lines of an id: of a line of the ruleset, or of a group and all below it."""
        lines = self.layout.lines
        if asked in self.tables.get("line", {}):
            return [n for n, line in enumerate(lines) if line.line == asked]
        return [n for n, line in enumerate(lines) if asked in self.layout.above(line.group)]

    def points(self, asked: str) -> Answer:
        if asked in self.tables.get("line", {}):
            return max(known([self.score(n) for n in self.lines_in(asked)]), default=Lack("over-nothing"))
        scores = [self.group(node.id)["score"] for node in self.nodes.values() if node.id and node.group == asked]
        return next((score for score in scores if isinstance(score, Lack)), None) or total_of(scores)

    def split(self, group: str) -> tuple[str, str]:
        """How points are shared out under a group, and the group that says so."""
        above = [name for name in self.layout.above(group) if "split" in self.layout.groups[name]]
        return (self.layout.groups[above[0]]["split"], above[0]) if above else ("", "")

    def share(self, node: str) -> Answer:
        """What a child without points gets in a node."""
        return self.once(("share", node), lambda: self._share(node))

    def _share(self, node: str) -> Answer:
        how, group = self.split(self.nodes[node].group)
        if how == "rows":
            while self.nodes[node].group != group:
                node = self.nodes[node].parent
            children: Sequence[Child] = [ChildLine(self, n) for n in self.lines_below(node)]
        else:
            children = self.children(node)
        worth = self.node_worth(node) if how else Lack("absent")
        counted = [child for child in children if not child.extra()]
        without = [child for child in counted if isinstance(child.pointed(), Lack)]
        if isinstance(worth, Lack) or not without:
            return worth if isinstance(worth, Lack) else Lack("division-by-zero")
        return (worth - total_of([child.pointed() for child in counted])) / len(without)

    def node_pointed(self, node: str) -> Answer:
        """The points of a node, printed or written."""
        written = self.layout.groups[self.nodes[node].group].get("weight")
        return first_given(
            lambda: self.printed.get(node),
            lambda: work_out(written, Scope(self, over=node)) if isinstance(written, str) else written,
        )

    def node_worth(self, node: str) -> Answer:
        group, parent = self.nodes[node].group, self.nodes[node].parent
        shared = self.split(self.nodes[parent].group)[0] == "groups" and not self.extra_group(group)
        pointed = self.node_pointed(node)
        return self.share(parent) if isinstance(pointed, Lack) and shared else pointed

    def node_weight(self, node: str) -> Answer:
        worth = self.node_worth(node)
        weights = [child.full() for child in self.children(node)]
        return worth if not isinstance(worth, Lack) else total_of(weights) if known(weights) else Lack("unweighted")

    def group(self, node: str) -> Mapping[str, Any]:
        return self.once(("group", node), lambda: self._group(node))

    def _group(self, node: str) -> Mapping[str, Any]:
        table, children = self.layout.groups[self.nodes[node].group], self.children(node)
        extra = self.extra_group(self.nodes[node].group)
        scope = Scope(self, over=node, weight=self.node_weight(node))
        unweighted = not extra and any(not c.extra() for c in children)  # bonuses alone need no weight to count
        counted = [c for c in children if (given(c.score()) or c.withheld()) and (not unweighted or not c.extra())]
        emptied = any(c.left_out() for c in children) and not counted
        left_out = emptied or not self.holds(table.get("applies"), scope, True)
        own = table.get("score")
        score = self.shared(children, not unweighted) if says_default(own) else work_out(own, scope)
        no_points = says_default(own) and score == Lack("unweighted")
        held = any(c.withheld() for c in children) or (isinstance(score, Lack) and not no_points)
        withheld = held and not left_out
        if withheld or left_out:
            score = Lack("withheld" if withheld else "not_applicable")
        return {"score": score, "left_out": left_out, "withheld": withheld, "scaled": self.scaled(own, children, score)}

    def shared(self, children: Sequence[Child], plainly: bool = False) -> Answer:
        """The default: the sum, scaled by the weight of all children over that of those that apply; or only summed."""
        part = [child for child in children if not child.left_out()]
        if plainly or not any(child.left_out() for child in children):
            weightless = not plainly and not known([child.full() for child in children])
            return Lack("unweighted") if weightless else total_of([child.score() for child in part])
        all_of_them, left = (total_of([child.full() for child in some]) for some in (children, part))
        if not known([child.full() for child in children]):
            return Lack("unweighted")
        scores = total_of([child.score() for child in part if not child.extra()])
        if not left:
            return Lack("division-by-zero")
        return scores * all_of_them / left + total_of([child.score() for child in part if child.extra()])

    def scaled(self, own: str | None, children: Sequence[Child], now: Answer) -> tuple[Fraction, Fraction] | None:
        """Before and after, where a sum was scaled."""
        before = total_of([child.score() for child in children if not child.left_out()])
        return (before, now) if says_default(own) and not isinstance(now, Lack) and now != before else None

    # — total and grade —

    def total(self) -> Mapping[str, Any]:
        return self.once("_total", self._total)

    def _total(self) -> Mapping[str, Any]:
        children, own = self.children(""), self.scoring.get("total")
        rows = [
            n for n, line in enumerate(self.layout.lines) if not line.line and self.judges[n] and not self.is_extra(n)
        ]
        weightless = bool(rows) and not known([self.full(n) for n in rows])
        score = Lack("unweighted") if weightless else self.shared(children)
        left = [c for c in children if given(c.score()) and not c.extra()]
        if any(c.left_out() for c in children) and not left and not weightless:
            score = score if score == Lack("unweighted") else Lack("not_applicable")
        if not says_default(own):
            score = work_out(own, Scope(self, over=""))
        if any(child.withheld() for child in children):
            score = Lack("withheld")
        acted, scaled = [], self.scaled(own, children, score)
        for name, table in self.adjusts("total"):
            seen = Scope(self, over="", total=score)
            if isinstance(score, Lack) or not self.holds(table.get("when"), seen, "when" not in table):
                continue
            before, score = score, work_out(table["total"], seen)
            if not isinstance(score, Lack) and score != before:
                acted.append((name, before, score))
        return {
            "exact": score, "total": self.at("total", score), "acted": acted, "scaled": scaled, "weightless": weightless,
        }  # fmt: skip

    def grade(self) -> Mapping[str, Any]:
        return self.once("_grade", self._grade)

    def _grade(self) -> Mapping[str, Any]:
        total = self.total()["exact" if self.scoring.get("grade_on") == "exact" else "total"]
        grades = self.tables.get("grade", [])
        grade = next((one["id"] for one in grades if self.earns(one, total)), "")
        ladder, acted = [one["id"] for one in grades if "at_least" in one], []
        for name, table in self.tables.get("adjust", {}).items():
            acts = "not_above" in table or "lower" in table
            seen = Scope(self, over="", grade=grade)
            if acts and grade in ladder and self.holds(table.get("when"), seen, "when" not in table):
                stands = ladder.index(grade)
                moved = max(stands, ladder.index(table["not_above"])) if "not_above" in table else stands
                moved = min(moved + int(table.get("lower", 0)), len(ladder) - 1)
                if moved != stands:
                    acted.append((name, grade, ladder[moved]))
                grade = ladder[moved]
        return {"grade": grade, "acted": acted}

    def earns(self, grade: Tables, total: Answer) -> bool:
        if "at_least" not in grade and "when" not in grade:
            return not isinstance(total, Lack)
        reached = not isinstance(total, Lack) and total >= grade.get("at_least", total)
        return (reached or "at_least" not in grade) and self.holds(
            grade.get("when"), Scope(self, over=""), "when" not in grade
        )

    # — what is to be told —

    def reasons(self) -> tuple[list[tuple[str, str, int]], list[tuple[str, str, int]]]:
        """The reasons owed with their verdicts, and what stayed undecided, each with its line."""
        owed, undecided = [], []
        scopes = [(n + 1, Scope(self, n)) for n in range(len(self.layout.lines))]
        for number, scope in [*scopes, (0, Scope(self))]:
            for name, table in self.tables.get("reason", {}).items():
                if (table.get("of", "line") == "form") != (number == 0):
                    continue
                told = work_out(table["when"], scope)
                if isinstance(told, Lack):
                    undecided.append((f"reason.{name}", told.code, number))
                blank_extra = number and self.is_extra(number - 1) and self.outcome(number - 1) == "not_reported"
                if told is True and not blank_extra:
                    owed.append((f"reason.{name}", self.verdict(table, scope), number))
        return owed, undecided

    def verdict(self, table: Tables, scope: Scope) -> str:
        text = scope.value(table.get("text", "reason"))
        met = scope.value("met") if scope.line is not None else None
        if not text or self.says(text, "placeholder"):
            return "missing"
        if len(text) < table.get("min_chars", 0):
            return "too-short"
        if len(text) > table.get("max_chars", len(text)):
            return "too-long"
        if isinstance(met, bool) and self.says(text, "says-missed" if met else "says-done"):
            return "contradicts"
        return "sufficient" if all(self.says(text, need) for need in table.get("needs", ())) else "weak"

    def checked(self) -> tuple[list[tuple[str, int]], list[tuple[str, str, int]]]:
        """The checks that fired, those of types included, and the form's that stayed undecided."""
        fired, undecided = [], []
        for n in range(len(self.layout.lines)):
            if self.outcome(n) != "not_applicable":
                fired += [(f"{self.type(n)}.{name}", n + 1) for name in self.fired(n)]
        for name, table in self.tables.get("check", {}).items():
            of_form = table.get("of", "line") == "form"
            for n in [None] if of_form else range(len(self.layout.lines)):
                told = work_out(table["when"], Scope(self, n))
                if told is True:
                    fired.append((f"check.{name}", 0 if n is None else n + 1))
                elif of_form and isinstance(told, Lack):
                    undecided.append((f"check.{name}", told.code, 0))
        return fired, undecided


def says_default(own: str | None) -> bool:
    """Whether a score is nobody's own."""
    return own is None or own.replace(" ", "") == "sum(score)"
