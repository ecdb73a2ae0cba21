"""The formulas of a line: from what the form says to its outcome, its score, and what is to be told of it.

They are the format's steps 3, 5, 9 and 10, said in the language itself. What an author wrote stands in these frames as
its own tree and keeps its own place; the frames' own names begin with `_`, which no author can write.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perfeval_rules.formula.language import Formula, compose
from perfeval_rules.formula.reads import reads
from perfeval_rules.plan.entry import FORM, SHARE, Entry
from perfeval_rules.plan.facts import fact_entry
from perfeval_rules.plan.judge import MEASURES, Judge
from perfeval_rules.plan.reason_formulas import reason_entries
from perfeval_rules.plan.vocabulary import FUND_VALUES
from perfeval_rules.ruleset.ruleset import Ruleset

Formulas = Mapping[str, Formula]
"""What authors wrote, by its path in the ruleset: `rule.cost.score`."""


@dataclass(frozen=True, slots=True)
class Policies:
    """Which outcomes count zero, withhold the total, or leave their group to the other children."""

    zero: tuple[str, ...]
    withhold: tuple[str, ...]
    rescale: tuple[str, ...]
    stated: bool

    @staticmethod
    def of(ruleset: Ruleset) -> "Policies":
        """The policies a ruleset writes; `manual = "stated"` withholds where nothing stated can be taken."""
        policy = ruleset.scoring.unscored.policies()

        def having(*choices: str) -> tuple[str, ...]:
            return tuple(outcome for outcome, choice in policy.items() if choice in choices)

        withhold = (*having("withhold", "stated"), "failed")
        return Policies(having("zero"), withhold, having("rescale"), policy["manual"] == "stated")


def one_of(name: str, words: Iterable[str]) -> str:
    """The test that a text is one of some words."""
    return " or ".join(f"{name} == '{word}'" for word in words) or "False"


def line_formulas(
    ruleset: Ruleset, formulas: Formulas, judge: Judge, form_facts: Mapping[str, Entry], may_fail: bool
) -> Mapping[str, Entry]:
    """All entries of a line under one judge; `may_fail`: some formula calls a function of a plugin."""
    return _Composer(ruleset, formulas, judge, form_facts, may_fail).composed()


class _Composer:
    def __init__(
        self, ruleset: Ruleset, formulas: Formulas, judge: Judge, form_facts: Mapping[str, Entry], may_fail: bool
    ) -> None:
        self.ruleset, self.formulas, self.judge, self.form_facts = ruleset, formulas, judge, form_facts
        self.may_fail = may_fail
        self.policies = Policies.of(ruleset)
        self.entries: dict[str, Entry] = {}

    def add(self, name: str, template: str, words: Mapping[str, str] | None = None, **parts: Formula | None) -> None:
        """One more entry; a part that nobody wrote has no value."""
        trees = {word: part if part is not None else "stop('absent')" for word, part in parts.items()}
        self.entries[name] = Entry(name, compose(template, **trees), words or {})

    def composed(self) -> Mapping[str, Entry]:
        self.givens()
        self.weight()
        self.measures()
        self.score_and_adjusts()
        self.outcome()
        self.what_counts()
        self.what_to_tell()
        return self.entries

    def givens(self) -> None:
        """Reported values that come from a fact, and the facts of the line."""
        for name, source in self.judge.facts.items():
            if source != name:
                self.add(name, "_fact", {"_fact": FORM + source})
            else:
                self.add(name, "default(_row, _fact)", {"_row": f"row.{name}", "_fact": FORM + source})
        for name, fact in self.ruleset.facts.items():
            if fact.of == "line":
                value = self.formulas.get(f"fact.{name}.value")
                self.entries[name] = fact_entry(name, fact.kind, value, fact.default is not None)

    def weight(self) -> None:
        first, second = ("_own", "_printed") if self.ruleset.scoring.weights == "ruleset" else ("_printed", "_own")
        asked = reads(self.judge.weight.tree).names if self.judge.weight else ()
        self.add("_own", "_author", {name: FORM + name for name in asked}, _author=self.judge.weight)
        self.add("_pointed", f"stop('extra') if _extra else default({first}, {second})")
        self.add("weight", f"default({first}, default({second}, weight))", {"weight": SHARE})  # lacking, it is told so
        self.add("_full", "stop('extra') if _extra else weight")
        self.add("_asked", "_row and not _extra" if self.judge.path else "False")

    def measures(self) -> None:
        for name in MEASURES:
            self.add(name, "_said", _said=self.judge.measures.get(name))
        self.add("deviation", "ratio - 1")
        for check, said in self.judge.checks.items():
            self.add(f"{self.judge.type}.{check}", "_said", _said=said.when)
        if self.judge.applies is None:
            self.add("_applies", "True")
        else:
            self.add("_applies", "default(_author, True)", _author=self.judge.applies)

    def score_and_adjusts(self) -> None:
        self.add("_raw", "_author", _author=self.judge.score)
        last = "_raw"
        for adjust in self.ruleset.adjusts:
            score = self.formulas.get(f"adjust.{adjust}.score")
            if score is None:
                continue
            self.add(f"lost.{adjust}", "weight - score", {"score": last})
            when = self.formulas.get(f"adjust.{adjust}.when")
            act = "_author" if when is None else "_author if default(_when, False) else score"
            parts = {"_author": score} | ({} if when is None else {"_when": when})
            words = {"score": last, "_so_far": last, "lost": f"lost.{adjust}"}
            self.add(f"adjust.{adjust}", f"_so_far if not given(_so_far) else ({act})", words, **parts)
            last = f"adjust.{adjust}"
        self.add("_exact", "score", {"score": last})
        self.add("_computed", self.rounded("_exact"))
        self.add("_lost", "weight - _computed")
        self.add("low", self.rounded("weight * _range_low") if self.judge.by_range else "0")
        self.add("high", self.rounded("weight * _range_high") if self.judge.by_range else "weight")

    def rounded(self, template: str) -> str:
        places = self.ruleset.scoring.places.line
        return template if places is None else f"round({template}, {places})"

    def outcome(self) -> None:
        """The outcome, the first that holds in the order of format section 5; `failed` is set where a plugin fails."""
        self.add("_marked", "mentions(target_text, 'not-applicable') or mentions(actual_text, 'not-applicable')")
        stops = {f"_stop{n}": f"{self.judge.type}.{check}" for n, check in enumerate(self.judge.checks)
                 if self.judge.checks[check].stops}  # fmt: skip
        halts = ["_units_differ"] if self.judge.compares else []
        halts += [f"default({word}, False)" for word in stops]
        self.add("_halted", " or ".join(halts) or "False", stops)
        self.add("_unreported", *self.unreported())
        words = {"score": "_computed", "lost": "_lost"}
        if self.judge.by_range or self.judge.manual is None:
            self.add("_by_hand", str(self.judge.by_range))
        else:
            self.add("_by_hand", "default(_author, False)", words, _author=self.judge.manual)
        self.add("_claimed", "default(reviewed, stated)")
        self.add("_in_range", "default(low <= _claimed < high or _claimed == high == weight, False)")
        self.add("_lacking", *self.any_blank(self.behind("_computed")))
        taken = "('accepted' if _in_range else 'manual')" if self.policies.stated else "'manual'"
        owed = "not _extra" if self.judge.path else "True"  # what no rule takes is a remark, also among extra points
        self.add(
            "_outcome" if self.may_fail else "outcome",
            "ifs(_marked or not _applies, 'not_applicable', _halted, 'stopped', _unreported, 'not_reported', "
            f"{owed} and not given(weight), 'unweighted', _by_hand, {taken}, given(_computed), 'scored', "
            "_lacking, 'not_reported', 'stopped')",
        )
        if self.may_fail:
            self.add("outcome", "'failed' if failed(_choice) or failed(_outcome) else _outcome")

    def unreported(self) -> tuple[str, dict[str, str]]:
        """Whether the type's own formulas lack a value because something reported is blank."""
        said = [name for name in MEASURES if name != "ratio" and name in self.judge.measures]
        blank, words = self.any_blank({name for measure in said for name in self.behind(measure)})
        lacks = " or ".join(f"not given({name})" for name in said) or "False"
        required = " or ".join(f"not given({name})" for name in sorted(self.judge.required)) or "False"
        return f"{required} or ({lacks}) and ({blank})", words

    @staticmethod
    def any_blank(names: Iterable[str]) -> tuple[str, dict[str, str]]:
        """The test that one of some names has no value, with the words it uses for them."""
        words = {f"_blank{n}": name for n, name in enumerate(sorted(names))}
        return " or ".join(f"not given({word})" for word in words) or "False", words

    def behind(self, asked: str) -> frozenset[str]:
        """The reported values and carried facts that an entry reads, at any remove."""
        seen: set[str] = set()
        found: set[str] = set()
        waiting = [asked]
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            bare = name.removeprefix(FORM)
            entry = None if name.startswith(FORM) else self.entries.get(name)
            entry = entry or self.form_facts.get(bare)
            if entry is None:
                found |= {name} if self.may_be_blank(name, bare) else set()
                continue
            form = FORM if entry is self.form_facts.get(bare) else ""
            meant = [entry.words.get(read, read) for read in reads(entry.formula.tree).names]
            waiting += [one if one.startswith(FORM) else form + one for one in meant]
        return frozenset(found)

    def may_be_blank(self, name: str, bare: str) -> bool:
        """Whether a name is a value that the form owes: reported, of the fund block, or a fact it must carry itself."""
        if bare.startswith("carried."):  # a reported value may be called just that
            fact = bare.removeprefix("carried.")
            return self.ruleset.facts[fact].value is None and self.ruleset.facts[fact].default is None
        return bare in FUND_VALUES or self.is_reported(name)

    def is_reported(self, name: str) -> bool:
        """Whether a name is a reported value that says something: of texts, only one that the type requires."""
        kind = self.judge.reported.get(name)
        return kind is not None and (kind != "text" or name in self.judge.required)

    def what_counts(self) -> None:
        """The score that counts, and what the line does to its group and the total."""
        self.add("_left_out", one_of("outcome", self.policies.rescale))
        self.add(
            "_withheld", f"({one_of('outcome', self.policies.withhold)}) and not (_extra and outcome == 'not_reported')"
        )
        zero = f"{one_of('outcome', self.policies.zero)} or _extra and outcome == 'not_reported'"
        self.add(
            "score",
            f"ifs(outcome == 'accepted', _claimed, outcome == 'scored', _computed, {zero}, 0, stop('unscored'))",
        )
        self.add("lost", "weight - score")

    def what_to_tell(self) -> None:
        """Owed reasons with their verdicts, and the checks of lines."""
        for name, reason in self.ruleset.reasons.items():
            if reason.of == "line":
                when = self.formulas[f"reason.{name}.when"]
                for entry in reason_entries(name, reason, when, "not (_extra and outcome == 'not_reported')"):
                    self.entries[entry.name] = entry
        for name, check in self.ruleset.checks.items():
            if check.of == "line":
                self.add(f"check.{name}", "_author", _author=self.formulas[f"check.{name}.when"])
