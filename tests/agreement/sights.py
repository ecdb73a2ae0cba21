"""What each formula of a random ruleset may name: what the format lets it see, less what would lead in a circle."""

from collections.abc import Iterable, Mapping

from tests.agreement.sight import Sight

ROW_TEXTS: Mapping[str, tuple[str, ...]] = {
    "name": ("项一", "项二"), "goal": ("目标一",), "category1": ("产出指标",), "category2": ("数量",), "target_text": ("是",),
    "actual_text": ("已完成",), "target_kind": ("number", "date"), "actual_kind": ("number", "words", "blank"),
    "operator": (">=", "<="), "unit": ("%", "万元"), "actual_unit": ("%",), "dimension": ("money", "count"),
    "reason": ("因天气",),
}  # fmt: skip
OPTION_TEXTS = {
    "unsigned": ("at-least",),
    "reverse": ("linear", "strict"),
    "late": ("daily",),
    "type": ("count", "grade"),
}
OUTCOMES = ("scored", "manual", "stopped", "not_reported", "not_applicable", "accepted")
FUNDS = ("initial_budget", "annual_budget", "executed", "stated_rate", "parts_annual", "parts_executed")
WORDS = ("cause", "measure", "not-applicable", "grade-full")


class Names:
    """Names gathered by kind."""

    def __init__(self) -> None:
        self.of: dict[str, list[str]] = {"number": [], "yes_no": [], "text": [], "date": []}
        self.blankable: list[str] = []

    def add(self, name: str, kind: str, carried: bool) -> None:
        kind = "number" if kind == "money" else kind
        self.of[kind].append(name)
        if carried and kind == "number":
            self.blankable.append(name)


class Sights:
    """Sights that grow as facts are added."""

    def __init__(self, groups: tuple[str, ...]) -> None:
        self.groups = groups
        self.lines: tuple[str, ...] = ()
        self.levels = {level: Names() for level in ("early", "line", "middle", "late", "last_of_line", "last")}

    def add_early(self, name: str, kind: str, carried: bool) -> None:
        self.levels["early"].add(name, kind, carried)

    def add_line(self, name: str, kind: str, carried: bool) -> None:
        self.levels["line"].add(name, kind, carried)

    def add_middle(self, name: str, kind: str) -> None:
        self.levels["middle"].add(name, kind, False)

    def add_late(self, name: str, kind: str) -> None:
        self.levels["late"].add(name, kind, False)

    def add_last_of_line(self, name: str, kind: str) -> None:
        self.levels["last_of_line"].add(name, kind, False)

    def add_last(self, name: str, kind: str) -> None:
        self.levels["last"].add(name, kind, False)

    def sight(
        self, levels: Iterable[str], numbers: Iterable[str] = (), texts: Mapping[str, tuple[str, ...]] | None = None,
        truths: Iterable[str] = (), dates: Iterable[str] = (), blankable: Iterable[str] = (), form: bool = True, **more: object,
    ) -> Sight:  # fmt: skip
        """Facts of some levels beside other names."""
        known = [self.levels[level] for level in levels]
        facts = {kind: [name for level in known for name in level.of[kind]] for kind in known[0].of} if known else {}
        of_form = (*FUNDS, "year", "stated_total", "full_marks") if form else ()
        return Sight(
            numbers=(*numbers, *numbers, *facts.get("number", ()) * 2, *of_form),
            truths=(*truths, *facts.get("yes_no", ()), *(("complete",) if form else ())),
            texts={
                **(texts or {}), **({"department": ("财政局",), "funds_unit": ("万元",)} if form else {}),
                **dict.fromkeys(facts.get("text", ()), ("甲", "乙")),
            },
            dates=(*dates, *facts.get("date", ())),
            blankable=(*blankable, *(name for level in known for name in level.blankable), *(FUNDS if form else ())),
            words=WORDS,
            **more,
        )  # fmt: skip

    def early(self) -> Sight:
        """Form values and facts that need no line."""
        return self.sight(["early"])

    def of_row(self, levels: Iterable[str], numbers: Iterable[str] = (), **more: object) -> Sight:
        """What a row says, and more."""
        texts = {**ROW_TEXTS, **more.pop("texts", {})}
        cells = ("target", "actual", "stated", "reviewed")
        return self.sight(
            levels, (*cells, *numbers), texts, dates=("due", "done"), blankable=("target", "actual", "stated"),
            within=self.groups, repeats=("name", "goal"), **more,
        )  # fmt: skip

    def row(self) -> Sight:
        """`when` of a rule."""
        return self.of_row(["early"])

    def cells(self) -> Sight:
        """`applies` and facts of the line that need no measure."""
        return self.of_row(
            ["early", "line"], ("rate", "budget", "tolerance"), texts={**OPTION_TEXTS, "survey": ("问卷",)},
            truths=("survey_required",),
        )  # fmt: skip

    def measured(self) -> Sight:
        """`score` of a line."""
        numbers = ("weight", "attainment", "ratio", "deviation", "weight", "attainment")
        return self.of_row(["early", "line", "middle"], numbers, truths=("met", "met"), texts=OPTION_TEXTS)

    def scored(self, outcome: bool = False) -> Sight:
        """Adjusts of a line and `manual`; facts of the line also its outcome."""
        numbers = ("weight", "attainment", "deviation", "score", "score", "lost", "low", "high")
        texts = {**OPTION_TEXTS, **({"outcome": OUTCOMES} if outcome else {})}
        return self.of_row(["early", "line", "middle"], numbers, truths=("met",), texts=texts)

    def told_of_line(self) -> Sight:
        """Reasons and checks of a line."""
        levels = ["early", "line", "middle", "late", "last_of_line", "last"]
        numbers = ("weight", "attainment", "score", "score", "lost", "low", "high", "total")
        texts = {**OPTION_TEXTS, "outcome": OUTCOMES, "grade": ("at90", "rest")}
        return self.of_row(levels, numbers, truths=("met",), texts=texts)

    def child(self, scores: bool, lines: bool, *facts: str) -> Sight:
        """What an aggregate sees of each child, with facts of the form that are known by then."""
        numbers = (
            "actual",
            "target",
            "attainment",
            "stated",
            *(("score", "score", "weight", "lost") if scores else ()),
            *(name for level in facts for name in self.levels[level].of["number"] * 6),
        )
        texts = {"unit": ("%",), "type": ("count", "grade"), **({"outcome": OUTCOMES} if scores else {})}
        levels = ["early", "line", *facts]
        within = self.groups if lines else ()
        return self.sight(levels, numbers, texts, truths=("met",), form=False, within=within)

    def over_measures(self) -> Sight:
        """A fact of the form over what lines measure."""
        return self.sight(["early"], inner=self.child(False, True), ids=(*self.groups, *self.lines))

    def over_scores(self) -> Sight:
        """A fact of the form over scores."""
        return self.sight(["early", "middle"], inner=self.child(True, True, "middle"), ids=(*self.groups, *self.lines))

    def of_group(self, group: str) -> Sight:
        """A formula of a group over its children."""
        return self.sight(["early", "middle"], ("weight",), inner=self.child(True, False, "middle"))

    def total(self) -> Sight:
        """The total over its children, and the points of groups and lines."""
        return self.sight(
            ["early", "middle"], inner=self.child(True, False, "middle"), ids=(*self.groups, *self.lines),
            points=(*self.groups, *self.lines),
        )  # fmt: skip

    def total_adjust(self) -> Sight:
        """An adjust of the total, and `when` of a grade."""
        return self.sight(
            ["early", "middle", "late"], ("total", "total"), inner=self.child(True, False, "middle", "late"), ids=(*self.groups, *self.lines),
            points=(*self.groups, *self.lines),
        )  # fmt: skip

    def graded(self) -> Sight:
        """An adjust of the grade."""
        return self.sight(
            ["early", "late"], ("total",), {"grade": ("at90", "at80")}, inner=self.child(True, False, "late")
        )

    def last(self) -> Sight:
        """Facts, reasons and checks of the form, over total and grade."""
        return self.sight(
            ["early", "middle", "late"], ("total",), {"grade": ("at90", "rest")}, inner=self.child(True, True, "middle", "late"),
            ids=(*self.groups, *self.lines), points=(*self.groups, *self.lines),
        )  # fmt: skip
