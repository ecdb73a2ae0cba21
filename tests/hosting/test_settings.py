"""What the environment says of plugins."""

import pytest

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Place
from perfeval_rules.hosting.settings import PLUGINS, STRICT, Settings

REQUIRES = {"standard": ">=0.1", "nps": "<2"}


@pytest.mark.parametrize(
    ("said", "plugins"),
    [
        (None, None), ("", ()), (" , ", ()), ("nps", ("nps",)), ("nps, standard", ("nps", "standard")),
        ("nps,standard,nps", ("nps", "standard")),
    ],
)  # fmt: skip
def test_a_list_stands_for_plugins_and_nothing_for_those_required(said, plugins):
    assert Settings.of({} if said is None else {PLUGINS: said}) == Settings(plugins, strict=False)


@pytest.mark.parametrize(("said", "strict"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_strict_is_whatever_is_not_nothing(said, strict):
    assert Settings.of({STRICT: said}).strict is strict


def test_where_nothing_is_said_the_plugins_are_those_that_the_ruleset_requires():
    assert Settings(None, strict=False).required(REQUIRES) == (REQUIRES, ())


def test_plugins_that_are_named_are_loaded_whatever_is_required_and_told():
    required, (told,) = Settings(("nps", "other"), strict=False).required(REQUIRES)
    assert required == {"nps": "<2", "other": ""}
    assert (told.code, told.path, told.at) == ("plugin.overridden", "requires.plugins", Place(PLUGINS))
    for language in ("zh", "en"):
        assert "nps、other" in told.say(language)
        assert told.advise(language)


def test_no_plugins_may_be_named_too():
    required, (told,) = Settings((), strict=False).required(REQUIRES)
    assert required == {}
    assert "无" in told.say("zh")


def test_strict_makes_errors_of_what_is_told_of_plugins_and_of_nothing_else():
    plugin = finding("plugin.lint-failed", Place("a"), plugin="nps", name="x", fault="y")
    other = finding("ruleset.cap-at-edge", Place("a"), edge="90", grade="a")
    assert [one.severity for one in Settings(None, strict=True).weighed((plugin, other))] == ["error", "warning"]
    assert Settings(None, strict=False).weighed((plugin, other)) == (plugin, other)
