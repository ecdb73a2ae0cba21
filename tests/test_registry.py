"""What an engine has been given."""

from fractions import Fraction
from typing import Any

import pytest

from perfeval_rules.extension import Lint
from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.registry import Declared, Plugin, Registry
from perfeval_rules.text import Text
from tests.added import WORDS, function

ONE = Plugin("one", "perfeval-one", "1.0")
OTHER = Plugin("other", "perfeval-other", "2.0")


class Cells(Reported):
    """A number."""

    actual: Fraction | None = None


class Number(IndicatorType):
    """A number."""

    name = "number"
    title = Text("数", "number")
    reported = Cells
    examples = (Example(),)


def named(name: str, kind: Any = None, default: Any = None) -> type[IndicatorType]:
    """A type of that name, with an option `way` of a kind."""
    options = {"__annotations__": {"way": kind}, "way": default} if kind else {}
    return type(Number)("Named", (Number,), {"__module__": "sample", "__doc__": "A type.", "name": name, **options})


def declared(*given: tuple[object, Plugin]) -> list[Declared]:
    """Types, each as if its plugin declared it alone."""
    return [Declared(plugin, types=(one,)) for one, plugin in given]


def test_a_registry_holds_the_types_in_the_order_they_were_declared():
    registry, findings = Registry.of(declared((named("b"), ONE), (named("a"), OTHER)))
    assert not findings
    assert [(name, offer.plugin) for name, offer in registry.types.items()] == [("b", ONE), ("a", OTHER)]


def test_a_registry_of_nothing_is_empty():
    assert Registry.of([]) == (Registry(), ())


def test_a_type_that_will_not_do_is_left_out_and_the_others_stay():
    registry, findings = Registry.of(declared(("number", ONE), (named("Bad"), ONE), (named("a"), ONE)))
    assert list(registry.types) == ["a"]
    assert [one.code for one in findings] == ["plugin.not-a-type", "plugin.type-part", "plugin.type-refused"]


def test_a_name_borne_twice_is_nobodys_and_both_are_named():
    registry, (told,) = Registry.of(declared((named("a"), ONE), (named("b"), ONE), (named("a"), OTHER)))
    assert list(registry.types) == ["b"]
    assert told.code == "plugin.type-taken"
    for language in ("zh", "en"):
        assert "perfeval-one 1.0" in told.say(language)
        assert "perfeval-other 2.0" in told.say(language)


def test_one_plugin_may_not_bear_a_name_twice_either():
    assert Registry.of(declared((named("a"), ONE), (named("a"), ONE)))[0].types == {}


@pytest.mark.parametrize(("kind", "default", "shown"), [(str, "", "文字"), (bool, False, "条件")])
def test_an_option_of_two_kinds_is_told_and_the_later_type_left_out(kind, default, shown):
    first, later = named("a", Fraction, Fraction(0)), named("b", kind, default)
    registry, (told,) = Registry.of(declared((first, ONE), (later, OTHER)))
    assert list(registry.types) == ["a"]
    assert (told.code, told.path) == ("plugin.option-clash", "way")
    assert shown in told.say("zh")
    assert "other (perfeval-other 2.0)" in told.say("en")


def test_of_three_types_that_share_an_option_the_one_that_differs_is_left_out_wherever_it_stands():
    odd, *alike = named("a", str, ""), named("b", Fraction, Fraction(0)), named("c", Fraction, Fraction(1))
    for given in ([odd, *alike], [*alike, odd]):
        registry, (told,) = Registry.of(declared(*((one, ONE) for one in given)))
        assert list(registry.types) == ["b", "c"]
        assert (told.code, told.values["type"], told.values["other"]) == ("plugin.option-clash", "a", "b")


def test_two_types_may_share_an_option_of_one_kind():
    registry, findings = Registry.of(declared((named("a", int, 1), ONE), (named("b", Fraction, Fraction(0)), OTHER)))
    assert (list(registry.types), findings) == (["a", "b"], ())


def called(name: str, heading: str) -> type[IndicatorType]:
    """A type of that name, whose value `of_NAME` forms call by a heading."""
    body = {"__module__": "sample", "__doc__": "Cells.", "__annotations__": {f"of_{name}": Fraction}}
    cells = type(Reported)("Own", (Reported,), {**body, "titles": {f"of_{name}": Text(heading, f"{heading} of forms")}})
    return type(Number)("Named", (Number,), {"__module__": "sample", "__doc__": "x", "name": name, "reported": cells})


def test_a_heading_means_one_value_and_the_later_type_is_left_out():
    registry, findings = Registry.of(declared((called("a", "户数"), ONE), (called("b", "户数"), OTHER)))
    assert list(registry.types) == ["a"]
    assert {(one.code, one.path) for one in findings} == {("plugin.heading-clash", "of_b")}
    assert "“户数”" in findings[0].say("zh")
    assert list(Registry.of(declared((called("a", "户数"), ONE), (called("b", "人数"), OTHER)))[0].types) == ["a", "b"]


def test_a_value_is_known_by_its_headings_and_its_name():
    registry, _ = Registry.of(declared((called("a", "户数"), ONE)))
    assert registry.types["a"].headings == {"of_a": ("户数", "户数 of forms", "of_a")}


def test_a_registry_holds_the_functions_of_plugins_by_name():
    given = function()
    registry, findings = Registry.of([Declared(ONE, functions=[given])])
    assert not findings
    assert [(name, one.given.signature.usage, one.plugin) for name, one in registry.functions.items()] == [
        ("added", given.usage, ONE)
    ]


def test_a_registry_holds_the_lints_of_plugins():
    given = Lint(name="odd", message=WORDS, advice=WORDS, examine=lambda program: [])
    registry, findings = Registry.of([Declared(ONE, lints=[given])])
    assert not findings
    assert [(one.given.name, one.plugin) for one in registry.lints] == [("odd", ONE)]


def test_a_function_that_two_plugins_give_is_nobodys_and_both_are_named():
    registry, (told,) = Registry.of([Declared(plugin, functions=[function()]) for plugin in (ONE, OTHER)])
    assert registry.functions == {}
    assert (told.code, told.values["name"]) == ("plugin.taken", "added")
    assert "perfeval-one 1.0" in told.say("en")
    assert "perfeval-other 2.0" in told.say("en")


def spending(name: str, *money: str) -> type[IndicatorType]:
    """A type of that name, whose rows report what was spent."""
    body = {"__module__": "sample", "__doc__": "Cells.", "__annotations__": {"spent": Fraction}, "in_yuan": money}
    cells = type(Reported)("Own", (Reported,), body)
    return type(Number)("Named", (Number,), {"__module__": "sample", "__doc__": "x", "name": name, "reported": cells})


def test_a_value_is_an_amount_to_all_types_or_to_none_and_the_later_type_is_left_out():
    amount, number = spending("amount", "spent"), spending("number")
    for given in ([amount, number], [number, amount]):
        registry, (told,) = Registry.of(declared((given[0], ONE), (given[1], OTHER)))
        assert list(registry.types) == [given[0].name]
        assert (told.code, told.path, told.values["type"]) == ("plugin.money-clash", "spent", given[1].name)
        assert (told.values["amount"], told.values["number"]) == ("amount", "number")
    both = Registry.of(declared((amount, ONE), (spending("other", "spent"), OTHER)))
    assert (list(both[0].types), both[1]) == (["amount", "other"], ())
    assert registry.types.keys() == {"number"}
    assert both[0].types["amount"].money == {"spent"}
