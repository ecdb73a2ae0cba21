"""A ruleset with the cases beside it, wherever it is."""

import pytest

import perfeval_value_based_purchasing
from perfeval_rules.engine import Engine
from perfeval_rules.testing.beside import cases_of, ruleset_beside, suite


def test_a_shipped_ruleset_has_its_cases_beside_it():
    found = suite(Engine(), "cn-sh-2020")
    assert found.program is not None
    assert found.findings == ()
    assert {"published-form"} <= {case.name for case in found.cases}
    assert found.cases[0].at.source == "cn-sh-2020/cases.toml"


def test_a_ruleset_that_a_plugin_brings_has_its_cases_beside_it():
    found = suite(Engine([perfeval_value_based_purchasing]), "us-hospital-vbp")
    assert found.findings == ()
    assert found.cases[0].at.source == "perfeval_value_based_purchasing/rulesets/us-hospital-vbp/cases.toml"


@pytest.mark.parametrize("name", ["", "ruleset.toml"])
def test_a_folder_and_its_file_mean_the_same_ruleset(suite_of, folder, name):
    suite_of("")
    assert [found.code for found in suite(Engine(), folder / name).findings] == ["case.no-cases"]


def test_a_ruleset_without_cases_says_where_they_belong(folder):
    found = suite(Engine(), folder)
    assert [one.code for one in found.findings] == ["case.no-file"]
    assert found.program is not None


def test_a_file_that_cannot_be_read_says_why(folder):
    (folder / "cases.toml").mkdir()
    assert [one.code for one in suite(Engine(), folder).findings] == ["case.unreadable-file"]


def test_a_ruleset_that_stands_in_no_file_has_no_cases(folder):
    program = suite(Engine(), folder).program
    assert [one.code for one in cases_of(Engine(), program, "no-such-ruleset")[1]] == ["case.no-file"]


def test_a_file_that_is_no_text_is_told(folder):
    (folder / "cases.toml").write_bytes("[case.甲]".encode("gb18030"))
    assert [one.code for one in suite(Engine(), folder).findings] == ["case.not-utf8"]


def test_a_ruleset_that_does_not_compile_has_no_program(folder):
    (folder / "ruleset.toml").write_text("format = 2\n", "utf-8")
    found = suite(Engine(), folder)
    assert found.program is None
    assert found.cases == ()
    assert {one.code for one in found.findings} >= {"ruleset.unknown-format"}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["ruleset.toml", "other.toml"], "ruleset.toml"),
        (["other.toml"], "other.toml"),
        (["one.toml", "other.toml"], None),
        ([], None),
    ],
)
def test_the_ruleset_of_a_folder_is_the_one_called_so_or_the_only_one(tmp_path, names, found):
    for name in names:
        (tmp_path / name).write_text("[ruleset]\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    (tmp_path / "cases.toml").write_text("", "utf-8")
    assert ruleset_beside(tmp_path) == (found and tmp_path / found)
