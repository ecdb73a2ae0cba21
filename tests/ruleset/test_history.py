"""Who wrote what, and where two files disagree."""

import pytest

from perfeval_rules.ruleset.history import identity, listed
from perfeval_rules.ruleset.overlay import merge

BASE = "[reason.a]\nwhen = 'met'\nmin_chars = 5\n[group.a]\nweight = 1"


def disagreements(headed, left, right, both=None):
    files = [
        headed(BASE, name="base"),
        headed(**{"name": "left", "extends": ["base"], **left}),
        headed(**{"name": "right", "extends": ["base"], **right}),
        headed(**{"name": "both", "extends": ["left", "right"], **(both or {})}),
    ]
    _, findings = merge(files)
    return [(finding.at.source, finding.path, finding.values["other"]) for finding in findings]


def test_a_disagreement_is_told_at_both_places(headed):
    left, right = {"tables": "[group.a]\nweight = 2"}, {"tables": "[group.a]\nweight = 3"}
    assert disagreements(headed, left, right) == [("right.toml", "group.a.weight", "left.toml:9:10")]


@pytest.mark.parametrize("same", ["[group.a]\nweight = 2", "[group.a]\nweight = 2.0"])
def test_two_files_that_write_the_same_do_not_disagree(headed, same):
    assert disagreements(headed, {"tables": "[group.a]\nweight = 2"}, {"tables": same}) == []


def test_a_file_that_extends_both_settles_it_by_writing_the_path(headed):
    left, right = {"tables": "[group.a]\nweight = 2"}, {"tables": "[group.a]\nweight = 3"}
    assert disagreements(headed, left, right, {"tables": "[group.a]\nweight = 4"}) == []


def test_a_file_that_extends_both_settles_it_by_taking_the_path_away(headed):
    left, right = {"tables": "[group.a]\nweight = 2"}, {"tables": "[group.a]\nweight = 3"}
    assert disagreements(headed, left, right, {"remove": ["group.a"]}) == []


def test_one_file_changing_what_another_takes_away_is_a_disagreement_told_once(headed):
    left = {"tables": "[reason.a]\nmin_chars = 9\nmax_chars = 99"}
    told = disagreements(headed, left, {"remove": ["reason.a"]})
    assert {other for _, _, other in told} == {"left.toml:9:13", "left.toml:10:13"}
    assert disagreements(headed, {"remove": ["reason.a"]}, left)[0][0] == "right.toml"


def test_two_files_taking_the_same_away_agree(headed):
    assert disagreements(headed, {"remove": ["reason.a"]}, {"remove": ["reason.a"]}) == []


def test_a_removal_is_settled_where_a_file_that_extends_both_writes_the_key(headed):
    left = {"tables": "[reason.a]\nmin_chars = 9"}
    assert disagreements(headed, left, {"remove": ["reason.a"]}, {"tables": "[reason.a]\nmin_chars = 7"}) == []


def test_what_a_base_took_away_its_extensions_do_not_have(headed):
    base, middle = headed(BASE, name="base"), headed(name="middle", extends=["base"], remove=["reason.a"])
    top = headed(name="top", extends=["middle"], remove=["reason.a.when"])
    assert [finding.code for finding in merge([base, middle, top])[1]] == ["ruleset.remove-nothing"]


def test_a_whole_kind_of_table_may_be_taken_away(headed):
    files = [headed(BASE, name="base"), headed(name="top", extends=["base"], remove=["reason"])]
    merged, findings = merge(files)
    assert findings == ()
    assert "reason" not in merged.data


def test_what_stood_in_a_kind_of_table_that_was_taken_away_is_gone(headed):
    base, middle = headed(BASE, name="base"), headed(name="middle", extends=["base"], remove=["reason"])
    top = headed(name="top", extends=["middle"], remove=["reason.a"])
    assert [finding.code for finding in merge([base, middle, top])[1]] == ["ruleset.remove-nothing"]


def test_a_file_without_an_id_is_known_by_its_name(document):
    assert identity(document("[ruleset]\nid = 5")) == "a.toml"
    assert identity(document("ruleset = 5")) == "a.toml"


def test_what_is_no_list_lists_nothing(document):
    assert listed(document('[ruleset]\nextends = "base"'), "extends") == ()
    assert listed(document("[ruleset]\nextends = ['a', 5]"), "extends") == ("a", 5)
    assert listed(document("ruleset = 5"), "extends") == ()
