"""Parts of a class that are misspelt."""

from fractions import Fraction
from typing import Any, ClassVar

import pytest

from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.misspelt import misspelt, unannotated
from perfeval_rules.model import PydanticUserError
from perfeval_rules.registry import Declared, Plugin, Registry
from perfeval_rules.text import Text


class Cells(Reported):
    """A number."""

    actual: Fraction | None = None


class Sound(IndicatorType):
    """A type that nothing is wrong with."""

    half: ClassVar[Fraction] = Fraction(1, 2)
    names: ClassVar[tuple[str, ...]] = ()
    name = "sound"
    title = Text("无误", "sound")
    reported = Cells
    attainment = "actual"
    examples = (Example({}, {"actual": "1"}, "1"),)

    def helper(self) -> None:
        """Do nothing."""


def of(base: type[Any], part: str, value: Any, **more: Any) -> type[Any]:
    """A subclass with one more class variable."""
    kinds = {} if callable(value) else {part: ClassVar[Any]}
    space = {"__module__": "sample", "__qualname__": "Odd", "__doc__": "A class.", "__annotations__": kinds}
    return type(base)("Odd", (base,), {**space, part: value, **more})


def attian(self: object, given: object) -> None:
    """Give nothing."""


def test_what_an_author_keeps_in_the_class_is_no_part_and_not_told():
    assert list(misspelt(Sound)) == []


@pytest.mark.parametrize(
    ("part", "value", "like"),
    [("mesages", {}, "messages"), ("bettre", "lower", "better"), ("attian", attian, "attain")],
)
def test_a_name_like_that_of_a_part_that_is_left_out_is_told_with_it(part, value, like):
    (told,) = misspelt(of(Sound, part, value))
    assert (told.code, str(told.at)) == ("plugin.unknown-part", f"sample.Odd.{part}")
    assert f"the nearest is “{like}”" in told.say("en")


def test_what_rows_report_is_looked_at_too():
    odd = of(Cells, "in_yaun", ("actual",))
    (told,) = misspelt(of(Sound, "reported", odd))
    assert "“in_yaun”" in told.say("zh")
    assert "“in_yuan”" in told.say("zh")


def test_a_part_of_the_reported_on_the_type_is_told_where_it_belongs():
    assert [one.code for one in misspelt(of(Sound, "in_yuan", ("actual",)))] == ["plugin.part-of-reported"]


def test_a_type_without_anything_reported_is_looked_at_as_far_as_it_goes():
    assert list(misspelt(of(Sound, "reported", None))) == []


def test_a_type_with_a_misspelt_part_is_not_used():
    registry, found = Registry.of([Declared(Plugin("one", "", ""), types=(of(Sound, "bettre", "lower"), Sound))])
    assert [one.code for one in found] == ["plugin.unknown-part"]
    assert registry.types["sound"].type is Sound


@pytest.mark.parametrize("fault", [ZeroDivisionError(), KeyboardInterrupt()])
def test_a_class_that_cannot_be_asked_is_left_to_its_review(fault):
    def reviewing(run):
        given = run()
        if isinstance(given, tuple) and not given:  # the names were asked for
            raise fault
        return given

    given = [Declared(Plugin("one", "", ""), types=(Sound,))]
    if isinstance(fault, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            Registry.of(given, reviewing=reviewing)
    else:
        assert Registry.of(given, reviewing=reviewing)[1] == ()


@pytest.mark.parametrize(
    "fault",
    [
        ValueError("`x = 1`"), PydanticUserError("`x = 1`", code=None),
        PydanticUserError("`x = 1`", code="model-field-missing-annotation"),
    ],
)  # fmt: skip
def test_any_other_fault_is_none_of_these(fault):
    assert unannotated(fault) is None
