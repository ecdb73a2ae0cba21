"""A ruleset to begin with."""

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.scaffold.project import Project
from perfeval_rules.scaffold.ruleset import new_ruleset
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.reach import Reach
from perfeval_rules.testing.running import run_case

ENGINE = Engine()
LIBRARY = [listed.id for listed in ENGINE.library()]


def held(folder):
    """The cases beside a sound ruleset, which all hold; gives the suite and the results."""
    assert [one.say("en") for one in ENGINE.check(folder) if one.severity == "error"] == []
    found = suite(ENGINE, folder)
    assert [one.say("en") for one in found.findings] == []
    results = [run_case(found.program, case) for case in found.cases]
    assert [one.case.name for one in results if not one.passed] == []
    return found, results


def test_a_ruleset_of_its_own_is_sound_and_its_cases_hold_and_reach_all_of_it(tmp_path):
    made = new_ruleset("donghu-2026", None, tmp_path, 2026)
    assert isinstance(made, Project)
    assert ENGINE.check(made.folder) == ()
    found, results = held(made.folder)
    reach = Reach(found.program)
    for result in results:
        reach.add(result)
    assert reach.unreached() == ()
    head = found.program.ruleset.head
    assert (head.id, head.years.first, head.years.until) == ("donghu-2026", 2026, None)


@pytest.mark.parametrize("base", LIBRARY)
def test_one_that_builds_on_another_is_sound_and_holds_what_that_says(base, tmp_path):
    made = new_ruleset("own", base, tmp_path, 2026)
    assert isinstance(made, Project)
    found, results = held(made.folder)
    assert len(results) == 2
    own, other = found.program.ruleset.head, ENGINE.program(base).ruleset.head
    assert own.extends == (base,)
    assert own.years == other.years


def test_a_family_means_the_ruleset_of_it_that_is_in_force(tmp_path):
    made = new_ruleset("own", "cn-sh", tmp_path, 2020)
    assert suite(ENGINE, made.folder).program.ruleset.head.extends == ("cn-sh-2020",)


def test_the_base_may_stand_beside_the_new_one(tmp_path):
    new_ruleset("city", "cn-mof-2020", tmp_path, 2026)
    made = new_ruleset("district", "city", tmp_path, 2026)
    found, results = held(made.folder)
    assert found.program.ruleset.head.extends == ("city",)
    assert [str(result.line.score) for result in results] == ["10", "17/2"]


def test_a_base_that_the_new_one_would_not_find_is_told(tmp_path):
    made = new_ruleset("city", "cn-mof-2020", tmp_path / "elsewhere", 2026)
    (told,) = new_ruleset("district", str(made.folder), tmp_path / "here", 2026)
    assert told.code == "ruleset.not-found"
    assert not (tmp_path / "here").exists()


@pytest.mark.parametrize("base", ["no-such-ruleset", "nowhere/ruleset.toml"])
def test_a_base_that_is_not_there_is_told(base, tmp_path):
    (told,) = new_ruleset("district", base, tmp_path, 2026)
    assert told.code == "ruleset.not-found"
    assert list(tmp_path.iterdir()) == []


def test_a_base_with_errors_is_told_with_all_of_them(tmp_path):
    city = new_ruleset("city", None, tmp_path, 2026).folder / "ruleset.toml"
    city.write_text(city.read_text("utf-8").replace("threshold", "thresh").replace('"rate"', '"rat"'), "utf-8")
    told = new_ruleset("district", "city", tmp_path, 2026)
    assert len([one for one in told if one.severity == "error"]) >= 2
    assert not (tmp_path / "district").exists()


@pytest.mark.parametrize(
    ("identifier", "code"), [("Own", "command.bad-name"), ("cn-mof-2020", "command.name-taken")]
)  # fmt: skip
def test_an_id_that_cannot_be_borne_is_told(identifier, code, tmp_path):
    assert [one.code for one in new_ruleset(identifier, None, tmp_path, 2026)] == [code]


def test_a_second_time_nothing_is_written_over(tmp_path):
    new_ruleset("own", None, tmp_path, 2026)
    assert [one.code for one in new_ruleset("own", "cn-mof-2020", tmp_path, 2026)] == ["command.folder-exists"]
