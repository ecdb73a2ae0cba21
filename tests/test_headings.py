"""The headings that forms use, and which titles of a type are among them."""

import pytest

from perfeval_rules.headings import column_field, headings_taken, label
from perfeval_rules.text import Text


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("备注", "reason"), ("备 注（选填）", "reason"), ("停机原因", "reason"), ("三级指标名称", "category3"), ("四级指标", "name"),
        ("实际完成值(%)", "actual"), ("问卷备注", None), ("窗口数", None), ("", None), ("备注" * 60, None),
    ],
)  # fmt: skip
def test_a_heading_means_its_column_whatever_its_marks_and_brackets(heading, field):
    assert column_field(heading) == field


def test_a_label_that_is_too_long_to_be_one_stays_as_it_is():
    assert label("备 注" * 60) == "备 注" * 60


def test_titles_that_forms_use_already_are_told_in_either_language_with_their_value():
    titles = {"a": Text("备注", "remarks"), "b": Text("窗口数", "windows"), "c": Text("窗口", "分值（分）")}
    assert list(headings_taken(titles)) == [("a", "备注"), ("c", "分值（分）")]
