"""What a form says beside its tables."""

import pytest

from perfeval_rules.body.collected import Collected
from perfeval_rules.files.grid import Line
from perfeval_rules.files.grid_remarks import Remarks, skipped
from perfeval_rules.findings import Place, Written


def line(number, *texts):
    return Line(number, tuple(Written(text, Place("a", number, n)) for n, text in enumerate(texts, 1)))


def tell(*lines):
    told = Collected()
    remarks = Remarks(told)
    for each in lines:
        remarks.add(each)
    remarks.end()
    return told.result("a")


def test_a_run_of_prose_is_told_once():
    (found,) = tell(line(3, "第一段"), line(5, "第二段"), line(9, "第三段"))
    assert found.code == "form.text-skipped"
    assert found.say("zh") == "第 3–9 行是说明文字，不参与评分，未读入：第一段"
    assert found.say("en") == "Narrative, which is not scored, is not read (lines 3–9): 第一段"


def test_a_line_of_figures_is_data():
    prose, data = tell(line(3, "第一段"), line(4, "甲", "1", "2"))
    assert (prose.code, data.code) == ("form.text-skipped", "form.not-understood")
    assert data.say("zh") == "第 4 行有数据没有读懂，未予采用：甲 1 2"


@pytest.mark.parametrize("cells", [("甲", "5"), ("甲", "乙", "丙")])
def test_two_cells_or_no_figures_are_prose(cells):
    assert [f.code for f in tell(line(1, *cells))] == ["form.text-skipped"]


def test_a_long_text_is_cut():
    (found,) = tell(line(1, "长" * 100))
    assert found.values["text"] == "长" * 40 + "…"


def test_nothing_is_told_of_nothing():
    assert tell() == ()
    told = Collected()
    skipped(told, [])
    assert told.result("a") == ()


def test_cells_skipped_in_a_line_are_told_at_the_first():
    told = Collected()
    skipped(told, line(2, "甲", "乙").cells)
    (found,) = told.result("a")
    assert (str(found.at), found.values["text"]) == ("a:2:1", "甲 乙")
