"""Where each plugin stands."""

import sys

import pytest

from perfeval_rules.hosting.standing import standings
from tests.hosting.conftest import SOUND

PYTHON = SOUND.replace('attainment = "actual / 10"', "def attain(self, given): return 1")


def told(rows):
    return [(one.name, one.state) for one in rows]


def test_without_a_ruleset_a_plugin_is_available_and_that_needs_no_reason(site):
    site.install("nps", version="0.3.1")
    (one,) = standings(site.found())
    assert (one.name, one.distribution, one.version, one.api, one.module) == (
        "nps", "perfeval-nps", "0.3.1", 1, "sample_nps",
    )  # fmt: skip
    assert (one.state, one.rung, bool(one.why)) == ("available", "formulas", False)


def test_nothing_is_imported(site):
    module = site.install("broken", f"raise RuntimeError('imported')\n{PYTHON}")
    assert [(one.state, one.rung) for one in standings(site.found(), {"broken": ""})] == [("active", "python")]
    assert module not in sys.modules


def test_a_name_taken_and_another_api_say_why_in_both_languages(site):
    site.install("nps", distribution="other-nps", module="other_nps")
    site.install("nps")
    site.install("old", api=2)
    taken, also, wrong = standings(site.found())
    assert told([taken, also, wrong]) == [("nps", "name-taken"), ("nps", "name-taken"), ("old", "wrong-api")]
    assert "other-nps 1.0" in taken.why.zh
    assert "perfeval-nps 1.0" in also.why.en
    assert "v2" in wrong.why.zh
    assert "v1" in wrong.why.en


def test_beside_one_that_can_be_used_another_api_says_why_it_is_not(site):
    site.install("nps", api=2, distribution="new-nps", module="new_nps")
    site.install("nps")
    rows = standings(site.found(), {"nps": ""})
    assert [(one.distribution, one.state, bool(one.why)) for one in rows] == [
        ("new-nps", "wrong-api", True),
        ("perfeval-nps", "active", False),
    ]


def test_a_ruleset_tells_what_it_uses_what_does_not_fit_what_it_does_not_ask_for_and_what_it_lacks(site):
    for name in ("active", "beyond", "idle"):
        site.install(name, version="1.5")
    rows = standings(site.found(), {"active": ">=1,<2", "beyond": ">=2", "lacking": ">=1"})
    assert told(rows) == [
        ("active", "active"),
        ("beyond", "wrong-version"),
        ("idle", "not-required"),
        ("lacking", "not-installed"),
    ]
    assert [bool(one.why) for one in rows] == [False, True, True, True]
    assert ">=2" in rows[1].why.en
    assert "[requires]" in rows[2].why.zh
    assert (rows[3].distribution, rows[3].version, rows[3].api, rows[3].rung) == ("", "", None, None)
    assert "lacking" in rows[3].why.zh


@pytest.mark.parametrize("requires", [None, {}])
def test_nothing_installed_and_nothing_asked_is_nothing(site, requires):
    assert standings(site.found(), requires) == ()


def test_what_can_never_be_used_keeps_its_own_reason_whatever_is_asked(site):
    site.install("old", api=2)
    assert told(standings(site.found(), {})) == [("old", "wrong-api")]
    assert told(standings(site.found(), {"old": ">=9"})) == [("old", "wrong-api")]
