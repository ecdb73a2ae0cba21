"""The page of the headings that forms use already, made from what the reader knows: `python -m tests.heading_page >docs/headings.md`."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from perfeval_rules.files.grid_words import FUNDS, HEAD
from perfeval_rules.headings import CAUSE, FIELDS

PAGE = Path(__file__).parents[1] / "docs" / "headings.md"
CELLS = {
    "goal": "工作任务 goal",
    "category1": "一级指标 first level",
    "category2": "二级指标 second level",
    "category3": "三级指标 third level",
    "name": "指标名称 name",
    "type": "指标类型 type",
    "target": "目标值 target",
    "actual": "实际完成值 actual value",
    "weight": "分值 weight",
    "stated": "自评得分 stated score",
    "reviewed": "复核得分 reviewed score",
    "reason": "偏差原因 reason",
    "sign": "目标值前的符号 sign of the target",
    "unit": "计量单位 unit",
    "margin": "表边的字样 word in the margin",
}
"""The columns of the indicator table."""
AMOUNTS = {
    "initial_budget": "年初预算 initial budget",
    "annual_budget": "全年预算 annual budget",
    "executed": "全年执行 executed",
    "weight": "分值 weight",
    "rate": "执行率 rate",
    "score": "得分 score",
}
LABELS = {
    "project": "项目 project",
    "department": "主管部门 department",
    "unit": "实施单位 unit",
    "region": "地区 region",
    "year": "年度 year",
}
LEVELS = {"category1": "一级", "category2": "二级", "category3": "三级", "name": "四级"}
"""How the headings of the levels begin."""
TABLE_HEAD = """# 已有的栏名 · Headings that are taken

从表格粘贴来的填报表，靠栏名认出每一栏。下面的栏名各有所指：插件的填报值如果也叫这个名称，那一栏的内容就进了表上原有的那一格，到不了您的填报值（除非另有一栏已经是那一格）。所以 `titles` 请用别的名称，例如不用“备注”而用“问卷备注”。比较时不看空格、标点和括号里的内容，全角半角不分：“实际完成值（%）”就是“实际完成值”。`titles` 也是如此：没有哪一栏恰好叫“窗口数”时，“窗口数（个）”就是“窗口数”；金额的括号里可以写单位（“实际花费（万元）”），别的括号里写“万”“亿”这样的倍数的，不算同一栏。本页由引擎认得的栏名生成。

A pasted form tells its columns by their headings. Those below mean something already: where a value that a plugin's rows report is called the same, the column goes into the cell that every form has and does not reach that value, unless another column is that cell already. So let `titles` say something else, “问卷备注” for instance rather than “备注”. Blanks, marks, and brackets with what they hold count for nothing, nor does full width. The same holds of `titles`: where no column is called just 窗口数, 窗口数（个） is that column. Brackets behind an amount may name its unit, as in 实际花费（万元）; elsewhere a multiple in them, such as 万 or 亿, makes it another column. This page is made from what the engine knows.

写成 JSON 或 TOML 的表，填报值在 `values` 里，叫什么都可以。In a form in JSON or TOML such values stand under `values`, and may be called anything.

## 指标表的栏 · Columns of the indicator table

"""


def page() -> str:
    """The whole page."""
    return TABLE_HEAD + "\n".join(
        [
            *table("读作 column", CELLS, {**dict.fromkeys(LEVELS, ""), **FIELDS}),
            f"\n凡带“{CAUSE}”二字的栏名都是偏差原因。Any heading with {CAUSE} in it is that of the reasons.\n",
            "## 资金表的栏 · Columns of the fund block\n",
            *table("读作 column", AMOUNTS, FUNDS),
            "\n## 表头的项目 · Labels at the head of a form\n",
            *table("读作 label", LABELS, HEAD),
            "",
        ]
    )


def table(called: str, titles: Mapping[str, str], known: Mapping[str, str]) -> Iterator[str]:
    """What each of some cells is called by forms."""
    yield f"| 这一格 cell | {called} | 栏名 headings |"
    yield "|---|---|---|"
    for name, title in titles.items():
        yield f"| {title} | `{name}` | {'、'.join((*levels(name, titles), *known[name].split()))} |"


def levels(name: str, titles: Mapping[str, str]) -> Iterator[str]:
    """The headings of a level of the indicator table."""
    if titles is CELLS and name in LEVELS:
        yield from (f"{LEVELS[name]}{more}" for more in ("指标", "指标名称", "绩效指标", "目标"))


if __name__ == "__main__":
    sys.stdout.write(page())
