"""What comes of rows that the type judges, written as people write them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import perfeval_standard
import perfeval_survey
from perfeval_rules import Engine, Evaluation

HEAD = """
format = 1
[ruleset]
id = "counted"
title.en = "Counted"
edition = "1"
years = { from = 2024 }
[requires]
plugins = { survey = ">=0.1,<1" }
[every]
type = "survey"
score = "weight * attainment"
[rule.all]
"""
CELLS = ("actual", "target")


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(plugins=[perfeval_standard, perfeval_survey])


@pytest.fixture(scope="session")
def evaluated(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Evaluation]:
    """Evaluates a form of one row, by a ruleset of the type alone with some options."""
    programs: dict[str, object] = {}

    def evaluate(reported: Mapping[str, object], options: Mapping[str, object] | None = None) -> Evaluation:
        written = "".join(f"{name} = {json.dumps(value)}\n" for name, value in (options or {}).items())
        if written not in programs:
            file = tmp_path_factory.mktemp("counted") / "counted.toml"
            file.write_text(HEAD.replace("[rule.all]", f"{written}[rule.all]"), "utf-8")
            programs[written] = engine.program(file)
        values = {name: str(value) for name, value in reported.items() if name not in CELLS and value is not None}
        cells = {name: str(reported[name]) for name in CELLS if reported.get(name) is not None}
        row = {"name": "satisfaction", "weight": "10", **cells, "values": values}
        submission, findings = engine.read(json.dumps({"rows": [row]}).encode(), "form.json")
        assert submission is not None
        assert findings == ()
        return programs[written].evaluate(submission)

    return evaluate


@pytest.fixture(scope="session")
def page() -> str:
    return (Path(__file__).parents[1] / "README.md").read_text("utf-8")
