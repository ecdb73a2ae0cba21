"""Forms with more and more lines, and rulesets with more and more rules."""

from bench import generated
from perfeval_rules.engine import Program
from perfeval_rules.submission import Submission

LINES = (12, 120, 1200)
RULES = (10, 100, 1000)
FEW = 12
"""The lines of the form that the rulesets are asked to score."""


def form(lines: int) -> Submission:
    """A form of some lines, each fourth of which misses its target."""
    rows = [(f"指标{n}", "5", "≥300人次", "120" if n % 4 == 0 else str(300 + n)) for n in range(lines)]
    return generated.form(rows)


def program(rules: int) -> Program:
    """A ruleset of some rules, each for one kind of indicator; the last takes all others."""
    asked = [
        f'[rule.r{n}]\ntitle.zh = "规则{n}"\ntitle.en = "Rule {n}"\nwhen = "name == \'指标{n}\'"\ntype = "threshold"\n'
        for n in range(rules - 1)
    ]
    last = '[rule.any]\ntitle.zh = "其他"\ntitle.en = "Any other"\ntype = "threshold"\n'
    return generated.program("".join([*asked, last]))
