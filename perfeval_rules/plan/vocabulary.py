"""What each formula of a ruleset sees, and at which step a name comes that is not there yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from perfeval_rules.formula.kinds import Kind, Over, Vocabulary
from perfeval_rules.reserved import CELLS, OF_THE_FORM
from perfeval_rules.text import Text

ROW = CELLS
"""What a row says, whatever its type."""
ROW_TEXTS = tuple(name for name, kind in ROW.items() if kind == "text")
FUND_VALUES = frozenset(
    {"initial_budget", "annual_budget", "executed", "stated_rate", "parts_annual", "parts_executed"}
)
"""Numbers of the fund block."""
FORM = OF_THE_FORM
"""What a form says as a whole."""
MEASURED: Mapping[str, Kind] = {
    **dict.fromkeys(("attainment", "ratio", "deviation"), "number"),
    "met": "boolean",
}
RESULTS: Mapping[str, Kind] = {"total": "number", "grade": "text"}
MONEY = frozenset({"initial_budget", "annual_budget", "executed", "parts_annual", "parts_executed"})
"""Names in yuan, which messages show in the unit of the form."""
STEPS: Mapping[str, Text] = {
    "type": Text("第 2 步定类型之后", "step 2, when the type is known"),
    "weight": Text("第 2 步定分值之后", "step 2, when weights are known"),
    "measure": Text("第 3 步算出达成度之后", "step 3, when the attainment is known"),
    "lines": Text("第 4 步汇总各行之后", "step 4, when lines are gathered"),
    "score": Text("第 5 步计分之后", "step 5, when lines are scored"),
    "total": Text("第 7 步合计之后", "step 7, when the total is known"),
    "folder": Text("第 11 步汇总文件夹之后", "step 11, over the forms of a folder"),
    "line": Text("只在指标行的公式里", "only in formulas of a line"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """Everything a ruleset and its types bring to the vocabularies of their formulas."""

    form_facts: Mapping[str, Kind]
    early_facts: frozenset[str]
    """Facts of the form that need no line."""
    line_facts: Mapping[str, Kind]
    folder_facts: Mapping[str, Kind]
    reported: Mapping[str, Kind]
    """What types report beyond the cells that every row has."""
    options: Mapping[str, Kind]
    words: frozenset[str]
    groups: frozenset[str]
    lines: frozenset[str]
    carried: frozenset[str]
    """Facts that a form may carry."""

    @property
    def blankable(self) -> frozenset[str]:
        """Names that `if_blank` may ask."""
        numbers = {name for name, kind in {**ROW, **self.reported}.items() if kind != "text"}
        return self.carried | numbers | FUND_VALUES | {"stated_total", "year"}

    def make(
        self, names: Mapping[str, Kind], later: Mapping[str, Text], aggregates: Over = "none",
        inner: Mapping[str, Kind] | None = None,
    ) -> Vocabulary:  # fmt: skip
        """A vocabulary of this ruleset."""
        seen = {*names, *(inner or {})}
        absent = {name: step for name, step in later.items() if name not in seen}
        return Vocabulary(
            names=names, later=absent, words=self.words, groups=self.groups, lines=self.lines,
            aggregates=aggregates, inner=inner or {}, blankable=self.blankable,
        )  # fmt: skip

    @property
    def early(self) -> Mapping[str, Kind]:
        """Form values, and the facts that need no line."""
        return {**FORM, **{name: kind for name, kind in self.form_facts.items() if name in self.early_facts}}

    @property
    def of_line(self) -> Mapping[str, Kind]:
        """What is known of a line before it is measured."""
        return {**ROW, **FORM, **self.reported, **self.options, **self.line_facts, **self.form_facts, "type": "text"}

    @property
    def scored(self) -> Mapping[str, Kind]:
        """Everything known of a line in the end, apart from what the form makes of it."""
        numbers: Mapping[str, Kind] = dict.fromkeys(("weight", "score", "lost", "low", "high"), "number")
        return {**self.of_line, **MEASURED, **numbers, "outcome": "text"}

    @property
    def of_lines(self) -> frozenset[str]:
        """What lines know by themselves, and no form or group does."""
        return frozenset(self.scored.keys() - FORM.keys() - self.form_facts.keys() | self.reported.keys())

    def later(self) -> dict[str, Text]:
        """Every name there is, with the step it comes at."""
        return {
            **dict.fromkeys(self.of_line, STEPS["line"]),
            **dict.fromkeys(self.form_facts, STEPS["lines"]),
            **dict.fromkeys(("type", *self.options, *self.line_facts, *self.reported), STEPS["type"]),
            "weight": STEPS["weight"],
            **dict.fromkeys(MEASURED, STEPS["measure"]),
            **dict.fromkeys(("score", "lost", "low", "high", "outcome"), STEPS["score"]),
            **dict.fromkeys(RESULTS, STEPS["total"]),
            **dict.fromkeys((*self.folder_facts, "forms"), STEPS["folder"]),
        }

    def rule_when(self) -> Vocabulary:
        """What `when` of a rule sees: what the row says, form values, facts that need no line."""
        return self.make({**ROW, **self.early}, self.later())

    def applies(self) -> Vocabulary:
        """What `applies` of a line sees: also type, options, reported values, facts of the line."""
        names = {name: kind for name, kind in self.of_line.items() if name not in self.form_facts}
        return self.make({**names, **self.early}, self.later())

    def score(self) -> Vocabulary:
        """What `score` of a line sees: also weight and what was measured, all facts."""
        return self.make({**self.of_line, **MEASURED, "weight": "number"}, self.later())

    def adjusted(self) -> Vocabulary:
        """What an adjust of a line, and `manual`, see: also score, lost, low, high."""
        names = {name: kind for name, kind in self.scored.items() if name != "outcome"}
        return self.make(names, self.later())

    def told_of_line(self) -> Vocabulary:
        """What reasons and checks of a line see: everything, total and grade included."""
        return self.make({**self.scored, **RESULTS}, self.later())

    def line_fact(self) -> Vocabulary:
        """What a fact of the line sees: everything known of the line, form values, all facts."""
        return self.make(self.scored, self.later())

    def line_weight(self) -> Vocabulary:
        """What a weight of a line of the ruleset sees: form values, facts that need no line."""
        return self.make(self.early, self.later())

    def of_group(self, own_weight: bool) -> Vocabulary:
        """What a formula of a group sees: form values, facts, its own weight; its children inside an aggregate."""
        weight: Mapping[str, Kind] = {"weight": "number"} if own_weight else {}
        return self.make({**FORM, **self.form_facts, **weight}, self.later(), "children", self.scored)

    def of_form(self, over_children: bool) -> Vocabulary:
        """What facts, total, total adjusts, grades and form checks see; lines, or children, inside an aggregate."""
        inner = {**self.scored, **RESULTS}
        names = {**FORM, **self.form_facts, **RESULTS}
        return self.make(names, self.later(), "children" if over_children else "lines", inner)

    def of_folder(self) -> Vocabulary:
        """What a fact or check over the forms of a folder sees."""
        inner = {**self.scored, **FORM, **self.form_facts, **RESULTS}
        names: Mapping[str, Kind] = {"forms": "number", **self.folder_facts}
        return self.make(names, self.later(), "forms", inner)
