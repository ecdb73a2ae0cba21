"""The review of functions, lints and formats: what is not sound is told, all of it, and not used."""

from collections.abc import Mapping

import pytest

from perfeval_rules.extension import Format, Function, Lint
from perfeval_rules.formula.additions import unguarded
from perfeval_rules.registry import Declared, Plugin, Registry
from perfeval_rules.text import Text
from tests.added import SAMPLE, WORDS, added, function

LINT = {"name": "odd", "message": WORDS, "advice": WORDS, "examine": list}
FORMAT = {"suffix": ".csv", "title": WORDS, "read": dict}
FUNCTION = {
    "usage": "f(x)", "parameters": ("number",), "result": "number", "meaning": WORDS, "examples": {"f(1)": "1"},
    "python": abs,
}  # fmt: skip


class BrokenExamples(Mapping):
    """Examples that cannot be counted."""

    def __getitem__(self, key):
        return ""

    def __iter__(self):
        return iter(())

    def __len__(self):
        raise RuntimeError("no idea")


def leaving(kind):
    """A method that raises."""

    def leave(self):
        raise kind

    return leave


def told(**parts):
    """What is found in some parts of a plugin."""
    return [(one.code, one.values.get("part")) for one in added(**parts)[1]]


def test_what_is_sound_is_registered_with_its_plugin():
    registry, found = added(functions=[function()], lints=[Lint(**LINT)], formats=[Format(**FORMAT)])
    assert not found
    assert {name: one.plugin for name, one in registry.functions.items()} == {"added": SAMPLE}
    assert [one.plugin for one in registry.lints] == [SAMPLE]
    assert list(registry.formats) == [".csv"]
    assert registry.additions["added"] is registry.functions["added"].given
    assert registry.guard is unguarded


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("usage", "F(x)"), ("usage", "f x"), ("usage", "max(x)"), ("usage", "stop(x)"), ("usage", "weight(x)"),
        ("usage", "total(x)"), ("usage", "actual(x)"), ("parameters", ["number"]), ("parameters", ()),
        ("parameters", ("table",)), ("result", "table"), ("meaning", Text("", "half")), ("meaning", "half"), ("examples", {}),
        ("examples", ["f(1)"]), ("python", None), ("definition", abs), ("python", 3),
    ],
)  # fmt: skip
def test_a_part_of_a_function_that_will_not_do_is_told(part, value):
    owed = "definition" if part == "python" else part
    assert told(functions=[Function(**{**FUNCTION, part: value})]) == [("plugin.wrong-part", owed)]


def test_a_usage_that_is_no_text_is_told_and_no_parameters_are_counted():
    assert told(functions=[Function(**{**FUNCTION, "usage": None})]) == [("plugin.wrong-part", "usage")]


@pytest.mark.parametrize(
    ("part", "value"),
    [("name", "Odd_one"), ("name", None), ("message", Text("只有中文")), ("advice", ""), ("examine", None), ("severity", "bad")],
)  # fmt: skip
def test_a_part_of_a_lint_that_will_not_do_is_told(part, value):
    assert told(lints=[Lint(**{**LINT, part: value})]) == [("plugin.wrong-part", part)]


@pytest.mark.parametrize(
    ("part", "value"),
    [("suffix", "csv"), ("suffix", ".CSV"), ("suffix", ".json"), ("suffix", None), ("title", Text("表")), ("read", None), ("read", 3)],
)  # fmt: skip
def test_a_part_of_a_format_that_will_not_do_is_told(part, value):
    assert told(formats=[Format(**{**FORMAT, part: value})]) == [("plugin.wrong-part", part)]


def test_every_fault_is_told_in_one_pass():
    faults = told(functions=[Function(**{**FUNCTION, "usage": "F(x, y)", "result": "table", "examples": {}})])
    assert [part for _, part in faults] == ["usage", "parameters", "result", "examples"]


@pytest.mark.parametrize("given", [abs, Function, "f(x)", 3])
def test_what_is_of_another_kind_is_told(given):
    for part in ("functions", "lints", "formats"):
        assert told(**{part: [given]}) == [("plugin.not-a-part", None)]


def test_what_cannot_be_looked_at_is_told():
    assert told(functions=[Function(**{**FUNCTION, "examples": BrokenExamples()})]) == [("plugin.part-broken", None)]


@pytest.mark.parametrize("kind", [Function, Lint, Format])
def test_what_could_answer_otherwise_each_time_is_not_of_the_kind(kind):
    parts = {Function: FUNCTION, Lint: LINT, Format: FORMAT}[kind]
    odd = type("Odd", (kind,), {})(**parts)
    (found,) = added(**{f"{kind.__name__.lower()}s": [odd]})[1]
    assert (found.code, found.values["given"]) == ("plugin.not-a-part", "Odd(…)")


@pytest.mark.parametrize("kind", [SystemExit, GeneratorExit])
def test_what_leaves_while_it_is_looked_at_is_told(kind, monkeypatch):
    monkeypatch.setattr(BrokenExamples, "__len__", leaving(kind))
    assert told(functions=[Function(**{**FUNCTION, "examples": BrokenExamples()})]) == [("plugin.part-broken", None)]


def test_a_person_who_interrupts_is_heard(monkeypatch):
    monkeypatch.setattr(BrokenExamples, "__len__", leaving(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        told(functions=[Function(**{**FUNCTION, "examples": BrokenExamples()})])


def test_what_is_given_twice_is_nobodys():
    registry, found = added(
        functions=[function(), function()], lints=[Lint(**LINT)] * 2, formats=[Format(**FORMAT), Format(**FORMAT)]
    )
    assert [(one.code, one.values["name"]) for one in found] == [
        ("plugin.taken", "added"), ("plugin.taken", "sample.odd"), ("plugin.taken", ".csv"),
    ]  # fmt: skip
    assert registry == Registry(types=registry.types)


def test_two_plugins_may_have_lints_of_one_name_but_no_functions():
    other = Plugin("other", "perfeval-other", "1")
    declared = [Declared(one, functions=[function()], lints=[Lint(**LINT)]) for one in (SAMPLE, other)]
    registry, (taken,) = Registry.of(declared)
    assert (len(registry.lints), taken.code) == (2, "plugin.taken")
    for language in ("zh", "en"):
        assert "perfeval-sample 1.2" in taken.say(language)
        assert "perfeval-other 1" in taken.say(language)
