"""The names that an indicator type may not bear, or only for what they already mean."""

from collections.abc import Mapping

from perfeval_rules.formula.functions import Kind

KEYS = frozenset({"when", "type", "score", "applies", "manual", "cites", "title", "names", "in", "weight"})
"""The keys of rules and lines; an option stands beside them in the same table."""
CELLS: Mapping[str, Kind] = {
    **dict.fromkeys(("name", "goal", "category1", "category2", "category3"), "text"),
    **dict.fromkeys(("target_text", "actual_text", "target_kind", "actual_kind"), "text"),
    **dict.fromkeys(("operator", "unit", "actual_unit", "dimension", "reason"), "text"),
    **dict.fromkeys(("target", "actual", "stated", "reviewed"), "number"),
    **dict.fromkeys(("due", "done"), "date"),
}
"""What every row says; a type may report them, of this kind."""
OF_THE_FORM: Mapping[str, Kind] = {
    **dict.fromkeys(("year", "stated_total", "initial_budget", "annual_budget", "executed"), "number"),
    **dict.fromkeys(("stated_rate", "parts_annual", "parts_executed", "full_marks"), "number"),
    **dict.fromkeys(("funds_unit", "department", "project"), "text"),
    "complete": "boolean",
}
"""What a form says as a whole; a type may report them, of this kind."""
BUILT_IN: Mapping[str, Kind] = {**CELLS, **OF_THE_FORM}
RESULTS = frozenset(
    {
        "ratio", "attainment", "met", "deviation", "lost", "low", "high", "outcome", "total", "grade", "group", "rank",
        "forms",
    }
)  # fmt: skip
"""What the engine works out itself."""
ENGINE_LISTS = frozenset({"placeholder", "not-applicable", "says-missed", "says-done"})
"""Word lists of the engine's own, there whatever types declare."""
FAMILIES = frozenset({"formula", "ruleset", "value", "form", "reason", "plugin", "command", "case", "check"})
"""What the codes of findings begin with; those of a type begin with its name."""
