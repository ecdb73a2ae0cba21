"""Gathers how a total came together from a form that was worked out: every group with its terms or its formula."""

from collections.abc import Iterator
from fractions import Fraction

from perfeval_rules.composition import Composition, Sum, Term
from perfeval_rules.derivations import Step, Steps
from perfeval_rules.evaluation import Adjusted, Grade
from perfeval_rules.findings import Written
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.plan.binding import Bound
from perfeval_rules.plan.lacks import why
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.results import Results, source
from perfeval_rules.plan.run import FormScope, run
from perfeval_rules.plan.speaking import Speaker
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Value
from perfeval_rules.readings.part import Part
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Text


def composition(ruleset: Ruleset, plan: Plan, bound: Bound, known: FormScope[Value]) -> Composition:
    """How the total of a form that was worked out came together."""
    return _Composer(ruleset, plan, bound, known).composed()


class _Composer:
    def __init__(self, ruleset: Ruleset, plan: Plan, bound: Bound, known: FormScope[Value]) -> None:
        self.ruleset, self.plan, self.bound, self.known = ruleset, plan, bound, known
        self.results = Results(ruleset, plan, bound, known)
        judges = [line.judge for line in known.lines]
        self.derived = run(plan, bound.form, Derivation(plan.rounding), judges)
        self.steps = Steps(frozenset())
        self.speaker = Speaker(ruleset, plan, bound, known)

    def composed(self) -> Composition:
        ruleset, results = self.ruleset, self.results
        adjusts = tuple(results.total_adjusts())
        own = [adjust for adjust in adjusts if adjust.id in ruleset.adjusts]
        given = next((one for one in ruleset.grades if one.id == self.known.look("_grade")), None)
        exactly, total = results.number("_total_exact"), results.number("total")
        groups = [self.sum_of(node) for node in self.known.tree.nodes]
        of_groups = (cite for at in self.known.tree.nodes.values() for cite in ruleset.groups[at.group].cites)
        cites = [*ruleset.scoring.cites, *of_groups, *(cite for adjust in own for cite in adjust.cites)]
        return Composition(
            form=self.sum_of(""),
            groups=tuple(groups),
            adjusts=tuple(map(self.adjust, own)),
            exact=exactly,
            total=total,
            places=ruleset.scoring.places.total,
            rounding=self.plan.rounding,
            grade=results.grade(),
            given=Grade(given.id, given.title) if given else None,
            edge=given.at_least if given else None,
            when=(given.when if given else None) or Written(),
            graded=total if ruleset.scoring.grade_on == "published" else exactly,
            withheld=tuple(self.called(n - 1) for n in results.withheld()),
            sources=tuple(source(ruleset, cite) for cite in dict.fromkeys([*cites, *(given.cites if given else ())])),
        )

    def sum_of(self, node: str) -> Sum:
        """What a group brings, or with a blank name the form before its adjusts."""
        group = self.known.tree.nodes[node].group if node else ""
        path = f"group.{group}.score" if group else "scoring.total"
        table = self.ruleset.groups[group].score if group else self.ruleset.scoring.total
        written = table if table is not None and path in self.plan.written else Written()
        said = self.known.look(f"{node}.score" if node else "_total")
        part = self.derived.look(f"{node}._own" if node else "_total")
        return Sum(
            id=node,
            depth=max(len(self.known.tree.lineage(node)) - 1, 0),
            title=self.results.title_of(node) if node else self.results.title(""),
            weight=self.results.number(f"{node}.weight") if node else None,
            value=said if isinstance(said, Fraction) else None,
            terms=tuple(self.terms(node)),
            written=written,
            steps=self.told(written, part),
            why=self.why(said) if isinstance(said, NoValue) else Text(),
        )

    def why(self, fault: NoValue) -> Text:
        return why(fault, self.plan.judges[""], self.speaker.of_form(fault))

    def terms(self, node: str) -> Iterator[Term]:
        """What stands directly under a node: lines first, then groups."""
        results = self.results
        for n, line in enumerate(self.known.lines):
            if line.node == node:
                applies = line.look("_left_out") is not True
                yield Term(self.called(n), results.number("score", line), results.number("_full", line), applies)
        for below in self.known.tree.below[node]:
            applies = not results.flag(f"{below}._left_out")
            full = results.number(f"{below}._full")
            yield Term(results.title_of(below), results.number(f"{below}.score"), full, applies)

    def called(self, n: int) -> Text:
        """What a line is called: as the form does, else by the title that the ruleset gives it."""
        bound = self.bound.lines[n]
        title = self.plan.judges[self.known.lines[n].judge].title
        return title if bound.unnamed and title else Text(bound.name)

    def adjust(self, adjust: Adjusted) -> tuple[Adjusted, Written, tuple[Step, ...]]:
        part = self.derived.look(f"adjust.{adjust.id}")
        written = self.ruleset.adjusts[adjust.id].total or Written()
        return adjust, written, self.told(written, part)

    def told(self, written: Written, part: Part | NoValue | None) -> tuple[Step, ...]:
        """The steps to the value of an author's formula; what the engine asks around it is none of them."""
        if not written or not isinstance(part, Part):
            return ()
        return tuple(step for step in self.steps.of(part) if step.words)
