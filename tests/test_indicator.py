"""What a plugin's author writes."""

from dataclasses import FrozenInstanceError
from fractions import Fraction
from typing import Literal

import pytest

import perfeval_rules
from perfeval_rules.indicator import RATIO, Check, Example, IndicatorType, Reported
from perfeval_rules.model import ValidationError
from perfeval_rules.text import Text


class Answers(Reported):
    """How many would recommend a service."""

    promoters: Fraction | None = None
    asked: Fraction


class NetPromoter(IndicatorType):
    """The share of those who would recommend a service."""

    kind: Literal["plain", "strict"] = "plain"
    least: Fraction = Fraction(30)

    name = "nps"
    title = Text("净推荐值", "net promoter score")
    reported = Answers
    attainment = "promoters / asked"
    examples = (Example({}, {"promoters": "40", "asked": "100"}, "0.4"),)


def test_the_fields_of_a_type_are_its_options_and_nothing_else():
    assert list(NetPromoter.model_fields) == ["kind", "least"]
    assert list(Answers.model_fields) == ["promoters", "asked"]


def test_a_type_with_its_options_is_a_frozen_value():
    strict = NetPromoter(kind="strict")
    assert strict == NetPromoter(kind="strict", least=Fraction(30))
    with pytest.raises(ValidationError):
        strict.kind = "plain"


@pytest.mark.parametrize("options", [{"kind": "other"}, {"lest": Fraction(1)}, {"least": 0.5}, {"least": "30"}])
def test_an_option_that_is_misspelt_or_of_another_kind_is_refused(options):
    with pytest.raises(ValidationError):
        NetPromoter(**options)


def test_what_a_type_does_not_say_is_what_most_types_mean():
    assert (NetPromoter.ratio, NetPromoter.met, NetPromoter.low, NetPromoter.high) == (RATIO, None, None, None)
    assert (NetPromoter.words, NetPromoter.checks, NetPromoter.messages) == ({}, (), {})
    assert (NetPromoter.better, NetPromoter.from_funds) == ("higher", False)


def test_a_check_warns_and_lets_the_line_score_unless_it_says_otherwise():
    check = Check("small-sample", "asked < least")
    assert (check.severity, check.stops) == ("warning", False)
    with pytest.raises(FrozenInstanceError):
        check.stops = True


def test_an_example_may_leave_out_what_it_does_not_show():
    assert Example() == Example({}, {}, None, None, None, None, ())


def test_authors_need_only_the_public_names():
    public = {"Check": Check, "Example": Example, "IndicatorType": IndicatorType, "Reported": Reported, "Text": Text}
    assert {name: getattr(perfeval_rules, name) for name in public} == public


def test_a_type_that_has_a_formula_says_nothing_in_python():
    with pytest.raises(NotImplementedError):
        IndicatorType.attain(None, {})
