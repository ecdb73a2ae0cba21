"""What is said of a type that lacks a property."""

from fractions import Fraction

import pytest

from perfeval_rules.kit.phrases import WORDS
from perfeval_rules.kit.verdicts import Broken, Several, differences, shown, tell
from perfeval_rules.text import Text


def test_options_and_row_stand_under_what_is_wrong():
    fault = Broken("negative", options={"late": "daily", "loss": Fraction(1, 8)}, row={"actual": "-1"}, got="-0.5")
    assert fault.say("en").splitlines()[1:] == ['  options  late = "daily", loss = 0.125', '  row  actual = "-1"']
    assert "-0.5" in fault.say("zh")


@pytest.mark.parametrize("code", ["worse", "negative"])
def test_an_option_below_zero_is_told_how_to_bound(code):
    values = {"got": "1", "moved": "actual", "before": "1", "after": "2", "measure": "attainment", "wanted": "2"}
    options = {"step": Fraction(-1), "loss": Fraction(0), "late": "daily"}
    fault = Broken(code, options=options, row={}, **values)
    assert fault.say("zh").endswith("\n  选项 step 不应为负的，限定范围用 Field(…, ge=0)。")
    assert "Field" not in Broken("unexplained", options=options, measure="met", why="x").say("en")


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


def test_several_at_once_are_told_one_after_the_other():
    one, two = Broken("negative", options={}, row={"actual": "-1"}, got="-1"), Broken("no-type")
    with pytest.raises(Several) as told:
        tell([one, two])
    assert told.value.parts == (one, two)
    assert told.value.say("en") == f"{one.say('en')}\n{two.say('en')}"


def test_one_is_told_as_it_is_and_none_is_nothing_to_tell():
    fault = Broken("no-type")
    with pytest.raises(Broken) as told:
        tell([fault])
    assert told.value is fault
    assert fault.parts == (fault,)
    tell([])


def test_all_that_differs_is_said_with_what_was_wanted_and_what_is():
    wanted = {"attainment": Fraction(1), "met": True, "finds": ()}
    assert differences(wanted, dict(wanted)) == Text()
    said = differences(wanted, {"attainment": None, "met": Fraction(1), "finds": ()})
    assert said.en == "attainment is to be 1, but it is —; met is to be true, but it is 1"
    assert said.zh == "attainment 应为 1，实际得到 —；met 应为 true，实际得到 1"
