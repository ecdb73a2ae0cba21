"""A form worked out, as an evaluation: every line, group and total with its numbers, and everything to be told."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import cast

from perfeval_rules.evaluation import (
    Adjusted,
    Evaluation,
    Grade,
    Group,
    Line,
    Outcome,
    Provenance,
    Shown,
    Source,
)
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.binding import Bound, BoundLine
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.speaking import kinds_of, spoken
from perfeval_rules.plan.telling import Teller
from perfeval_rules.plan.worked import Worked, WorkedForm, WorkedLine
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.tables import Adjust
from perfeval_rules.submission import Submission
from perfeval_rules.text import Showable, Text, decimal, show

Value = Fraction | bool | str | date


def evaluation(
    ruleset: Ruleset, plan: Plan, submission: Submission, bound: Bound, form: WorkedForm, provenance: Provenance
) -> Evaluation:
    """The evaluation of a form that was worked out."""
    results = Results(ruleset, plan, bound, form)
    teller = Teller(ruleset, plan, bound, form)
    lines = tuple(results.line(*pair) for pair in zip(bound.lines, form.lines, strict=True))
    groups = tuple(results.groups(""))
    findings = teller.findings()
    adjusts = tuple(results.total_adjusts())
    grade = results.grade()
    acted = [adjust.id for each in (*(line.adjusts for line in lines), adjusts) for adjust in each]
    cited = teller.cited([line.rule for line in lines], [node.group for node in form.tree.nodes.values()], acted, grade)
    return Evaluation(
        title=ruleset.head.title,
        project=submission.project.text,
        lines=lines,
        groups=groups,
        total=results.number("total"),
        total_exact=results.number("_total_exact"),
        total_places=ruleset.scoring.places.total,
        stated_total=results.number("stated_total"),
        reviewed_total=results.number("_reviewed_total"),
        full_marks=results.number("full_marks"),
        grade=grade,
        withheld=tuple(results.withheld()),
        accepted_points=sum((x.score for x in lines if x.outcome == "accepted" and x.score is not None), Fraction(0)),
        adjusts=adjusts,
        facts=dict(results.facts()),
        shown=tuple(results.shown()),
        reasons=tuple(teller.owed),
        findings=findings,
        undecided=tuple(teller.undecided),
        sources=tuple(source(ruleset, cite) for cite in cited),
        provenance=provenance,
    )


def source(ruleset: Ruleset, cite: str) -> Source:
    """A source of the ruleset as results name it."""
    table = ruleset.sources[cite]
    return Source(cite, table.document, table.title, table.article, table.verified)


Values = dict[str, Showable]
NUMBERS_OF_A_LINE = ("weight", "score", "_exact", "stated", "reviewed", "attainment", "ratio", "low", "high")


class Results:
    """Reads the numbers of a form that was worked out."""

    def __init__(self, ruleset: Ruleset, plan: Plan, bound: Bound, form: WorkedForm) -> None:
        self.ruleset, self.plan, self.bound, self.form = ruleset, plan, bound, form
        self.kinds = kinds_of(ruleset, plan)

    def number(self, name: str, scope: Worked | None = None) -> Fraction | None:
        """A number of the form or of a line; None where it has no value."""
        value = (scope or self.form).look(name)
        return value if type(value) is Fraction else None

    def flag(self, name: str, scope: Worked | None = None) -> bool:
        """Whether something is known to be so."""
        return (scope or self.form).look(name) is True

    def line(self, bound: BoundLine, scope: WorkedLine) -> Line:
        """A line with its numbers."""
        judge = self.plan.judges[scope.judge]
        met = scope.look("met")
        outcome = cast(Outcome, scope.look("outcome"))
        ranged = outcome in ("manual", "accepted")
        values = [value if type(value) is Fraction else None for value in map(scope.look, NUMBERS_OF_A_LINE)]
        weight, score, exact, stated, reviewed, attainment, ratio, low, high = values
        return Line(
            number=bound.number,
            id=judge.id,
            name=bound.name,
            title=judge.title if bound.unnamed else Text(),
            type=judge.type,
            plugin=judge.plugin,
            rule=judge.path,
            group=scope.group,
            node=scope.node,
            outcome=outcome,
            weight=weight,
            score=score,
            score_exact=exact if outcome == "scored" else None,
            stated=stated,
            reviewed=reviewed,
            attainment=attainment,
            ratio=ratio,
            met=met if isinstance(met, bool) else None,
            low=low if ranged else None,
            high=high if ranged else None,
            target_text=self.cell("target", bound.target_text, scope),
            actual_text=self.cell("actual", bound.actual_text, scope),
            adjusts=tuple(self.adjusts("score", "_raw", scope)) if outcome == "scored" else (),
            at=bound.at,
            places=self.ruleset.scoring.places.line,
        )

    def cell(self, name: str, text: str, scope: WorkedLine) -> str:
        """What was judged: the cell as the form writes it, or the value that the ruleset gives instead."""
        judge = self.plan.judges[scope.judge]
        if name not in judge.presets and name not in judge.facts:
            return text
        value = scope.look(name)
        if isinstance(value, NoValue) or value is None:
            return text
        sign = scope.look("operator") if name == "target" else ""
        return f"{sign}{plainly(value)}"

    def groups(self, parent: str) -> Iterator[Group]:
        """The groups of this form, each before those in it; one that is repeated stands once for each of its texts."""
        for node in self.form.tree.below[parent]:
            at = self.form.tree.nodes[node]
            yield Group(
                id=node,
                title=self.title_of(node),
                parent=parent,
                key=at.keys[-1] if at.group in self.plan.each else "",
                weight=self.number(f"{node}.weight"),
                score=self.number(f"{node}.score"),
                applies=not self.flag(f"{node}._left_out"),
                withheld=self.flag(f"{node}._withheld"),
                extra=self.flag(f"{node}._extra"),
            )
            yield from self.groups(node)

    def withheld(self) -> Iterator[int]:
        """Lines for which the total is withheld; where no row carries points there would be none anyway.

        Those of a group that does not apply hold nothing back.
        """
        if self.flag("_weightless"):
            return
        for bound, scope in zip(self.bound.lines, self.form.lines, strict=True):
            if self.flag("_withheld", scope):
                above = self.form.tree.lineage(scope.node)
                if all(self.flag(f"{node}._withheld") for node in above):
                    yield bound.number

    def adjusts(
        self, moved: str, before: str, scope: Worked
    ) -> Iterator[Adjusted]:  # fmt: skip
        """The adjusts of a score, the total or the grade that changed it, in order."""
        last = scope.look(before)
        for name, adjust in self.ruleset.adjusts.items():
            if moved_by(adjust) != moved:
                continue
            now = scope.look(f"adjust.{name}")
            if now is None:
                continue  # it could move no grade, so that nothing was worked out
            if isinstance(now, (Fraction, str)) and isinstance(last, (Fraction, str)) and now != last:
                values: Values = dict(spoken(scope, adjust.message, self.bound.money, self.kinds))
                values |= self.as_it_was(moved, last, scope)
                yield Adjusted(name, self.told(last), self.told(now), adjust.message, adjust.cites, values)
            last = now

    def as_it_was(self, moved: str, last: Fraction | str, scope: Worked) -> Values:
        """What an adjust saw where its message asks for it: the value before it, not the one in the end."""
        if isinstance(last, str):
            return {"grade": last}
        weight = self.number("weight", scope)
        seen: Values = {moved: last}
        if moved == "score" and weight is not None:
            seen["lost"] = weight - last
        return seen

    def told(self, value: Fraction | str) -> Fraction | Grade:
        """A number as it is; of an id, the grade."""
        if isinstance(value, Fraction):
            return value
        title = next((grade.title for grade in self.ruleset.grades if grade.id == value), Text())
        return Grade(value, title)

    def total_adjusts(self) -> Iterator[Adjusted]:
        """What changed a group's sum, the total or the grade after it was summed up."""
        for node in ("", *self.form.tree.nodes):
            group = self.form.tree.nodes[node].group if node else ""
            of, after = (f"{node}.", f"{node}.score") if node else ("", "_total")
            before, now = self.number(f"{of}_before"), self.number(after)
            own = f"group.{group}.score" if group else "scoring.total"
            if before is not None and now is not None and before != now and own not in self.plan.written:
                yield Adjusted(f"rescale {node}".strip(), before, now, RESCALED, (), {"group": self.title(group)})
        yield from self.adjusts("total", "_total", self.form)
        yield from self.adjusts("grade", "_grade", self.form)

    def title_of(self, node: str) -> Text:
        """What people call a node: by the text it stands for where its group is repeated, else as its group."""
        at = self.form.tree.nodes[node]
        key = at.keys[-1] if at.group in self.plan.each else ""
        return Text(key) if key else self.title(at.group)

    def title(self, group: str) -> Text:
        """What people call a group, or the form itself."""
        table = self.ruleset.groups.get(group)
        return TOTAL if table is None else table.title or Text(table.names[0] if table.names else group)

    def grade(self) -> Grade | None:
        """The grade given, None where none holds."""
        given = self.form.look("grade")
        return next((Grade(grade.id, grade.title) for grade in self.ruleset.grades if grade.id == given), None)

    def facts(self) -> Iterator[tuple[str, Showable]]:
        """Every fact of the form with its value."""
        for name, fact in self.ruleset.facts.items():
            if fact.of == "form":
                value = self.form.look(name)
                yield name, None if isinstance(value, NoValue) else value

    def shown(self) -> Iterator[Shown]:
        """Facts that the ruleset shows as results."""
        for name, fact in self.ruleset.facts.items():
            if fact.show:
                value = self.form.look(name)
                yield Shown(name, fact.title or Text(name), None if isinstance(value, NoValue) else value)


def plainly(value: Value) -> str:
    """A value as a cell would write it."""
    return decimal(value) if isinstance(value, Fraction) else show(value)


def moved_by(adjust: Adjust) -> str:
    """What an adjust changes: a score, the total or the grade."""
    return "score" if adjust.score is not None else "total" if adjust.total is not None else "grade"


TOTAL = Text("总分", "the total")
RESCALED = Text(
    "有不适用的指标，{group}按其余各项的分值折算。",
    "Some indicators do not apply; {group} is scaled by the weight of the others.",
)
