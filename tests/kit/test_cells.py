"""Reported values as the row of a form."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.kit.cells import cells_of, text_of


@pytest.mark.parametrize(
    ("reported", "target", "actual"),
    [
        ({"operator": ">=", "target": Fraction(24), "actual": Fraction(5)}, ">=24", "5"),
        ({"target": Fraction(90), "actual": Fraction("85.5"), "unit": "%"}, "90%", "85.5%"),
        ({"target": Fraction(2), "actual": Fraction(3), "unit": "万元", "actual_unit": "元"}, "2万元", "3元"),
        ({"due": date(2023, 12, 31), "done": date(2024, 1, 2)}, "2023-12-31", "2024-01-02"),
        ({"target": "300", "target_text": ">=300", "actual": "120"}, ">=300", "120"),
        ({"operator": ">=", "unit": "%", "target": None, "actual": None}, "", ""),
        ({"due": date(2023, 12, 31), "actual_text": "已完成"}, "2023-12-31", "已完成"),
    ],
)
def test_the_parts_of_a_cell_make_the_cell_unless_the_whole_of_it_is_given(reported, target, actual):
    cells = cells_of(reported)
    assert (cells.target, cells.actual) == (target, actual)


def test_what_has_no_cell_of_its_own_stands_under_its_heading():
    cells = cells_of({"survey": "问卷", "reason": "雨", "category2": "数量", "answered": Fraction(3), "audited": False})
    assert cells.values == {"survey": "问卷", "answered": "3", "audited": "否"}
    row = cells.submission().rows[0]
    assert (row.reason.text, [category.text for category in row.categories]) == ("雨", ["", "数量", ""])
    assert cells.said == {"reason": "雨", "category2": "数量", "survey": "问卷", "answered": "3", "audited": "否"}


def test_a_row_is_worth_a_point_and_bears_a_name():
    row = cells_of({}).submission().rows[0]
    assert (row.weight.text, bool(row.name)) == ("1", True)
    assert cells_of({"name": "培训"}).submission().rows[0].name.text == "培训"


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (True, "是"), (Fraction(1, 8), "0.125"), (7, "7"), ("甲", "甲")]
)
def test_a_value_is_written_as_people_do(value, text):
    assert text_of(value) == text
