"""What came of a sample is counted, and what survives must be explained."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.mutants import tally
from tests.mutants.mutant import PACKAGE
from tests.mutants.tally import Result

ROOT = Path(__file__).parents[2]
SURVIVOR = Result(f"{PACKAGE}/offer.py:3", "offer.py", "x = 1", "x = 2", "survived", "", True)
KILLED = Result(f"{PACKAGE}/offer.py:4", "offer.py", "x = 1", "x = 3", "killed", "tests/test_offer.py::test_a", False)


def test_of_each_mutant_the_last_result_counts(tmp_path: Path) -> None:
    path = tmp_path / "results"
    for result in (SURVIVOR, KILLED, replace(SURVIVOR, verdict="killed")):
        tally.keep(path, result)
    assert [(result.name, result.verdict) for result in tally.read(path)] == [
        (SURVIVOR.name, "killed"),
        (KILLED.name, "killed"),
    ]


def test_nothing_kept_is_no_result(tmp_path: Path) -> None:
    assert tally.read(tmp_path / "none") == []


def test_a_survivor_is_unexplained_until_it_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "equivalents", dict)
    assert tally.unexplained([SURVIVOR, KILLED]) == [SURVIVOR]
    listed = {(f"{PACKAGE}/offer.py", "x = 1", "x = 2"): "nobody reads it"}
    monkeypatch.setattr(tally, "equivalents", lambda: listed)
    assert tally.unexplained([SURVIVOR, KILLED]) == []


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)]
)
def test_the_interval_is_wilsons(part: int, whole: int, low: float, high: float) -> None:
    assert tally.interval(part, whole) == pytest.approx((low, high), abs=1e-4)


def test_of_nothing_drawn_nothing_is_known() -> None:
    assert tally.interval(0, 0) == (0.0, 1.0)


def test_the_table_has_a_row_for_each_part_and_one_for_all() -> None:
    rows = tally.table([SURVIVOR, KILLED], Counter({"offer.py": 9, "values": 20})).splitlines()[2:]
    assert [row.split(" | ")[:6] for row in rows] == [
        ["| values", "20", "0", "0", "0", "0"],
        ["| offer.py", "9", "2", "1", "0", "1"],
        ["| all", "29", "2", "1", "0", "1"],
    ]
    assert rows[0].endswith("| – |")
    assert "50.0% (9.5% to 90.5%)" in rows[2]


def test_an_equivalent_stands_in_its_file_as_it_is_listed() -> None:
    for (path, was, now), why in tally.equivalents().items():
        written = " ".join((ROOT / path).read_text("utf-8").split())
        assert " ".join(was.split()) in written, (path, was)
        assert was != now
        assert why


def test_every_equivalent_is_told_on_the_page() -> None:
    page = (ROOT / "docs" / "mutation.md").read_text("utf-8")
    assert [why for why in tally.equivalents().values() if why not in page] == []
