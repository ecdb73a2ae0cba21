"""The tables of the format."""

from fractions import Fraction

import pytest

from perfeval_rules.findings import Written
from perfeval_rules.model import ValidationError
from perfeval_rules.ruleset.tables import (
    Every,
    Fact,
    Group,
    Head,
    Line,
    Rule,
    Scoring,
    Source,
    Unscored,
    Years,
    keys_of,
)
from perfeval_rules.text import Text


def test_keys_are_spelt_as_the_file_spells_them():
    assert keys_of(Years) == ("from", "until")
    assert "in" in keys_of(Group)
    assert "inside" not in keys_of(Group)
    assert "options" not in keys_of(Rule)


def test_a_rule_and_a_line_have_all_keys_that_lines_share():
    assert set(keys_of(Every)) == {"cites", "type", "score", "applies", "manual", "title"}
    assert set(keys_of(Rule)) - set(keys_of(Every)) == {"when"}
    assert set(keys_of(Line)) - set(keys_of(Every)) == {"names", "in", "weight"}


def test_years_hold_from_the_first_to_the_last():
    years = Years(**{"from": 2020, "until": 2021})
    assert [years.holds(year) for year in (2019, 2020, 2021, 2022)] == [False, True, True, False]
    assert Years(**{"from": 2020}).holds(2099)


def test_a_ruleset_without_family_is_one_of_its_own():
    head = Head(id="a", edition="1", years={"from": 2024})
    assert head.kin == "a"
    assert Head(id="a", edition="1", years={"from": 2024}, family="b").kin == "b"


def test_a_source_says_no_more_than_it_must():
    source = Source(document="某办〔2020〕1号")
    assert (source.title, source.article, source.url, source.verified) == ("", "", "", False)


def test_scoring_has_a_default_for_each_key_alone():
    scoring = Scoring(rounding="down")
    assert (scoring.full_marks, scoring.rounding, scoring.grade_on, scoring.weights) == (
        100,
        "down",
        "published",
        "form",
    )
    assert (scoring.places.line, scoring.places.total, scoring.total) == (None, None, None)
    assert Scoring().rounding == "half-up"


def test_every_outcome_without_a_score_has_a_policy():
    assert Unscored(manual="stated").policies() == {
        "not_reported": "withhold",
        "not_applicable": "rescale",
        "stopped": "withhold",
        "manual": "stated",
    }


def test_points_are_a_number_or_a_formula():
    assert Group(weight=Fraction(5)).weight == 5
    assert Group(weight=Written("40")).weight == Written("40")
    with pytest.raises(ValidationError):
        Group(weight="40")


def test_words_may_be_given_as_text():
    assert Group(title=Text("产出")).title == Text("产出")
    assert Group(title={"zh": "产出"}).title == Text("产出")


def test_a_fact_knows_whether_it_names_its_kind():
    assert Fact(kind="number").names_kind
    assert not Fact().names_kind


def test_a_table_is_frozen():
    with pytest.raises(ValidationError):
        Group(extra=True).extra = False
