"""Every case that stands beside a shipped ruleset: what it wants is what the engine says, and nothing is left out."""

from pathlib import Path

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.reach import Reach
from perfeval_rules.testing.running import run_case

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path.parent for path in (ROOT / "rulesets").glob("*/ruleset.toml"))
ENGINE = Engine()
SUITES = {folder.name: suite(ENGINE, folder) for folder in FOLDERS}
CASES = [(name, case) for name, found in SUITES.items() for case in found.cases]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}-{case.name}" for name, case in CASES])
def test_a_case_gets_what_it_expects(name, case):
    result = run_case(SUITES[name].program, case)
    assert (result.differences, result.findings) == ((), ())


@pytest.mark.parametrize("name", SUITES)
def test_a_file_of_cases_has_no_faults(name):
    assert SUITES[name].findings == ()


@pytest.mark.parametrize("name", SUITES)
def test_the_cases_of_a_ruleset_reach_all_that_its_file_writes(name):
    reach = Reach(SUITES[name].program)
    for case in SUITES[name].cases:
        reach.add(run_case(SUITES[name].program, case))
    assert reach.unreached() == ()


@pytest.mark.parametrize("name", SUITES)
def test_nothing_is_found_in_a_shipped_ruleset(name):
    assert [(one.code, str(one.at)) for one in ENGINE.check(ROOT / "rulesets" / name / "ruleset.toml")] == []


def test_no_shipped_ruleset_has_fewer_cases_than_it_had():
    assert len(CASES) >= 750


def test_the_published_form_beside_a_ruleset_is_the_one_among_the_examples():
    example = ROOT / "examples" / "shanghai-2020-form.txt"
    assert (ROOT / "rulesets" / "cn-sh-2020" / "published-form.txt").read_bytes() == example.read_bytes()
