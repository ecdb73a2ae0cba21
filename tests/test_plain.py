"""An evaluation as plain data for programs."""

import json
from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.evaluation import (
    Adjusted,
    Evaluation,
    Grade,
    Group,
    Line,
    OwedReason,
    Provenance,
    Shown,
    Source,
    Undecided,
    UsedPlugin,
)
from perfeval_rules.findings import Finding, Place
from perfeval_rules.plain import plain, plain_finding
from perfeval_rules.text import Text


def line(number, name, **changes):
    values = {
        "number": number, "id": "", "name": name, "title": Text(), "type": "count", "plugin": "standard", "rule": "rule.count", "group": "output", "node": "output",
        "outcome": "scored", "weight": Fraction(5), "score": Fraction(2), "score_exact": Fraction(2),
        "stated": Fraction(2), "reviewed": None, "attainment": Fraction(2, 5), "ratio": Fraction(2, 5), "met": False,
        "low": None, "high": None, "target_text": ">=300人次", "actual_text": "120", "adjusts": (),
        "at": Place("form.txt", 9, 1), "places": 2,
    }  # fmt: skip
    return Line(**{**values, **changes})


def evaluation(**changes):
    values = {
        "title": Text("上海自评", "Shanghai"), "project": "活动经费", "lines": (), "groups": (), "total": None,
        "total_exact": None, "total_places": None, "stated_total": None, "reviewed_total": None, "full_marks": None,
        "grade": None, "withheld": (), "accepted_points": Fraction(0), "adjusts": (), "facts": {}, "shown": (), "reasons": (), "findings": (),
        "undecided": (), "sources": (), "provenance": Provenance("0.1.0", "x", "1", "ab", (), (), "cd"),
    }  # fmt: skip
    return Evaluation(**{**values, **changes})


def test_a_line_carries_its_numbers_as_text():
    told = plain(evaluation(lines=(line(1, "人数"),)))["lines"][0]
    assert (told["score"], told["weight"], told["ratio"], told["reviewed"]) == ("2.00", "5", "0.4", None)
    assert (told["at"], told["id"], told["met"], told["range"]) == ("form.txt:9:1", None, False, None)


def test_a_score_taken_as_stated_keeps_the_places_it_was_stated_with():
    told = plain(evaluation(lines=(line(1, "制度", outcome="accepted", score=Fraction("4.125")),)))
    assert told["lines"][0]["score"] == "4.125"


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(Fraction(8), Fraction(10), ["8", "10"]), (None, Fraction(10), None), (Fraction(8), None, None)],
)
def test_a_range_has_both_its_ends(low, high, told):
    assert plain(evaluation(lines=(line(1, "制度", low=low, high=high),)))["lines"][0]["range"] == told


def test_totals_groups_and_grade_are_told():
    told = plain(
        evaluation(
            total=Fraction("96.99"), total_exact=Fraction("96.99"), total_places=2, stated_total=Fraction("96.99"),
            full_marks=Fraction(100), grade=Grade("a", Text("优", "excellent")),
            groups=(Group("output", Text("产出指标"), "", "", Fraction(50), Fraction("46.99"), True, False, False),),
        )
    )  # fmt: skip
    assert (told["total"], told["stated_total"], told["full_marks"]) == ("96.99", "96.99", "100")
    assert told["grade"] == {"id": "a", "title": {"zh": "优", "en": "excellent"}}
    assert (told["groups"][0]["in"], told["groups"][0]["score"]) == (None, "46.99")
    assert plain(evaluation())["grade"] is None


def test_what_acted_is_told_with_what_stood_before_and_after():
    points = Adjusted("cap", Fraction(12), Fraction(10), Text("不超过 {weight} 分"), ("mof",), {"weight": 10})
    grade = Adjusted("veto", Grade("a", Text("优")), Grade("d", Text("差")), Text("一票否决"))
    told = plain(evaluation(lines=(line(1, "人数", adjusts=(points,)),), adjusts=(grade,)))
    assert told["lines"][0]["adjusts"][0]["message"]["zh"] == "不超过 10 分"
    assert (told["lines"][0]["adjusts"][0]["before"], told["lines"][0]["adjusts"][0]["cites"]) == ("12", ["mof"])
    assert (told["adjusts"][0]["before"], told["adjusts"][0]["after"]) == ("a", "d")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, None),
        (True, True),
        (3, "3"),
        (Fraction(1, 4), "0.25"),
        ("甲", "甲"),
        (date(2020, 12, 31), "2020-12-31"),
    ],
)
def test_a_shown_fact_keeps_its_kind(value, told):
    data = plain(evaluation(shown=(Shown("rate", Text("比率", "rate"), value),)))
    assert data["facts"]["rate"] == {"title": {"zh": "比率", "en": "rate"}, "value": told}


def test_findings_are_told_in_both_languages_with_what_to_do():
    told = plain_finding(
        Finding(
            "reason.missing", "error", Place("a", 1), Text("缺", "gone"), Text("补", "add"), {}, "rows[0]", "reason.x"
        )
    )
    assert (told["message"], told["advice"]) == ({"zh": "缺", "en": "gone"}, {"zh": "补", "en": "add"})
    assert (told["at"], told["path"], told["rule"]) == ("a:1", "rows[0]", "reason.x")
    bare = plain_finding(Finding("check.x", "info", Place(), Text("甲", "a")))
    assert (bare["at"], bare["path"], bare["rule"], bare["advice"]) == (None, None, None, None)


def test_what_is_owed_what_nobody_could_decide_and_what_the_rules_rest_on_are_told():
    data = plain(
        evaluation(
            reasons=(OwedReason("reason.x", "missing", 2), OwedReason("reason.y", "good")),
            undecided=(
                Undecided("check.x", "absent", "budget", 3, Text("缺", "gone")),
                Undecided("check.y", "absent", "budget"),
            ),
            sources=(Source("mof", "财预〔2020〕10号", "管理办法", "第三条", False),),
            provenance=Provenance("0.1.0", "x", "2020", "ab", ("x.toml",), (UsedPlugin("standard", "p", "1"),), "cd"),
        )
    )
    assert [one["line"] for one in data["undecided"]] == [3, None]
    assert [one["why"] for one in data["undecided"]] == [{"zh": "缺", "en": "gone"}, {"zh": "", "en": ""}]
    assert [(one["verdict"], one["line"]) for one in data["reasons"]] == [("missing", 2), ("good", None)]
    assert data["sources"][0]["verified"] is False
    assert data["provenance"]["plugins"] == [{"name": "standard", "distribution": "p", "version": "1"}]


def test_plain_data_is_json_without_floats():
    whole = plain(evaluation(lines=(line(1, "人数"),), total=Fraction(2), withheld=(1,)))
    assert json.loads(json.dumps(whole, ensure_ascii=False), parse_float=pytest.fail) == whole
