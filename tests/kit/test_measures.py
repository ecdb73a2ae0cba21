"""What no type can be made to do wrong by itself: the tests of measures are held against an engine that errs."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from fractions import Fraction
from unittest import SkipTest

import pytest

from perfeval_rules import Example, Program, Text
from perfeval_rules.findings import Finding, Place
from perfeval_rules.kit.suite import IndicatorTypeSuite
from perfeval_rules.kit.trial import Trial, reviewed
from perfeval_rules.kit.verdicts import Broken
from tests.kit.types import Share


class Suite(IndicatorTypeSuite):
    indicator_type = Share
    tries = 10


def test_readings_that_differ_are_told_with_what_they_say(monkeypatch):
    evaluate = Program.evaluate

    def erring(program, submission, reading="machine"):
        said = evaluate(program, submission, reading)
        scored = reading == "machine" and said.lines[0].score
        return replace(said, lines=(replace(said.lines[0], score=said.lines[0].score + 1),)) if scored else said

    monkeypatch.setattr(Program, "evaluate", erring)
    with pytest.raises(Broken, match=r"score: .* / ") as broken:
        Suite().test_the_fast_reading_says_what_the_exact_one_says()
    assert broken.value.row["target"] != "0"


def test_a_stopped_row_with_a_score_is_told(monkeypatch):
    measured = Trial.measured

    def erring(trial, options, cells, reading="exact"):
        said = measured(trial, options, cells, reading)
        line = replace(said.evaluation.lines[0], outcome="scored", score=Fraction(1))
        return replace(said, evaluation=replace(said.evaluation, lines=(line,)))

    monkeypatch.setattr(Trial, "measured", erring)
    with pytest.raises(Broken) as broken:
        Suite().test_a_row_that_a_check_stops_has_no_score()
    assert (broken.value.code, broken.value.values["said"]) == ("not-stopped", "closed-late")


@pytest.mark.parametrize(("note", "told"), [("", True), ("{x}", False)])
def test_a_message_that_keeps_its_placeholders_is_told_unless_the_row_brought_them(monkeypatch, note, told):
    measured = Trial.measured

    def erring(trial, options, cells, reading="exact"):
        said = measured(trial, options, cells, reading)
        left = Finding("share.left", "info", Place(), Text("{target}"), Text(), {"target": Text("{target}")})
        return replace(said, evaluation=replace(said.evaluation, findings=(left,)))

    class Noted(Suite):
        def examples(self):
            yield self.read(1, Example({}, {"target": "8", "note": note}))

        def tried(self, check, *drawn):
            pass

    monkeypatch.setattr(Trial, "measured", erring)
    with pytest.raises(Broken) if told else nullcontext() as broken:
        Noted().test_messages_can_be_told()
    assert not told or (broken.value.code, broken.value.values["said"]) == ("unrendered", "share.left")


@pytest.mark.parametrize(
    ("way", "own", "other", "target", "pair"),
    [
        ("higher", 5, 3, 10, (3, 5)),
        ("lower", 3, 5, 10, (5, 3)),
        ("nearer", 9, 3, 10, (3, 9)),
        ("nearer", 15, 12, 10, (15, 12)),
        ("nearer", 9, 12, 10, (9, 9)),
        ("nearer", 9, 3, None, (9, 9)),
        (None, 9, 3, 10, (9, 9)),
    ],
)
def test_the_better_of_two_values_comes_last(way, own, other, target, pair):
    class Directed(Suite):
        def good_way(self, options, row):
            return way

    row = {"actual": Fraction(own), "target": target and Fraction(target)}
    assert Directed().ordered({}, row, Fraction(other), "actual") == pair


def test_of_dates_the_due_one_is_what_is_to_be_neared():
    class Nearer(Suite):
        def good_way(self, options, row):
            return "nearer"

    row = {"done": date(2024, 1, 9), "due": date(2024, 1, 10)}
    assert Nearer().ordered({}, row, date(2024, 1, 2), "done") == (date(2024, 1, 2), date(2024, 1, 9))


@pytest.mark.parametrize(
    ("operator", "way"),
    [(">=", "higher"), (">", "higher"), ("<=", "lower"), ("<", "lower"), ("=", None), ("", "higher")],
)
def test_a_sign_says_which_way_is_good_else_the_type(operator, way):
    assert Suite().good_way({}, {"operator": operator}) == way


@pytest.mark.parametrize(
    ("values", "options", "way"),
    [
        (("lower", "higher"), {}, "lower"),
        (("lower", "higher"), {"course": "higher"}, "higher"),
        (("lower", "other"), {}, "higher"),
    ],
)
def test_an_option_that_says_a_direction_goes_before_the_type(monkeypatch, values, options, way):
    offer = replace(reviewed(Share)[0].offer, choices={"mode": ("plain", "doubled"), "course": values})
    monkeypatch.setattr(Suite, "trial", lambda suite: Trial(offer, None))
    assert Suite().good_way(options, {}) == way
    assert Suite().good_way(options, {"operator": "<="}) == "lower"


def test_what_moves_is_what_the_author_says_or_the_actual_value():
    class Moved(Suite):
        moved = "target"

    assert Suite().moves() == "actual"
    assert Moved().moves() == "target"


def test_a_type_without_anything_that_moves_is_skipped(monkeypatch):
    sound = Suite().trial()
    still = replace(sound, offer=replace(sound.offer, reported_kinds={"note": "text"}))
    monkeypatch.setattr(Suite, "trial", lambda suite: still)
    with pytest.raises(SkipTest, match="moved"):
        Suite().moves()


def test_a_suite_without_a_type_says_so():
    with pytest.raises(Broken) as broken:
        IndicatorTypeSuite().test_examples_hold()
    assert broken.value.code == "no-type"


@pytest.mark.parametrize("operator", [">=", "<="])
def test_a_sign_says_nothing_of_another_value_than_the_actual(operator):
    class Moved(Suite):
        moved = "target"

    assert Moved().good_way({}, {"operator": operator}) == Share.better
