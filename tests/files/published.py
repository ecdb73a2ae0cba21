"""The 28 published forms of tests/data/forms.jsonl as submissions, each value at the line of the file it stands on."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.grid_sums import with_sums
from perfeval_rules.findings import Place, Written
from perfeval_rules.submission import FundPart, Funds, Row, Submission

FILE = Path(__file__).parents[1] / "data" / "forms.jsonl"
AMOUNTS = ("initial_budget", "annual_budget", "executed", "rate")


@cache
def published() -> dict[str, Submission]:
    """Every form by its id, in the order of the file."""
    records = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    return {record["id"]: submission(record, Place(FILE.name, line)) for line, record in enumerate(records, 1)}


def submission(record: dict[str, Any], at: Place) -> Submission:
    """A record of the file as a submission; what is cut off is not complete."""
    rows = [row(indicator, number, at) for number, indicator in enumerate(record["indicators"])]
    return Submission(
        source=at.source,
        project=written(record["project"], at),
        department=written(record["department"], at),
        region=written(record["region"], at),
        year=record["year"],
        funds=funds(record["funds"], at),
        rows=with_sums(rows, Collected()),
        total_weight=written(record["total_weight"], at),
        stated_total=written(record["total_score"], at),
        complete=not record["truncated"],
    )


def funds(block: dict[str, Any], at: Place) -> Funds:
    own = {field: written(block[field], at) for field in (*AMOUNTS, "weight", "score", "unit")}
    parts = (
        FundPart(label=written(part["label"], at), **{field: written(part[field], at) for field in AMOUNTS})
        for part in block["breakdown"]
    )
    return Funds(**own, parts=tuple(parts), at=at)


def row(indicator: dict[str, Any], number: int, at: Place) -> Row:
    levels = (indicator["level1"], indicator["level2"])
    return Row(
        categories=tuple(written(level, at) for level in levels) if any(levels) else (),
        stated=written(indicator["score"], at),
        **{field: written(indicator[field], at) for field in ("name", "target", "actual", "weight", "reason")},
        at=at,
        path=f"rows[{number}]",
    )


def written(text: str | None, at: Place) -> Written:
    return Written(text, at) if text else Written()
