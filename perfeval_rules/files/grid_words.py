"""What forms call their columns, blocks and head fields; compared by `label`, so without blanks, marks and brackets."""

import re
from typing import Literal

from perfeval_rules.headings import FIELDS, label

FundField = Literal["initial_budget", "annual_budget", "executed", "weight", "rate", "score", "other"]
HeadField = Literal["project", "department", "unit", "region", "year"]

FUNDS: dict[FundField, str] = {
    "initial_budget": "年初预算数 年初预算 年初预算安排 年初预算金额 年初批复预算 年初批复预算数 年初安排数 年初预算安排数",
    "annual_budget": (
        "全年预算数 全年预算 调整后预算数 调整后预算 调整预算数 预算数 预算安排 预算安排数 全年预算金额 年度预算数 预算金额 "
        "年度预算 全年预算安排数 调整后全年预算数 预算总额"
    ),
    "executed": (
        "全年执行数 执行数 预算执行数 全年执行金额 实际支出 实际支出数 支出数 预算执行 全年支出数 支付数 实际执行数 全年执行 "
        "执行金额 年度执行数 实际执行金额 实际支出金额"
    ),
    "weight": "分值 权重 执行率权重 权重分 执行率分值 标准分",
    "rate": "执行率 预算执行率 预算执行进度 支出进度 支付率 支付进度 资金执行率",
    "score": "得分 自评得分 执行率得分 自评分 折算得分",
}
"""The headings of the fund block."""
HEAD: dict[HeadField, str] = {
    "project": "项目名称 项目 专项名称 资金名称 转移支付名称 专项资金名称 政策名称 项目政策名称",
    "department": (
        "主管部门 主管单位 预算部门 部门名称 主管预算部门 市级主管部门 省级主管部门 中央主管部门 地方主管部门 县级主管部门 "
        "区级主管部门 项目主管部门 主管部门名称 一级预算部门 部门单位名称"
    ),
    "unit": "实施单位 项目实施单位 具体实施单位 项目承担单位 资金使用单位 项目单位 预算单位 基层预算单位 自评单位 填报单位 单位名称",
    "region": "地区 区域 所属地区 所在地区 行政区划 省市 所属区域",
    "year": "年度 预算年度 评价年度 自评年度 会计年度 所属年度 项目年度",
}
"""The labels at the head of a form, the one that counts before the others first."""
_TOTALS = "总分 总计 合计 总得分 自评总分 综合得分 自评得分合计 总分值 得分合计 评价总分 总评得分 自评总得分 合计得分 自评合计 分值合计"
_CONTACTS = re.compile(
    r"负责人|联系人|联系电话|电话|手机|填表人|填报人|经办人|审核人|制表人|填报日期|填表日期|填报时间|填表时间|签字|盖章"
)
_DOMAINS = (
    "产出|效益|效果|满意度|成本|数量|质量|时效|进度|可持续影响|可持续发展|可持续|影响力|投入|过程|决策|履职|"
    "资金管理|项目管理|预算管理|社会效益|经济效益|生态效益|环境效益|社会|经济|生态"
)
_CATEGORY = re.compile(
    rf".{{0,10}}(?:{_DOMAINS})(?:效益|效果|情况|影响)*(?:指标|目标)"
    rf"|(?:项目|部门|服务对象|受益对象|群众|公众)?(?:{_DOMAINS})(?:效益|效果|情况|影响)*"
)
"""How category cells look: a domain of performance, mostly with 指标 behind it."""
_GOAL_LINE = re.compile(r"(?:年度绩效|绩效|年度|年度总体)目标(?:任务)?(?:[一二三四五六七八九十]+|\d{1,2})")
_NARRATIVE = (
    "预算目标 预期目标 总体目标 年度目标 年度总体目标 年度总体绩效目标 年初设定目标 实际完成情况 目标完成情况 全年实际完成情况 "
    "年度总体目标完成情况 全年目标 年初目标 年度绩效目标 绩效目标 总体目标完成情况 目标实际完成情况 完成情况 项目目标 "
    "年度总体目标及完成情况"
)
_MARGINS = "绩效 指标 绩效指标 年度 年度绩效指标 绩 效 指 标 年 度 总体 目标 年度绩效 完成情况 绩效指标完成情况"


_PREFERENCE = {name: number for names in FIELDS.values() for number, name in enumerate(names.split())}
_FUND_FIELD_OF = {name: field for field, names in FUNDS.items() for name in names.split()}
_HEAD_FIELD_OF = {name: field for field, names in HEAD.items() for name in names.split()}
_RANK = {name: number for names in HEAD.values() for number, name in enumerate(names.split())}
_TOTAL_NAMES = frozenset(_TOTALS.split())
_NARRATIVE_NAMES = frozenset(_NARRATIVE.split())
_MARGIN_NAMES = frozenset(_MARGINS.split())


def preference(heading: str) -> int:
    """Which of two columns of one field counts: the lower number."""
    return _PREFERENCE.get(label(heading), 0)


def fund_field(heading: str) -> FundField | None:
    """What a column of the fund block of this heading holds."""
    return _FUND_FIELD_OF.get(label(heading))


def head_field(text: str) -> HeadField | None:
    """What the field of the head with this label says."""
    return _HEAD_FIELD_OF.get(label(text))


def rank(text: str) -> int:
    """Which of two labels of one field of the head counts: the lower number."""
    return _RANK.get(label(text), 0)


def is_total(text: str) -> bool:
    """Does a row of this label carry the total."""
    return label(text) in _TOTAL_NAMES


def is_subtotal(text: str) -> bool:
    """Does a row of this label sum up some of the rows."""
    return label(text) in {"小计", "分项合计", "本项小计"}


def is_category(text: str) -> bool:
    """Does it look like a category cell: 产出指标, 社会效益指标, 满意度."""
    return _CATEGORY.fullmatch(label(text)) is not None


def is_goal(text: str) -> bool:
    """Does it open the rows of one goal, as 年度绩效目标1（40分） does."""
    return _GOAL_LINE.fullmatch(label(text)) is not None


def is_margin(text: str) -> bool:
    """Is it the word that runs down the margin of a table, or a piece of it."""
    return label(text) in _MARGIN_NAMES


def is_narrative_heading(text: str) -> bool:
    """Does it head the goals in prose."""
    return label(text) in _NARRATIVE_NAMES


def is_contact(text: str) -> bool:
    """Does it ask who filled the form in, or how to reach them."""
    return _CONTACTS.search(label(text)) is not None
