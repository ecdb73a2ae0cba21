"""One table after another."""

import pytest

from perfeval_rules.ruleset.table_reader import TableReader, formulas
from perfeval_rules.ruleset.tables import Group, Reason, Scoring, Source


def read(document, text):
    return TableReader(document(text))


def codes(reader):
    return [(finding.code.removeprefix("ruleset."), finding.path) for finding in reader.findings]


def test_a_table_that_is_not_written_says_nothing(document):
    reader = read(document, "")
    assert reader.one("scoring", Scoring) == Scoring()
    assert (reader.keyed("source", Source), reader.listed("grade", Source), reader.words()) == ({}, (), {})
    assert codes(reader) == []


def test_a_faulty_table_is_left_out_and_told(document):
    reader = read(document, "[source.a]\n[source.b]\ndocument = 'x'")
    assert list(reader.keyed("source", Source)) == ["b"]
    assert codes(reader) == [("missing-key", "source.a.document")]


def test_a_key_without_an_id_is_told(document):
    reader = read(document, "[source]\ndocument = 'x'")
    assert reader.keyed("source", Source) == {}
    assert codes(reader) == [("no-id", "source.document")]


def test_double_brackets_where_one_table_is_owed_are_told(document):
    reader = read(document, "[[source.a]]\ndocument = 'x'\n[[scoring]]")
    assert reader.keyed("source", Source) == {}
    assert reader.one("scoring", Scoring) == Scoring()
    assert codes(reader) == [("table-owed", "source.a"), ("table-owed", "scoring")]


def test_an_element_that_is_no_table_is_told(document):
    reader = read(document, "grade = [5, { document = 'x' }]")
    assert [table.document for table in reader.listed("grade", Source)] == ["x"]
    assert codes(reader) == [("table-owed", "grade[0]")]


def test_a_formula_is_kept_as_written(document):
    when = read(document, "[reason.a]\nwhen = ' '").table(Reason, ("reason", "a")).when
    assert (when.text, when.at.column) == (" ", 9)


@pytest.mark.parametrize("table", ["every", "rule.a", "line.a"])
def test_a_key_of_another_table_is_told_and_not_taken_for_an_option(told, ruleset, table):
    wrong = "names" if table == "rule.a" else "when"
    assert told(f"[{table}]\n{wrong} = 'x'\nlimit = 1") == [("key-not-here", f"{table}.{wrong}")]


def test_a_text_that_is_no_formula_stays_a_text(document):
    assert read(document, "[group.a]\nin = 'b'").table(Group, ("group", "a")).inside == "b"


def test_formulas_stand_behind_the_keys_that_take_them():
    assert formulas(Group) == {"weight", "score", "applies"}
    assert formulas(Source) == frozenset()


def test_a_word_list_is_a_list_of_texts_without_blanks(document):
    reader = read(document, "[words]\na = ['x', '']\nb = 'x'\nc = [1]")
    assert reader.words() == {"a": ("x", "")}
    assert codes(reader) == [("blank-word", "words.a"), ("list-owed", "words.b"), ("list-owed", "words.c")]
