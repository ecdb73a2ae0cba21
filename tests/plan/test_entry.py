"""The names that only the plan uses."""

import pytest

from perfeval_rules.formula.language import Refused, compose, parse
from perfeval_rules.plan.entry import CHILD_NAMES, EVERY_CHILD, FORM, OF_A_GROUP, Entry
from tests.plan.small import AS_DONE, program


def test_an_entry_needs_no_words_and_by_itself_runs_over_all_lines():
    entry = Entry("a", compose("1"))
    assert (entry.words, entry.over) == ({}, None)


def test_no_author_can_write_a_name_of_the_plan():
    made = program(AS_DONE + '[group.output]\n[adjust.cap]\nscore = "score"\n[check.c]\nwhen = "True"\n')
    names = {*made.plan.form, *made.plan.lines["rule.all"]}
    plain = {name for name in names if not name.startswith("_") and "." not in name}
    ours = {"total", "grade", "weight", "ratio", "met", "attainment", "deviation", "score", "lost", "low", "high"}
    assert plain == {*ours, "outcome"}
    for name in names - plain:
        with pytest.raises(Refused):
            parse(f"{name} + 1")


def test_a_mark_of_the_plan_is_no_id():
    for mark in (FORM, EVERY_CHILD):
        assert not mark.isidentifier()


def test_what_a_child_is_asked_for_instead_of_its_weight_a_group_has_too():
    assert set(CHILD_NAMES.values()) <= OF_A_GROUP
