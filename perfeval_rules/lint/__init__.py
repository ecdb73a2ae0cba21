"""Lints: what a ruleset may say and hardly means, one module for each."""

from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.lint.adjust_after_cap import adjust_after_cap
from perfeval_rules.lint.branch_never_reached import branch_never_reached
from perfeval_rules.lint.cap_at_edge import cap_at_edge
from perfeval_rules.lint.edge_in_words import edge_in_words
from perfeval_rules.lint.ratio_in_percent import ratio_in_percent
from perfeval_rules.lint.rescale_forgotten import rescale_forgotten
from perfeval_rules.lint.rule_never_asked import rule_never_asked
from perfeval_rules.lint.score_without_weight import score_without_weight
from perfeval_rules.lint.weight_inside_sum import weight_inside_sum
from perfeval_rules.ruleset.ruleset import Ruleset

LINTS = (
    adjust_after_cap, branch_never_reached, cap_at_edge, edge_in_words, ratio_in_percent, rescale_forgotten,
    rule_never_asked, score_without_weight, weight_inside_sum,
)  # fmt: skip


def lint(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """What every lint tells of a ruleset; `formulas` are those of its authors, by path."""
    for one in LINTS:
        yield from one(ruleset, formulas)
