"""A type as an engine holds it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

import pytest

from perfeval_rules.formula.algebra import Words
from perfeval_rules.formula.language import parse
from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.model import BeforeValidator, Field
from perfeval_rules.offer import Plugin, attain_formula, kind_of, make_offer
from perfeval_rules.text import Text

PLUGIN = Plugin("sample", "perfeval-sample", "1.2")


class Cells(Reported):
    """What a row reports."""

    size: Fraction
    when: date | None = None
    said: str = ""
    sound: bool | None = None


def even(value: int) -> int:
    """The number itself, where it is even."""
    if value % 2:
        raise ValueError("必须是偶数")
    return value


def broken(value: object) -> object:
    """A test that is itself at fault."""
    raise RuntimeError(f"first\n{value} second ")


class Sample(IndicatorType):
    """A type with an option of each kind."""

    needed: Fraction
    share: Fraction = Field(Fraction(1, 2), ge=0, lt=1)
    above: Fraction = Field(Fraction(1), gt=Fraction(1, 3), le=9)
    times: int = 3
    pairs: Annotated[int, BeforeValidator(even)] = 2
    whole: bool = False
    way: Literal["strict", "daily"] = "strict"
    label: str = ""
    hard: Annotated[str, BeforeValidator(broken)] = ""

    name = "sample"
    title = Text("样例", "sample")
    reported = Cells
    words = {"few": Words(("少",))}  # noqa: RUF012 - as an author writes it
    examples = (Example(),)


OFFER = make_offer(Sample, PLUGIN, {"met": parse("size > needed")}, {"small": parse("size < 1")})


def test_an_offer_knows_the_kind_of_each_name():
    assert OFFER.option_kinds == {
        "needed": "number", "share": "number", "above": "number", "times": "number", "pairs": "number",
        "whole": "boolean", "way": "text", "label": "text", "hard": "text",
    }  # fmt: skip
    assert OFFER.reported_kinds == {"size": "number", "when": "date", "said": "text", "sound": "boolean"}


def test_an_offer_knows_what_must_be_written_and_what_must_be_reported():
    assert (OFFER.needed, OFFER.required) == ({"needed"}, {"size"})


def test_defaults_are_as_formulas_read_them():
    assert OFFER.defaults == {
        "share": Fraction(1, 2), "above": 1, "times": 3, "pairs": 2, "whole": False, "way": "strict", "label": "", "hard": "",
    }  # fmt: skip
    assert {type(OFFER.defaults[name]) for name in ("share", "times")} == {Fraction}
    assert OFFER.defaults["whole"] is False


def test_a_default_may_be_made_when_it_is_asked_for():
    class Made(IndicatorType):
        """A type whose default is made."""

        label: str = Field(default_factory=lambda: "无")

        name = "made"
        title = Text("甲", "a")
        reported = Cells
        examples = (Example(),)

    assert make_offer(Made, PLUGIN, {}, {}).defaults == {"label": "无"}


def test_a_type_in_python_is_asked_with_all_that_a_row_reports():
    class Asked(IndicatorType):
        """A type that says its attainment in Python."""

        name = "asked"
        title = Text("甲", "a")
        reported = Cells
        examples = (Example(),)

        def attain(self, row):
            return row["size"]

    offer = make_offer(Asked, PLUGIN, {}, {})
    assert attain_formula(offer, Asked()).text == "ifs(not given(size), size, attain(size, when, said, sound))"


def test_an_enumeration_lists_its_choices():
    assert OFFER.choices == {"way": ("strict", "daily")}


def test_formulas_and_words_are_kept():
    assert (OFFER.measures["met"].text, OFFER.checks["small"].text) == ("size > needed", "size < 1")
    assert OFFER.words == {"few": Words(("少",))}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("needed", Fraction(3)), ("share", Fraction(0)), ("above", Fraction(9)), ("times", Fraction(4)),
        ("pairs", Fraction(8)), ("whole", True), ("way", "daily"), ("label", "甲"),
    ],
)  # fmt: skip
def test_an_option_takes_what_toml_gives(name, value):
    assert OFFER.option_fault(name, value) is None


@pytest.mark.parametrize(
    ("name", "value", "zh", "en"),
    [
        ("share", Fraction(-1), "应不小于 0", "it must be not below 0"),
        ("share", Fraction(1), "应小于 1", "it must be below 1"),
        ("above", Fraction(1, 3), "应大于 1/3", "it must be above 1/3"),
        ("above", Fraction(10), "应不大于 9", "it must be not above 9"),
        ("times", Fraction(1, 2), "应为整数", "it must be a whole number"),
        ("pairs", Fraction(3), "必须是偶数", ""),
        ("whole", Fraction(1), "应为条件（是或否）", "it must be a condition (true or false)"),
        ("way", "weekly", "可选 strict、daily", "it is one of strict, daily"),
        ("label", True, "应为文字", "it must be a text"),
        (
            "hard",
            "x",
            "sample (perfeval-sample 1.2)，RuntimeError: x second",
            "sample (perfeval-sample 1.2), RuntimeError: x second",
        ),
        ("needed", "3", "应为数值", "it must be a number"),
        ("needed", ["3"], "应为数值", "it must be a number"),
    ],
)
def test_what_an_option_does_not_take_is_told(name, value, zh, en):
    assert OFFER.option_fault(name, value) == Text(zh, en)


@pytest.mark.parametrize(
    ("annotation", "kind"),
    [
        (Fraction, "number"), (int, "number"), (bool, "boolean"), (str, "text"), (date, "date"),
        (Literal["a", "b"], "text"), (Fraction | None, "number"), (Annotated[int, "any"], "number"),
        (Annotated[Fraction, "any"] | None, "number"), (Literal[1, 2], None), (Fraction | str, None), (float, None),
        (list[str], None), ("Fraction", None), (None, None),
    ],
)  # fmt: skip
def test_an_annotation_stands_for_a_kind_or_for_none(annotation, kind):
    assert kind_of(annotation) == kind


def test_a_plugin_says_where_it_comes_from():
    assert str(PLUGIN) == "sample (perfeval-sample 1.2)"
    assert str(Plugin("sample", "module", "")) == "sample (module)"
    assert str(Plugin("sample", "", "")) == "sample"


@pytest.mark.parametrize("kind", [SystemExit, GeneratorExit, MemoryError])
def test_a_test_of_an_option_that_leaves_is_told_with_whose_it_is(kind):
    def leaves(run):
        raise kind

    told = replace(OFFER, guard=leaves).option_fault("label", "x")
    assert told == Text(
        f"sample (perfeval-sample 1.2)，{kind.__name__}", f"sample (perfeval-sample 1.2), {kind.__name__}"
    )


def test_a_person_who_interrupts_a_test_of_an_option_is_heard():
    def interrupted(run):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace(OFFER, guard=interrupted).option_fault("label", "x")
