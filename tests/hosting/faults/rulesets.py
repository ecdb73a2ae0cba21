"""The ruleset and the form that every fault is met with, and the plugin that must go on working beside it."""

import json
from collections.abc import Sequence
from pathlib import Path

from perfeval_rules.engine import Engine
from perfeval_rules.submission import Submission
from tests.hosting.faults.fault import FORMATS, FUNCTIONS, LINTS, TYPES, VERSION, Project, described, giving, module

SOUND = Project(
    name="sound",
    source=module(
        described("sound"),
        """
        def half(say, x):
            return say.div(x, say.number(2))


        def untitled(program):
            yield Remark("rule.sound", {"rule": "sound"})


        def write(evaluation, language):
            return str(evaluation["total"]).encode()


        HALF = Function(
            usage="half(x)", parameters=("number",), result="number", meaning=Text("一半", "half"),
            examples={"half(3)": "1.5"}, definition=half,
        )
        UNTITLED = Lint(
            name="untitled", message=Text("规则 {rule} 没有名称。", "The rule {rule} has no title."),
            advice=Text("请写名称。", "Give it one."), examine=untitled,
        )
        TOTAL = Format(suffix=".total", title=Text("总分", "total"), write=write)
        """,
        giving(TYPES, "Sample"),
        giving(FUNCTIONS, "HALF"),
        giving(LINTS, "UNTITLED"),
        giving(FORMATS, "TOTAL"),
    ),
)
RULESET = """format = 1
[ruleset]
id = "own"
title.zh = "插件"
edition = "1"
years = { from = 2020 }
[requires]
plugins = { PLUGINS }
[every]
score = "weight * clamp(attainment, 0, 1)"
[rule.asking]
when = "name == '甲'"
RULE
[rule.sound]
when = "name == '乙'"
type = "sound"
score = "half(weight) * attainment"
[rule.rest]
type = "count"
"""
ROWS = [
    {"name": "甲", "target": "10", "actual": "5", "weight": "40"},
    {"name": "乙", "target": "10", "actual": "5", "weight": "20"},
    {"name": "丙", "target": "30", "actual": "10", "weight": "20"},
    {"name": "丁", "target": "10", "actual": "12", "weight": "20"},
]
ALONE = 'type = "count"\n'


def ruleset(folder: Path, plugins: Sequence[str] = (), rule: str = ALONE) -> Path:
    """The ruleset that requires some plugins beside the standard and the sound one."""
    required = {"standard": ">=0.1", **dict.fromkeys(("sound", *plugins), f"=={VERSION}")}
    named = ", ".join(f'{name} = "{specifier}"' for name, specifier in required.items())
    path = folder / "own" / "ruleset.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(RULESET.replace("PLUGINS", named).replace("RULE", rule), "utf-8")
    return path


def form(engine: Engine) -> Submission:
    """The form."""
    submission, findings = engine.read(json.dumps({"rows": ROWS}, ensure_ascii=False).encode(), "form.json")
    assert submission is not None
    assert findings == ()
    return submission
