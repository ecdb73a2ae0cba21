"""The form as plain data, to a Submission and back."""

import json
import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.body.form_data import MOST_CHARACTERS, MOST_ROWS, submission_from_data
from perfeval_rules.files.forms import read_submission
from perfeval_rules.findings import Place, Written
from perfeval_rules.submission import FundPart, Funds, Row, Submission, canonical


def read(data):
    return submission_from_data(data, "form.json")


def read_text(text):
    return read_submission(text.encode(), "form.json")


def told(findings):
    return [(f.code, f.path) for f in findings]


def test_a_value_is_a_text_a_number_or_a_text_with_its_place():
    form, findings = read(
        {"project": "甲", "stated_total": 97, "unit": {"text": "乙", "at": "自评表!D13"}, "region": {"text": 3}}
    )
    assert findings == ()
    assert (form.project, form.stated_total) == (Written("甲"), Written("97"))
    assert form.unit == Written("乙", Place("form.json", cell="自评表!D13"))
    assert form.region.text == "3"


@pytest.mark.parametrize(
    ("number", "text"),
    [(5, "5"), (7.0, None), (Fraction(1, 8), "0.125"), (Decimal("1.10"), "1.10"), (Fraction(1, 3), "1/3")],
)
def test_a_number_is_taken_exactly_and_a_float_not_at_all(number, text):
    form, findings = read({"stated_total": number})
    assert form.stated_total.text == (text or "")
    assert told(findings) == ([] if text else [("form.inexact-number", "stated_total")])


@pytest.mark.parametrize("value", [True, [], {"text": True}, b"5", 10**400, Fraction(1, 10**400)])
def test_what_is_neither_text_nor_number_is_told(value):
    form, findings = read({"project": value})
    assert form.project == Written()
    assert [f.code for f in findings] == ["form.needs-value"]


def test_a_number_of_a_json_text_never_goes_through_a_float():
    form, findings = read_text('{"total_weight": 0.12345678901234567890, "stated_total": 1.10}')
    assert (form.total_weight.text, form.stated_total.text) == ("0.12345678901234567890", "1.10")
    assert findings == ()


def test_a_value_of_a_json_text_stands_where_the_text_has_it():
    form, _ = read_text('{"rows": [\n {"name": "甲", "actual": {"text": "5", "at": "b.txt:3:9"}}]}')
    assert str(form.rows[0].name.at) == "form.json:2:11"
    assert form.rows[0].actual.at == Place("b.txt", 3, 9)
    assert str(form.rows[0].at) == "form.json:2:2"


def test_null_and_what_is_left_out_are_blank():
    form, findings = read(
        {"project": None, "rows": None, "funds": None, "values": {"甲": None}, "year": None, "complete": None}
    )
    assert form == Submission(source="form.json")
    assert findings == ()


@pytest.mark.parametrize("year", [2020, "2020", " 2020年度 ", Fraction(2020), "2020 年"])
def test_a_year_is_four_digits(year):
    assert read({"year": year})[0].year == 2020


@pytest.mark.parametrize("year", ["二〇二〇", 20, 20200, True, "2020-21", "", "２０２０"])
def test_anything_else_is_no_year(year):
    form, findings = read({"year": year})
    assert form.year is None
    assert told(findings) == [("form.needs-year", "year")]


def test_a_key_that_is_not_known_is_told_with_the_nearest_one():
    text = '{"projct": "甲",\n "rows": [{"acutal": 5, "颜色": "红", "path": "rows[9]"}]}'
    form, findings = read_text(text)
    assert told(findings) == [
        ("form.misspelt-key", "projct"),
        ("form.misspelt-key", "rows[0].acutal"),
        ("form.unknown-key", "rows[0].颜色"),
        ("form.misspelt-key", "rows[0].path"),
    ]
    assert findings[0].values["nearest"] == "project"
    assert findings[1].values["nearest"] == "actual"
    assert [str(f.at) for f in findings[:2]] == ["form.json:1:2", "form.json:2:12"]
    assert form.rows[0].path == "rows[0]"


def test_a_key_beside_text_and_at_is_told():
    _, findings = read({"project": {"txt": "甲"}})
    assert told(findings) == [("form.misspelt-key", "project.txt")]


@pytest.mark.parametrize(
    ("data", "code", "path"),
    [
        ({"rows": {}}, "form.needs-list", "rows"),
        ({"rows": ["甲"]}, "form.needs-table", "rows[0]"),
        ({"rows": [{"categories": "产出指标"}]}, "form.needs-list", "rows[0].categories"),
        ({"rows": [{"values": []}]}, "form.needs-table", "rows[0].values"),
        ({"rows": [{"sum": "是"}]}, "form.needs-yes-no", "rows[0].sum"),
        ({"funds": []}, "form.needs-table", "funds"),
        ({"funds": {"parts": [3]}}, "form.needs-table", "funds.parts[0]"),
        ({"funds": {"executed": {"text": []}}}, "form.needs-value", "funds.executed"),
        ({"complete": 1}, "form.needs-yes-no", "complete"),
        ({"source": 0.5}, "form.inexact-number", "source"),
    ],
)
def test_a_wrong_kind_is_told_with_its_path_and_the_rest_is_read(data, code, path):
    form, findings = read({**data, "project": "甲"})
    assert form.project.text == "甲"
    assert told(findings) == [(code, path)]
    assert findings[0].at == Place("form.json")


def test_every_slip_is_told_in_one_pass():
    _, findings = read({"a": 1, "rows": [{"name": True}, 3], "funds": {"rate": 0.5}, "year": "去年"})
    assert len(findings) == 5


def test_a_form_of_too_many_rows_is_cut():
    form, findings = read({"rows": [{}] * (MOST_ROWS + 1)})
    assert len(form.rows) == MOST_ROWS
    assert [f.code for f in findings] == ["form.too-many-rows"]
    assert read({"rows": [{}] * MOST_ROWS})[1] == ()


def test_a_text_is_kept_up_to_a_length():
    form, findings = read({"project": "长" * (MOST_CHARACTERS + 1), "unit": "长" * MOST_CHARACTERS})
    assert len(form.project.text) == len(form.unit.text) == MOST_CHARACTERS
    assert told(findings) == [("form.text-too-long", "project")]


def test_a_broken_character_is_replaced_and_told():
    form, findings = read_text('{"project": "甲\\ud800", "values": {"乙\\udfff": 1}}')
    assert form.project.text == "甲\ufffd"
    assert list(form.values) == ["乙\ufffd"]
    assert [f.code for f in findings] == ["form.broken-character"] * 2


def test_a_form_may_say_which_file_it_was_read_from():
    form, _ = read(
        {"source": "a.txt", "project": {"text": "甲", "at": "a.txt"}, "unit": {"text": "乙", "at": "a.txt:4"}}
    )
    assert form.source == "a.txt"
    assert form.project.at == Place("a.txt")
    assert form.unit.at == Place("a.txt", 4)


@pytest.mark.parametrize(
    ("at", "place"),
    [
        ("", Place()),
        ("form.json", Place("form.json")),
        ("form.json:3:4", Place("form.json", 3, 4)),
        ("b:c.txt:3:4", Place("b:c.txt", 3, 4)),
        ("b.txt:3", Place("b.txt", 3)),
        ("表 1!B2", Place("form.json", cell="表 1!B2")),
        ("form.json:0:0", Place("form.json", cell="form.json:0:0")),
    ],
)
def test_a_place_is_read_as_it_is_written(at, place):
    assert read({"project": {"text": "甲", "at": at}})[0].project.at == place


def test_a_blank_value_has_no_place():
    assert read({"project": {"text": "", "at": "a:1:1"}})[0].project == Written()


def test_a_cell_of_spaces_is_blank():
    assert read({"project": "  ", "rows": [{"reason": "\u3000"}]})[0].rows[0].reason == Written()


names = st.text(st.characters(codec="utf-8"), max_size=12)
sources = st.sampled_from(["", "a.txt", "目录/表.xlsx", "b:7.txt", "c:1:2"])


@st.composite
def submissions(draw):
    """Any submission as a reader makes it: paths follow the rows, blank values have no place."""
    source = draw(sources)
    lines = st.builds(Place, st.just(source), st.integers(1, 9999), st.integers(1, 9999))
    cells = st.builds(
        lambda cell: Place(source, cell=f"自评表!{cell}"), st.from_regex(r"[A-Z]{1,2}[1-9]\d?", fullmatch=True)
    )
    places = st.just(Place()) | lines | cells | st.just(Place(source))
    written = st.builds(lambda text, at: Written(text, at) if text.strip() else Written(), names, places)
    labelled = st.dictionaries(names, written, max_size=3)
    parts = st.builds(FundPart, label=written, annual_budget=written, rate=written)
    funds = st.builds(
        Funds, executed=written, unit=written, score=written, parts=st.lists(parts, max_size=2).map(tuple), at=places
    )
    rows = st.lists(
        st.builds(
            Row, goal=written, categories=st.lists(written, max_size=3).map(tuple), name=written, target=written,
            actual=written, reason=written, values=labelled, sum=st.booleans(), at=places,
        ),
        max_size=3,
    )  # fmt: skip
    return Submission(
        source=source,
        project=draw(written),
        year=draw(st.none() | st.integers(1000, 9999)),
        funds=draw(st.none() | funds),
        rows=tuple(row.model_copy(update={"path": f"rows[{n}]"}) for n, row in enumerate(draw(rows))),
        values=draw(labelled),
        headings=draw(labelled),
        stated_total=draw(written),
        complete=draw(st.booleans()),
    )


@settings(deadline=None, max_examples=60)
@given(submissions())
def test_reading_the_canonical_form_gives_the_same_submission(form):
    again, findings = submission_from_data(json.loads(json.dumps(canonical(form))))
    assert findings == ()
    assert again == form
    assert again.digest == form.digest


@settings(deadline=None, max_examples=60)
@given(submissions())
def test_so_does_reading_it_as_a_json_file_but_for_values_without_a_place(form):
    raw = json.dumps(canonical(form), ensure_ascii=False).encode()
    again, findings = read_submission(raw, "again.json")
    assert findings == ()
    assert again.digest == form.digest
    assert canonical(again, places=False) == canonical(form, places=False)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.fractions() | st.decimals(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "at", "name", "rows", "values", "甲"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*Submission.model_fields, "颜色"]), anything, max_size=5))
def test_no_data_makes_it_raise(data):
    form, findings = submission_from_data(data, "form.json")
    assert form.digest
    assert all(f.say("zh") and f.say("en") for f in findings)


def test_sixty_thousand_unknown_keys_cost_no_time():
    data = {f"k{number}": 1 for number in range(60_000)}
    started = time.process_time()
    _, findings = read(data)
    assert time.process_time() - started < 1
    assert findings[-1].values["count"] == 60_000 - 99
