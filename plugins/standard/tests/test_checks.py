"""What the numeric types find, and what they let pass."""

import pytest


def cells(target: object, actual: object, *, operator: str = ">=", **more: object) -> dict[str, object]:
    return {"operator": operator, "target": target, "actual": actual, **more}


@pytest.mark.parametrize(
    ("actual", "unit", "finds"),
    [
        ("120", "人次", ()), ("120.5", "人次", ("fraction",)), ("4.4", "万人次", ()), ("4.4", "", ("fraction",)),
        ("-0.5", "", ("fraction",)),
    ],
)  # fmt: skip
def test_a_count_is_a_whole_number_unless_its_unit_is_a_multiple(measured, actual, unit, finds):
    assert measured("count", cells(100, actual, unit=unit)).finds == finds


def test_a_count_not_reported_is_not_told_to_be_a_fraction(measured):
    assert measured("count", {"target": 100, "operator": ">="}).finds == ()


@pytest.mark.parametrize("kind", ["rate", "satisfaction"])
@pytest.mark.parametrize(
    ("target_text", "actual_text", "target", "actual", "mixed"),
    [
        (">=90", "0.9", 90, "0.9", True),
        (">=90%", "0.9", 90, "0.9", True),
        (">=90%", "0.9%", 90, "0.9", False),
        ("0.9", "90%", "0.9", 90, True),
        ("0.9%", "90%", "0.9", 90, False),
        ("0.9", "0.85", "0.9", "0.85", False),
        ("5", "0.8", 5, "0.8", False),
        (">=90", "0", 90, 0, False),
        (">=90", "85", 90, 85, False),
    ],
)
def test_a_share_beside_per_cent_is_told(measured, kind, target_text, actual_text, target, actual, mixed):
    texts = {"target_text": target_text, "actual_text": actual_text}
    got = measured(kind, cells(target, actual, **texts))
    assert ("mixed-scales" in got.finds) is mixed


@pytest.mark.parametrize(("target", "actual", "told"), [(100, 120, True), (100, 100, False), (90, 120, False)])
def test_a_rate_above_all_of_it_is_told(measured, target, actual, told):
    assert ("above-hundred" in measured("rate", cells(target, actual)).finds) is told


@pytest.mark.parametrize(
    ("actual", "unit", "told"), [("100", "%", False), ("100.1", "%", True), ("101", "", True), ("880", "‰", False)]
)
def test_nobody_is_more_than_wholly_satisfied(measured, actual, unit, told):
    assert ("above-hundred" in measured("satisfaction", cells(90, actual, unit=unit)).finds) is told


@pytest.mark.parametrize(
    ("required", "survey", "told"), [(True, "", True), (True, "问卷200份", False), (False, "", False)]
)
def test_a_survey_is_asked_for_only_where_the_ruleset_requires_one(measured, required, survey, told):
    got = measured("satisfaction", cells(90, 95, survey=survey), {"survey_required": required})
    assert ("no-survey" in got.finds) is told


@pytest.mark.parametrize(("operator", "told"), [(">=", True), (">", True), ("<=", False), ("=", False), ("", False)])
def test_a_floor_under_a_cost_is_told(measured, operator, told):
    assert ("floor" in measured("cost", cells(100, 100, operator=operator)).finds) is told
