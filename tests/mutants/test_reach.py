"""Which tests try a mutant: those that reach its lines, the quickest first, as many as the time allows."""

import json
from pathlib import Path

import pytest
from coverage import CoverageData

from tests.mutants.mutant import Mutant
from tests.mutants.reach import LINES, SECONDS, Reach, beside, within

SOURCE = "LIMIT = 3\n\n\ndef one(x):\n    y = x\n    return y\n\n\ndef other():\n    return 2\n"
REACHED = {"slow": [5, 6], "quick": [5, 6], "one": [5], "far": [10], "": [1, 4, 9]}


@pytest.fixture
def reach(tmp_path: Path) -> Reach:
    data = CoverageData(str(tmp_path / LINES))
    for test, lines in REACHED.items():
        data.set_context(test)
        data.add_lines({"a.py": lines})
    data.write()
    (tmp_path / SECONDS).write_text(json.dumps({"slow": 5.0, "quick": 0.1, "one": 0.2, "far": 0.3}), "utf-8")
    return Reach(tmp_path)


def mutant(was: str, now: str) -> Mutant:
    return Mutant("a.py", 0, SOURCE, SOURCE.replace(was, now))


def test_the_tests_of_the_changed_line_come_quickest_first(reach: Reach) -> None:
    assert reach.tests(mutant("return y", "return None")) == ["quick", "slow"]
    assert reach.tests(mutant("y = x", "y = None")) == ["quick", "one", "slow"]


def test_what_is_run_on_import_is_tried_by_all_tests_of_the_file(reach: Reach) -> None:
    assert reach.tests(mutant("LIMIT = 3", "LIMIT = 4")) == ["quick", "one", "far", "slow"]


def test_the_head_of_a_function_is_tried_by_the_tests_of_its_file(reach: Reach) -> None:
    assert reach.tests(mutant("def one(x):", "def one(x=1):")) == ["quick", "one", "far", "slow"]


def test_a_file_that_only_imports_run_is_tried_by_every_test(reach: Reach) -> None:
    constants = Mutant("b.py", 0, SOURCE, SOURCE.replace("3", "4"))
    assert reach.tests(constants) == ["quick", "one", "far", "slow"]


def test_as_many_tests_as_the_time_allows() -> None:
    seconds = {"a": 1.0, "b": 2.0, "c": 4.0}
    assert list(within(["a", "b", "c"], seconds, 3.0)) == ["a", "b"]
    assert list(within(["a", "new", "c"], seconds, 1.0)) == ["a", "new"]


def test_beside_the_mirror_stand_the_tests_of_its_folder() -> None:
    tests = ["tests/values/test_units.py::test_a", "tests/valuesx/test_b.py::test_b", "tests/test_offer.py::test_c"]
    assert beside(Mutant("perfeval_rules/values/cells.py", 0, SOURCE, SOURCE), tests) == tests[:1]
    assert beside(Mutant("perfeval_rules/offer.py", 0, SOURCE, SOURCE), tests) == []
