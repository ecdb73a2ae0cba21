"""A plan as readings see it."""

import dataclasses

import pytest

from tests.plan.small import AS_DONE, program

PLAN = program(AS_DONE + '[group.a]\n[group.b]\nin = "a"\n[group.c]\nin = "b"\n[group.d]\nscore = "1"\n').plan


def test_a_group_stands_over_itself_and_all_below_it():
    assert PLAN.under("a") == ("a", "b", "c")
    assert PLAN.under("c") == ("c",)


def test_an_id_that_is_no_group_has_nothing_below_it():
    assert PLAN.under("x") == ("x",)


def test_the_ancestors_of_a_group_are_told_from_the_inside_out():
    assert PLAN.ancestors("c") == ("c", "b", "a")
    assert PLAN.ancestors("") == ()


def test_only_groups_that_ask_no_child_stand_in_every_form():
    assert PLAN.childless == {"d"}


def test_a_plan_is_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        PLAN.rounding = "down"
