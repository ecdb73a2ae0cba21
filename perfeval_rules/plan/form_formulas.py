"""The formulas of the form: facts, groups from the leaves upward, total, grade, and what is to be told of it all.

They are the format's steps 1, 4 and 6 to 10, said in the language itself. Re-weighting is a formula too: where a child
is left out, a group's own sum is scaled by the weight of all its children over the weight of those that take part.
"""

from collections.abc import Callable, Mapping

from perfeval_rules.formula.language import Formula, compose
from perfeval_rules.plan.entry import EVERY_CHILD, EVERY_LINE, SHARE, Entry
from perfeval_rules.plan.facts import fact_entry
from perfeval_rules.plan.line_formulas import Formulas
from perfeval_rules.plan.reason_formulas import reason_entries
from perfeval_rules.ruleset.ruleset import Ruleset

SHARED = (
    "sum(score) if not any(_left_out, '*') else "
    "sum(0 if _extra else score) * sum(_full, '*') / sum(_full) + sum(score if _extra else 0)"
)
"""The score of a group, or of the form, that writes none of its own."""
OF_ONE_GROUP = (
    "weight", "_pointed", "_worth", "_child_share", "_applies", "_held", "_withheld", "_emptied", "_left_out", "_extra",
    "_printed", "_own",
)  # fmt: skip
"""What the formulas of a group call by a bare name."""
WEIGHTLESS = "not any(given(_full), '*')"
UNWEIGHTED = "stop('unweighted')"
BONUSES = "all(_extra, '*')"
"""Whether all children lie outside full marks: they count without any weight."""
WORTH = f"{UNWEIGHTED} if {WEIGHTLESS} else sum(_full, '*')"
"""What a group without points of its own is worth."""


def says_the_default(path: str, formula: Formula) -> bool:
    """Whether an author wrote out the default score of a group, or of the form, which then stays the default."""
    table, key = path.split(".", 1)
    sums = path == "scoring.total" or (table == "group" and key.endswith(".score"))
    return sums and "".join(formula.text.split()) == "sum(score)"


def form_facts(ruleset: Ruleset, formulas: Formulas) -> dict[str, Entry]:
    """The entries of the form's facts."""
    return {
        name: fact_entry(name, fact.kind, formulas.get(f"fact.{name}.value"), fact.default is not None)
        for name, fact in ruleset.facts.items()
        if fact.of == "form"
    }


def form_formulas(ruleset: Ruleset, formulas: Formulas, facts: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """All entries of the form: its facts, and what is composed from the rest of the ruleset."""
    composer = _Composer(ruleset, formulas)
    composer.entries.update(facts)
    return composer.composed()


class _Composer:
    def __init__(self, ruleset: Ruleset, formulas: Formulas) -> None:
        self.ruleset, self.formulas = ruleset, formulas
        self.entries: dict[str, Entry] = {}

    def add(
        self, name: str, template: str, words: Mapping[str, str] | None = None, over: str | None = None,
        **parts: Formula,
    ) -> None:  # fmt: skip
        self.entries[name] = Entry(name, compose(template, **parts), words or {}, over)

    def composed(self) -> Mapping[str, Entry]:
        for group in self.ruleset.groups:
            self.group(group)
        self.points()
        self.total()
        self.grade()
        for name, reason in self.ruleset.reasons.items():
            if reason.of == "form":
                for entry in reason_entries(name, reason, self.formulas[f"reason.{name}.when"]):
                    self.entries[entry.name] = entry
        for name, check in self.ruleset.checks.items():
            if check.of == "form":
                self.add(f"check.{name}", "_author", _author=self.formulas[f"check.{name}.when"])
        return self.entries

    def group(self, group: str) -> None:
        """What a group is worth, whether it takes part, and what it brings."""
        inside = self.ruleset.groups[group].inside
        own = {name: f"{group}.{name}" for name in OF_ONE_GROUP} | {SHARE: f"{inside}._child_share"}
        weight, applies, score = (self.formulas.get(f"group.{group}.{key}") for key in ("weight", "applies", "score"))

        def add(name: str, template: str, **parts: Formula | None) -> None:
            trees = {word: part for word, part in parts.items() if part is not None}
            self.add(f"{group}.{name}", template, own, group, **trees)

        self.worth(group, weight, add)
        extra = self.extra(group)
        add("_full", "stop('extra')" if extra else "weight")
        add("_extra", str(extra))
        add("_applies", "default(_author, True)" if applies else "True", _author=applies)
        counted = "(given(score) or _withheld)"
        add(
            "_emptied",
            f"any(_left_out, '*') and not any({counted} and {'True' if extra else 'not _extra'}, '*') "
            f"and not ({BONUSES} and any({counted}, '*'))",
        )
        add("_left_out", "not _applies or _emptied")
        shared = "sum(score)" if extra else f"sum(score) if {BONUSES} else {UNWEIGHTED} if {WEIGHTLESS} else ({SHARED})"
        add("_own", "_author" if score else shared, _author=score)
        add("_held", "any(_withheld, '*')")
        excused = "False" if score or extra else f"{WEIGHTLESS} and not {BONUSES}"
        add("_withheld", f"not _left_out and (_held or not given(_own) and not ({excused}))")
        add("score", "stop('withheld') if _withheld else stop('not_applicable') if _left_out else _own")
        add("_before", "sum(score)")
        add("_parts", "sum(_full, '*')")

    def worth(self, group: str, weight: Formula | None, add: Callable[..., None]) -> None:
        """What a group is worth: points printed or written, else its share, else its children together."""
        points = "default(_printed, _author)" if weight else "_printed"
        add("_pointed", "stop('extra')" if self.extra(group) else points, _author=weight)
        gets_a_share = self.split(self.ruleset.groups[group].inside) == "groups" and not self.extra(group)
        add("_worth", f"default({points}, {SHARE})" if gets_a_share else points, _author=weight)
        add("weight", f"default(_worth, {WORTH})")
        self.shares(group, add)

    def shares(self, group: str, add: Callable[..., None]) -> None:
        """What a child without points gets, where points are shared out: evenly, of what the others leave."""
        table = self.ruleset.groups[group]
        evenly = "(_worth - sum(_pointed, '{0}')) / count(not given(_pointed) and not _extra, '{0}')"
        if self.split(group) == "groups":
            add("_child_share", evenly.format(EVERY_CHILD))
        elif table.split == "rows":
            add("_child_share", evenly.format(EVERY_LINE))
        elif self.split(group) == "rows":
            add("_child_share", SHARE)

    def split(self, group: str | None) -> str | None:
        """How the points of a group are shared out: as it says itself, else as one that it stands in says."""
        table = self.ruleset.groups.get(group or "")
        return None if table is None else table.split or self.split(table.inside)

    def extra(self, group: str | None) -> bool:
        """Whether a group lies outside full marks, by itself or with one that it stands in."""
        table = self.ruleset.groups.get(group or "")
        return table is not None and (table.extra or self.extra(table.inside))

    def points(self) -> None:
        """What `points('id')` asks for: what a group or a line brings to its parent; a group without lines brings 0."""
        for group in self.ruleset.groups:
            words = {"_score": f"{group}.score", "_there": f"{group}._there"}
            self.add(f"points.{group}", "_score if _there else 0", words)
        for line in self.ruleset.lines:
            self.add(f"points.{line}", f"largest(score, '{line}')")

    def total(self) -> None:
        """The total: the form's own sum, its adjusts in order, rounded."""
        own = self.formulas.get("scoring.total")
        self.add("_withheld", "any(_withheld, '*')", None, "")
        self.add("_weightless", "any(_asked) and not any(_asked and given(_full))")
        nothing = "any(_left_out, '*') and not any(given(score) and not _extra, '*')"
        shared = f"stop('not_applicable') if {nothing} else ({SHARED})"
        usual = "_author" if own else f"{UNWEIGHTED} if _weightless or {WEIGHTLESS} else ({shared})"
        parts = {"_author": own} if own else {}
        self.add("_total", f"stop('withheld') if _withheld else ({usual})", None, "", **parts)
        self.add("_before", "sum(score)", None, "")
        last = "_total"
        for adjust in self.ruleset.adjusts:
            formula = self.formulas.get(f"adjust.{adjust}.total")
            if formula is not None:
                when = self.formulas.get(f"adjust.{adjust}.when")
                act = "_author" if when is None else "_author if default(_when, False) else total"
                parts = {"_author": formula} | ({} if when is None else {"_when": when})
                words = {"total": last, "_so_far": last}
                self.add(f"adjust.{adjust}", f"_so_far if not given(_so_far) else ({act})", words, "", **parts)
                last = f"adjust.{adjust}"
        self.add("_total_exact", "total", {"total": last})
        places = self.ruleset.scoring.places.total
        self.add("total", "_total_exact" if places is None else f"round(_total_exact, {places})")

    def grade(self) -> None:
        """The first grade that holds, then the adjusts that move it among those given by points."""
        graded = "total" if self.ruleset.scoring.grade_on == "published" else "_total_exact"
        template, parts = "''", {}
        for n, grade in reversed(list(enumerate(self.ruleset.grades))):
            tests = [f"default({graded} >= _at_least{n}, False)"] * (grade.at_least is not None)
            if f"grade.{n}.when" in self.formulas:
                parts[f"_when{n}"] = self.formulas[f"grade.{n}.when"]
                tests.append(f"default(_when{n}, False)")
            template = f"'{grade.id}' if {' and '.join(tests) or f'given({graded})'} else ({template})"
        words = {f"_at_least{n}": f"default.grade.{n}" for n, _ in enumerate(self.ruleset.grades)}
        self.add("_grade", template, words, "", **parts)
        last = "_grade"
        ladder = [grade.id for grade in self.ruleset.grades if grade.at_least is not None]
        for name, adjust in self.ruleset.adjusts.items():
            moved = moves(ladder, adjust.not_above, adjust.lower)
            if moved:
                steps = "".join(f"'{after}' if grade == '{before}' else " for before, after in moved)
                when = self.formulas.get(f"adjust.{name}.when")
                act = f"{steps}grade" if when is None else f"({steps}grade) if default(_when, False) else grade"
                self.add(f"adjust.{name}", act, {"grade": last}, "", **({} if when is None else {"_when": when}))
                last = f"adjust.{name}"
        self.add("grade", "_given", {"_given": last})


def moves(ladder: list[str], not_above: str | None, lower: int | None) -> list[tuple[str, str]]:
    """Which grade becomes which among those given by points, best first; never below the last."""
    if not_above is not None:
        highest = ladder.index(not_above) if not_above in ladder else 0
        return [(grade, ladder[highest]) for grade in ladder[:highest]]
    if lower is not None:
        last = len(ladder) - 1
        return [(grade, ladder[min(n + lower, last)]) for n, grade in enumerate(ladder) if n < last]
    return []
