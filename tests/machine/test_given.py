"""What a form says is asked as blanks, kinds, signs and texts; only whole numbers are handed over."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import NoValue, Unsayable
from perfeval_rules.formula.language import parse
from perfeval_rules.machine.function import Input, Output
from perfeval_rules.machine.given import Asked, Coming, Missing, about, answer, scale_of
from perfeval_rules.readings.sayable import Value

NODE = parse("a").tree


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (None, 2, None), (Missing, 2, Missing), (True, 2, True), ("x", 2, "text"), ("", 2, "text"),
        (date(2024, 1, 1), 2, "date"), (NoValue("absent", NODE), 2, ("lack", "absent", NODE)),
        (Fraction(0), 2, "0"), (Fraction("0.25"), 2, "+"), (Fraction("-0.25"), 2, "-"),
        (Fraction("0.125"), 2, "+/"), (Fraction("-0.125"), 2, "-/"), (Fraction("0.125"), 6, "+"),
        (Fraction(2450, 27), 12, "+/"),
    ],
)  # fmt: skip
def test_of_a_value_its_kind_is_asked_and_of_a_number_its_sign_and_whether_so_many_places_hold_it(value, places, said):
    assert answer(value, places) == said


@pytest.mark.parametrize(
    ("question", "other", "said"),
    [
        ("is", " 无 ", True), ("is", "无", False), ("is the same", " 无 ", True), ("contains", "无", True),
        ("contains", "有", False), ("is just", "无", True), ("is just", "有", False), ("length", "", True),
    ],
)  # fmt: skip
def test_a_text_answers_for_itself(question, other, said):
    assert about(question, " 无 ", other) is said


def test_a_blank_text_has_no_length():
    assert about("length", "", "") is False


@pytest.mark.parametrize(
    ("numbers", "places"),
    [([], 2), (["1", "0.25"], 2), (["0.25", "0.125"], 6), (["1/3"], None), (["0.0000000001"], 12), (["1e-13"], None)],
)
def test_the_first_scale_that_holds_every_number_is_taken(numbers, places):
    assert scale_of({Fraction(one).denominator for one in numbers}) == places


def test_of_what_comes_later_all_that_is_known_is_asked():
    known = Coming.of(Output("number", None, Fraction(1, 100), 0, 1, 2, 0))
    assert known == Coming("number", Fraction(1, 100), True, True, 0)
    assert Coming.of(Output("text", "good")) == "good"


class Says(dict):
    """A form that gives a table of values, each by scope and name."""

    def __call__(self, question):
        if question.about == "scale":
            return 2
        value = self.get((question.scope, question.name), Missing)
        if question.about == "what":
            return answer(value, 2)
        return about(question.about, value, question.word if isinstance(question.word, str) else self[question.word])


def asked(**values):
    return Asked("half-up", Says({("row", name): value for name, value in values.items()}))


def test_a_number_is_an_input_within_its_sign():
    form = asked(up=Fraction(3), down=Fraction(-3), nothing=Fraction(0), ratio=Fraction(-1, 3))
    bodies = {name: form.given("row", name).body for name in ("up", "down", "nothing", "ratio")}
    assert [(bodies[name].over.low, bodies[name].over.high) for name in ("up", "down")] == [(1, None), (None, -1)]
    assert bodies["nothing"].scale == 0
    assert (bodies["ratio"].over.high, bodies["ratio"].under.low) == (-1, 1)
    assert set(form.inputs.values()) == {
        Input("row", "up"), Input("row", "down"), Input("row", "ratio"), Input("row", "ratio", "under"),
    }  # fmt: skip


def test_what_is_blank_or_lacking_or_not_there_is_told_as_it_is():
    form = asked(blank=None, lacking=NoValue("absent", NODE), truth=False)
    assert form.given("row", "blank") is None
    assert form.given("row", "lacking").code == "absent"
    assert form.given("row", "other") is Missing
    assert tuple(form.given("row", "truth")) == tuple(form.machine.truth(False))
    assert not form.inputs


def test_names_that_python_cannot_tell_apart_are_told_apart():
    form = asked(**{"a-b": Fraction(1), "a_b": Fraction(2), "预算": Fraction(3)})
    for name in ("a-b", "a_b", "预算"):
        form.given("row", name)
    assert list(form.inputs) == ["a_b", "a_b_", "value"]


def test_texts_are_asked_and_their_length_is_handed_over():
    form = asked(s="因天气", t="因天气", blank="")
    s, t, blank = (form.given("row", name) for name in ("s", "t", "blank"))
    say = form.machine
    assert tuple(say.contains(s, "因")) == tuple(say.compare("==", s, t)) == tuple(say.truth(True))
    assert tuple(say.compare("==", s, blank)) == tuple(say.is_just(s, "因")) == tuple(say.truth(False))
    assert say.length(blank).body == say.quotients.zero
    assert say.length(s).body.over.low == 1
    assert Input("row", "s", "length") in form.inputs.values()


TEXT = Coming("text", Fraction(1), False, False, None)


def test_of_a_text_that_comes_later_only_whether_it_is_a_word_is_decided_by_the_function():
    form = asked(grade=TEXT, s="good")
    grade, s = form.given("row", "grade"), form.given("row", "s")
    assert form.machine.compare("==", grade, form.machine.text("good")).body.operation == "=="
    for other in (lambda: form.machine.length(grade), lambda: form.machine.compare("==", grade, s)):
        with pytest.raises(Unsayable, match="comes later"):
            other()


def test_no_text_is_compared_with_one_that_comes_later():
    form = asked(grade=TEXT, s="good")
    with pytest.raises(Unsayable, match="comes later"):
        form.machine.compare("==", form.given("row", "s"), form.given("row", "grade"))


def test_a_number_that_comes_later_keeps_its_scale_and_denominator():
    form = asked(
        total=Coming("number", Fraction(1, 100), True, False, 0), met=Coming("boolean", Fraction(1), False, False, None)
    )
    total = form.given("row", "total").body
    assert (total.scale, total.over.low, str(total.under.known)) == (Fraction(1, 100), 0, "total_under")
    assert isinstance(form.given("row", "met"), Value)


def test_a_value_of_the_form_that_may_yet_lack_is_not_said():
    form = asked(total=Coming("number", Fraction(1), False, True, 0))
    with pytest.raises(Unsayable, match="comes later"):
        form.given("row", "total")
