"""Which group and which line the cells of a row mean."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval_rules.plan import placing as module
from perfeval_rules.plan.placing import Chart, Placed, bare, points_in
from tests.plan.small import ruleset

TREE = """
[group.output]
title.zh = "产出指标"
names = ["产出"]
[group.quantity]
in = "output"
names = ["数量指标"]
[group.output-cost]
in = "output"
names = ["成本指标"]
[group.cost]
title.zh = "成本"
title.en = "Cost"
[group.unit-cost]
in = "cost"
names = ["成本指标"]
[line.spent]
names = ["预算执行率"]
title.zh = "执行率"
"""
CHART = Chart.of(ruleset(TREE))


@pytest.mark.parametrize(
    "written", ["产出指标", " 产出 指标 ", "★产出指标", "产出指标（50分）", "产出指标(50)", "产出指标 ( 50.5 分 )"]
)
def test_names_are_compared_without_spaces_stars_and_points_in_brackets(written):
    assert bare(written) == "产出指标"


def test_a_bracket_that_holds_no_points_belongs_to_the_name():
    assert bare("产出（定量）") == "产出(定量)"


@pytest.mark.parametrize(
    ("heading", "points"),
    [
        ("产出指标（50分）", 50),
        ("产出(12.5)", Fraction("12.5")),
        ("产出（５０分）", 50),
        ("产出", None),
        ("产出(甲)", None),
    ],
)
def test_points_are_read_from_a_heading(heading, points):
    assert points_in(heading) == points


@given(st.text(max_size=20))
def test_marks_around_a_name_change_nothing(name):
    assert bare(f"★ {name} ☆") == bare(name)
    assert not re.search(r"[\s★☆]", bare(name))


@pytest.mark.parametrize("called", ["产出", "产出指标", "output", "产出（30分）"])
def test_names_titles_and_the_id_always_count(called):
    assert CHART.place([called]) == Placed("output")
    assert CHART.place([called, ""]) == Placed("output")


def test_a_line_is_known_by_all_it_is_called():
    assert {name for name, ids in CHART.lines.items() if ids == ("spent",)} == {"预算执行率", "执行率", "spent"}


def test_the_rightmost_cell_that_names_a_group_decides():
    assert CHART.place(["产出", "数量指标"]).group == "quantity"
    assert CHART.place(["数量指标", "产出"]).group == "output"
    assert CHART.place(["产出", "别的"]) == Placed("output")


def test_of_several_groups_of_one_name_the_one_whose_ancestors_hold_the_other_cells_is_meant():
    assert CHART.place(["产出指标", "成本指标"]) == Placed("output-cost")
    assert CHART.place(["Cost", "成本指标"]) == Placed("unit-cost")


def test_a_name_of_several_groups_that_nothing_decides_leaves_the_row_under_the_form():
    assert CHART.place(["成本指标"]) == Placed("", "成本指标", ("output-cost", "unit-cost"))
    assert CHART.place(["效益", "成本指标"]).candidates == ("output-cost", "unit-cost")


def test_cells_that_name_no_group_leave_the_row_under_the_form_and_are_told():
    assert CHART.place(["效益", "社会效益", " "]) == Placed("", "社会效益")


def test_blank_cells_say_nothing():
    assert CHART.place([]) == Placed("")
    assert CHART.place(["", " "]) == Placed("")


def test_a_ruleset_without_groups_asks_nothing_of_categories():
    assert Chart.of(ruleset("")).place(["产出"]) == Placed("")


def test_the_ancestors_of_a_group_are_told_from_the_inside_out():
    assert CHART.ancestors("quantity") == ("quantity", "output")
    assert CHART.ancestors("") == ()


def test_long_cells_are_placed_like_short_ones_and_not_remembered():
    chart = Chart.of(ruleset(TREE))
    long = ["产出指标" + " " * 80, "数量指标"]
    assert chart.place(long) == chart.place(["产出指标", "数量指标"])
    assert list(chart._placed) == [("产出指标", "数量指标")]


def test_only_so_many_places_are_remembered(monkeypatch):
    monkeypatch.setattr(module, "_MOST_PLACED", 2)
    chart = Chart.of(ruleset(TREE))
    for n in range(5):
        assert chart.place([f"甲{n}"]) == chart.place([f"甲{n}"])
        assert len(chart._placed) <= 2


def test_a_group_inside_one_that_is_extra_is_extra():
    chart = Chart.of(ruleset('[group.bonus]\nextra = true\n[group.prize]\nin = "bonus"\n[group.output]\n'))
    assert chart.extra == {"bonus", "prize"}
