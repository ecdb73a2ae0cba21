"""Rulesets and forms made for a measurement."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from perfeval_rules.engine import Engine, Program
from perfeval_rules.submission import Submission

HEAD = """\
format = 1
[ruleset]
id       = "generated"
title.zh = "生成的规则集"
title.en = "A generated ruleset"
edition  = "1"
years    = { from = 2020 }
[requires]
plugins = { standard = ">=0.1,<1" }
"""


def program(text: str) -> Program:
    """The program of what stands under the head of a ruleset."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ruleset.toml"
        file.write_text(HEAD + text, "utf-8")
        return Engine().program(file)


def form(rows: Sequence[tuple[str, str, str, str]]) -> Submission:
    """A form of rows, each with its name, weight, target and actual value."""
    keys = ("name", "weight", "target", "actual")
    data = {"rows": [dict(zip(keys, row, strict=True)) for row in rows], "complete": False}
    submission, findings = Engine().read(json.dumps(data, ensure_ascii=False).encode(), "form.json")
    if submission is None or findings:
        raise SystemExit(f"a generated form is not read as it should be, {findings}")
    return submission
