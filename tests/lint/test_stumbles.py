"""Where policy people stumble most: each slip is told with a code, and the advice names the mend."""

import pytest

from perfeval_rules.engine import Engine

HEAD = """format = 1
[ruleset]
id         = "slip"
title.zh   = "本地"
edition    = "1"
years      = { from = 2024 }
"""
ALONE = HEAD + '[requires]\nplugins = { standard = ">=0.1,<1" }\n'
RULE = '[rule.rest]\ntype  = "threshold"\nscore = "weight * clamp(attainment, 0, 1)"\n'
GRADES = '[[grade]]\nid = "excellent"\ntitle.zh = "优"\nat_least = 90\n[[grade]]\nid = "good"\ntitle.zh = "良"\n'
SLIPS = {
    "a narrower rule behind a wider one": (
        ALONE
        + """[rule.percent]
when  = "unit == '%'"
type  = "rate"
score = "weight * clamp(attainment, 0, 1)"
[rule.satisfied]
when  = "unit == '%' and mentions(name, 'satisfied')"
type  = "satisfaction"
score = "weight * at_least(actual, [[90, 1]], 0)"
[words]
satisfied = ["满意"]
"""
        + RULE,
        "ruleset.rule-never-asked",
        "放到“percent”之前",
    ),
    "a bonus behind a cap": (
        HEAD
        + """extends = ["cn-platform-cap"]
[fact.innovation]
names = ["创新得分"]
default = 0
[adjust.innovation]
total = "total + innovation"
message.zh = "创新加 {innovation} 分。"
""",
        "ruleset.adjust-after-cap",
        "封顶写在加分之后",
    ),
    "the weight of the group inside sum": (
        ALONE + RULE + '[group.output]\ntitle.zh = "产出指标"\nweight = 40\nscore = "sum(attainment * weight)"\n',
        "ruleset.weight-inside-sum",
        "weight * sum(…)",
    ),
    "per cent against a pure ratio": (
        ALONE + '[rule.rest]\ntype  = "threshold"\nscore = "weight if attainment >= 90 else 0"\n',
        "ruleset.ratio-in-percent",
        "90% 写 0.9",
    ),
    "at_least for more than": (
        ALONE
        + RULE
        + """[fact.overspent]
names    = ["超支率"]
[fact.off]
title.zh = "超支率超过 10% 的扣 5 分"
value    = "at_least(overspent, [[10, 5]], 0)"
""",
        "ruleset.edge-in-words",
        "请把 at_least 改成 above",
    ),
    "a count of nothing over blanks": (
        ALONE + RULE + '[fact.none_failed]\nvalue = "count(attainment < 0.6) < 1"\n',
        "formula.count-zero",
        "all(",
    ),
    "a cap at the edge of a grade": (
        ALONE + RULE + GRADES + '[adjust.cap]\ntotal = "min(total, 90)"\nmessage.zh = "封顶。"\n',
        "ruleset.cap-at-edge",
        "not_above",
    ),
    "a score out of 100 beside a weight": (
        ALONE + '[rule.rest]\ntype  = "threshold"\nscore = "100 * clamp(attainment, 0, 1)"\n',
        "ruleset.score-without-weight",
        "weight * (…)",
    ),
    "a fact over scores that an adjust of scores asks": (
        ALONE
        + RULE
        + '[fact.failed]\nvalue = "count(score < 0.6 * weight)"\n'
        + '[adjust.strict]\nwhen = "failed > 3"\nscore = "score * 0.9"\nmessage.zh = "多项不及格。"\n',
        "ruleset.circle",
        "用 attainment 代替 score",
    ),
    "a if c else b three deep": (
        ALONE
        + '[rule.rest]\ntype  = "rate"\n'
        + 'score = "weight if actual >= 90 else (weight * 0.8 if actual >= 80 else (weight * 0.6 if actual >= 60 else 0))"\n',
        "formula.nested-choice",
        "ifs(",
    ),
    "the lower edge asked first": (
        ALONE + '[rule.rest]\ntype  = "rate"\nscore = "weight * ifs(actual >= 60, 0.6, actual >= 80, 1, 0)"\n',
        "ruleset.branch-never-reached",
        "要求更高的写在前面",
    ),
    "an equals sign as in a spreadsheet": (
        ALONE + '[rule.rest]\ntype  = "threshold"\nscore = "=weight * clamp(attainment, 0, 1)"\n',
        "formula.leading-equals",
        "删去开头的“=”",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_mend(slip, tmp_path):
    text, code, mend = SLIPS[slip]
    (tmp_path / "ruleset.toml").write_text(text, "utf-8")
    (found,) = Engine().check(tmp_path / "ruleset.toml")
    assert found.code == code
    assert mend in found.advise("zh")
    assert found.at.line
