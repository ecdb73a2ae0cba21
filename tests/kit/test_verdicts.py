"""What is said of a type that lacks a property."""

from fractions import Fraction

import pytest

from perfeval_rules.kit.verdicts import WORDS, Broken, shown
from perfeval_rules.text import PLACEHOLDER


@pytest.mark.parametrize("code", WORDS)
def test_both_languages_are_there_and_tell_the_same_values(code):
    words = WORDS[code]
    assert words.zh != words.en
    assert {found[1] for found in PLACEHOLDER.finditer(words.zh)} == {
        found[1] for found in PLACEHOLDER.finditer(words.en)
    }


def test_options_and_row_stand_under_what_is_wrong():
    fault = Broken("negative", options={"late": "daily", "loss": Fraction(1, 8)}, row={"actual": "-1"}, got="-0.5")
    assert fault.say("en").splitlines()[1:] == ['  options  late = "daily", loss = 0.125', '  row  actual = "-1"']
    assert "-0.5" in fault.say("zh")


def test_no_options_are_said_to_be_none_and_unknown_ones_not_spoken_of():
    assert Broken("negative", options={}, got="-1").say("zh").endswith("选项  （无）")
    assert "选项" not in Broken("no-schema", said="x").say("zh").partition("\n")[2]


@pytest.mark.parametrize(("asked", "language"), [("en", "en"), ("zh", "zh"), ("", "zh"), ("fr", "zh")])
def test_the_environment_says_the_language(monkeypatch, asked, language):
    monkeypatch.setenv("PERFEVAL_LANG", asked)
    assert str(Broken("no-type")) == WORDS["no-type"].say(language)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(5, 6), "5/6"), (Fraction(1, 8), "0.125"), (True, "true"), (None, "—"), ("a\n\u202e", '"a\n\\u202e"'),
        ((), "—"), (("a", "b"), "a, b"), (0.1, "0.1"),
    ],
)  # fmt: skip
def test_values_are_shown_with_all_their_digits(value, said):
    assert shown(value) == said
