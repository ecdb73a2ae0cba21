"""Names for what is begun."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfeval_rules.scaffold.names import LONGEST, plugin_fault, ruleset_fault

LIBRARY = frozenset({"cn-mof-2020"})


@pytest.mark.parametrize("name", ["nps", "net_promoter", "value_based_purchasing", "a1", "x" * LONGEST])
def test_a_plugin_may_bear_a_name_that_is_well_spelt_and_free(name):
    assert plugin_fault(name) is None


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("Net-Promoter", "net_promoter"), ("nps ", "nps"), ("2nps", "nps"), ("_nps_", "nps"), ("a__b", "a_b"),
        ("满意度", "growth"), ("", "growth"), ("../x", "x"), ("x" * 41, "x" * 40), ("3_x", "x"), ("12", "growth"),
    ],
)  # fmt: skip
def test_a_plugin_may_not_bear_a_name_that_is_misspelt_and_another_is_offered(name, like):
    told = plugin_fault(name)
    assert (told.code, told.values["like"]) == ("command.bad-name", like)


def test_what_to_write_is_said_in_words_that_fit_the_package_and_the_distribution():
    told = plugin_fault("Net-Promoter")
    assert "一个下划线" in told.advise("zh")
    assert "连接符" not in told.advise("zh")
    for language in ("zh", "en"):
        assert "“net_promoter”" in told.advise(language)
        assert "perfeval_net_promoter" in told.advise(language)
        assert "perfeval-net-promoter" in told.advise(language)
    assert "one underscore between words" in told.advise("en")


def test_an_id_of_a_ruleset_is_told_of_hyphens_and_of_no_package():
    told = ruleset_fault("Donghu_2026", LIBRARY)
    assert (
        told.advise("zh")
        == "请用小写字母、数字和连字符 -，词与词之间用一个连字符，不超过 40 个字符，例如“donghu-2026”。"
    )
    assert told.advise("en").endswith(
        "one hyphen between words, and at most 40 characters, for instance “donghu-2026”."
    )


@pytest.mark.parametrize(
    ("name", "whose"),
    [("standard", "the standard plugin"), ("count", "the standard plugin"), ("yes_no", "the standard plugin"),
     ("rules", "the engine"), ("rulesets", "the engine"), ("formula", "the engine"), ("check", "the engine")],
)  # fmt: skip
def test_a_name_that_is_taken_is_told_with_whose_it_is(name, whose):
    told = plugin_fault(name)
    assert told.code == "command.name-taken"
    assert told.values["whose"].en == whose


@pytest.mark.parametrize("identifier", ["donghu-2026", "2026", "a"])
def test_a_ruleset_may_bear_an_id_that_is_well_spelt_and_free(identifier):
    assert ruleset_fault(identifier, LIBRARY) is None


@pytest.mark.parametrize(
    ("identifier", "like"), [("Donghu_2026", "donghu-2026"), ("东湖", "donghu-2024"), ("a/b", "a-b"), ("-a", "a"), ("x" * 41, "x" * 40)]
)  # fmt: skip
def test_a_ruleset_may_not_bear_an_id_that_is_misspelt(identifier, like):
    told = ruleset_fault(identifier, LIBRARY)
    assert (told.code, told.values["like"]) == ("command.bad-name", like)


def test_a_ruleset_may_not_bear_an_id_of_the_library():
    assert ruleset_fault("cn-mof-2020", LIBRARY).code == "command.name-taken"


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from("aZ9_- 甲./"), max_size=60))
def test_what_is_offered_instead_may_be_borne(name):
    for fault in (plugin_fault, lambda said: ruleset_fault(said, LIBRARY)):
        told = fault(name)
        if told is not None and told.code == "command.bad-name":
            again = fault(told.values["like"])
            assert again is None or again.code == "command.name-taken"
