"""A total capped at the very edge of a grade still earns that grade."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.nodes import literal
from perfeval_rules.lint.spots import calls, is_name, tell
from perfeval_rules.ruleset.ruleset import Ruleset


def cap_at_edge(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of `min(total, 90)` where 90 is what a grade begins at."""
    edges = {grade.at_least: grade.title.zh or grade.id for grade in ruleset.grades if grade.at_least}
    for name in ruleset.adjusts:
        path = f"adjust.{name}.total"
        if path not in formulas:
            continue
        for call in calls(formulas[path].tree, "min", "clamp"):
            cap = literal(call.args[-1])
            capped = any(is_name(part, "total") for part in call.args)
            if capped and isinstance(cap, Fraction) and cap in edges:
                yield tell("cap-at-edge", path, formulas[path], call.args[-1], edge=cap, grade=edges[cap])
