"""The suite for lints as authors run it: sound ones pass, and each seeded fault is caught by the test that is there for it."""

from types import ModuleType

import pytest

from perfeval_rules.files.library import shipped
from perfeval_rules.kit.lint_suite import named, programs_beside
from tests.kit.conftest import sample
from tests.kit.seeded_extensions import LINTS
from tests.testing.plugins import RULESET, add_ruleset

pytest_plugins = ("pytester",)
SAMPLE = sample("lints")


def test_sound_lints_pass_every_test(run):
    failed, report, passed = run("lints", SAMPLE)
    assert not failed, report
    assert passed == 5


@pytest.mark.parametrize(("name", "fault"), LINTS.items(), ids=lambda part: part if isinstance(part, str) else "")
def test_a_seeded_fault_is_caught_by_the_test_that_is_there_for_it(run, name, fault):
    failed, report, _ = run("lints", fault.seeded(SAMPLE))
    assert failed == set(fault.caught_by), f"{name}\n{report}"
    assert [words for words in fault.said if words not in report] == [], f"{name}\n{report}"


def test_the_rulesets_of_the_plugin_itself_are_looked_through_too(tmp_path):
    add_ruleset(tmp_path, "standard", RULESET.replace('type = "{name}"', 'type = "number"'))
    module = ModuleType("perfeval_looking")
    exec(SAMPLE.partition("class TestLints")[0], module.__dict__)
    module.__path__ = [str(tmp_path)]
    asked = [named(program) for program in programs_beside(module)]
    assert asked[0] == "own"
    assert set(asked[1:]) == {one.head.id for one in shipped()}
