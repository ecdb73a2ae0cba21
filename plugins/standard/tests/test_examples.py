"""The examples that the types bring are true, and the types are documented."""

from fractions import Fraction

import pytest

import perfeval_standard
from perfeval_rules import IndicatorType

TYPES = perfeval_standard.perfeval_indicator_types()
EXAMPLES = [(described, example) for described in TYPES for example in described.examples]


def exact(written: str | None) -> Fraction | None:
    return None if written is None else Fraction(written)


@pytest.mark.parametrize(("described", "example"), EXAMPLES, ids=lambda part: getattr(part, "name", "row"))
def test_an_example_is_what_the_type_makes_of_the_row(measured, described, example):
    got = measured(described.name, example.reported, example.options)
    assert got.attainment == exact(example.attainment)
    assert got.met is example.met
    assert (got.low, got.high) == (exact(example.low), exact(example.high))
    assert got.finds == example.finds


def test_every_standard_type_is_there(registry):
    assert list(registry.types) == [
        "threshold", "count", "rate", "satisfaction", "cost", "execution", "yes_no", "deadline", "grade", "number",
    ]  # fmt: skip


@pytest.mark.parametrize("described", TYPES, ids=lambda described: described.name)
def test_a_check_is_shown_by_an_example_or_stops_nothing_unseen(described: type[IndicatorType]):
    shown = {name for example in described.examples for name in example.finds}
    assert shown == {check.name for check in described.checks}


def test_the_standard_types_bear_the_version_of_the_engine(registry):
    assert {offer.plugin.version for offer in registry.types.values()} == {perfeval_standard.__version__}


def test_only_execution_is_filled_from_the_fund_block(registry):
    assert [name for name, offer in registry.types.items() if offer.type.from_funds] == ["execution"]
