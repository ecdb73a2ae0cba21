"""Rows that are the sum of the rows below them."""

import pytest

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.grid_sums import with_sums
from perfeval_rules.findings import Written
from perfeval_rules.submission import Row
from tests.files.published import published


def rows(*given):
    return [Row(name=Written(name), weight=Written(weight), stated=Written(stated)) for name, weight, stated in given]


def sums(*given):
    told = Collected()
    marked = [row.sum for row in with_sums(rows(*given), told)]
    assert len(told.result("")) == sum(marked)
    return marked


def test_a_parent_that_bears_the_points_of_its_children_is_their_sum():
    assert sums(("一、甲", "", "15.0"), ("1、乙", "", "5.0"), ("2、丙", "", "10"), ("二、丁", "", "5")) == [
        True,
        False,
        False,
        False,
    ]
    assert sums(("（二）甲", "7", "6"), ("(1)乙", "3", "2"), ("(2)丙", "4", "4")) == [True, False, False]


@pytest.mark.parametrize(
    "given",
    [
        [("一、甲", "15", "15"), ("1、乙", "5", "5"), ("2、丙", "5", "5")],
        [("一、甲", "10", "10"), ("1、乙", "5", "5"), ("2、丙", "5", "")],
        [("一、甲", "10", ""), ("1、乙", "5", "5"), ("2、丙", "5", "5")],
        [("一、甲", "10", "十"), ("1、乙", "5", "5"), ("2、丙", "5", "5")],
        [("一、甲", "", ""), ("1、乙", "", "")],
        [("甲", "5", "5"), ("1、乙", "5", "5")],
        [("一、甲", "5", "5"), ("乙", "5", "5")],
        [("一、甲", "1.5", "1.5"), ("1.5公里道路", "1.5", "1.5")],
        [("一、甲", "5", "5")],
    ],
)
def test_nothing_is_a_sum_without_proof(given):
    assert not any(sums(*given))


def test_the_published_form_with_parents_is_recognised():
    marked = [row.name.text for form in published().values() for row in form.rows if row.sum]
    assert marked == ["一、示范区建立", "二、化肥减量增效田间试验"]


def test_the_published_forms_are_all_there():
    forms = published()
    assert (len(forms), sum(len(form.rows) for form in forms.values())) == (28, 205)
    assert sum(not form.complete for form in forms.values()) == 22
    assert sum(bool(row.weight and row.stated) for form in forms.values() for row in form.rows) == 121
