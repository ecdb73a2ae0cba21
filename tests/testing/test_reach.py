"""What cases reach of a ruleset, and what they do not."""

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.reach import Reach
from perfeval_rules.testing.running import run_case

ALL = {
    "rule.rate", "rule.other", "line.safety", "reason.lost", "check.odd", "check.empty", "adjust.late", "grade.good",
    "grade.poor", "fact.band.value [90, 1]", "fact.band.value [80, 0.8]", "fact.band.value 0", "rule.rate.score [1, 1]",
    "rule.rate.score [0.8, 0.6]", "rule.rate.score 0", "check.many", "fact.rich.value [90, 1]",
    "fact.rich.value [50, 2]", "fact.rich.value 0",
}  # fmt: skip


def unreached(suite, every_file=False):
    reach = Reach(suite.program)
    for case in suite.cases:
        reach.add(run_case(suite.program, case))
    return {one.path for one in reach.unreached(every_file)}


def row(cells):
    return f"[case.a]\nrow = {{ {cells} }}\nexpect = {{ outcome = 'scored' }}\n"


@pytest.mark.parametrize(
    ("cells", "reached"),
    [
        ('name = "甲", target = "≥2", actual = "2", weight = "2"', {"rule.other"}),
        ('name = "甲", target = "≥2", actual = "1", weight = "2"', {"rule.other", "reason.lost"}),
        ('name = "甲", target = "≥2", actual = "2", weight = "2", stated = "3", reason = "迟"',
         {"rule.other", "check.odd", "adjust.late", "reason.lost"}),
        ('name = "甲", target = "≥2%", actual = "2%", weight = "2"', {"rule.rate", "rule.rate.score [1, 1]"}),
        ('name = "甲", target = "≥10%", actual = "8%", weight = "2"',
         {"rule.rate", "rule.rate.score [0.8, 0.6]", "reason.lost"}),
        ('name = "甲", target = "≥10%", actual = "7%", weight = "2"',
         {"rule.rate", "rule.rate.score 0", "reason.lost"}),
    ],
)  # fmt: skip
def test_a_row_reaches_what_it_is_judged_by(suite_of, cells, reached):
    assert ALL - unreached(suite_of(row(cells))) == reached


def test_a_form_reaches_the_grade_it_is_given_and_the_bands_its_total_takes(suite_of):
    cases = """
[case.a]
rows = [{ name = "甲", target = "≥2", actual = "2", weight = "90" }, { name = "安全", actual = "1", weight = "10" }]
expect = { total = "100" }
"""
    reached = ALL - unreached(suite_of(cases))
    assert reached == {"rule.other", "line.safety", "grade.good", "fact.band.value [90, 1]", "check.empty"}


def test_a_folder_reaches_what_its_forms_do_and_what_is_said_across_them(suite_of):
    cases = """
[case.a]
forms = [
  { rows = [{ name = "甲", target = "≥2", actual = "2", weight = "75" }, { name = "安全", actual = "1" }] },
  {},
]
expect = { findings = ["check.many", "check.empty", "check.empty"] }
"""
    reached = ALL - unreached(suite_of(cases))
    assert reached == {
        "rule.other", "line.safety", "grade.good", "fact.band.value [80, 0.8]", "check.empty", "check.many",
        "fact.rich.value [50, 2]",
    }  # fmt: skip


def test_without_a_case_nothing_is_reached_and_everything_has_its_place(suite_of, folder):
    suite = suite_of("")
    assert unreached(suite) == ALL
    written = (folder / "ruleset.toml").read_text("utf-8").splitlines()
    for one in Reach(suite.program).unreached():
        assert one.at.source == str(folder / "ruleset.toml")
        words = written[one.at.line - 1][one.at.column - 1 :]
        table, _, rest = one.path.partition(".")
        assert words.startswith(one.path.partition(" ")[2] or (table if table == "grade" else rest)), one.path


def test_what_other_files_write_is_asked_only_where_all_is(folder):
    (folder / "over.toml").write_text(
        'format = 1\n[ruleset]\nid = "over"\nedition = "1"\nyears = { from = 2020 }\nextends = ["small"]\n'
        '[check.more]\nwhen = "stated > 100"\n',
        "utf-8",
    )
    (folder / "ruleset.toml").rename(folder / "small.toml")
    program = suite(Engine(), folder / "over.toml").program
    assert {one.path for one in Reach(program).reachable()} == {"check.more"}
    assert {one.path for one in Reach(program).reachable(every_file=True)} == {*ALL, "check.more"}
