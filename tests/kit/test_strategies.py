"""Made-up options and rows."""

import os
import subprocess
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from perfeval_rules.kit.strategies import Bounds, bounds_of, configured, numbers, options_of, reported_by, tried
from perfeval_rules.kit.verdicts import Broken
from tests.kit.types import Cells, Paired, Share, trial

HOW = settings(deadline=None, derandomize=True, max_examples=60)
FOUND = settings(derandomize=True, max_examples=3_000, database=None)


def test_bounds_are_those_that_fields_declare():
    assert bounds_of(Share, "floor") == Bounds(Fraction(0), Fraction(1), without_most=True)
    assert bounds_of(Share, "steps") == Bounds(Fraction(2), whole=True)
    assert bounds_of(Cells, "target") == Bounds(Fraction(0), Fraction(10), without_least=True)
    assert bounds_of(Cells, "actual") == Bounds()


@HOW
@given(st.data())
def test_numbers_keep_their_bounds(data):
    edges = st.integers(-3_000, 3_000).map(lambda count: Fraction(count, 10))
    least, most = sorted((data.draw(edges), data.draw(edges)))
    whole = data.draw(st.booleans()) and least + 1 <= most
    bounds = Bounds(least, most, whole=whole)
    assert bounds.hold(data.draw(numbers(bounds)))
    assert Bounds(least).hold(data.draw(numbers(Bounds(least))))
    assert Bounds(None, most).hold(data.draw(numbers(Bounds(None, most))))


@pytest.mark.parametrize(
    "wanted",
    [
        lambda value: value == 0,
        lambda value: value < 0,
        lambda value: value > 10**9,
        lambda value: 0 < value < Fraction(1, 1000),
        lambda value: value.denominator == 50,
    ],
)
def test_numbers_are_zero_negative_huge_tiny_and_broken(wanted):
    find(numbers(), wanted, settings=FOUND)


@HOW
@given(options_of(trial(Share).offer))
def test_options_are_those_that_the_type_takes(options):
    configured(Share, options)
    assert options.keys() <= Share.model_fields.keys()


@HOW
@given(options_of(trial(Paired).offer))
def test_options_that_do_not_agree_are_not_tried(options):
    assert options["most"] >= options.get("steps", 2)


ROWS = reported_by(trial(Share).offer)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda row: not row,
        lambda row: row.get("actual") is not None and row.get("actual") == row.get("target"),
        lambda row: row.get("target") == 10,
        lambda row: row.get("actual") == 4 and row.get("note") == "约",
        lambda row: row.get("answered") is False,
        lambda row: isinstance(row.get("closed"), date),
        lambda row: "actual_text" in row,
    ],
)
def test_rows_are_blank_alike_at_the_edge_as_examples_have_them_and_of_every_kind(wanted):
    find(ROWS, wanted, settings=FOUND)


@HOW
@given(ROWS)
def test_rows_keep_the_bounds_of_what_they_report(row):
    assert bounds_of(Cells, "target").hold(row.get("target", Fraction(1)))


def test_the_simplest_example_that_breaks_a_check_is_told_and_nothing_else():
    def check(options, number):
        if number > 5:
            raise Broken("negative", options=options, got=str(number))

    with pytest.raises(Broken) as broken:
        tried(check, 200, st.fixed_dictionaries({}, optional={"a": st.integers()}), st.integers())
    assert broken.value.values == {"got": "6"}
    assert broken.value.options == {}
    assert not getattr(broken.value, "__notes__", [])


def test_a_check_that_breaks_by_chance_is_told():
    calls = []

    def check(options):
        calls.append(options)
        if len(calls) == 3:
            raise Broken("no-type")

    with pytest.raises(Broken):
        tried(check, 20, st.fixed_dictionaries({"a": st.integers()}))


def test_what_is_no_verdict_on_the_type_comes_through():
    with pytest.raises(ZeroDivisionError):
        tried(lambda options: 1 // 0, 5, st.just({}))


def test_what_is_repeatable_is_the_same_each_time_and_keeps_nothing(tmp_path):
    asked = (
        "from hypothesis import settings; from hypothesis import strategies as st\n"
        "from perfeval_rules.kit.strategies import repeatable, tried\n"
        "repeatable(); assert settings().database is None\n"
        "tried(lambda options: print(options), 20, st.fixed_dictionaries({'a': st.integers()}))\n"
    )
    path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    first, again = (
        subprocess.run(
            [sys.executable, "-P", "-c", asked], cwd=tmp_path, env={"PYTHONPATH": path}, capture_output=True, check=True
        )
        for _ in range(2)
    )
    assert first.stdout == again.stdout
    assert len(first.stdout.splitlines()) >= 20
    assert not list(tmp_path.glob(".hypothesis/examples"))
