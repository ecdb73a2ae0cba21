"""The weight of a group inside an aggregate, where it means the weight of each child."""

import ast
from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.reads import reads
from perfeval_rules.lint.spots import is_name, tell
from perfeval_rules.ruleset.ruleset import Ruleset


def weight_inside_sum(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of `sum(score * weight)` as the score of a group, unless it is a mean that asks for `sum(weight)` as well."""
    for name in ruleset.groups:
        path = f"group.{name}.score"
        used = reads(formulas[path].tree).aggregates if path in formulas else ()
        if any(is_name(use.argument, "weight") for use in used):
            continue
        for use in used:
            weights = [
                part for part in ast.walk(use.argument) if isinstance(part, ast.expr) and is_name(part, "weight")
            ]
            for part in weights[:1]:
                yield tell("weight-inside-sum", path, formulas[path], part, aggregate=use.kind)
