"""A sum of its own that leaves out re-weighting, where lines that do not apply are to leave their points to the others."""

from collections.abc import Iterator, Mapping

from perfeval_rules.findings import Finding
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.reads import reads
from perfeval_rules.lint.spots import calls, tell
from perfeval_rules.ruleset.ruleset import Ruleset


def rescale_forgotten(ruleset: Ruleset, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    """Tell of `min(sum(score), 60)` as the score of a group or the total, under a policy of `rescale`."""
    if "rescale" not in ruleset.scoring.unscored.policies().values():
        return
    groups = {f"group.{name}.score": name for name, group in ruleset.groups.items() if not group.extra}
    for path in ("scoring.total", *groups):
        formula = formulas.get(path)
        if formula is None or formula.text.replace(" ", "") == "sum(score)" or asks_for_weight(formula):
            continue
        for call in calls(formula.tree, "sum"):
            yield tell("rescale-forgotten", path, formula, call)
            break


def asks_for_weight(formula: Formula) -> bool:
    """Whether a formula looks at weights itself."""
    read = reads(formula.tree)
    inner = (reads(use.argument).names for use in read.aggregates)
    return "weight" in read.names.union(*inner)
