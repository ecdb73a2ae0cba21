"""Lines of cells and the marks of labels."""

import pytest

from perfeval_rules.files.grid import Line, is_bound, is_figure, is_placeholder, joined, points_within, without
from perfeval_rules.files.grid_rows import _NUMBERING
from perfeval_rules.findings import Place, Written
from perfeval_rules.headings import label


def cell(text, column=1):
    return Written(text, Place("a", 2, column)) if text else Written()


def line(*texts):
    return Line(2, tuple(cell(text, column) for column, text in enumerate(texts, 1)))


def test_a_line_knows_its_filled_cells():
    found = line("", "100", "—", "总分", "96")
    assert [c.text for c in found.filled] == ["100", "—", "总分", "96"]
    assert found.words.text == "总分"
    assert found.at == Place("a", 2, 2)
    assert line("1", "/").words == Written()


@pytest.mark.parametrize(
    "text", ["年初目标值（A）", "年初 目标值", "年初目标值(A)：", "年初\n目标值", "★年初目标值", "“年初目标值”"]
)
def test_a_label_is_compared_without_blanks_brackets_and_marks(text):
    assert label(text) == "年初目标值"


def test_a_label_that_is_all_bracket_stays():
    assert label("（万元）") == "(万元)"


@pytest.mark.parametrize("text", ["5", "1,048,285.45", "99.90%", "１００", "-3", "9. 99", "10分", " 7 "])
def test_figures(text):
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "5个", "≥5", "1-2", "第1", "—", "5 6"])
def test_no_figures(text):
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["≥300人次", ">=90", "＝4次", "不低于90%", "小于等于5个", "═ 95%"])
def test_bounds(text):
    assert is_bound(text)


@pytest.mark.parametrize("text", ["300人次", "≥", "不断提升", "高等级公路", "0-6岁儿童管理数"])
def test_no_bounds(text):
    assert not is_bound(text)


def test_placeholders():
    assert all(is_placeholder(text) for text in ("", "—", "——", "/", " 无 ", "－"))
    assert not is_placeholder("0")


@pytest.mark.parametrize(
    ("text", "points", "column"),
    [
        ("产出指标（50分）", "50", 6),
        ("得分(20分×执行率)", "20", 4),
        ("效益（满分30.5分）", "30.5", 6),
        ("㎡（50分）", "50", 1),
    ],
)
def test_points_in_a_heading(text, points, column):
    assert points_within(cell(text)) == Written(points, Place("a", 2, column))


def test_a_heading_without_points():
    assert points_within(cell("产出指标（A）")) == points_within(Written()) == Written()


def test_cells_joined_stand_where_the_first_filled_one_stands():
    assert joined([Written(), cell("≥", 3), cell("90", 5), cell("%", 7)]) == Written("≥90%", Place("a", 2, 3))
    assert joined([cell("甲"), cell("乙")], "；").text == "甲；乙"
    assert joined([]) == joined([Written()]) == Written()


def test_a_cell_without_its_prefix_stands_behind_it():
    assert without(_NUMBERING, cell("指标1：培训人数", 4)) == Written("培训人数", Place("a", 2, 8))
    assert without(_NUMBERING, cell("指标完成率")) == cell("指标完成率")
