"""Why a part of a formula has no value, in words for people."""

from collections.abc import Mapping

from perfeval_rules.formula.additions import FAILED
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.nodes import formula_of
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
}
"""The causes that formulas know; a type names further ones in its own messages."""


def why(fault: NoValue, messages: Mapping[str, Text]) -> Text:
    """The cause of a lack and the author's own words of the part; a type's own message says it all."""
    told = messages.get(fault.code)
    if told:
        return told
    cause = LACKS.get(fault.code, Text(fault.code, fault.code))
    own = fault.node is None or formula_of(fault.node).own
    part = "" if own else fault.part
    return Text(f"{cause.zh}（{part}）", f"{cause.en} ({part})") if part else cause
