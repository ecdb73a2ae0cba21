"""Which ruleset of a family is in force."""

import pytest

from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.editions import in_force, lapses, out_of_force, spoken
from perfeval_rules.ruleset.tables import Head


def head(name, first, until=None, family="local"):
    return Head(id=name, edition="1", family=family, years={"from": first, "until": until})


OLD, NEW, OTHER = head("old", 2019, 2024), head("new", 2025), head("other", 2019, family="")


def test_the_year_of_the_form_picks_the_ruleset_in_force():
    heads = (OLD, NEW, OTHER)
    assert in_force(heads, "local", 2024) is OLD
    assert in_force(heads, "local", 2025) is NEW
    assert in_force(heads, "other", 2030) is OTHER


@pytest.mark.parametrize(
    ("family", "year", "code", "ids"),
    [
        ("local", 2018, "ruleset.no-edition", "old, new"),
        ("local", None, "ruleset.no-year", "old, new"),
        ("locl", 2024, "ruleset.unknown-family", None),
    ],
)
def test_where_none_can_be_picked_the_ids_are_named(family, year, code, ids):
    told = in_force((OLD, NEW), family, year)
    assert isinstance(told, Finding)
    assert (told.code, told.values.get("ids")) == (code, ids)


def test_two_in_force_are_both_named():
    told = in_force((OLD, head("twin", 2024, 2024), NEW), "local", 2024)
    assert isinstance(told, Finding)
    assert (told.code, told.values["ids"]) == ("ruleset.several-editions", "old, twin")


def test_a_family_that_is_not_known_is_offered_the_nearest():
    told = in_force((OLD,), "locl", 2024)
    assert isinstance(told, Finding)
    assert "local" in told.advise("zh")


def test_a_ruleset_out_of_force_warns():
    told = out_of_force(OLD, 2025)
    assert told is not None
    assert (told.code, told.severity) == ("ruleset.out-of-force", "warning")
    assert "2019–2024" in told.say("zh")
    assert "2025" in told.say("en")


def test_a_ruleset_in_force_and_a_form_without_year_warn_of_nothing():
    assert out_of_force(OLD, 2024) is None
    assert out_of_force(OLD, None) is None


def codes(*heads):
    return [(told.code.removeprefix("ruleset."), str(told.values["years"].en)) for told in lapses(heads)]


def test_a_family_without_gap_or_overlap_has_nothing_to_tell():
    assert codes(NEW, OLD, OTHER) == []


def test_years_that_nobody_holds_are_told():
    assert codes(head("a", 2015, 2018), head("b", 2021)) == [("years-gap", "in 2019–2020")]
    assert codes(head("a", 2015, 2018), head("b", 2020)) == [("years-gap", "in 2019")]


def test_years_that_two_hold_are_told():
    assert codes(head("a", 2015), head("b", 2021)) == [("years-overlap", "from 2021 on")]
    assert codes(head("a", 2015, 2022), head("b", 2021)) == [("years-overlap", "in 2021–2022")]


def test_a_short_edition_within_a_long_one_leaves_no_gap():
    assert codes(head("a", 2015, 2022), head("b", 2016, 2016), head("c", 2023)) == [("years-overlap", "in 2016")]


def test_years_are_said_as_people_say_them():
    assert [spoken(2024, until).zh for until in (None, 2024, 2025)] == ["2024 年起", "2024 年", "2024–2025 年"]
