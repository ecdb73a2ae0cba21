"""Every case that stands beside a shipped ruleset: what it wants is what the engine says."""

from functools import cache
from pathlib import Path

import pytest

from perfeval_rules.engine import Engine
from tests.rulesets.running import cases, differences

RULESETS = sorted(path.parent for path in (Path(__file__).parents[2] / "rulesets").glob("*/cases.toml"))
CASES = [case for ruleset in RULESETS for case in cases(ruleset)]
ENGINE = Engine()


@cache
def program(ruleset):
    return ENGINE.program(ruleset)


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_a_case_gets_what_it_expects(case):
    assert differences(case, program(case.ruleset / "ruleset.toml"), ENGINE) == []


def test_every_shipped_ruleset_has_cases():
    folders = {path.parent.name for path in (Path(__file__).parents[2] / "rulesets").glob("*/ruleset.toml")}
    assert folders == {path.name for path in RULESETS}
    assert len(CASES) >= 203
