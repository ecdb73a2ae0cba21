"""A form as it comes out of an engine, with one of everything that a score sheet shows."""

from fractions import Fraction

import pytest

from perfeval_rules.evaluation import (
    Adjusted,
    Evaluation,
    Grade,
    Group,
    Line,
    Provenance,
    Shown,
    Source,
    Undecided,
    UsedPlugin,
)
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Text
from tests.hosting.conftest import site  # noqa: F401 - a fixture for here too


def line(number, name, group, target, actual, weight, score, **changes):
    values = {
        "number": number, "id": "", "name": name, "title": Text(), "type": "threshold",  "plugin": "standard", "rule": "rule.threshold", "group": group, "node": group,
        "outcome": "scored", "weight": Fraction(weight), "score": None if score is None else Fraction(score),
        "score_exact": None, "stated": None if score is None else Fraction(score), "reviewed": None,
        "attainment": None, "ratio": None, "met": None, "low": None, "high": None, "target_text": target,
        "actual_text": actual, "adjusts": (), "at": Place("form.txt", number + 10, 1), "places": 2,
    }  # fmt: skip
    return Line(**{**values, **changes})


def group(name, zh, en, weight, score, **changes):
    values = {
        "id": name, "title": Text(zh, en), "parent": "", "key": "", "weight": Fraction(weight),
        "score": None if score is None else Fraction(score), "applies": True, "withheld": False, "extra": False,
    }  # fmt: skip
    return Group(**{**values, **changes})


CAP = Adjusted(
    "cap", Fraction(6), Fraction(5), Text("不超过分值 {weight} 分", "no more than {weight}"), (), {"weight": 5}
)
LINES = (
    line(1, "预算执行率", "", "1049377.00", "1,048,285.45", 10, "9.99", type="execution", id="execution"),
    line(2, "每月参加活动人数", "quantity", ">=300人次", "120", 5, "2.00", reviewed=Fraction("1.5")),
    line(3, "订阅学习资料覆盖度", "quantity", ">=90", "100", 5, "5.00", adjusts=(CAP,)),
    line(4, "制度化程度", "benefit", "较高", "较高", 10, "9", outcome="manual", low=Fraction(8), high=Fraction(10)),
    line(5, "群众\u202e满意\n度", "benefit", ">=90%", "", 10, None, outcome="not_reported"),
    line(6, "三等分", "benefit", "3", "1", 10, Fraction(10, 3), places=None, stated=Fraction(10, 3)),
    line(7, "档案管理", "benefit", "规范", "规范", 5, "4.5", outcome="accepted"),
)
GROUPS = (
    group("output", "产出指标", "output", 50, None, withheld=True),
    group("quantity", "数量指标", "quantity", 10, "7.00", parent="output"),
    group("cost", "成本指标", "cost", 0, None, applies=False),
    group("benefit", "", "", 35, "16.83", key="效益指标"),
)
FINDINGS = (
    Finding("value.unit", "warning", Place("form.txt", 12, 5), Text("金额似以元填报，表头是“{unit}”。", "in yuan under {unit}?"),
            Text("请核对单位。", "Check the unit."), {"unit": "万元"}),
    Finding("check.note", "info", Place(cell="自评表!D13"), Text("仅供参考。", "For information."), rule="check.note"),
    Finding("reason.missing", "error", Place("form.txt", 14, 1),
            Text("“{name}”没有写偏差原因。", "No reason is given for “{name}”."),
            Text("请在“偏差原因分析及改进措施”栏写明原因和下一步措施，说清楚是什么原因、影响多大、准备怎样改进、什么时候完成，不要只写“无”“同上”。",
                 "State the reason."), {"name": "群众\u202e满意度"}, "rows[4].reason", "reason.points-lost"),
)  # fmt: skip


@pytest.fixture
def evaluation():
    return Evaluation(
        title=Text("上海市项目支出绩效自评（2020）", "Shanghai self-evaluation (2020)"),
        project="机关离退休干部活动经费", lines=LINES, groups=GROUPS, total=Fraction("86.5"),
        total_exact=Fraction("86.5"), total_places=2, stated_total=Fraction("96.99"), reviewed_total=Fraction("95.5"),
        full_marks=Fraction(100), grade=Grade("good", Text("良", "good")), withheld=(4, 5),
        accepted_points=Fraction("4.5"),
        facts={}, reasons=(), adjusts=(Adjusted("veto", Grade("a", Text("优")), Grade("b", Text("良")), Text("存在违规，降一档", "one grade lower")),),
        shown=(Shown("rate", Text("资金执行率", "execution rate"), Fraction(9999, 10000)),), findings=FINDINGS,
        undecided=(Undecided("check.budget", "absent", "budget", 1), Undecided("check.year", "absent", "year")),
        sources=(
            Source("mof", "财预〔2020〕10号", "项目支出绩效评价管理办法", "第十三条", True),
            Source("sh", "", "上海市自评表", "", False),
        ),
        provenance=Provenance(
            "0.1.0", "cn-sh-2020", "2020", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", ("x.toml",),
            (UsedPlugin("standard", "perfeval-rules", "0.1.0"),), "ab",
        ),
    )  # fmt: skip


@pytest.fixture
def bare(evaluation):
    """The same form where almost nothing is there."""
    return Evaluation(
        title=Text("规则", "rules"), project="", lines=(), groups=(), total=None, total_exact=None, total_places=None,
        stated_total=None, reviewed_total=None, full_marks=None, grade=None, withheld=(), accepted_points=Fraction(0),
        adjusts=(), facts={}, shown=(), reasons=(), findings=(), undecided=(), sources=(), provenance=evaluation.provenance,
    )  # fmt: skip
