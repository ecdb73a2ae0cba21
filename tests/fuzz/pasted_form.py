"""Any bytes as a form pasted from a table: whatever is read of it is evaluated, and nothing raises."""

import json
from functools import cache

from perfeval_rules.engine import Engine, Program
from perfeval_rules.json_text import json_line
from perfeval_rules.plain import plain
from perfeval_rules.submission import canonical

MILLISECONDS = 2_000
TOKENS = (
    "\t", "\n", "\r\n", '"', "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施", "产出指标", "数量指标",
    "效益指标", "满意度指标", "预算执行率", "项目资金（万元）", "年度资金总额", "全年预算数", "全年执行数", "总分", "合计", "100", "≥90%", "≤5天", "12月底前",
    "优", "1,048,285.45", "99.90%", "（10分）", "项目名称", "主管部门", "\u3000", "—", "/", "无", "0", "2020年度",
)  # fmt: skip


@cache
def engine() -> Engine:
    """One engine for all forms."""
    return Engine()


@cache
def program() -> Program:
    """The program that evaluates them."""
    return engine().program("cn-sh-2020")


def target(data: bytes) -> None:
    """Read, write and read again, evaluate, explain a line."""
    form, findings = engine().read(data, "form.txt")
    for found in findings:
        assert found.say("zh")
    if form is None:
        assert findings
        return
    again, _ = engine().read(json.dumps(canonical(form)).encode(), form.source + ".json")
    assert again is not None
    assert again.digest == form.digest
    evaluation = program().evaluate(form)
    assert json_line(plain(evaluation))
    if evaluation.lines:
        program().explain(form, evaluation.lines[len(data) % len(evaluation.lines)].number).lines("zh")
