"""The frozen model that documents and indicator types are made of."""

from fractions import Fraction

import pytest

from perfeval_rules.model import Field, Model, ValidationError, faults


class Fund(Model):
    amount: Fraction
    unit: str = "万元"
    parts: int = Field(default=0, ge=0)


def test_a_model_knows_its_keys():
    with pytest.raises(ValidationError) as caught:
        Fund(amount=Fraction(1), unti="元")  # type: ignore[call-arg]  # the misspelt key is what is tested
    assert [(fault["type"], fault["loc"]) for fault in faults(caught.value)] == [("extra_forbidden", ("unti",))]


def test_no_value_is_bent_to_fit_its_kind():
    with pytest.raises(ValidationError):
        Fund(amount=Fraction(1), parts="3")  # type: ignore[arg-type]  # the wrong kind is what is tested
    with pytest.raises(ValidationError):
        Fund(amount=1.5)  # type: ignore[arg-type]  # the wrong kind is what is tested


def test_a_model_is_frozen():
    fund = Fund(amount=Fraction(1))
    with pytest.raises(ValidationError):
        fund.unit = "元"


def test_every_fault_is_told_at_once_and_without_what_was_written():
    with pytest.raises(ValidationError) as caught:
        Fund.model_validate({"unit": 3, "parts": -1, "secret": "x" * 9999})
    found = faults(caught.value)
    assert {fault["loc"][0] for fault in found} == {"amount", "unit", "parts", "secret"}
    assert all("input" not in fault and "url" not in fault for fault in found)
