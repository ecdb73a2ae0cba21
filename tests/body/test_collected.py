"""What there is to tell about one file."""

from perfeval_rules.body.collected import MOST_FINDINGS, MOST_KEPT, Collected
from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Place
from perfeval_rules.text import LONGEST_ECHO


def test_findings_stand_in_the_order_of_the_file():
    told = Collected()
    for line, column in ((3, 1), (2, 9), (0, 0), (2, 4)):
        told.add("form.no-rows", Place("a", line, column))
    assert [(f.at.line, f.at.column) for f in told.result("a")] == [(0, 0), (2, 4), (2, 9), (3, 1)]


def test_findings_keep_their_values():
    told = Collected([finding("form.no-table", Place("a"))])
    told.add("form.extra-cell", Place("a", 2, 3), path="rows[0]", line="甲", length=2, values={"text": "甲乙"})
    first, second = told.result("a")
    assert (first.code, second.code) == ("form.no-table", "form.extra-cell")
    assert (second.path, second.line, second.length, second.say("zh")) == (
        "rows[0]", "甲", 2, "“甲乙”不在任何一列之下，未予采用。"
    )  # fmt: skip


def test_a_hundred_findings_are_all_told():
    told = Collected()
    for line in range(MOST_FINDINGS):
        told.add("form.no-rows", Place("a", line + 1))
    assert [f.code for f in told.result("a")] == ["form.no-rows"] * MOST_FINDINGS


def test_of_more_the_last_says_how_many_are_not_listed():
    told = Collected()
    for line in range(MOST_FINDINGS + 5):
        told.add("form.no-rows", Place("a", line + 1))
    found = told.result("a")
    assert len(found) == MOST_FINDINGS
    assert (found[-1].code, found[-1].values["count"]) == ("form.more-findings", 6)


def test_nothing_is_echoed_at_length():
    told = Collected()
    long = "长" * 100_000
    told.add("form.extra-cell", Place("a"), path=long, line=long, values={"text": long, "most": 5})
    (found,) = told.result("a")
    assert max(len(found.path), len(found.line), len(str(found.values["text"]))) <= LONGEST_ECHO
    assert found.values["most"] == 5


def test_an_error_is_told_however_many_warnings_stand_before_it():
    told = Collected()
    for number in range(MOST_KEPT + 5):
        told.add("form.text-too-long", Place("f", number + 1), values={"size": 1, "most": 1})
    assert told.full
    assert not told.faulty
    for number in range(3):
        told.add("form.needs-list", Place("f", 9_000 + number), values={"path": "rows"})
    found = told.result("f")
    assert told.faulty
    assert [one.code for one in found[-2:]] == ["form.needs-list", "form.more-findings"]
    assert (len(found), found[-1].values["count"]) == (MOST_FINDINGS, MOST_KEPT + 8 - MOST_FINDINGS + 1)
