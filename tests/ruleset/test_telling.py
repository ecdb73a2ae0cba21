"""Findings about a ruleset."""

from perfeval_rules.findings import Place
from perfeval_rules.ruleset.document import Spot
from perfeval_rules.ruleset.telling import key_of, meant, said, tell


def test_a_finding_has_the_line_and_the_caret_of_its_spot():
    told = tell("no-id", Spot(Place("a", 3, 2), " when", 4), ("check", "when"), key="when", table="check")
    assert (told.code, told.path, told.line, told.length) == ("ruleset.no-id", "check.when", " when", 4)


def test_a_misspelt_name_is_offered_the_nearest_else_all_that_are_known():
    assert meant("scor", ["score", "type"]).en == "the nearest is “score”"
    assert meant("xyz", ["score", "type"]).zh == "可用的有：score、type"
    assert meant("xyz", []).en == "there is none yet"


def test_more_names_than_people_read_are_not_listed():
    assert meant("?", (f"n{number}" for number in range(1000))).en.count(",") < 50


def test_a_value_is_said_as_written_and_a_table_in_words(document):
    written = document("a = '5'\nb = { c = 1 }\n[d]\n[[e]]")
    assert [said(written, (key,)) for key in "ab"] == ["'5'", "{ c = 1 }"]
    assert [said(written, (key,)).en for key in "de"] == ["a table", "a list of tables"]


def test_an_element_is_known_by_the_key_of_its_list():
    assert key_of(("group", "a", "names", 1)) == "names"
