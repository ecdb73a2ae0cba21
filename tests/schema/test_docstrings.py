"""What authors say of their classes and fields."""

from dataclasses import dataclass

from perfeval_rules.schema.docstrings import about, about_fields


@dataclass
class Fund:
    """Money."""

    amount: int
    """How much;
    in yuan."""
    unit: str
    parts: int = 0
    "Of how many parts."
    KINDS = ("a",)
    """No field."""

    def method(self) -> None:
        """No field either."""


class Loan(Fund):
    rate: int
    """What it costs."""
    amount: int
    """How much is owed."""


def test_a_class_says_what_it_is_and_not_what_its_base_is():
    assert about(Fund) == "Money."
    assert about(Loan) == ""


def test_fields_are_told_by_the_text_under_them_those_of_bases_too():
    assert about_fields(Fund) == {"amount": "How much;\nin yuan.", "parts": "Of how many parts."}
    assert about_fields(Loan) == {
        "amount": "How much is owed.", "parts": "Of how many parts.", "rate": "What it costs.",
    }  # fmt: skip


def test_a_class_whose_source_is_not_at_hand_says_nothing():
    assert about_fields(type("Made", (), {})) == {}
    space = {"__name__": "no_such_module"}
    exec("class Typed:\n    a: int\n    'told'\n", space)
    assert about_fields(space["Typed"]) == {}
