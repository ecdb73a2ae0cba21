"""The headings that forms use for the columns of their indicator table, which a type cannot give to values of its own."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from perfeval_rules.text import Text

Field = Literal[
    "goal", "category1", "category2", "category3", "name", "type", "target", "actual", "weight", "stated", "reviewed",
    "reason", "sign", "unit", "margin", "other",
]  # fmt: skip
"""What a column of the indicator table holds; `other`: a reported value or fact under its own heading."""

_LONGEST_LABEL = 100
"""A longer text is no label, whatever it holds."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_MARKS = re.compile(r"[\s:★☆*、,。.;\-—/|_“”\"'《》<>%#\u200b\ufeff]+")
FIELDS: dict[Field, str] = {
    "goal": "目标任务 工作任务 任务 年度目标 绩效目标 目标名称 年度任务 主要任务 任务名称",
    "name": "指标名称 绩效指标名称 指标内容 具体指标 评价指标 指标值名称 考核指标",
    "type": "指标类型 指标类别",
    "target": (
        "年度指标值 目标值 年初目标值 指标值 年度目标值 预期指标值 预期值 预期目标值 绩效目标值 计划值 计划完成值 年初指标值 "
        "年初设定值 全年目标值 年初绩效目标值 年度绩效指标值 绩效指标值 年度预期值 预期完成值 年度计划值 设定值 年初计划值"
    ),
    "actual": (
        "实际完成值 全年实际值 完成值 实际值 全年完成值 实际完成 全年实际完成值 实际完成指标值 年度完成值 实际完成情况 完成情况 "
        "自评完成值 全年实际完成情况 年度实际完成值 实际完成值情况 实际达到值 指标完成值 年末完成值 实现值"
    ),
    "weight": "分值 权重 指标权重 指标分值 权重分 权重占比 标准分 标准分值 分数 满分 权重分值 分值权重 设定分值",
    "stated": (
        "折算得分 得分 自评得分 自评分 指标得分 单项得分 实际得分 自评分数 自评分值 单位自评得分 单位自评分 评分 最终得分 年度得分 得分情况"
    ),
    "reviewed": "复核得分 复评得分 审核得分 评审得分 复核分 复评分 核定得分 财政复核得分 财政评分 主管部门评分 抽查得分 审核分",
    "reason": "备注说明 改进措施 未完成说明 偏差说明 情况说明 备注",
    "sign": "指标性质 符号 运算符号 计算符号 比较符号 运算符 指标符号 关系符",
    "unit": "度量单位 计量单位 单位",
    "margin": "指标 绩效指标 年度绩效指标 绩效指标情况 绩效指标完成情况 项目绩效指标 年度指标 绩效指标体系",
}
"""The headings of each column of the indicator table, the one that counts before the others first."""
_LEVEL = re.compile(r"([一二三四])级(?:绩效)?(?:指标|目标)?(?:名称|内容)?")
_FIELD_OF = {name: field for field, names in FIELDS.items() for name in names.split()}
CAUSE = "原因"
"""What makes any heading that of the reasons."""
_LEVELS: dict[str, Field] = {"一": "category1", "二": "category2", "三": "category3", "四": "name"}


def column_field(heading: str) -> Field | None:
    """What a column of this heading holds; None where no form is known to call a column so."""
    text = label(heading)
    level = _LEVEL.fullmatch(text)
    if level:
        return _LEVELS[level[1]]
    if CAUSE in text:
        return "reason"
    return _FIELD_OF.get(text)


def label(text: str) -> str:
    """A text as labels are compared: full-width marks as ASCII, without brackets and what they hold, blanks and marks."""
    return _label(text) if len(text) <= _LONGEST_LABEL else text


@lru_cache(maxsize=4096)
def _label(text: str) -> str:
    bare = unicodedata.normalize("NFKC", text)
    return _MARKS.sub("", _BRACKETS.sub("", bare)) or _MARKS.sub("", bare)


def headings_taken(titles: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """The values that are to be called by a heading which forms use already, each with that heading."""
    for name, title in titles.items():
        yield from ((name, said) for said in (title.zh, title.en) if column_field(said))
