"""What is to be told of a form: owed reasons, checks that fired, lines without a score, sums that do not fit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from perfeval_rules.catalogue import CATALOGUE, finding
from perfeval_rules.evaluation import Grade, OwedReason, Undecided
from perfeval_rules.findings import Finding, Place
from perfeval_rules.formula.additions import FAILED
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.binding import Bound, BoundLine
from perfeval_rules.plan.failures import Failures
from perfeval_rules.plan.judge import Judge
from perfeval_rules.plan.lacking import lacking, told_of
from perfeval_rules.plan.lacks import authored, why
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.speaking import STOPPED_BY_NAME, Speaker, either_way, joined, known, spoken
from perfeval_rules.plan.worked import Worked, WorkedForm, WorkedLine
from perfeval_rules.ruleset.editions import out_of_force
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.tables import Check, Reason
from perfeval_rules.text import Showable, Text

TOLD_ELSEWHERE = frozenset({"withheld", "unweighted", "not_applicable", FAILED})
"""Why a form can have no total that other findings tell, line by line."""

SPEAKS_FOR_ITSELF = frozenset({"scored", "accepted", "not_applicable", "unweighted", "failed"})
"""Outcomes of a line that need no finding to say why it has no score of its own."""


class Teller:
    """Gathers the findings of one form, in the order of its lines, then those of the form as a whole."""

    def __init__(self, ruleset: Ruleset, plan: Plan, bound: Bound, form: WorkedForm) -> None:
        self.ruleset, self.plan, self.bound, self.form = ruleset, plan, bound, form
        self.speaker = Speaker(ruleset, plan, bound, form)
        self.kinds = self.speaker.kinds
        self.undecided: list[Undecided] = []
        self.owed: list[OwedReason] = []
        self.failures = Failures()
        self._left_out: dict[str, bool] = {}
        self.fired: list[str] = []
        """Paths of the rules that said something, for the sources they cite."""

    def findings(self) -> tuple[Finding, ...]:
        """Everything there is to tell."""
        found = list(self.bound.findings)
        for bound, scope in zip(self.bound.lines, self.form.lines, strict=True):
            found += self.of_line(bound, scope)
        return (*found, *self.of_form())

    def cited(
        self, judges: Iterable[str], groups: Iterable[str], adjusts: Iterable[str], grade: Grade | None
    ) -> tuple[str, ...]:  # fmt: skip
        """The sources that what was used here cites, in the order they were met."""
        ruleset = self.ruleset
        cites = [*ruleset.head.cites, *ruleset.scoring.cites]
        for name, fact in ruleset.facts.items():
            cites += fact.cites if known(self.form.look(name)) is not None else ()
        for judge in judges:
            cites += self.plan.judges[judge].cites
        for group in groups:
            cites += self.ruleset.groups[group].cites
        for adjust in adjusts:
            cites += self.ruleset.adjusts[adjust].cites if adjust in self.ruleset.adjusts else ()
        for path in self.fired:
            kind, name = path.split(".", 1)
            tables: Mapping[str, Reason | Check] = self.ruleset.reasons if kind == "reason" else self.ruleset.checks
            cites += tables[name].cites
        cites += [cite for given in self.ruleset.grades if grade and given.id == grade.id for cite in given.cites]
        return tuple(dict.fromkeys(cites))

    # — one line —

    def of_line(self, bound: BoundLine, scope: WorkedLine) -> Iterator[Finding]:
        """What is to be told of a line, at its actual value."""
        outcome = scope.look("outcome")
        judge = self.plan.judges[scope.judge]
        if (outcome not in SPEAKS_FOR_ITSELF or not judge.path) and not self.left_out(scope.node):
            yield from self.unscored(bound, scope)
        names = self.plan.told[scope.judge]
        if self.plan.may_fail:
            yield from self.failures.of_line(bound, scope, names, self.path(bound, "actual"))
        yield from self.weight_differs(bound, scope)
        told = scope.stirring(names)
        for name in names if told else ():
            if name in told:
                yield from self.stirred(name, bound, scope, judge, applies=outcome != "not_applicable")

    def stirred(
        self, path: str, bound: BoundLine, scope: WorkedLine, judge: Judge, *, applies: bool
    ) -> Iterator[Finding]:  # fmt: skip
        """What one check of its type, one reason or one check has to tell of a line."""
        kind, name = path.split(".", 1)
        if kind == judge.type and name in judge.checks:
            said = judge.checks[name]
            if applies and scope.look(path) is True:
                values = self.speaker.values(bound, scope, said.message)
                at = self.path(bound, "actual")
                yield Finding(path, said.severity, bound.at, said.message, Text(), values, at, judge.path)
        elif kind == "reason" and name in self.ruleset.reasons:  # not its verdict
            reason = self.ruleset.reasons[name]
            yield from self.reason(name, reason, scope, bound.reason_at, self.path(bound, "reason"), bound)
        elif kind == "check" and scope.look(path) is True:
            yield self.check(name, self.ruleset.checks[name], scope, bound.at, self.path(bound, "actual"))

    def left_out(self, node: str) -> bool:
        """Whether a node, or one that it stands in, takes part in nothing."""
        if node not in self._left_out:
            above = self.form.tree.parents[node] if node else ""
            self._left_out[node] = bool(node) and (self.form.look(f"{node}._left_out") is True or self.left_out(above))
        return self._left_out[node]

    @staticmethod
    def path(bound: BoundLine, key: str) -> str:
        """The path of one value of a line in the submission."""
        return f"{bound.path}.{key}" if bound.path.startswith("rows") else bound.path

    def unscored(self, bound: BoundLine, scope: WorkedLine) -> Iterator[Finding]:
        """Why a line has no score of its own, where that holds the total back or nobody judged it."""
        outcome = scope.look("outcome")
        judge = self.plan.judges[scope.judge]

        def tell(code: str, **values: Any) -> Finding:
            path = self.path(bound, "actual")
            name = judge.title if bound.unnamed and judge.title else bound.name
            return finding(f"form.{code}", bound.at, path=path, rule=judge.path, name=name, **values)

        if not judge.path:
            yield tell("no-rule" if outcome == "stopped" else "remark")
        elif outcome == "stopped" and scope.look("_units_differ") is True and judge.compares:
            said = bound.given.values
            yield tell("units-differ", unit=said["unit"], actual_unit=said["actual_unit"])
        elif outcome == "stopped" and not self.told_by_type(scope):
            fault = next((f for f in map(scope.look, ("_exact", "attainment")) if isinstance(f, NoValue)), None)
            told = tell("stopped", why=why(fault, judge, self.speaker.of_line(bound, scope)) if fault else None)
            names_it = fault is not None and "name" in judge.messages.get(fault.code, Text()).placeholders()
            yield replace(told, message=STOPPED_BY_NAME) if names_it else told
        elif outcome == "not_reported" and scope.look("_withheld") is True:
            names = lacking(judge, self.plan.lines[scope.judge], scope, self.form)
            yield tell("not-reported", **told_of(judge, names, bound.path))
        elif outcome == "manual" and scope.look("_withheld") is True:
            stated = known(scope.look("_claimed"))
            code = "manual" if stated is None else "out-of-range"
            yield tell(code, low=known(scope.look("low")), high=known(scope.look("high")), stated=stated)

    def leave(self, rule: str, fault: NoValue, number: int = 0) -> None:
        """List a condition that was not decided, of a line by its number."""
        at = number - 1
        judge = self.plan.judges[self.form.lines[at].judge if number else ""]
        speaker = self.speaker
        fill = speaker.of_line(self.bound.lines[at], self.form.lines[at]) if number else speaker.of_form(fault)
        self.undecided.append(Undecided(rule, fault.code, authored(fault), number, why(fault, judge, fill)))

    def told_by_type(self, scope: WorkedLine) -> bool:
        """Whether a check of the type that stopped the line says so itself."""
        judge = self.plan.judges[scope.judge]
        return any(said.stops and scope.look(f"{judge.type}.{name}") is True for name, said in judge.checks.items())

    def weight_differs(self, bound: BoundLine, scope: WorkedLine) -> Iterator[Finding]:
        """A weight printed on the form that is not the ruleset's."""
        printed, own = scope.look("_printed"), scope.look("_own")
        if isinstance(printed, Fraction) and isinstance(own, Fraction) and printed != own:
            yield finding(
                "form.weight-differs", bound.at, path=self.path(bound, "weight"), rule=scope.judge, name=bound.name,
                printed=printed, own=own, used=printed if self.ruleset.scoring.weights == "form" else own,
            )  # fmt: skip

    # — reasons and checks —

    def reason(
        self, name: str, reason: Reason, scope: Worked, at: Place, path: str, bound: BoundLine | None = None
    ) -> Iterator[Finding]:  # fmt: skip
        """The finding of an owed reason that will not do; one that was not decided is listed."""
        here = f"reason.{name}"
        condition = scope.look(here)
        if isinstance(condition, NoValue):
            self.leave(here, condition, bound.number if bound else 0)
        verdict = scope.look(f"{here}.verdict")
        if not isinstance(verdict, str) or not verdict:
            return
        self.fired.append(here)
        self.owed.append(OwedReason(here, verdict, bound.number if bound else 0))
        if verdict == "sufficient":
            return
        entry = CATALOGUE[f"reason.{verdict}"]
        message = joined(reason.message, entry.message)
        text = scope.look(reason.text or "reason")
        words = text if isinstance(text, str) else ""
        values = {**spoken(scope, message, self.bound.money, self.kinds), **self.why(reason, words, scope)}
        severity = reason.severity.missing if verdict == "missing" else reason.severity.weak
        yield Finding(f"reason.{verdict}", severity, at, message, entry.advice, values, path, here)

    def why(self, reason: Reason, text: str, scope: Worked) -> dict[str, Showable]:
        """What fills the words of a verdict: the length, the word that contradicts, what is lacking."""
        lists = self.plan.words
        contradicting = "says-missed" if scope.look("met") is True else "says-done"
        lacking = next((need for need in reason.needs if not any(w in text for w in lists[need].values)), "")
        return {
            "length": len(text),
            "min_chars": reason.min_chars,
            "max_chars": reason.max_chars,
            "word": next((word for word in lists[contradicting].values if word in text), ""),
            "lacking": either_way(lists[lacking].values[:4] if lacking else ()),
        }

    def check(self, name: str, check: Check, scope: Worked, at: Place, path: str) -> Finding:
        """The finding of a check that fired."""
        self.fired.append(f"check.{name}")
        message = check.message or Text(f"核查 {name} 成立。", f"Check {name} holds.")
        values = spoken(scope, message, self.bound.money, self.kinds)
        return Finding(f"check.{name}", check.severity, at, message, Text(), values, path, f"check.{name}")

    # — the form —

    def of_form(self) -> Iterator[Finding]:
        """What is to be told of the form as a whole, at its head."""
        head = Place(self.bound.source)
        late = out_of_force(self.ruleset.head, self.year())
        if late is not None:
            yield replace(late, at=head, path="year")
        yield from self.weights(head)
        yield from self.group_sums(head)
        yield from self.without_value(head)
        yield from self.failures.of_form(self.form, self.plan.form if self.plan.may_fail else (), head, self.title)
        for name, reason in self.ruleset.reasons.items():
            if reason.of == "form":
                yield from self.reason(name, reason, self.form, head, reason.text or "")
        for name, check in self.ruleset.checks.items():
            said = self.form.look(f"check.{name}") if check.of == "form" else None
            if said is True:
                yield self.check(name, check, self.form, head, "")
            elif isinstance(said, NoValue):
                self.leave(f"check.{name}", said)
            elif check.of == "folder" and self.form.look("_in_folder") is None:
                self.leave(f"check.{name}", NoValue("folder"))

    def year(self) -> int | None:
        """The fiscal year of the form."""
        year = self.form.look("year")
        return int(year) if isinstance(year, Fraction) else None

    def weights(self, head: Place) -> Iterator[Finding]:
        """A form without points, or one where some rows carry them and some do not."""
        rows = [line for line in self.form.lines if line.look("_row") is True and line.judge]
        bare = [line for line in rows if line.look("outcome") == "unweighted"]
        if bare:
            weightless = self.form.look("_weightless") is True
            code = "form.unweighted" if weightless else "form.partly-unweighted"
            yield finding(code, head, path="rows", count=len(bare))

    def without_value(self, head: Place) -> Iterator[Finding]:
        """A group with a score of its own, or the total, whose formula has no value though no line holds it back."""
        for node, at in self.form.tree.nodes.items():
            own = self.form.look(f"{node}._own")
            at_fault = self.form.look(f"{node}._withheld") is True and self.form.look(f"{node}._held") is False
            if isinstance(own, NoValue) and at_fault and not own.failure:
                yield finding(
                    "form.group-stopped", head, path="rows", rule=f"group.{at.group}", group=self.title(at.group),
                    why=self.why_form(own),
                )  # fmt: skip
        total = self.form.look("total")
        if isinstance(total, NoValue) and total.code not in TOLD_ELSEWHERE:
            yield finding("form.total-stopped", head, rule="scoring.total", why=self.why_form(total))

    def why_form(self, fault: NoValue) -> Text:
        """Why something of the form as a whole has no value."""
        return why(fault, self.plan.judges[""], self.speaker.of_form(fault))

    def title(self, group: str) -> Text:
        """What people call a group."""
        table = self.ruleset.groups[group]
        return table.title or Text(table.names[0] if table.names else group)

    def carries_points(self, node: str) -> bool:
        """Whether a line inside a group carries points."""
        inside = (line for line in self.form.lines if node in self.form.tree.lineage(line.node))
        return any(isinstance(line.look("_full"), Fraction) for line in inside)

    def group_sums(self, head: Place) -> Iterator[Finding]:
        """Groups that are worth something else than their children together."""
        if self.form.look("complete") is not True:
            return
        for node, at in self.form.tree.nodes.items():
            worth, parts = self.form.look(f"{node}.weight"), self.form.look(f"{node}._parts")
            if (
                isinstance(worth, Fraction)
                and isinstance(parts, Fraction)
                and worth != parts
                and f"group.{at.group}.score" not in self.plan.written
                and self.carries_points(node)
            ):
                title = Text(at.keys[-1]) if at.group in self.plan.each else self.title(at.group)
                yield finding(
                    "form.group-sum", head, path="rows", rule=f"group.{at.group}", group=title, weight=worth, sum=parts
                )  # fmt: skip
