"""What people call the values that formulas read; a reader meets these words, and no name that only the engine knows."""

from collections.abc import Mapping

from perfeval_rules.formula.algebra import Constant
from perfeval_rules.registry import Offer
from perfeval_rules.reserved import BUILT_IN
from perfeval_rules.ruleset.tables import Fact
from perfeval_rules.text import Text

EVERYWHERE: Mapping[str, Text] = {
    "target": Text("目标值", "target"),
    "target_text": Text("目标值", "target"),
    "actual": Text("实际完成值", "actual value"),
    "actual_text": Text("实际完成值", "actual value"),
    "operator": Text("目标值的符号", "sign of the target"),
    "unit": Text("计量单位", "unit"),
    "due": Text("计划完成时间", "date due"),
    "done": Text("实际完成时间", "date done"),
    "reason": Text("偏差原因", "deviation reason"),
    "stated": Text("自评得分", "stated score"),
    "reviewed": Text("复核得分", "reviewed score"),
    "year": Text("年度", "fiscal year"),
    "stated_total": Text("自评总分", "stated total"),
    "full_marks": Text("满分", "full marks"),
    "initial_budget": Text("年初预算数", "initial budget"),
    "annual_budget": Text("全年预算数", "annual budget"),
    "executed": Text("全年执行数", "spending of the year"),
    "stated_rate": Text("所填执行率", "stated rate of execution"),
    "parts_annual": Text("各项资金预算数", "budgets of the parts"),
    "parts_executed": Text("各项资金执行数", "spending of the parts"),
    "ratio": Text("完成率", "ratio"),
    "attainment": Text("达成度", "attainment"),
    "deviation": Text("偏差", "deviation"),
    "met": Text("达到目标", "target met"),
    "weight": Text("分值", "weight"),
    "score": Text("得分", "score"),
    "lost": Text("失分", "points lost"),
    "total": Text("总分", "total"),
    "grade": Text("等级", "grade"),
}
"""Names that mean the same in every ruleset."""
OF_FUNDS: Mapping[str, Text] = {
    "budget": Text("预算数", "budget"),
    "rate": Text("执行率", "rate of execution"),
}
"""What the fund block gives its line besides; a type that is not filled from it may mean something else by these."""
INTERNAL: Mapping[str, Text] = {
    **dict.fromkeys(
        ("_share", "_child_share", "_worth", "_pointed", "_printed", "_own", "_full"), EVERYWHERE["weight"]
    ),
    **dict.fromkeys(("_score", "_raw", "_exact", "_computed", "_so_far"), EVERYWHERE["score"]),
    **dict.fromkeys(("_total", "_total_exact", "_before"), EVERYWHERE["total"]),
    **dict.fromkeys(("_grade", "_given"), EVERYWHERE["grade"]),
    "_claimed": EVERYWHERE["stated"],
    "_lost": EVERYWHERE["lost"],
}
"""Names that only the plan uses, where a reader would otherwise meet one."""


def titles_of(offer: Offer, options: Mapping[str, Constant], facts: Mapping[str, Fact]) -> Mapping[str, Text]:
    """What the values that a line of a type knows are called: by the type, by the facts, else as in every ruleset."""
    own = set() if offer.type.from_funds else offer.reported_kinds.keys() - BUILT_IN.keys()
    common = {name: title for name, title in titles_of_form(facts).items() if name not in {*own, *options}}
    return {**common, **facts_called(facts), **offer.type.reported.titles}


def titles_of_form(facts: Mapping[str, Fact]) -> Mapping[str, Text]:
    """What the values that a form knows are called."""
    return {**EVERYWHERE, **OF_FUNDS, **facts_called(facts)}


def facts_called(facts: Mapping[str, Fact]) -> Mapping[str, Text]:
    """What facts are called: as their ruleset says, else as forms do; those that only have an id are left out."""
    titles = {name: fact.title or Text(*fact.names[:1]) for name, fact in facts.items()}
    return {name: title for name, title in titles.items() if title}
