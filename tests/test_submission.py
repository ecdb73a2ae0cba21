"""What a unit submitted, its canonical form and its digest."""

import json

import pytest

from perfeval_rules.findings import Place, Written
from perfeval_rules.model import ValidationError
from perfeval_rules.submission import NOTHING, FundPart, Funds, Row, Submission, canonical

HERE = Place("form.txt", 3, 5)
ROW = Row(
    categories=(NOTHING, Written("数量指标", HERE)),
    name=Written("培训人数"),
    target=Written("≥300人次", Place("form.txt", 3, 9)),
    values={"回收问卷": Written("40")},
    at=HERE,
    path="rows[0]",
)
FORM = Submission(
    source="form.txt",
    project=Written("培训经费", HERE),
    year=2020,
    funds=Funds(executed=Written("1,048,285.45", HERE), parts=(FundPart(label=Written("财政拨款")),), at=HERE),
    rows=(ROW,),
    headings={"产出指标": Written("50")},
    complete=False,
)


def test_a_value_is_written_with_its_place_only_where_it_has_one():
    row = canonical(ROW)
    assert row["name"] == "培训人数"
    assert row["target"] == {"text": "≥300人次", "at": "form.txt:3:9"}


def test_what_is_blank_or_as_usual_is_left_out():
    assert canonical(Submission()) == {}
    assert canonical(Row(path="rows[7]")) == {}
    assert canonical(Submission(funds=Funds())) == {"funds": {}}


def test_a_blank_category_keeps_its_column():
    assert canonical(ROW)["categories"] == ["", {"text": "数量指标", "at": "form.txt:3:5"}]


def test_the_canonical_form_is_plain_data():
    data = canonical(FORM)
    assert json.loads(json.dumps(data)) == data
    assert data["funds"]["parts"] == [{"label": "财政拨款"}]
    assert (data["source"], data["year"], data["complete"]) == ("form.txt", 2020, False)
    assert data["rows"][0]["at"] == "form.txt:3:5"
    assert data["headings"] == {"产出指标": "50"}


def test_without_places_neither_file_nor_position_remains():
    text = json.dumps(canonical(FORM, places=False), ensure_ascii=False)
    assert "form.txt" not in text
    assert '"project": "培训经费"' in text


def test_the_digest_does_not_depend_on_the_file_or_the_order_of_facts():
    values = {"甲": Written("1"), "乙": Written("2", HERE)}
    here = Submission(source="a.json", values=values)
    there = Submission(source="b.txt", values={"乙": Written("2"), "甲": Written("1")})
    assert here.digest == there.digest
    assert len(here.digest) == 64


def test_the_digest_changes_with_every_value():
    changed = (
        Submission(),
        Submission(year=2020),
        Submission(complete=False),
        Submission(project=Written("甲")),
        Submission(rows=(Row(),)),
        Submission(rows=(Row(sum=True),)),
        Submission(funds=Funds()),
        Submission(values={"甲": Written("1")}),
        Submission(headings={"甲": Written("1")}),
    )
    assert len({form.digest for form in changed}) == len(changed)


def test_the_order_of_rows_counts():
    first, second = Row(name=Written("甲")), Row(name=Written("乙"))
    assert Submission(rows=(first, second)).digest != Submission(rows=(second, first)).digest


def test_a_broken_character_does_not_stop_the_digest():
    assert Submission(project=Written("\ud800")).digest


def test_a_submission_cannot_be_changed():
    with pytest.raises(ValidationError):
        FORM.year = 2021  # type: ignore[misc]  # the fault under test


@pytest.mark.parametrize("field", ["project", "year", "rows", "complete"])
def test_a_value_of_the_wrong_kind_is_refused(field):
    with pytest.raises(ValidationError):
        Submission(**{field: 0.5})
