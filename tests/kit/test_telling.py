"""Findings among the verdicts on a plugin."""

from perfeval_rules.findings import Finding, Place
from perfeval_rules.kit.telling import in_words, lines
from perfeval_rules.text import Text

SPELT = Finding("own.x", "error", Place("a.B.attainment", 1, 3), Text("没有“x”。", "No “x”."), Text("改。", "Mend it."))  # fmt: skip


def test_a_finding_is_told_with_its_advice_its_place_and_its_code():
    assert list(lines(SPELT, "zh")) == ["没有“x”。", "改。", "a.B.attainment:1:3  own.x"]


def test_without_advice_or_place_there_is_the_code():
    bare = Finding("own.y", "error", Place(), Text("空", "empty"))
    assert list(lines(bare, "en")) == ["empty", "own.y"]


def test_those_that_say_the_same_are_told_once_with_how_many_more():
    again = Finding(SPELT.code, "error", Place("a.B.met", 1, 3), SPELT.message, SPELT.advice)
    other = Finding(SPELT.code, "error", Place(), Text("没有“y”。", "No “y”."))
    first, second = in_words([SPELT, other, again])
    assert first.en.endswith("a.B.attainment:1:3  own.x (1 more are the same)")
    assert second.zh == "没有“y”。\nown.x"
