"""What is known of a mutant without running anything: its lines, the function around it, the tests that mirror it."""

import pytest

from tests.mutants.mutant import Mutant

SOURCE = '''"""A module."""

LIMIT = 3


def outer(x):
    """A function."""
    def inner(y):
        return (
            y
            + 1
        )
    return inner(x)
'''


def changed(was: str, now: str, path: str = "perfeval_rules/values/units.py") -> Mutant:
    assert SOURCE.count(was) == 1
    return Mutant(path, 7, SOURCE, SOURCE.replace(was, now))


def test_the_lines_are_those_that_are_changed() -> None:
    assert list(changed("LIMIT = 3", "LIMIT = 4").lines) == [3]
    assert list(changed("y\n            + 1", "y - 1").lines) == [10, 11]


def test_a_line_that_goes_away_is_told_with_nothing_in_its_place() -> None:
    gone = changed("            + 1\n", "")
    assert (list(gone.lines), gone.was, gone.now) == ([11], "+ 1", "")


def test_what_was_and_what_is_now_stand_on_one_line() -> None:
    folded = changed("y\n            + 1", "y - 1")
    assert (folded.was, folded.now) == ("y + 1", "y - 1")


def test_the_function_around_is_the_innermost() -> None:
    assert changed("+ 1", "- 1").around() == range(9, 13)
    assert changed("inner(x)", "inner(None)").around() == range(7, 14)


def test_what_is_run_on_import_has_no_function_around_it() -> None:
    assert changed("LIMIT = 3", "LIMIT = None").around() is None


@pytest.mark.parametrize(
    ("path", "module", "part", "mirror"),
    [
        ("perfeval_rules/values/units.py", "perfeval_rules.values.units", "values", "tests/values/test_units.py"),
        ("perfeval_rules/offer.py", "perfeval_rules.offer", "offer.py", "tests/test_offer.py"),
    ],
)
def test_a_mutant_knows_its_module_and_its_mirror(path: str, module: str, part: str, mirror: str) -> None:
    mutant = changed("LIMIT = 3", "LIMIT = 4", path)
    assert (mutant.name, mutant.module, mutant.part, mutant.mirror) == (f"{path}:7", module, part, mirror)
