"""What a formula may use is empty until somebody fills it, and kinds have names for people."""

from perfeval_rules.formula.vocabulary import KIND_TITLES, Vocabulary


def test_every_kind_is_called_something_in_both_languages() -> None:
    assert [(kind, title.zh, title.en) for kind, title in KIND_TITLES.items()] == [
        ("number", "数值", "a number"),
        ("boolean", "条件（是或否）", "a condition (true or false)"),
        ("text", "文字", "a text"),
        ("date", "日期", "a date"),
        ("table", "分档表", "a table"),
    ]


def test_a_vocabulary_of_nothing_knows_nothing() -> None:
    empty = Vocabulary()
    assert (empty.names, empty.later, empty.inner) == ({}, {}, {})
    assert empty.words | empty.groups | empty.lines | empty.blankable == frozenset()
    assert empty.aggregates == "none"
