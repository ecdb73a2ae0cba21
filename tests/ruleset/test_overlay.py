"""The law of merging."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.ruleset.canonical import digest
from perfeval_rules.ruleset.overlay import merge


def laid(*documents):
    merged, findings = merge(documents)
    return merged.data, [(finding.code.removeprefix("ruleset."), finding.path) for finding in findings]


def test_tables_merge_key_by_key_and_every_other_value_replaces_the_one_before(headed):
    base = headed('[scoring]\nplaces = { line = 2, total = 2 }\ntotal = "1"\n[words]\na = ["x", "y"]', name="base")
    local = headed('[scoring]\nplaces = { total = 0 }\n[words]\na = ["z"]', name="local", extends=["base"])
    data, findings = laid(base, local)
    assert data == {"scoring": {"places": {"line": 2, "total": 0}, "total": "1"}, "words": {"a": ["z"]}}
    assert findings == []


def test_an_array_of_tables_replaces_the_one_before(headed):
    base = headed('[[grade]]\nid = "a"\n[[grade]]\nid = "b"', name="base")
    assert laid(base, headed('[[grade]]\nid = "c"', name="local", extends=["base"]))[0] == {"grade": [{"id": "c"}]}


def test_new_rules_are_asked_first_and_a_changed_one_keeps_its_place(headed):
    base = headed("[rule.a]\n[rule.b]\n[rule.c]", name="base")
    middle = headed("[rule.d]\n[rule.b]\ntype = 'rate'\n[rule.e]", name="middle", extends=["base"])
    top = headed("[rule.f]\n[rule.d]\ntype = 'cost'", name="top", extends=["middle"])
    assert list(laid(base, middle, top)[0]["rule"]) == ["f", "d", "e", "a", "b", "c"]


def test_new_adjusts_come_last_as_in_every_other_table(headed):
    base, local = (
        headed("[adjust.a]\n[fact.a]", name="base"),
        headed("[adjust.b]\n[fact.b]", name="b", extends=["base"]),
    )
    data, _ = laid(base, local)
    assert (list(data["adjust"]), list(data["fact"])) == (["a", "b"], ["a", "b"])


def test_the_head_of_a_file_is_never_merged(headed):
    assert laid(headed(), headed(name="b", extends=["a"]))[0] == {}


def test_a_thing_or_one_key_can_be_taken_away(headed):
    base = headed("[group.a]\nin = 'b'\nweight = 1\n[group.b]\n[scoring]\nplaces = { line = 2 }", name="base")
    local = headed(name="local", extends=["base"], remove=["group.a.in", "group.b", "scoring.places.line"])
    assert laid(base, local) == ({"group": {"a": {"weight": 1}}, "scoring": {"places": {}}}, [])


def test_what_is_taken_away_can_be_written_anew(headed):
    base = headed("[rule.a]\ntype = 'rate'\nscore = '1'\n[rule.b]", name="base")
    merged, findings = merge(
        [base, headed("[rule.b]\n[rule.a]\ntype = 'cost'", name="x", extends=["base"], remove=["rule.a"])]
    )
    assert (merged.data, findings) == ({"rule": {"a": {"type": "cost"}, "b": {}}}, ())
    assert merged.removal("rule", "a") is None
    assert merged.removal("rule", "a", "score") is not None


def test_a_value_can_become_a_table_and_a_table_a_value(headed):
    base = headed("[every]\nlimit = 1\nrange = { low = 1 }", name="base")
    local = headed("[every]\nlimit = { low = 2 }\nrange = 3", name="local", extends=["base"])
    assert laid(base, local)[0] == {"every": {"limit": {"low": 2}, "range": 3}}
    assert ("every", "range", "low") not in merge([base, local])[0].origin


@pytest.mark.parametrize("path", ["group.b", "group.a.in", "group.a.weight.x", "grade", "ruleset.id", ""])
def test_a_path_that_is_not_there_cannot_be_taken_away(headed, path):
    base = headed("[group.a]\nweight = 1", name="base")
    assert laid(base, headed(name="local", extends=["base"], remove=[path]))[1] == [
        ("remove-nothing", "ruleset.remove[0]")
    ]


def test_a_file_takes_away_only_what_its_own_bases_have(headed):
    other = headed("[group.a]", name="other")
    local = headed(name="local", remove=["group.a"])
    assert laid(other, local) == ({"group": {"a": {}}}, [("remove-nothing", "ruleset.remove[0]")])


def test_what_is_no_path_is_left_to_the_reading_of_the_head(document):
    assert laid(document('[ruleset]\nid = "a"\nremove = [1]'))[1] == []


def test_files_that_know_nothing_of_each_other_may_not_write_one_path_differently(headed):
    base = headed("[group.a]\nweight = 1", name="base")
    left = headed("[group.a]\nweight = 2", name="left", extends=["base"])
    right = headed("[group.a]\nweight = 3", name="right", extends=["base"])
    both = headed(name="both", extends=["left", "right"])
    assert laid(base, left, right, both)[1] == [("conflict", "group.a.weight")]


KEYS = st.sampled_from(["a", "b", "c"])
TABLES = st.dictionaries(
    st.sampled_from(["group", "words", "fact"]), st.dictionaries(KEYS, st.integers(0, 9), max_size=3), max_size=3
)


def spelt(tables):
    return "".join(
        f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in table.items()) for name, table in tables.items()
    )


@given(TABLES)
@settings(deadline=None)
def test_overlaying_nothing_changes_nothing(headed, tables):
    base = headed(spelt(tables), name="base")
    alone, findings = laid(base)
    assert laid(base, headed(name="local", extends=["base"])) == (alone, findings)
    assert digest(alone) == digest(laid(base, headed(name="local", extends=["base"]))[0])


@given(TABLES)
@settings(deadline=None)
def test_saying_the_same_again_changes_nothing(headed, tables):
    base = headed(spelt(tables), name="base")
    assert laid(base, headed(spelt(tables), name="local", extends=["base"])) == laid(base)


@given(TABLES, TABLES)
@settings(deadline=None)
def test_every_value_has_an_origin_that_wrote_it(headed, below, above):
    merged, _ = merge([headed(spelt(below), name="base"), headed(spelt(above), name="local", extends=["base"])])
    for name, table in merged.data.items():
        for key in table:
            path = (name, key)
            assert merged.document(path).at(path) == merged.at(path)
            assert merged.document(path).name == ("local.toml" if key in above.get(name, {}) else "base.toml")
