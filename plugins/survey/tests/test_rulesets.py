"""The ruleset that comes with the plugin: sound, its cases hold, and they reach all of it."""

from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.reach import Reach
from perfeval_rules.testing.running import run_case

RULESET = "cn-satisfaction-survey"


def test_nothing_is_found_in_the_ruleset_but_that_the_ends_of_the_interval_are_said_in_python(engine):
    found = [(one.code, one.severity, one.path) for one in engine.check(RULESET)]
    assert found == [
        ("ruleset.python-only", "info", "fact.interval_low.value"),
        ("ruleset.python-only", "info", "fact.interval_high.value"),
    ]


def test_every_case_gets_what_it_expects_and_all_of_the_ruleset_is_reached(engine):
    found = suite(engine, RULESET)
    assert found.findings == ()
    assert len(found.cases) >= 20
    results = [run_case(found.program, case) for case in found.cases]
    assert {result.case.name: result.differences for result in results if not result.passed} == {}
    reach = Reach(found.program)
    for result in results:
        reach.add(result)
    assert reach.unreached() == ()


def test_each_thing_that_the_type_finds_in_a_sample_has_a_case(engine):
    found = suite(engine, RULESET)
    codes = {one.code for case in found.cases for one in run_case(found.program, case).evaluation.findings}
    assert {"survey.few-answers", "survey.low-response", "survey.unsupported-claim", "reason.missing"} <= codes


def test_the_interval_is_shown_where_the_target_lies_in_it(engine):
    found = suite(engine, RULESET)
    evaluation = next(run_case(found.program, case).evaluation for case in found.cases if case.name == "in-doubt")
    told = next(one for one in evaluation.findings if one.code == "check.target-in-doubt")
    assert "with a 95 % interval of 89.81% to 96.53%" in told.say("en")
    assert "95% 置信区间为 89.81%–96.53%" in told.say("zh")
