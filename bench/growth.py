"""Forms with more and more lines, and rulesets with more and more rules."""

import json
from random import Random

from bench import generated
from perfeval_rules.engine import Engine, Program
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


CATEGORIES = (
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标"), ("效益指标", "经济效益指标"),
    ("效益指标", "社会效益指标"), ("效益指标", "生态效益指标"), ("效益指标", "可持续影响指标"), ("满意度指标", "满意度指标"),
)  # fmt: skip
TARGETS = ("≥{}人次", "≥{}%", "≤{}天", "{}个", "12月底前", "显著提升", "={}%")
ACTUALS = ("{}", "{}%", "{}天", "", "完成", "不适用", "2020年11月")
REASONS = ("", "因疫情影响，下一步改进", "无")


def unlike(count: int, seed: int = 0) -> list[Submission]:
    """Forms whose categories, signs, blanks and reasons are drawn anew for each; always the same ones for a seed."""
    random = Random(seed)
    return [_drawn(random) for _ in range(count)]


def _drawn(random: Random) -> Submission:
    rows = [
        {
            "categories": CATEGORIES[category],
            "name": f"指标{random.randint(1, 10**6)}",
            "target": random.choice(TARGETS).format(random.randint(1, 100)),
            "actual": random.choice(ACTUALS).format(random.randint(1, 100)),
            "weight": str(random.randint(1, 15)),
            "stated": str(random.randint(0, 15)),
            "reason": random.choice(REASONS),
        }
        for category in sorted(random.sample(range(len(CATEGORIES)), random.randint(4, len(CATEGORIES))))
        for _ in range(random.randint(1, 3))
    ]
    funds = {"annual_budget": str(random.randint(10, 999)), "executed": str(random.randint(5, 999)), "unit": "万元"}
    data = {"year": 2020, "funds": {**funds, "weight": "10", "score": "9"}, "rows": rows}
    submission, _ = Engine(plugins=[]).read(json.dumps(data, ensure_ascii=False).encode(), "form.json")
    if submission is None:
        raise SystemExit("a form that was drawn cannot be read")
    return submission
