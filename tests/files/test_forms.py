"""Any form that can be read, by name and content."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.files.forms import MOST_BYTES, read_submission
from perfeval_rules.findings import Place

ROOT = Path(__file__).parents[2]
TABLE = "三级指标\t年度指标值\t实际完成值\t得分\n培训人数\t≥300人次\t280人次\t18\n总分\t\t\t18"


def codes(findings):
    return [f.code for f in findings]


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*-form.*")), ids=lambda path: path.name)
def test_every_example_reads_without_a_fault(path):
    form, findings = read_submission(path.read_bytes(), path.name)
    assert form.complete
    assert form.rows
    assert form.stated_total
    assert not [f for f in findings if f.severity != "info"]


def test_the_points_of_the_written_examples_add_up():
    for name in ("library-2024-form.json", "greening-2023-form.toml"):
        form, findings = read_submission((ROOT / "examples" / name).read_bytes(), name)
        points = sum(float(cell.text) for cell in (form.funds.score, *(row.stated for row in form.rows)))
        assert findings == ()
        assert round(points, 2) == float(form.stated_total.text)


@pytest.mark.parametrize("name", ["form.txt", "form.TSV", "form.tab", "form", "-", "form.docx"])
def test_a_pasted_table_reads_under_any_of_its_names(name):
    form, findings = read_submission(TABLE.encode(), name)
    assert [row.name.text for row in form.rows] == ["培训人数"]
    assert form.source == name
    assert findings == ()


@pytest.mark.parametrize("name", ["form.json", "form.JSON", "-", ""])
def test_json_reads_under_its_own_name_or_none(name):
    form, findings = read_submission(b' {"project": "A"}', name)
    assert form.project.text == "A"
    assert findings == ()


def test_toml_reads_with_its_places():
    form, findings = read_submission(
        'project = "甲"\nstated_total = 98.50\nyear = 2024\n[[rows]]\nname = "乙"'.encode(), "f.toml"
    )
    assert (form.project.text, form.stated_total.text, form.year) == ("甲", "98.5", 2024)
    assert str(form.project.at) == "f.toml:1:11"
    assert str(form.rows[0].name.at) == "f.toml:5:8"
    assert findings == ()


def test_a_slip_of_toml_is_told_with_those_of_the_form():
    form, findings = read_submission(b"projct = 'x'\n", "f.toml")
    assert form is not None
    assert [(f.code, str(f.at)) for f in findings] == [("form.misspelt-key", "f.toml:1:1")]
    form, findings = read_submission("项目 = 'x'".encode(), "f.toml")
    assert form is None
    assert codes(findings) == ["form.bare-key"]


@pytest.mark.parametrize(
    ("raw", "name", "code"),
    [
        (b"", "form.json", "form.empty"),
        (b" \n", "form.txt", "form.empty"),
        ("只有一句话".encode(), "form.doc", "form.unknown-format"),
        (b"\xff\xff\xff", "form.txt", "form.not-text"),
        (b"[]", "form.json", "form.not-a-form"),
        (b'{"a"', "form", "form.json-colon-missing"),
        (b"x" * (MOST_BYTES + 1), "form.txt", "form.too-large"),
    ],
)
def test_what_cannot_be_read_is_told(raw, name, code):
    form, findings = read_submission(raw, name)
    assert form is None
    assert codes(findings) == [code]
    assert findings[0].at.source == name


def test_the_place_of_a_byte_that_is_no_text():
    (found,) = read_submission("甲乙".encode("gb18030") + b"\xff\xff", "form.txt")[1]
    assert found.values["position"] == 5


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_other_encodings_are_read_and_told(encoding):
    form, findings = read_submission(TABLE.encode(encoding), "form.txt")
    assert form.rows[0].name.text == "培训人数"
    assert [(f.code, f.at) for f in findings] == [("form.other-encoding", Place("form.txt"))]


def test_big_endian_utf_16_has_a_mark_of_its_own():
    form, _ = read_submission(b"\xfe\xff" + TABLE.encode("utf-16-be"), "form.txt")
    assert form.rows[0].name.text == "培训人数"


def test_a_mark_at_the_start_and_line_ends_of_any_kind_change_nothing():
    plain, _ = read_submission(TABLE.encode(), "form.txt")
    marked, findings = read_submission(b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode(), "form.txt")
    old, _ = read_submission(TABLE.replace("\n", "\r").encode(), "form.txt")
    assert plain == marked == old
    assert findings == ()


def test_no_more_than_a_hundred_findings():
    raw = json.dumps({f"x{n}": n for n in range(500)}).encode()
    _, findings = read_submission(raw, "form.json")
    assert len(findings) == 100
    assert findings[-1].code == "form.more-findings"


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["f.json", "f.toml", "f.txt", "f"]))
def test_no_bytes_make_it_raise(raw, name):
    form, findings = read_submission(raw, name)
    assert form is not None or findings
