"""A merged ruleset as people and programs see it."""

import io
import json
import re
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.cli import main
from perfeval_rules.cli.merged import data, page, toml
from perfeval_rules.cli.page import Listing
from perfeval_rules.cli.render import draw
from perfeval_rules.files.library import load, shipped_ids
from perfeval_rules.ruleset.effective import effective, taken_away
from perfeval_rules.text import width

FILES = Path(__file__).parent / "merged"
GOLDEN = Path(__file__).parent / "golden"
CITY = "city/ruleset.toml"


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def _beside_the_files(monkeypatch):
    monkeypatch.chdir(FILES)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_merged_ruleset_looks_as_it_did(language, capsys):
    assert main(["check", "--merged", CITY, "--lang", language]) == 0
    assert capsys.readouterr().out == (GOLDEN / f"merged-{language}.txt").read_text("utf-8")


def rows(name, language="zh"):
    """The lines of the listing that bear a note."""
    ruleset = load(name)[0]
    (listing,) = (block for block in page(ruleset, language) if isinstance(block, Listing))
    return ruleset.merged, [row for row in listing.lines if row.note]


@pytest.mark.parametrize("name", [*shipped_ids(), CITY])
def test_every_value_is_printed_once_with_the_file_and_line_it_came_from(name):
    merged, printed = rows(name)
    gone = [removal.spot.at for _, removal in taken_away(merged)]
    values = [value for entry in effective(merged) for value in entry.values]
    assert [row.note for row in printed] == [f"{at.source}:{at.line}" for at in (*gone, *(one.at for one in values))]
    for row, value in zip(printed[len(gone) :], values, strict=True):
        key = row.lead.strip().removesuffix("=").strip()
        assert row.text == toml(value.value)
        assert ".".join(map(str, value.path)).endswith(key)


def test_the_places_stand_in_one_column_under_chinese_too():
    ruleset = load(CITY)[0]
    stream = io.StringIO()
    draw(page(ruleset, "zh"), stream)
    found = [(line, re.search(r"(base|city)/ruleset.toml:\d+$", line)) for line in stream.getvalue().splitlines()]
    assert len({width(line[: place.start()]) for line, place in found if place}) == 1


def test_programs_get_every_value_with_its_path(capsys):
    assert main(["check", "--merged", CITY, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["ruleset"], told["findings"], told["merged"]["files"]) == (CITY, [], ["base/ruleset.toml", CITY])
    values = {one["path"]: one for one in told["merged"]["values"]}
    assert values["scoring.places.line"]["at"] == "city/ruleset.toml:13:15"
    assert (values["grade[0].at_least"]["kind"], values["grade[0].at_least"]["value"]) == ("number", "90")
    assert told["merged"]["removed"] == [
        {"path": "group.cost.weight", "at": "city/ruleset.toml:10:13"},
        {"path": "check.no-target", "at": "city/ruleset.toml:10:34"},
    ]


def test_without_being_asked_a_check_shows_no_merged_ruleset(capsys):
    assert main(["check", CITY, "--format", "json"]) == 0
    assert "merged" not in json.loads(capsys.readouterr().out)


def test_a_faulty_ruleset_is_shown_as_far_as_it_goes_with_its_faults(tmp_path, capsys):
    text = (
        (FILES / "base" / "ruleset.toml")
        .read_text("utf-8")
        .replace('reverse = "linear"', '"加分 上限" = ["a", 1]\nx = {}')
    )
    (tmp_path / "ruleset.toml").write_text(text, "utf-8")
    assert main(["check", "-m", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert '"加分 上限" = ["a", 1]' in told
    assert "错误" in told
    assert told.index("[every]") < told.index("错误")


def test_what_stands_in_no_table_and_a_table_without_values_are_shown_too(tmp_path):
    text = 'grade = "good"\n[ruleset]\nid = "a"\nedition = "1"\nyears = { from = 1 }\n[group.empty]\n[group.inner]\nin = "empty"\n'
    (tmp_path / "a.toml").write_text(f"format = 1\n{text}", "utf-8")
    _, printed = rows(tmp_path / "a.toml")
    assert [f"{row.lead}{row.text}" for row in printed] == ["[group.empty]", '  in = "empty"', 'grade = "good"']


@pytest.mark.parametrize("columns", ["40", "60", "200"])
def test_a_narrow_terminal_loses_no_character(columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    stream = Terminal()
    draw(page(load(CITY)[0], "zh"), stream)
    told = re.sub(r"\x1b\[[0-9;]*m|\s", "", stream.getvalue())
    assert 'when="late_days>0"base/ruleset.toml:39' in told
    assert "由主管部门书面确认。" in re.sub(r"(base|city)/ruleset.toml:[0-9]+", "", told)


def test_a_ruleset_that_cannot_be_read_is_not_shown(capsys):
    assert main(["check", "-m", "nosuch", CITY]) == 2
    told = capsys.readouterr().out
    assert "nosuch" in told
    assert "[group.cost]" in told


def test_a_value_for_programs_is_of_a_kind_that_json_has(tmp_path):
    tables = 'x = 2024-01-01\ny = { a = 1.50, b = [true, "甲", 2] }\nz = [{ a = 1 }]\n'
    text = f'format = 1\n[ruleset]\nid = "a"\nedition = "1"\nyears = {{ from = 1 }}\n[colour]\n{tables}'
    (tmp_path / "a.toml").write_text(text, "utf-8")
    told = {one["path"]: (one["kind"], one["value"]) for one in data(load(tmp_path / "a.toml")[0])["values"]}
    assert told == {
        "colour.x": ("date", "2024-01-01"),
        "colour.y.a": ("number", "1.5"),
        "colour.y.b": ("list", [True, "甲", "2"]),
        "colour.z": ("list", [{"a": "1"}]),
    }


plain = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])
texts = st.text(plain, max_size=20)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-999, max_value=999).map(Fraction)
leaves = texts | numbers | st.booleans() | st.dates(min_value=date(1000, 1, 1))
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=6
)


@settings(deadline=None)
@given(values)
def test_a_value_is_written_on_one_line_and_reads_as_what_it_is(value):
    assert "\n" not in toml(value)
    assert tomllib.loads(f"x = {toml(value)}", parse_float=Fraction)["x"] == value


def test_no_value_holds_a_mark_that_steers_a_terminal():
    assert toml("a\u202eb\x1b\x7f\n") == '"a\\u202eb\\u001b\\u007f\\n"'
