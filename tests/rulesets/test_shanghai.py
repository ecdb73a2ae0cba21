"""The Shanghai form of 2020, as it was published: every figure printed on it comes out, and what a reviewer would ask."""

import json
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.plain import plain

FORM = Path(__file__).parents[2] / "examples" / "shanghai-2020-form.txt"


@pytest.fixture(scope="module")
def evaluation():
    engine = Engine()
    submission, findings = engine.read(FORM.read_bytes(), FORM.name)
    assert {one.severity for one in findings} == {"info"}
    return engine.program("cn-sh-2020").evaluate(submission)


@pytest.fixture(scope="module")
def data(evaluation):
    return json.loads(json.dumps(plain(evaluation), ensure_ascii=False))


def test_every_printed_figure_comes_out(evaluation):
    assert [line.score for line in evaluation.lines] == [line.stated for line in evaluation.lines]
    assert evaluation.total == evaluation.stated_total == Fraction("96.99")
    assert {line.outcome for line in evaluation.lines} == {"scored"}
    assert len(evaluation.lines) == 12


def test_the_rate_of_execution_gives_9_99(evaluation):
    (execution,) = evaluation.line("execution")
    assert execution.score == Fraction("9.99")
    assert execution.score_exact == Fraction("10") * Fraction("1048285.45") / Fraction("1049377")


def test_120_of_300_gives_2_of_5(evaluation):
    (turnout,) = evaluation.line("每月参加活动人数")
    assert (turnout.number, turnout.attainment, turnout.met, turnout.score) == (2, Fraction("0.4"), False, 2)


def test_the_grade_is_excellent(evaluation):
    assert (evaluation.grade.id, evaluation.grade.title.zh) == ("excellent", "优")
    assert evaluation.withheld == ()
    assert evaluation.adjusts == ()


def test_one_reason_is_owed_and_it_names_no_measure(evaluation):
    assert [(one.rule, one.verdict, one.line) for one in evaluation.reasons] == [("reason.points-lost", "weak", 2)]
    (told,) = [one for one in evaluation.findings if one.code.startswith("reason.")]
    assert (told.severity, told.path, str(told.at)) == ("warning", "rows[0].reason", f"{FORM.name}:66:36")
    assert "改进、措施、加强、下一步" in told.say("zh")


def test_a_reviewer_would_ask_about_five_things_and_none_is_an_error(evaluation):
    checks = Counter(one.code for one in evaluation.findings if one.code.startswith("check."))
    assert checks == {
        "check.misfiled-satisfaction": 1,
        "check.yuan-under-wan": 1,
        "check.rate-without-percent": 3,
    }
    assert "error" not in {one.severity for one in evaluation.findings}


def test_the_parts_of_the_fund_block_are_blank_and_so_nothing_is_said_of_them(evaluation):
    of_this_form = [one for one in evaluation.undecided if one.code != "folder"]
    assert [(one.rule, one.code, one.line) for one in of_this_form] == [
        ("check.parts-annual", "absent", 0),
        ("check.parts-executed", "absent", 0),
    ]


def test_every_group_brings_what_its_lines_bring(evaluation):
    brought = {group.id: group.score for group in evaluation.groups}
    assert (brought["output"], brought["benefit"], brought["satisfaction"]) == (27, 30, 30)
    assert "cost" not in brought


def test_an_evaluation_as_data_has_its_keys(data):
    assert data.keys() == {
        "total", "total_exact", "stated_total", "reviewed_total", "full_marks", "grade", "withheld", "accepted_points",
        "lines", "groups", "adjusts", "reasons", "facts", "findings", "undecided", "sources", "provenance",
    }  # fmt: skip
    assert data["lines"][1].keys() == {
        "number", "id", "name", "type", "plugin", "rule", "group", "outcome", "weight", "score", "score_exact", "stated",
        "reviewed", "attainment", "ratio", "met", "range", "target", "actual", "adjusts", "at",
    }  # fmt: skip
    assert data["findings"][0].keys() == {"code", "rule", "severity", "at", "path", "message", "advice"}


def test_numbers_are_texts_with_all_their_places(data):
    assert (data["total"], data["stated_total"], data["reviewed_total"]) == ("96.99", "96.99", None)
    assert [line["score"] for line in data["lines"][:3]] == ["9.99", "2.00", "5.00"]
    assert data["lines"][0]["score_exact"] == "20965709/2098754"


def test_no_number_of_the_data_is_a_float(data):
    def floats(value):
        match value:
            case dict():
                return any(map(floats, value.values()))
            case list():
                return any(map(floats, value))
        return isinstance(value, float)

    assert not floats(data)


def test_an_evaluation_says_what_made_it(data):
    made = data["provenance"]
    assert re.fullmatch("[0-9a-f]{64}", made["digest"])
    assert re.fullmatch("[0-9a-f]{64}", made["submission"])
    assert (made["ruleset"], [plugin["name"] for plugin in made["plugins"]]) == ("cn-sh-2020", ["standard"])
    assert [Path(name).parent.name for name in made["files"]] == ["cn-mof-2020", "cn-review", "cn-sh-2020"]


def test_every_source_cited_is_named_and_whether_it_was_verified(data):
    verified = {source["id"]: source["verified"] for source in data["sources"]}
    assert verified["form-sh-2020"] is True
    assert verified["sh-2020-6"] is False
