"""What a ruleset names besides formulas."""

import pytest

from tests.plan.small import AS_DONE, codes, faults, without

WORDS = '[words]\ncause = ["因"]\n'
NOTE = '[fact.note]\nkind = "text"\n[fact.plan]\nof = "line"\nkind = "text"\n[fact.size]\n'


def reason(more, of="line"):
    return AS_DONE + WORDS + NOTE + f'[reason.r]\nof = "{of}"\nwhen = "True"\n{more}'


def test_a_reason_of_a_line_is_answered_by_its_reason_cell_or_any_text_of_it():
    assert codes(reason("")) == []
    for text in ("reason", "plan", "note", "actual_text", "outcome", "department"):
        assert codes(reason(f'text = "{text}"\n')) == []


def test_a_reason_of_the_form_must_say_which_text_answers():
    assert codes(reason("", "form")) == [("ruleset.no-text", "reason.r")]
    assert codes(reason('text = "note"\n', "form")) == []


@pytest.mark.parametrize(
    ("text", "of"), [("size", "line"), ("score", "line"), ("noet", "line"), ("plan", "form"), ("reason", "form")]
)
def test_what_answers_must_be_a_text_that_is_known_there(text, of):
    assert codes(reason(f'text = "{text}"\n', of)) == [("ruleset.unknown-text", "reason.r.text")]


def test_a_misspelt_text_is_told_with_the_nearest():
    (found,) = faults(reason('text = "raeson"\n'))
    assert "“reason”" in found.advise("en")


def test_what_a_reason_needs_are_word_lists():
    assert codes(reason('needs = ["cause", "grade-low", "placeholder"]\n')) == []
    (found,) = faults(reason('needs = ["cause", "casue"]\n'))
    assert (found.code, found.path, "“cause”" in found.advise("en")) == (
        "ruleset.unknown-words",
        "reason.r.needs[1]",
        True,
    )


@pytest.mark.parametrize(
    ("table", "seen", "unseen"),
    [
        ('[reason.r]\nwhen = "True"\n', "{name}{lost}{total}{reverse}{plan}{year}", "lots"),
        ('[reason.r]\nof = "form"\ntext = "note"\nwhen = "True"\n', "{note}{total:2}{grade}", "lost"),
        ('[check.c]\nwhen = "True"\n', "{score:4}{deviation:%}{outcome}", "scor"),
        ('[check.c]\nof = "form"\nwhen = "True"\n', "{annual_budget}", "score"),
        ('[adjust.a]\nscore = "score"\n', "{lost}{name}", "nmae"),
        ('[adjust.a]\ntotal = "total"\n', "{total}", "score"),
        ("[adjust.a]\nlower = 1\n", "{grade}", "met"),
    ],
)
def test_a_message_shows_only_values_that_are_known_where_it_is_told(table, seen, unseen):
    text = AS_DONE + NOTE + table
    key = table.split("]")[0].removeprefix("[")
    assert codes(text + f'message.zh = "{seen}"\n') == []
    assert codes(text + f'message.zh = "{{{unseen}}}"\n') == [("ruleset.unknown-placeholder", f"{key}.message.zh")]
    assert codes(text + f'message.zh = "甲"\nmessage.en = "{{{unseen}}}"\n') == [
        ("ruleset.unknown-placeholder", f"{key}.message.en")
    ]


def test_each_unknown_placeholder_of_each_language_is_told():
    found = faults(AS_DONE + '[check.c]\nwhen = "True"\nmessage.zh = "{a1}{b1}"\nmessage.en = "{a1}"\n')
    assert {(one.path, one.values["placeholder"]) for one in found} == {
        ("check.c.message.zh", "{a1}"), ("check.c.message.zh", "{b1}"), ("check.c.message.en", "{a1}"),
    }  # fmt: skip


def test_a_message_of_a_check_over_a_folder_is_left_to_the_folder():
    assert codes(AS_DONE + '[check.c]\nof = "folder"\nwhen = "forms > 1"\nmessage.zh = "{forms}{any}"\n') == []


@pytest.mark.parametrize("of", ["form", "line"])
def test_a_fact_does_not_bear_the_name_of_an_option(of):
    assert codes(AS_DONE + f'[fact.late]\nof = "{of}"\n') == [("ruleset.fact-is-option", "fact.late")]


def test_a_fact_that_bears_the_name_of_a_reported_value_is_of_the_form_and_of_its_kind():
    assert (
        codes(AS_DONE + '[fact.budget]\n[fact.survey]\nkind = "text"\n[fact.executed_before]\nkind = "money"\n') == []
    )
    assert codes(AS_DONE + '[fact.budget]\nkind = "text"\n') == [("ruleset.fact-is-reported", "fact.budget")]
    assert codes(AS_DONE + '[fact.budget]\nof = "line"\n') == [("ruleset.fact-is-reported", "fact.budget")]


def test_a_word_list_that_a_remove_took_away_is_told_as_removed():
    base = AS_DONE + WORDS
    text = without("words.cause") + '[reason.r]\nwhen = "True"\nneeds = ["cause"]\n'
    assert codes(base, text) == [("ruleset.removed-name", "reason.r.needs[0]")]
