"""A merged ruleset value by value."""

from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.files.library import load, shipped_ids
from perfeval_rules.ruleset.document import dotted
from perfeval_rules.ruleset.effective import effective, taken_away
from perfeval_rules.ruleset.overlay import merge

BASE = """
[scoring]
places = { line = 2, total = 2 }
unscored = {}
[rule.count]
when = "dimension == 'count'"
type = "count"
[rule.other]
type = "threshold"
[group.cost]
in = "output"
[group.benefit]
[group.output]
weight = 50
[group.quantity]
in = "output"
[group.unit-cost]
in = "cost"
[[grade]]
id = "good"
at_least = 80
[words]
cause = ["因"]
"""
LOCAL = """
[scoring]
places.line = 1
[rule.deadline]
when = "target_kind == 'date'"
[rule.count]
reverse = "strict"
[adjust.cap]
score = "min(score, weight)"
[[grade]]
id = "fine"
title.zh = "好"
[[grade]]
id = "poor"
"""


def merged(headed, local=LOCAL, base=BASE, **head):
    return merge([headed(base, "base"), headed(local, "local", ["base"], **head)])[0]


def order(found, table):
    return [(entry.path[-1], entry.depth) for entry in found if entry.table == table]


def test_rules_stand_as_they_are_asked_the_one_without_a_condition_last(headed):
    found = effective(merged(headed))
    assert [name for name, _ in order(found, "rule")] == ["deadline", "count", "other"]


def test_groups_stand_as_a_tree(headed):
    assert order(effective(merged(headed)), "group") == [
        ("benefit", 0), ("output", 0), ("cost", 1), ("unit-cost", 2), ("quantity", 1),
    ]  # fmt: skip


def test_groups_in_a_circle_or_nowhere_are_shown_as_well(headed):
    tables = '[group.a]\nin = "b"\n[group.b]\nin = "a"\n[group.c]\nin = "gone"\n[group.d]\nin = ["c"]'
    assert order(effective(merged(headed, tables, "")), "group") == [("c", 0), ("d", 0), ("a", 0), ("b", 1)]


def test_every_value_has_the_place_it_was_written_at_last(headed):
    found = {dotted(value.path): value for entry in effective(merged(headed)) for value in entry.values}
    assert (found["scoring.places.line"].value, found["scoring.places.line"].at.source) == (1, "local.toml")
    assert (found["scoring.places.total"].value, found["scoring.places.total"].at.source) == (2, "base.toml")
    assert str(found["rule.count.reverse"].at) == "local.toml:14:11"
    assert found["rule.count.type"].at.source == "base.toml"
    assert found["scoring.unscored"].value == {}
    assert found["group.benefit"].value == {}
    assert [dotted(path) for path in (value.path for value in found.values()) if path[0] == "grade"] == [
        "grade[0].id", "grade[0].title.zh", "grade[1].id",
    ]  # fmt: skip


def test_tables_stand_in_the_order_of_readers_and_unknown_ones_last(headed):
    tables = "[colour]\nred = 1\n" + LOCAL
    tables = [entry.table for entry in effective(merged(headed, tables))]
    assert list(dict.fromkeys(tables)) == ["scoring", "group", "rule", "adjust", "grade", "words", "colour"]


def test_what_stands_where_a_table_belongs_is_shown_too(headed):
    tables = '[rule]\nwhen = "True"\n[rule.x]\ntype = "count"\n[fact]\n[scoring]\nplaces = [1]'
    found = effective(merged(headed, tables, ""))
    assert [(entry.path, [value.path for value in entry.values]) for entry in found] == [
        (("scoring",), [("scoring", "places")]),
        (("rule",), [("rule", "when")]),
        (("rule", "x"), [("rule", "x", "type")]),
    ]


def test_a_value_outside_of_all_tables_is_shown_too(document):
    head = '[ruleset]\nid = "a"\nedition = "1"\nyears = { from = 2024 }\n'
    found = effective(merge([document(f"format = 1\ngrade = []\nsplit = 3\n{head}")])[0])
    assert [(entry.table, entry.values[0].path) for entry in found] == [("", ("grade",)), ("", ("split",))]


def test_what_was_removed_is_told_once_and_only_while_it_is_gone(headed):
    local = '[group.cost]\nweight = 3\n[rule.count]\ntype = "count"'
    gone = taken_away(merged(headed, local, remove=["group.output.weight", "rule.count", "group.cost", "words.cause"]))
    assert [(dotted(path), removal.spot.at.source) for path, removal in gone] == [
        ("group.output.weight", "local.toml"), ("rule.count.when", "local.toml"), ("group.cost.in", "local.toml"),
        ("words.cause", "local.toml"),
    ]  # fmt: skip


def test_a_table_is_removed_as_a_whole(headed):
    gone = taken_away(merged(headed, "", remove=["rule.count"]))
    assert [dotted(path) for path, _ in gone] == ["rule.count"]


keys = st.sampled_from(["score", "type", "in", "when", "cites", "weight", "title"])
leaves = st.sampled_from(['"cost"', "3", "true", '["a", "b"]', "{}", '{ zh = "甲" }', "{ zh = 3, en = {} }"])
things = st.dictionaries(keys, leaves, max_size=3)
named = st.dictionaries(st.sampled_from(["cost", "output", "x"]), things, max_size=3)
files = st.dictionaries(st.sampled_from(["rule", "group", "adjust", "source", "fact"]), named, max_size=3)


def written(tables):
    lines = []
    for table, entries in tables.items():
        for name, values in entries.items():
            lines += [f"[{table}.{name}]", *(f"{key} = {value}" for key, value in values.items())]
    return "\n".join(lines)


def leaves_of(value, path=()):
    """Every value that is no table, and every empty table; of a list of tables, what is in them."""
    if isinstance(value, dict) and (value or len(path) < 2):
        return [leaf for key, inner in value.items() for leaf in leaves_of(inner, (*path, key))]
    if isinstance(value, list) and len(path) == 1 and value and all(isinstance(inner, dict) for inner in value):
        return [leaf for number, inner in enumerate(value) for leaf in leaves_of(inner, (*path, number))]
    return [path]


def assert_whole(found):
    values = [value for entry in effective(found) for value in entry.values]
    paths = [value.path for value in values]
    assert len(set(paths)) == len(paths)
    assert set(paths) == set(leaves_of(found.data))
    for value in values:
        assert value.value == found.at(value.path)
        origin = next(
            found.origin[value.path[:size]]
            for size in range(len(value.path), 0, -1)
            if value.path[:size] in found.origin
        )
        assert value.at == origin.value(value.path).at
        assert value.at.line


@settings(deadline=None, max_examples=60)
@given(first=files, second=files, third=files)
def test_every_value_is_told_once_with_the_origin_it_has(headed, first, second, third):
    documents = [headed(written(tables), name) for name, tables in zip("abc", (first, second, third), strict=True)]
    assert_whole(merge(documents)[0])


def test_so_is_every_value_of_the_rulesets_that_ship():
    for name in shipped_ids():
        assert_whole(load(name)[0].merged)


def test_a_table_that_holds_tables_stands_once_for_each_of_them(headed):
    kinds = ("fact", "group", "line", "rule", "adjust", "reason", "check", "source")
    found = effective(merge([headed("".join(f"[{kind}.a]\nx = 1\n[{kind}.b]\nx = 2\n" for kind in kinds), "base")])[0])
    for kind in kinds:
        assert [entry.path for entry in found if entry.table == kind] == [(kind, "a"), (kind, "b")]
