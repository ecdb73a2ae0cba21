"""The Shanghai form in zen-engine: a decision graph as its users write one, loaded once by its static loader."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any

KEY = "form"
MARKS = ((">= 90", "excellent"), (">= 75", "good"), (">= 60", "pass"), ("", "fail"))
POINTS = "#.actual >= #.target ? #.weight : round(#.weight * #.actual / #.target, 2)"
PLAIN = {
    "scores": f"map(lines, {POINTS})",
    "total": "sum($.scores)",
    "owing": "map(lines, #.actual < #.target)",
}
"""Line scores, total, and which lines owe a reason; for forms without blanks."""
BLANKS = {
    "scores": f"map(lines, #.actual == null ? null : ({POINTS}))",
    "withheld": "some(lines, #.actual == null and #.applies)",
    "total": "$.withheld ? null : sum($.scores)",
    "owing": "map(lines, #.actual == null ? false : #.actual < #.target)",
}
"""The same with cells left blank; the total is withheld, so nothing is spread over a category."""


def evaluator(expressions: Mapping[str, str], graded: bool = True) -> Callable[[str | dict[str, Any]], Any] | None:
    """What evaluates a document; None where zen-engine is not installed."""
    try:
        zen: Any = import_module("zen")
    except ImportError:
        return None
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {KEY: graph(expressions, graded)}}})
    return partial(engine.evaluate, KEY)


def graph(expressions: Mapping[str, str], graded: bool) -> dict[str, Any]:
    """An input, a node of expressions, a decision table for the grade, an output."""
    nodes: list[dict[str, Any]] = [
        {"type": "inputNode", "name": "Form"},
        {"type": "expressionNode", "name": "Scores", "content": {"expressions": _expressions(expressions)}},
    ]
    if graded:
        nodes.append({"type": "decisionTableNode", "name": "Grade", "content": _grades()})
    nodes.append({"type": "outputNode", "name": "Result"})
    named = [{"id": f"node{number}", **node} for number, node in enumerate(nodes)]
    edges = [
        {"id": f"edge{number}", "type": "edge", "sourceId": f"node{number}", "targetId": f"node{number + 1}"}
        for number in range(len(nodes) - 1)
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": named, "edges": edges}


def _expressions(expressions: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"id": key, "key": key, "value": value} for key, value in expressions.items()]


def _grades() -> dict[str, Any]:
    return {
        "hitPolicy": "first",
        "passThrough": True,
        "inputs": [{"id": "total", "name": "Total", "field": "total"}],
        "outputs": [{"id": "grade", "name": "Grade", "field": "grade"}],
        "rules": [
            {"_id": str(number), "total": at_least, "grade": f"'{grade}'"}
            for number, (at_least, grade) in enumerate(MARKS)
        ],
    }


def document(lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The smallest document the graph can score: numbers only, as zen-engine takes no decimals."""
    return {
        "lines": [
            {
                "weight": number(line["weight"]),
                "target": number(line["target"]),
                "actual": number(line["actual"]),
                "applies": line["actual"] != "不适用",
            }
            for line in lines
        ]
    }


def text(document: Mapping[str, Any]) -> str:
    """A document as JSON."""
    return json.dumps(document, ensure_ascii=False)


def number(written: str) -> int | float | None:
    """A number of JSON; None where there is none."""
    if written in ("", "不适用"):
        return None
    return float(written) if "." in written else int(written)
