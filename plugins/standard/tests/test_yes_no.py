"""Answers."""

import pytest


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("是", "是", True), ("是", "否", False), ("否", "否", True), ("否", "是", False), ("", "有", True),
        ("", "无", False), (" 是 ", " 有 ", True), ("Y", "yes", True), ("无", "没有", True),
    ],
)  # fmt: skip
def test_an_answer_is_held_against_that_of_the_target_or_else_against_yes(measured, target, actual, met):
    got = measured("yes_no", {"target_text": target, "actual_text": actual})
    assert (got.met, got.attainment, got.finds) == (met, int(met), ())


@pytest.mark.parametrize("actual", ["正在办理", "是否", "不是", "已完成一半", "100%"])
def test_an_answer_is_the_whole_cell_or_none(measured, actual):
    assert measured("yes_no", {"target_text": "是", "actual_text": actual}).finds == ("unclear",)


def test_a_blank_answer_is_not_an_unclear_one(measured, registry):
    assert measured("yes_no", {"target_text": "是", "actual_text": ""}).finds == ()
    assert registry.types["yes_no"].required == {"actual_text"}


def test_a_target_that_is_no_answer_is_told_and_taken_for_yes(measured):
    got = measured("yes_no", {"target_text": "健全", "actual_text": "是"})
    assert (got.met, got.finds) == (True, ("target-unclear",))
