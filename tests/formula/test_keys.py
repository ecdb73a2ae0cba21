"""The names under which a formula asks for what is not a plain name."""

from perfeval_rules.formula.keys import points_key, rank_key, repeats_key
from perfeval_rules.formula.language import parse


def test_each_call_asks_by_a_name_that_no_author_can_write():
    assert points_key(parse("points('output')").tree) == "points.output"
    assert repeats_key(parse("repeats(name)").tree) == "repeats.name"
    assert repeats_key(parse("repeats(name, 'folder')").tree) == "repeats.name.folder"
    assert rank_key(parse("rank( - total )").tree) == "rank.-total"


def test_repeats_of_what_is_no_name_asks_for_nothing_known():
    assert repeats_key(parse("repeats('x')").tree) == "repeats."
