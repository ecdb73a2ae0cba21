"""One thing to tell a person, and where it stands."""

from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.findings import Finding, Place, Written, listed, worst
from perfeval_rules.text import Text


def finding(severity="error", **values):
    return Finding(
        "form.x", severity, Place(), Text("“{a}”不对", "{a} is wrong"), Text("改为 {b}", "make it {b}"), values
    )


def test_a_place_in_a_file_reads_as_editors_read_it():
    assert str(Place("a.toml", 41, 10)) == "a.toml:41:10"
    assert str(Place("a.toml", 41)) == "a.toml:41"
    assert str(Place("a.toml")) == "a.toml"
    assert str(Place()) == ""


def test_a_cell_is_its_own_place():
    assert str(Place("a.xlsx", cell="自评表!D13")) == "自评表!D13"


def test_places_stand_in_the_order_of_the_file():
    assert sorted([Place("a", 10, 1), Place("a", 2, 5), Place("a", 2, 1)])[0] == Place("a", 2, 1)


def test_text_that_is_blank_is_false_wherever_it_stands():
    assert not Written("", Place("a", 1, 1))
    assert Written("0")


def test_characters_follow_one_another_on_their_line():
    written = Written("score + 1", Place("a", 3, 10), ("x = 'score + 1'",))
    assert written.place(0) == Place("a", 3, 10)
    assert written.place(8) == Place("a", 3, 18)
    assert written.place(99) == Place("a", 3, 109)
    assert written.source_line(4) == "x = 'score + 1'"


def test_text_without_a_column_keeps_to_its_line():
    assert Written("abc", Place("a", 3)).place(2) == Place("a", 3, 0)


def test_text_of_a_cell_keeps_to_its_cell():
    assert Written("abc", Place("a", cell="D13"), marks=((1, 1), (1, 2), (1, 3))).place(2) == Place("a", 0, 0, "D13")


def test_characters_that_do_not_follow_one_another_have_places_of_their_own():
    written = Written("ab", Place("a", 3, 10), ("first", "second"), ((3, 10), (4, 2)))
    assert written.place(1) == Place("a", 4, 2)
    assert written.source_line(0) == "first"
    assert written.source_line(1) == "second"


def test_the_place_past_the_end_is_the_one_after_the_last():
    written = Written("ab", Place("a", 3, 10), (), ((3, 10), (4, 2)))
    assert written.place(2) == Place("a", 4, 3)
    assert written.place(4) == Place("a", 4, 5)


def test_a_line_that_is_not_known_is_blank():
    assert Written("ab", Place("a", 3, 1)).source_line(0) == ""


@settings(deadline=None)
@given(st.text(min_size=1), st.integers(1, 50), st.integers(1, 50))
def test_every_character_has_a_place_at_or_after_the_first(text, line, column):
    written = Written(text, Place("a", line, column))
    assert all(written.place(n) >= written.at for n in range(len(text)))


def test_a_finding_speaks_and_advises_in_both_languages():
    told = finding(a="重量", b="分值")
    assert (told.say("zh"), told.advise("zh")) == ("“重量”不对", "改为 分值")
    assert (told.say("en"), told.advise("en")) == ("重量 is wrong", "make it 分值")


def test_a_finding_may_have_nothing_to_advise():
    assert Finding("x", "info", Place(), Text("好", "good")).advise("zh") == ""


def test_the_worst_of_findings_is_the_gravest_severity():
    assert worst((finding("info"), finding("error"), finding("warning"))) == "error"
    assert worst((finding("info"), finding("warning"))) == "warning"
    assert worst(()) is None


def test_several_names_stand_in_one_message():
    assert listed(("甲", "乙")) == "甲、乙"
    assert listed(["a", "b\u202e"], "en") == "a, b\\u202e"
    assert listed(()) == ""
