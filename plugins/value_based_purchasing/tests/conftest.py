"""What comes of rows that the type judges, written as people write them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import perfeval_value_based_purchasing
from perfeval_rules import Engine, Evaluation, Program

HEAD = """
format = 1
[ruleset]
id = "points"
title.en = "Points"
edition = "1"
years = {{ from = 2016 }}
[requires]
plugins = {{ value_based_purchasing = ">=0.1,<1" }}
[scoring]
rounding = "{rounding}"
[every]
type = "value_based_purchasing"
direction = "{direction}"
score = "weight * attainment"
[rule.all]
"""

Make = Callable[..., Program]


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(plugins=[perfeval_value_based_purchasing])


@pytest.fixture(scope="session")
def program(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """A ruleset of the type alone, by the direction that is good and the rounding of its scores."""
    made: dict[tuple[str, str], Program] = {}

    def make(direction: str = "higher", rounding: str = "half-up") -> Program:
        if (direction, rounding) not in made:
            file = tmp_path_factory.mktemp("points") / "points.toml"
            file.write_text(HEAD.format(direction=direction, rounding=rounding), "utf-8")
            made[direction, rounding] = engine.program(file)
        return made[direction, rounding]

    return make


@pytest.fixture(scope="session")
def evaluated(engine: Engine, program: Make) -> Callable[..., Evaluation]:
    """Evaluates a form of one row, which is worth ten points."""

    def evaluate(reported: Mapping[str, str], **ruleset: str) -> Evaluation:
        values = {name: value for name, value in reported.items() if name != "actual"}
        row = {"name": "measure", "actual": reported.get("actual", ""), "weight": "10", "values": values}
        submission, findings = engine.read(json.dumps({"rows": [row]}).encode(), "form.json")
        assert submission is not None
        assert findings == ()
        return program(**ruleset).evaluate(submission)

    return evaluate


@pytest.fixture(scope="session")
def page() -> str:
    return (Path(__file__).parents[1] / "README.md").read_text("utf-8")
