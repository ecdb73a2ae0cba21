"""Where the values of merged files come from."""

from perfeval_rules.findings import Place
from perfeval_rules.ruleset.overlay import merge

BASE = """
[rule.cost]
when = "within('cost')"
type = "cost"
[source.notice]
document = "通知"
"""
LOCAL = """
[rule.cost]
type = "threshold"
"""


def laid(headed):
    files = headed(BASE, name="base"), headed(LOCAL, name="local", extends=["base"], remove=["source.notice"])
    return merge(files)[0]


def test_a_value_comes_from_the_file_that_wrote_it_last(headed):
    merged = laid(headed)
    assert merged.at(("rule", "cost", "type")) == "threshold"
    assert merged.place(("rule", "cost", "type")).source == "local.toml"
    assert merged.place(("rule", "cost", "when")).source == "base.toml"
    assert merged.source(("rule", "cost", "type")) == '"threshold"'
    assert merged.written(("rule", "cost", "when")).at == Place("base.toml", 10, 9)


def test_a_table_comes_from_the_file_that_wrote_it_first(headed):
    assert laid(headed).document(("rule", "cost")).name == "base.toml"


def test_what_nobody_wrote_stands_at_what_would_hold_it(headed):
    merged = laid(headed)
    assert merged.key(("rule", "cost", "score")).at == merged.key(("rule", "cost")).at
    assert merged.document(("scoring", "total")).name == "local.toml"


def test_what_was_taken_away_is_remembered_with_all_that_stood_in_it(headed):
    merged = laid(headed)
    removal = merged.removal("source", "notice", "document")
    assert removal is not None
    assert (removal.path, removal.spot.at.source) == (("source", "notice"), "local.toml")
    assert merged.removal("rule", "cost") is None
