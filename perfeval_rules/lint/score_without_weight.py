"""A score for many rows that does not look at what each row is worth."""

from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.nodes import literal
from perfeval_rules.formula.reads import reads
from perfeval_rules.lint.spots import tell
from perfeval_rules.ruleset.ruleset import Ruleset


def score_without_weight(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of `100 * attainment` where the points of a row stand in the form: rows differ in weight, the score does not."""
    for path in ("every.score", *(f"rule.{name}.score" for name in ruleset.rules)):
        formula = formulas.get(path)
        if formula is not None and "weight" not in reads(formula.tree).names and literal(formula.tree) != 0:
            yield tell("score-without-weight", path, formula, formula.tree)
