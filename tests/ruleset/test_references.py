"""Names of other things."""

import pytest

from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read

CITING = {
    "ruleset": "", "requires": "[requires]", "scoring": "[scoring]", "every": "[every]", "rule.a": "[rule.a]",
    "line.a": "[line.a]", "group.a": "[group.a]", "fact.a": "[fact.a]", "adjust.a": "[adjust.a]\nlower = 1",
    "reason.a": "[reason.a]\nwhen = 'met'", "check.a": "[check.a]\nwhen = 'met'",
    "source.a": "[source.a]\ndocument = 'x'", "grade[0]": "[[grade]]\nid = 'a'",
}  # fmt: skip


@pytest.mark.parametrize("table", CITING)
def test_every_table_can_cite_a_source_that_is_there(told, table):
    source = "\n[source.law]\ndocument = 'x'"
    assert told(f"{CITING[table]}\ncites = ['law']{source}") == []
    assert told(f"{CITING[table]}\ncites = ['law', 'lw']{source}") == [("unknown-source", f"{table}.cites[1]")]


@pytest.mark.parametrize("kind", ["group", "line"])
def test_what_stands_inside_a_group_names_one_that_is_there(told, kind):
    assert told(f"[{kind}.a]\nin = 'b'\n[group.b]") == []
    assert told(f"[{kind}.a]\nin = 'c'\n[group.b]") == [("unknown-group", f"{kind}.a.in")]


def test_groups_form_a_tree(told):
    assert told("[group.a]\nin = 'b'\n[group.b]\nin = 'c'\n[group.c]") == []
    assert told("[group.a]\nin = 'a'") == [("group-circle", "group.a.in")]


def test_a_circle_is_told_once_with_its_members(headed):
    text = "[group.x]\nin = 'a'\n[group.a]\nin = 'b'\n[group.b]\nin = 'c'\n[group.c]\nin = 'a'\n[group.y]\nin = 'c'"
    _, findings = read(merge([headed(text)])[0])
    assert [(finding.path, finding.values["members"]) for finding in findings] == [("group.a.in", "a → b → c → a")]


def test_what_stands_nowhere_or_in_itself_is_read_as_standing_under_the_form(headed):
    text = "[group.a]\nin = 'b'\n[group.b]\nin = 'a'\n[group.c]\nin = 'x'\n[group.d]\nin = 'a'\n[line.e]\nin = 'x'"
    found, _ = read(merge([headed(text)])[0])
    assert [found.groups[name].inside for name in "abcd"] == [None, None, None, "a"]
    assert found.lines["e"].inside is None


@pytest.mark.parametrize("text", ["goal", "category1", "category3", "region"])
def test_a_group_is_repeated_for_a_text_of_the_line(told, text):
    assert told(f"[group.a]\neach = '{text}'\n[fact.region]\nof = 'line'\nkind = 'text'") == []


COMPUTED = "of = 'line'\nkind = 'text'\nvalue = 'name'"


@pytest.mark.parametrize("fact", ["of = 'form'\nkind = 'text'", "of = 'line'\nkind = 'number'", COMPUTED])
def test_no_group_is_repeated_for_anything_else(told, fact):
    assert told(f"[group.a]\neach = 'region'\n[fact.region]\n{fact}") == [("unknown-each", "group.a.each")]


def test_a_grade_that_caps_is_one_given_by_points(told):
    grades = "[[grade]]\nid = 'veto'\nwhen = 'complete'\n[[grade]]\nid = 'good'\nat_least = 80"
    assert told(f"[adjust.a]\nnot_above = 'good'\n{grades}") == []
    assert told(f"[adjust.a]\nnot_above = 'veto'\n{grades}") == [("unknown-grade", "adjust.a.not_above")]


def test_a_grade_at_fault_is_still_one_that_can_be_named(told):
    assert told("[adjust.a]\nnot_above = 'good'\n[[grade]]\nid = 'good'\nat_least = '80'") == [
        ("number-owed", "grade[0].at_least")
    ]


def test_names_are_told_where_the_tables_they_mean_are_none(document):
    text = (
        "format = 1\nsource = 5\ngroup = 5\ngrade = [5]\n[ruleset]\nid = 'a'\nedition = '1'\nyears = { from = 2024 }\n"
        "[every]\ncites = ['x']\n[line.a]\nin = 'b'\n[adjust.c]\nnot_above = 'd'"
    )
    _, findings = read(merge([document(text)])[0])
    assert [finding.path for finding in findings] == [
        "source", "group", "grade[0]", "every.cites[0]", "line.a.in", "adjust.c.not_above",
    ]  # fmt: skip


def test_what_was_taken_away_and_is_still_named_is_told_at_both_places(headed):
    base = headed("[group.a]\n[line.b]\nin = 'a'", name="base")
    _, findings = read(merge([base, headed(name="top", extends=["base"], remove=["group.a"])])[0])
    assert [(finding.code, finding.at.source) for finding in findings] == [("ruleset.removed-name", "base.toml")]
    assert findings[0].values["there"] == "top.toml:7:11"
    assert "group.a" in findings[0].say("zh")
