"""A mutant is tried in a process of its own: a test that fails kills it, one that does not end as well."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[2]
MODULE = "perfeval_rules/values/problem.py"
TRIAL = """
    from pathlib import Path

    from tests.mutants import trial
    from tests.mutants.mutant import Mutant

    trial.SLOWER = 0.5
    source = Path({module!r}).read_text("utf-8")
    changed = source.replace({was!r}, {now!r})
    assert changed != source
    outcome = trial.judged(Mutant({module!r}, 0, source, changed), {tests!r}, {{}})
    print(outcome.verdict, outcome.by.partition("::")[2], sep="|")
"""


def outcome(was: str, now: str, tests: tuple[str, ...] = ()) -> tuple[str, str]:
    """The verdict on a change of a module, and the test that found it out; a process that knows nothing tells both."""
    script = dedent(TRIAL).format(module=MODULE, was=was, now=now, tests=tests)
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    verdict, _, by = told.strip().partition("|")
    return verdict, by


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ('"…"', '"..."', ("killed", "test_a_problem_of_a_long_text_repeats_only_its_beginning")),
        ("import Mapping", "import Map", ("killed", "")),
        ("    echo = ", "    while text: pass\n    echo = ", ("timed out", "test_a_problem_of_a_long_text_repeats_only_its_beginning")),
        ("no more is repeated", "little is repeated", ("survived", "")),
    ],
    ids=["a test fails", "no test can begin", "a test does not end", "no test is against it"],
)  # fmt: skip
def test_the_mirror_tries_a_mutant(was: str, now: str, expected: tuple[str, str]) -> None:
    assert outcome(was, now) == expected


def test_tests_that_reach_a_mutant_try_it_after_its_mirror() -> None:
    escape = "tests/values/test_spelling.py::test_invisible_marks_are_unwelcome_and_named[\\x1b]"
    was, now = "    echo = ", "    assert chr(27) not in text\n    echo = "
    assert outcome(was, now) == ("survived", "")
    assert outcome(was, now, (escape,)) == ("killed", escape.partition("::")[2])


def test_no_file_is_changed() -> None:
    before = (ROOT / MODULE).read_bytes()
    outcome('"…"', '"..."')
    assert (ROOT / MODULE).read_bytes() == before
