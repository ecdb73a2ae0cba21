"""The review of declared types: what keeps one from being used is told, all of it."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Literal

import pytest

from perfeval_rules.findings import Place
from perfeval_rules.formula.algebra import Words
from perfeval_rules.indicator import Check, Example, IndicatorType, Reported
from perfeval_rules.model import Field
from perfeval_rules.offer import Plugin
from perfeval_rules.review import place_of, review
from perfeval_rules.text import Text

PLUGIN = Plugin("sample", "perfeval-sample", "1.2")


class Cells(Reported):
    """A target and an actual value."""

    target: Fraction | None = None
    actual: Fraction | None = None


class Sound(IndicatorType):
    """A type that nothing is wrong with."""

    way: Literal["whole", "half"] = "whole"

    name = "sound"
    title = Text("无误", "sound")
    reported = Cells
    met = "actual >= target"
    attainment = "ifs(target > 0, ratio, stop('no-ratio')) if met else 0"
    checks = (Check("odd", "actual < 0 and way == 'half'"),)
    messages = {  # noqa: RUF012 - as an author writes it
        "no-ratio": Text("没有完成率。", "There is no ratio."),
        "odd": Text(
            "“{name}”的实际值 {actual} 为负，达成度 {attainment}。", "{actual} is below 0: {attainment} ({name})."
        ),
    }
    examples = (Example({"way": "half"}, {"target": "1", "actual": "1"}, "1", True, finds=("odd",)),)


def with_parts(
    kinds: Mapping[str, Any] | None = None, doc: str | None = "A type.", **parts: Any
) -> type[IndicatorType]:
    """The sound type with some parts of another making; `kinds` annotates options."""
    space = {"__module__": "sample", "__qualname__": "Odd", "__doc__": doc, "__annotations__": dict(kinds or {})}
    return type(Sound)("Odd", (Sound,), {**space, **parts})


def reporting(kind: Any, name: str = "value") -> type[Reported]:
    space = {"__module__": "sample", "__doc__": "A row.", "__annotations__": {name: kind}, name: None}
    return type(Reported)("Odd", (Cells,), space)


def codes(described: object) -> list[str]:
    offer, found = review(described, PLUGIN)
    assert (offer is None) is bool(found)
    if found and found[0].code != "plugin.not-a-type":
        assert found[-1].code == "plugin.type-refused"
        assert found[-1].values["count"] == len(found) - 1
        found = found[:-1]
    return [one.code for one in found]


def test_a_sound_type_becomes_an_offer():
    offer, found = review(Sound, PLUGIN)
    assert not found
    assert offer is not None
    assert (offer.type, offer.plugin) == (Sound, PLUGIN)
    assert list(offer.measures) == ["ratio", "met", "attainment"]
    assert list(offer.checks) == ["odd"]


def test_formulas_keep_the_words_and_the_class_they_come_from():
    offer, _ = review(Sound, PLUGIN)
    assert offer is not None
    met = offer.measures["met"]
    assert met.text == "actual >= target"
    assert str(met.written.at) == f"{__name__}.Sound.met:1:1"
    assert not met.own


@pytest.mark.parametrize("given", [Sound(), IndicatorType, Cells, "Sound", None, 3, dict])
def test_what_is_no_class_of_a_type_is_told(given):
    offer, (told,) = review(given, PLUGIN)
    assert (offer, told.code) == (None, "plugin.not-a-type")
    assert "sample (perfeval-sample 1.2)" in told.say("zh")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("name", "NPS"), ("name", None), ("name", "n p"), ("title", Text("净推荐值")), ("title", "nps"),
        ("doc", None), ("doc", "  "), ("reported", Sound), ("reported", None), ("met", 3), ("ratio", True),
        ("words", ("yes",)), ("words", {"yes": ("是",)}), ("checks", [Check("a", "True")]), ("checks", ("a",)),
        ("messages", {"odd": "…"}), ("messages", None), ("examples", ()), ("examples", [Example()]), ("better", "up"),
    ],
)  # fmt: skip
def test_a_part_that_lacks_or_is_of_another_kind_is_told(part, value):
    described = with_parts(**{part: value})
    _, (told, refused) = review(described, PLUGIN)
    assert (told.code, refused.code) == ("plugin.type-part", "plugin.type-refused")
    name = "__doc__" if part == "doc" else part
    assert told.values["part"] == name
    assert told.at == Place(f"sample.Odd.{name}")


@pytest.mark.parametrize(
    ("part", "value", "zh", "en"),
    [
        ("name", "NPS", "小写字母开头、由 a–z、0–9 和 _ 组成的名称", "a name made of a–z, 0–9 and _"),
        ("title", "nps", "写有中英文的 Text", "a Text in both languages"),
        ("doc", None, "一句说明", "a docstring"),
        (
            "reported",
            None,
            "Reported 的子类，titles 为名称到中英文 Text 的映射，in_yuan 为名称的元组",
            "a subclass of Reported, its titles a mapping of names to Text in both languages, its in_yuan a tuple of names",
        ),
        ("attainment", 3, "公式文字或 None", "the text of a formula or None"),
        ("words", (), "词表名到 Words 的映射", "a mapping of names to Words"),
        ("checks", None, "由 Check 组成的元组", "a tuple of Check"),
        ("messages", None, "名称到 Text 的映射", "a mapping of names to Text"),
        ("examples", (), "至少有一个 Example 的元组", "a tuple of at least one Example"),
        ("better", "up", "higher、lower 或 nearer", "higher, lower or nearer"),
    ],
)
def test_what_a_part_should_be_is_told_in_both_languages(part, value, zh, en):
    _, (told, _) = review(with_parts(**{part: value}), PLUGIN)
    assert told.values["need"] == Text(zh, en)


def test_a_class_that_says_nothing_is_told_everything_it_owes():
    class Silent(IndicatorType):
        pass

    _, found = review(Silent, PLUGIN)
    assert [one.values.get("part") for one in found[:-1]] == ["name", "title", "__doc__", "reported", "examples"]
    assert (
        found[-1].values["type"]
        == f"{test_a_class_that_says_nothing_is_told_everything_it_owes.__name__}.<locals>.Silent"
    )


@pytest.mark.parametrize("family", ["form", "value", "check", "plugin"])
def test_a_type_does_not_bear_the_name_of_a_family_of_codes(family):
    _, (told, refused) = review(with_parts(name=family), PLUGIN)
    assert (told.code, told.at, refused.code) == (
        "plugin.reserved-name",
        Place("sample.Odd.name"),
        "plugin.type-refused",
    )


@pytest.mark.parametrize("option", ["score", "names", "outcome", "target", "year", "actual", "Way", "方式"])
def test_an_option_does_not_bear_a_name_that_means_something_else(option):
    assert codes(with_parts({option: str}, **{option: ""}))[0] == "plugin.reserved-name"


def test_headings_are_of_values_that_are_reported_in_both_languages():
    made = reporting(Fraction | None, "homes")
    assert codes(with_parts(reported=made)) == []
    for titles, code in [
        ({"homes": Text("户数", "homes")}, []),
        ({"home": Text("户数", "homes")}, ["plugin.title-name"]),
        ({"homes": Text("户数")}, ["plugin.type-part"]),
        (["homes"], ["plugin.type-part"]),
    ]:
        made.titles = titles
        assert codes(with_parts(reported=made)) == code


@pytest.mark.parametrize("heading", ["备注", "备 注（选填）", "停机原因", "一级指标", "目标值（%）"])
def test_a_heading_that_forms_use_already_is_none_for_a_value_of_a_type(heading):
    made = reporting(Fraction | None, "homes")
    made.titles = {"homes": Text(heading, "homes")}
    _, (told, refused) = review(with_parts(reported=made), PLUGIN)
    assert (told.code, told.at) == ("plugin.heading-taken", Place("sample.Odd.reported.titles.homes"))
    assert (told.values["name"], told.values["heading"]) == ("homes", heading)
    assert refused.code == "plugin.type-refused"


def test_a_cell_that_every_row_has_may_be_called_what_forms_call_it():
    made = reporting(Fraction | None, "actual")
    made.titles = {"actual": Text("实际完成值", "actual value")}
    assert codes(with_parts(reported=made)) == []


@pytest.mark.parametrize(
    ("money", "code"),
    [
        (("homes",), []), ((), []), (("home",), ["plugin.money-name"]), (("actual",), ["plugin.money-name"]),
        (("note",), ["plugin.money-name"]), (("home", "note"), ["plugin.money-name"] * 2), ("homes", ["plugin.type-part"]),
        ((3,), ["plugin.type-part"]),
    ],
)  # fmt: skip
def test_amounts_of_money_are_numbers_of_the_types_own(money, code):
    kinds = {"homes": Fraction | None, "note": str}
    space = {"__module__": "sample", "__doc__": "A row.", "__annotations__": kinds, "homes": None, "note": ""}
    made = type(Reported)("Odd", (Cells,), {**space, "in_yuan": money})
    assert codes(with_parts(reported=made)) == code


def test_a_reported_value_has_no_bounds():
    made = type(Reported)("Cells", (Reported,), {"__module__": "sample", "__annotations__": {"homes": Fraction | None},
                                                 "homes": Field(None, ge=0)})  # fmt: skip
    assert codes(with_parts(reported=made))[0] == "plugin.reported-bound"


@pytest.mark.parametrize("value", ["weight", "attainment", "Count"])
def test_neither_does_a_reported_value(value):
    assert codes(with_parts(reported=reporting(str | None, value))) == ["plugin.reserved-name"]


def test_a_reported_value_may_be_what_every_row_says_if_it_is_of_that_kind():
    assert codes(with_parts(reported=reporting(date | None, "due"))) == []
    assert codes(with_parts(reported=reporting(str | None, "due"))) == ["plugin.reported-kind"]


@pytest.mark.parametrize("kind", [float, list[str], date, Fraction | str])
def test_an_option_is_a_value_that_formulas_read(kind):
    assert "plugin.value-kind" in codes(with_parts({"extra": kind}, extra=None))


@pytest.mark.parametrize("kind", [float | None, dict[str, str] | None, Fraction | str | None])
def test_so_is_a_reported_value(kind):
    assert codes(with_parts(reported=reporting(kind))) == ["plugin.value-kind"]


@pytest.mark.parametrize(
    ("kind", "default"),
    [
        (Literal["a", "b"], "b"), (Literal["a", "b"], "c"), (Fraction, "1"), (Fraction, 0.5), (bool, 1), (int, True),
        (str, None),
    ],
)  # fmt: skip
def test_a_default_is_a_value_of_its_option_and_of_an_enumeration_the_first(kind, default):
    assert codes(with_parts({"extra": kind}, extra=default)) == ["plugin.wrong-default"]


@pytest.mark.parametrize(
    ("kind", "default"), [(Literal["a", "b"], "a"), (Fraction, Fraction(1)), (bool, False), (int, 3), (str, "")]
)
def test_a_sound_default_is_let_pass(kind, default):
    assert codes(with_parts({"extra": kind}, extra=default)) == []


def test_an_option_without_default_is_let_pass():
    assert codes(with_parts({"extra": Fraction})) == []


@pytest.mark.parametrize(
    ("part", "text", "code"),
    [
        ("met", "actual >= ", "formula.missing-value"),
        ("met", "actual", "formula.wrong-result"),
        ("met", "attainment >= 1", "formula.not-yet"),
        ("met", "met", "formula.not-yet"),
        ("attainment", "actual / weight", "formula.not-yet"),
        ("attainment", "actual / targt", "formula.unknown-name"),
        ("attainment", "target_text", "formula.wrong-result"),
        ("attainment", "sum(actual)", "formula.aggregate-here"),
        ("low", "1 if mentions(actual_text, 'few') else 0", "formula.unknown-words"),
        ("high", "actual > 1", "formula.wrong-result"),
        ("ratio", "ratio", "formula.not-yet"),
    ],
)
def test_a_formula_that_will_not_do_is_told_at_its_place(part, text, code):
    described = with_parts(**{part: text})
    assert code in codes(described)
    _, found = review(described, PLUGIN)
    told = next(one for one in found if one.code == code)
    assert told.at.source == f"sample.Odd.{part}"
    assert told.at.line == 1
    assert told.line == text


def test_the_place_of_a_fault_is_that_of_its_line():
    _, found = review(with_parts(met="actual >=\n  targt"), PLUGIN)
    assert (found[0].at.line, found[0].at.column, found[0].line) == (2, 3, "  targt")


def test_a_formula_that_is_merely_hard_to_read_is_let_pass():
    deep = "1 if met else 2 if actual > 1 else 3 if actual > 0 else 4"
    assert codes(with_parts(attainment=deep, messages={"odd": Sound.messages["odd"]})) == []


def test_a_check_is_a_condition():
    described = with_parts(checks=(Check("odd", "actual + 1"),))
    _, found = review(described, PLUGIN)
    assert (found[0].code, found[0].at.source) == ("formula.wrong-result", "sample.Odd.checks.odd")


@pytest.mark.parametrize(
    "checks",
    [
        (Check("Odd", "actual < 0"),),
        (Check("odd one", "actual < 0"),),
        (Check("odd", "actual < 0"), Check("odd", "actual > 0")),
        (Check("odd", "actual < 0", "grave"),),  # type: ignore[arg-type]  # what an author may write
    ],
)
def test_checks_are_named_once_each_and_graded(checks):
    assert codes(with_parts(checks=checks, examples=(Example(),)))[0] == "plugin.wrong-check"


def test_word_lists_of_the_type_and_of_the_engine_may_be_asked():
    met = "mentions(actual_text, 'few') or mentions(actual_text, 'not-applicable')"
    assert codes(with_parts(met=met, words={"few": Words(("少",))})) == []


def test_if_blank_may_ask_what_is_reported():
    assert codes(with_parts(attainment="if_blank(actual, 0)")) == []
    assert codes(with_parts({"extra": Fraction}, attainment="if_blank(extra, 0)")) == ["formula.if-blank-name"]


def test_without_the_cells_it_divides_the_usual_ratio_is_none():
    class Alone(Reported):
        """One number."""

        count: Fraction | None = None

    parts = {"reported": Alone, "met": None, "checks": (), "examples": (Example(),)}
    offer, found = review(with_parts(**parts, messages={}, attainment="count / 10"), PLUGIN)
    assert not found
    assert offer is not None
    assert list(offer.measures) == ["attainment"]
    assert codes(with_parts(**parts, messages={}, attainment="ratio")) == ["formula.not-yet"]


@pytest.mark.parametrize("stop", ["stop()", "stop(actual)", "stop('No Ratio')", "stop('a', 'b')", "stop(1)"])
def test_a_stop_says_a_code(stop):
    assert codes(with_parts(attainment=f"actual if met else {stop}"))[0] == "plugin.wrong-stop"


@pytest.mark.parametrize(
    "messages",
    [{}, {"odd": Text("奇怪", "odd")}, {"odd": Text("奇怪", "odd"), "no-ratio": Text("没有完成率")}],
)
def test_every_check_and_stop_has_words_in_both_languages(messages):
    assert set(codes(with_parts(messages=messages))) == {"plugin.no-message"}


def test_a_message_asks_only_for_what_is_known():
    messages = {**Sound.messages, "odd": Text("{actul}", "{way} {target} {reason} {deviation}")}
    _, found = review(with_parts(messages=messages), PLUGIN)
    assert [one.code for one in found] == ["plugin.message-name", "plugin.type-refused"]
    assert "actual" in found[0].say("en")


@pytest.mark.parametrize(
    ("example", "part", "name", "near"),
    [
        (Example({"wya": "half"}), "options", "wya", "way"), (Example({}, {"actaul": "1"}), "reported", "actaul", "actual"),
        (Example(finds=("even",)), "finds", "even", ""), (Example({"met": True}), "options", "met", ""),
    ],
)  # fmt: skip
def test_an_example_speaks_of_what_the_type_has(example, part, name, near):
    _, (told, refused) = review(with_parts(examples=(*Sound.examples, example)), PLUGIN)
    assert (told.code, refused.code) == ("plugin.example-name", "plugin.type-refused")
    assert (told.at, told.values["name"]) == (Place(f"sample.Odd.examples[1].{part}"), name)
    assert (f"“{near}”" in told.say("en")) == bool(near)


def test_an_example_may_write_the_cells():
    assert codes(with_parts(examples=(Example({}, {"target_text": "≥1", "actual_text": "1"}, finds=("odd",)),))) == []


def test_a_class_that_cannot_even_be_read_is_told():
    assert codes(with_parts(checks=(Check("odd", 3),))) == ["plugin.type-broken"]  # type: ignore[arg-type]
    assert codes(with_parts(examples=(Example(None),))) == ["plugin.type-broken"]  # type: ignore[arg-type]


def test_all_faults_are_told_at_once():
    described = with_parts({"score": str}, score="", met="actul", examples=(Example({"wya": ""}),), messages={})
    assert set(codes(described)) == {
        "plugin.reserved-name", "formula.unknown-name", "plugin.no-message", "plugin.example-name",
    }  # fmt: skip


def test_a_place_is_a_class_or_a_part_of_it():
    assert str(place_of(Sound)) == f"{__name__}.Sound"
    assert str(place_of(Sound, "met")) == f"{__name__}.Sound.met"


@pytest.mark.parametrize("kind", [SystemExit, GeneratorExit, RuntimeError])
def test_a_type_that_leaves_while_it_is_reviewed_is_told(kind):
    def leaves(run):
        raise kind("so it is")

    offer, (broken, refused) = review(Sound, PLUGIN, reviewing=leaves)
    assert offer is None
    assert (broken.code, refused.code) == ("plugin.type-broken", "plugin.type-refused")
    assert f"{kind.__name__}: so it is" in broken.say("en")
    assert refused.values["type"] == "sound"


def test_a_person_who_interrupts_a_review_is_heard():
    def interrupted(run):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        review(Sound, PLUGIN, reviewing=interrupted)


@pytest.mark.parametrize("name", [7, "", None])
def test_a_type_that_has_no_name_is_called_by_its_class(name):
    _, found = review(with_parts(name=name), PLUGIN)
    assert found[-1].values["type"] == "Odd"


def test_what_says_that_it_is_a_class_is_none():
    class Lie:
        @property
        def __class__(self):
            raise SystemExit

    _, (told,) = review(Lie(), PLUGIN)
    assert (told.code, told.values["given"]) == ("plugin.not-a-type", f"{Lie.__qualname__}(…)")
