"""What a page looks like, against pages kept in `golden/`."""

import io
import re
from pathlib import Path

import pytest

from perfeval_rules.cli.notices import notices
from perfeval_rules.cli.page import Column, Line, Row, Table
from perfeval_rules.cli.render import draw, watched
from perfeval_rules.cli.sheet import sheet
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Text, width

GOLDEN = Path(__file__).parent / "golden"
TITLES = {"threshold": Text("达标值", "threshold"), "execution": Text("预算执行", "execution")}


class Terminal(io.StringIO):
    def isatty(self):
        return True


def drawn(blocks, stream=None):
    stream = stream or io.StringIO()
    draw(blocks, stream)
    return stream.getvalue()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_score_sheet_looks_as_it_did(evaluation, language):
    page = drawn(sheet(evaluation, evaluation.findings, TITLES, language))
    assert page == (GOLDEN / f"sheet-{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_faults_of_a_ruleset_look_as_they_did(language):
    source = 'score = "weight * 达成率 + atainment"'
    named = {"name": "x", "near": "y"}
    found = [
        Finding("formula.unknown-name", "error", Place("r.toml", 41, 19), Text("没有“达成率”。", "no such name"),
                Text("改为 attainment。", "Write attainment."), line=source, length=3, values=named),
        Finding("formula.unknown-name", "error", Place("r.toml", 41, 25), Text("没有“atainment”。", "no such name"),
                line=source, length=9, values=named),
    ]  # fmt: skip
    assert drawn(notices(found, language)) == (GOLDEN / f"faults-{language}.txt").read_text("utf-8")


def test_columns_stand_under_one_another_whatever_the_script():
    table = Table(
        (Column("指标", gives=True), Column("Score", right=True), Column("状态")),
        (Row(("满意度", "2.00", "好")), Row(("rate", "10.00", "ok"))),
    )
    lines = [line for line in drawn([table]).splitlines() if line.strip()]
    assert width(lines[0][: lines[0].index("状态")]) == width(lines[2][: lines[2].index("好")])
    assert width(lines[2][: lines[2].index("2.00") + 4]) == width(lines[3][: lines[3].index("10.00") + 5])


def test_colours_are_for_terminals_only(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    line = Line("没有原因", lead="错误  ", lead_style="error")
    assert "\x1b[" in drawn([line], Terminal())
    assert "\x1b[" not in drawn([line])


def on_a_terminal(evaluation, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    page = drawn(sheet(evaluation, evaluation.findings, TITLES, "zh"), Terminal())
    return re.sub(r"\x1b\[[0-9;]*m", "", page)


@pytest.mark.parametrize("columns", [80, 100, 200])
def test_nothing_stands_beyond_the_terminal(evaluation, monkeypatch, columns):
    page = on_a_terminal(evaluation, monkeypatch, columns)
    assert max(width(line) for line in page.splitlines()) <= columns


def test_a_terminal_that_is_too_narrow_costs_no_number(evaluation, monkeypatch):
    page = on_a_terminal(evaluation, monkeypatch, 40)
    assert "待人工 8–10" in page
    assert "≈3.3333" in page


def test_a_page_holds_nothing_that_steers_a_terminal(evaluation):
    page = drawn(sheet(evaluation, evaluation.findings, TITLES, "zh"))
    assert "\u202e" not in page
    assert "群众\\u202e满意 度" in page


def test_text_that_looks_like_markup_is_text():
    assert drawn([Line("[red]甲[/red] :smile:")]) == "[red]甲[/red] :smile:\n"
    assert "[red]" in drawn([Table((Column("甲"),), (Row(("[red]",)),))])


def test_a_page_of_an_empty_form_is_a_page(bare):
    page = drawn(sheet(bare, (), {}, "zh"))
    assert "总分" in page
    assert "共" not in page


def test_a_bar_is_for_terminals_only():
    piped, terminal = io.StringIO(), Terminal()
    assert list(watched([1, 2], "[a]", piped)) == list(watched([1, 2], "[a]", terminal)) == [1, 2]
    assert piped.getvalue() == ""
    assert "[a]" in terminal.getvalue()
