"""Lints: what a ruleset may say and hardly means, one module for each."""

from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.lint.cap_at_edge import cap_at_edge
from perfeval_rules.lint.ratio_in_percent import ratio_in_percent
from perfeval_rules.lint.rescale_forgotten import rescale_forgotten
from perfeval_rules.lint.rule_never_asked import rule_never_asked
from perfeval_rules.lint.score_without_weight import score_without_weight
from perfeval_rules.ruleset.ruleset import Ruleset

LINTS = (cap_at_edge, ratio_in_percent, rescale_forgotten, rule_never_asked, score_without_weight)


def lint(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """What every lint tells of a ruleset; `formulas` are those of its authors, by path."""
    for one in LINTS:
        yield from one(ruleset, formulas)
