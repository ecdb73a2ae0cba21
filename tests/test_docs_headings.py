"""The page of the headings that are taken says what the reader knows, and no type of ours calls a value so."""

from typing import get_args

import pytest

import perfeval_standard
import perfeval_survey
import perfeval_value_based_purchasing
from perfeval_rules.files.forms import read_submission
from perfeval_rules.files.grid_words import FundField, HeadField, fund_field, head_field
from perfeval_rules.headings import FIELDS, Field, column_field
from perfeval_rules.hosting.load import load_modules
from perfeval_rules.reserved import BUILT_IN
from tests.heading_page import AMOUNTS, CELLS, LABELS, PAGE, page
from tests.pages import DOCS, tables

SHOWN = [{row[column].strip("`"): row["headings"].split("、") for row in rows}
         for rows, column in zip(tables(page()), ("column", "column", "label"), strict=True)]  # fmt: skip
PLUGINS = [perfeval_standard, perfeval_survey, perfeval_value_based_purchasing]


def test_the_page_is_what_the_reader_knows():
    assert PAGE.read_text("utf-8") == page()


def test_a_column_under_a_heading_that_is_taken_goes_into_its_cell_and_another_is_a_value():
    form, _ = read_submission(
        "指标名称\t目标值\t实际完成值\t分值\t备注\t问卷备注\n满意度\t≥90%\t95%\t10\t甲\t乙\n".encode(), "form.txt"
    )
    (row,) = form.rows
    assert (row.reason.text, {name: said.text for name, said in row.values.items()}) == ("甲", {"问卷备注": "乙"})


def test_every_cell_is_on_the_page():
    assert CELLS.keys() == {*get_args(Field)} - {"other"}
    assert AMOUNTS.keys() == {*get_args(FundField)} - {"other"}
    assert LABELS.keys() == {*get_args(HeadField)}


@pytest.mark.parametrize(("number", "read"), list(enumerate((column_field, fund_field, head_field))))
def test_every_heading_on_the_page_is_read_as_the_page_says(number, read):
    for name, headings in SHOWN[number].items():
        assert {heading: read(heading) for heading in headings} == dict.fromkeys(headings, name)


def test_every_heading_that_is_known_is_on_the_page():
    assert {heading for headings in SHOWN[0].values() for heading in headings} >= {
        heading for headings in FIELDS.values() for heading in headings.split()
    }


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda plugin: plugin.__name__)
def test_no_value_of_a_type_of_ours_is_called_by_a_heading_that_is_taken(plugin):
    types, _ = load_modules([plugin])
    for offer in types.types.values():
        own = {name: said for name, said in offer.headings.items() if name not in BUILT_IN}
        assert {heading for said in own.values() for heading in said if column_field(heading)} == set()


def test_the_page_for_authors_points_to_it():
    assert "[headings.md](headings.md)" in (DOCS / "plugin-authors.md").read_text("utf-8")
