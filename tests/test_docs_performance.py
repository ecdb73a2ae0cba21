"""The page on performance says what the scripts measured, and nothing else."""

import json

import pytest

from bench.figures import FOLDER, kept
from bench.performance import PAGE, SECTIONS, page
from bench.table import Table


def test_the_page_is_what_the_figures_give() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_every_script_that_keeps_figures_is_on_the_page() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(SECTIONS)


@pytest.mark.parametrize("name", SECTIONS)
def test_figures_say_what_they_were_measured_on(name: str) -> None:
    measured_on, tables = kept(name)
    assert all(measured_on[key] for key in ("cpu", "cores", "system", "python", "packages", "date"))
    assert all(table.rows for table in tables)


@pytest.mark.parametrize("name", SECTIONS)
def test_figures_are_kept_as_they_are_read(name: str) -> None:
    raw = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    assert [table.data() for table in kept(name)[1]] == raw["tables"]


def test_a_figure_that_is_not_there_is_a_dash() -> None:
    table = Table("T", {"case": None, "µs": 1}, [("a", 1234.56), ("甲", None)])
    assert table.markdown() == "### T\n\n| case | µs |\n| --- | ---: |\n| a | 1,234.6 |\n| 甲 | — |\n"
    assert table.text() == "T\ncase       µs\na     1,234.6\n甲          —\n"
