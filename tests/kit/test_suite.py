"""The suite as authors run it: sound types pass, and each seeded fault is caught by the test that is there for it."""

import pytest

from tests.kit.conftest import sample
from tests.kit.seeded import IN_PYTHON, OF_AMOUNTS, OF_FORMULAS

pytest_plugins = ("pytester",)
SAMPLES = {name: sample(name) for name in ("uptake", "steep", "spending")}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sound_type_passes_every_test(run, name):
    failed, report, passed = run(name, SAMPLES[name])
    assert not failed, report
    assert passed >= 20


FAULTS = [("spending", *each) for each in OF_AMOUNTS.items()]
FAULTS += [("uptake", *each) for each in OF_FORMULAS.items()] + [("steep", *each) for each in IN_PYTHON.items()]


@pytest.mark.parametrize(("sample", "name", "fault"), FAULTS, ids=lambda part: part if isinstance(part, str) else "")
def test_a_seeded_fault_is_caught_by_the_test_that_is_there_for_it(run, sample, name, fault):
    only = fault.caught_by if fault.draws else ()  # all the others would make up as many rows
    failed, report, _ = run(sample, fault.seeded(SAMPLES[sample]), *only)
    meant = set(fault.caught_by)
    assert failed >= meant if fault.others else failed == meant, f"{name}\n{report}"
    assert [words for words in fault.said if words not in report] == [], f"{name}\n{report}"
