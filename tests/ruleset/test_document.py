"""One file of a ruleset."""

from perfeval_rules.findings import Place
from perfeval_rules.ruleset.document import dotted

TEXT = '''
format = 1
[rule.cost]
score = "weight * 2"
"键" = 'a\\b'
long = """
one \\
  two"""
[[grade]]
at_least = 90
names = ["a", "b"]
'''


def test_a_key_knows_its_place(document):
    written = document(TEXT)
    assert written.place(("rule", "cost", "score")) == Place("a.toml", 4, 1)
    assert written.place(("rule", "cost")) == Place("a.toml", 3, 7)
    assert written.place(("rule",)) == Place("a.toml", 3, 2)
    assert written.place(("grade", 0, "at_least")) == Place("a.toml", 10, 1)
    assert written.key(("rule", "cost", "键")).length == 3


def test_a_value_knows_its_place_and_its_source_line(document):
    spot = document(TEXT).value(("rule", "cost", "score"))
    assert (spot.at, spot.line, spot.length) == (Place("a.toml", 4, 9), 'score = "weight * 2"', 12)
    assert document(TEXT).value(("grade", 0, "names", 1)).at == Place("a.toml", 11, 15)


def test_a_value_that_goes_over_lines_is_pointed_at_on_its_first(document):
    assert document(TEXT).value(("rule", "cost", "long")).length == 3


def test_a_key_that_is_not_written_stands_at_the_table_that_would_hold_it(document):
    written = document(TEXT)
    assert written.place(("rule", "cost", "type")) == Place("a.toml", 3, 7)
    assert written.value(("rule", "cost", "type")).at == Place("a.toml", 3, 7)
    assert written.key(("scoring", "total")).at == Place("a.toml")


def test_each_character_of_a_text_knows_its_place(document):
    text = document(TEXT).written(("rule", "cost", "score"))
    assert (text.text, text.place(0), text.place(9)) == ("weight * 2", Place("a.toml", 4, 10), Place("a.toml", 4, 19))
    assert text.source_line(3) == 'score = "weight * 2"'


def test_a_text_over_several_lines_keeps_them(document):
    text = document(TEXT).written(("rule", "cost", "long"))
    assert text.text == "one two"
    assert text.place(4) == Place("a.toml", 8, 3)
    assert [text.source_line(0), text.source_line(4)] == ["one \\", '  two"""']


def test_a_value_is_told_as_it_is_written(document):
    assert document(TEXT).source(("rule", "cost", "键")) == "'a\\b'"
    assert document(TEXT).source(("scoring",)) == ""


def test_a_path_reads_as_people_write_it():
    assert dotted(("rule", "cost", "score")) == "rule.cost.score"
    assert dotted(("grade", 0, "at_least")) == "grade[0].at_least"
    assert dotted(()) == ""
