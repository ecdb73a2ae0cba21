"""The suite for functions as authors run it: sound ones pass, and each seeded fault is caught by the test that is there for it."""

import pytest

from tests.kit.conftest import sample
from tests.kit.seeded_extensions import FUNCTIONS

pytest_plugins = ("pytester",)
SAMPLE = sample("functions")


def test_sound_functions_pass_every_test(run):
    failed, report, passed = run("functions", SAMPLE)
    assert not failed, report
    assert passed == 4


@pytest.mark.parametrize(("name", "fault"), FUNCTIONS.items(), ids=lambda part: part if isinstance(part, str) else "")
def test_a_seeded_fault_is_caught_by_the_test_that_is_there_for_it(run, name, fault):
    failed, report, _ = run("functions", fault.seeded(SAMPLE))
    assert failed == set(fault.caught_by), f"{name}\n{report}"
    assert [words for words in fault.said if words not in report] == [], f"{name}\n{report}"
