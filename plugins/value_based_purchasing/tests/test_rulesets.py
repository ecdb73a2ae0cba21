"""The ruleset that comes with the plugin: sound, its cases hold, and they reach all of it."""

from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.reach import Reach
from perfeval_rules.testing.running import run_case

RULESET = "us-hospital-vbp"


def test_nothing_is_found_in_the_ruleset(engine):
    assert [(one.code, str(one.at)) for one in engine.check(RULESET)] == []


def test_every_case_gets_what_it_expects_and_all_of_the_ruleset_is_reached(engine):
    found = suite(engine, RULESET)
    assert found.findings == ()
    assert len(found.cases) >= 30
    results = [run_case(found.program, case) for case in found.cases]
    assert {result.case.name: result.differences for result in results if not result.passed} == {}
    reach = Reach(found.program)
    for result in results:
        reach.add(result)
    assert reach.unreached() == ()
