"""Why a part of a formula has no value, in words for people."""

import ast
from collections.abc import Callable, Mapping

from perfeval_rules.formula.additions import FAILED
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.nodes import formula_of
from perfeval_rules.plan.called import INTERNAL
from perfeval_rules.plan.judge import Judge
from perfeval_rules.text import Text

LACKS: Mapping[str, Text] = {
    FAILED: Text("插件出错", "a plugin failed"),
    "nothing-given": Text("插件没有给出数值", "the plugin gives no value for it"),
    "absent": Text("没有可用的填报值", "no value is reported that can be used"),
    "division-by-zero": Text("除数为 0", "division by zero"),
    "below-the-bands": Text("没有达到任何一档", "no band is reached"),
    "not-in-the-table": Text("查表没有对应的一行", "the table has no such row"),
    "unsorted-bands": Text("分档的界限没有按顺序排列", "the edges of the bands are not in order"),
    "over-nothing": Text("没有可汇总的项", "there is nothing to gather"),
    "folder": Text("只有对整个文件夹评价时才有", "known only over the forms of a folder"),
    "unscored": Text("本行没有得分", "the line has no score"),
    "withheld": Text("有的行还没有得分，暂不出分", "the score is withheld while lines have none"),
    "not_applicable": Text("没有适用的指标", "nothing applies"),
    "unweighted": Text("没有分值", "there are no points"),
    "extra": Text("加减分项不占分值", "points outside full marks carry no weight"),
}
"""The causes that formulas know; a type names further ones in its own messages."""


def why(fault: NoValue, judge: Judge, fill: Callable[[Text], Text]) -> Text:
    """The cause of a lack and what it is of: a value by its title, else a part in its author's words.

    The judge lends its titles and its type's own messages, which say it all once `fill` has put values into them.
    """
    told = judge.messages.get(fault.code)
    if told:
        return fill(told)
    cause = LACKS.get(fault.code, Text(fault.code, fault.code))
    part = titled(fault, judge.titles) or Text(authored(fault))
    return Text(f"{cause.zh}（{part.say('zh')}）", f"{cause.en} ({part.say('en')})") if part else cause


def authored(fault: NoValue) -> str:
    """The part that has no value in its author's words; blank where the engine wrote it, or where it only says `stop`."""
    node = fault.node
    stops = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "stop"
    return "" if node is None or stops or formula_of(node).own else fault.part


def titled(fault: NoValue, titles: Mapping[str, Text]) -> Text:
    """What people call the value that is lacking; blank where it is no single value, or nobody calls it anything."""
    if not isinstance(fault.node, ast.Name):
        return Text()
    name = fault.node.id
    return INTERNAL.get(name) or titles.get(name) or (Text() if name.startswith("_") else Text(name))
