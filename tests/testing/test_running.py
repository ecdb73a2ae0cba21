"""Cases run: what was wanted and got, of a row alone and of whole forms."""

from fractions import Fraction

from perfeval_rules.testing.running import run_case

FORM = """
[case.form]
rows = [
  { categories = ["产出"], name = "甲", target = "≥2", actual = "1", weight = "60", stated = "61", reason = "迟了" },
  { categories = ["产出"], name = "乙", target = "≥2", actual = "1", weight = "10" },
  { categories = ["效果"], name = "丙", target = "≥80%", actual = "80%", weight = "20" },
  { categories = ["效果"], name = "丙", target = "≥80%", actual = "80%", weight = "0" },
  { categories = ["效果"], name = "安全", actual = "1" },
]
values = { "人数" = "3", "审计" = "是", "结束" = "2020-01-31", "备注" = "无" }
"""
ROW = 'row = { name = "甲", target = "≥2", actual = "1", weight = "2" }'


def results(suite):
    assert suite.findings == ()
    return [run_case(suite.program, case) for case in suite.cases]


def differences(suite):
    return {one.key: (one.wanted, one.got, one.lines) for result in results(suite) for one in result.differences}


def test_a_form_gets_what_it_expects(suite_of):
    (result,) = results(suite_of(FORM + """
[case.form.expect]
total    = "64"
grade    = "poor"
reasons  = { lost = ["weak", "missing"] }
findings = ["check.odd"]
facts    = { staff = 3, audited = true, closed = 2020-01-31, note = "无", band = 0 }
groups   = { output = { weight = "60", score = "34" }, effect = { weight = "30", score = "30" } }
[case.form.expect.lines]
"1"    = { score = "10", rule = "line.safety", group = "effect" }
"甲"   = { score = "29", outcome = "scored", attainment = "0.5", rule = "other", group = "output" }
safety = { score = "10" }
""".replace('["weak", "missing"]', '["sufficient", "missing"]')))  # fmt: skip
    assert result.differences == ()
    assert result.findings == ()
    assert result.line is None


def test_what_is_not_as_expected_stands_beside_what_was_wanted(suite_of):
    found = differences(suite_of(FORM + """
[case.form.expect]
total   = "65"
grade   = "good"
reasons = { lost = "missing" }
facts   = { staff = "", audited = false, band = "1" }
groups  = { output = { score = "35" } }
lines   = { "甲" = { score = "30", outcome = "manual" } }
"""))  # fmt: skip
    assert found == {
        "total": (65, 64, ()),
        "grade": ("good", "poor", ()),
        "reasons": (("lost = missing",), ("lost = sufficient, missing",), (2, 3)),
        "facts.staff": (None, 3, ()),
        "facts.audited": (False, True, ()),
        "facts.band": (1, 0, ()),
        "groups.output.score": (35, 34, ()),
        "lines.甲.score": (30, 29, (2,)),
        "lines.甲.outcome": ("manual", "scored", (2,)),
    }


def test_one_verdict_stands_for_all_lines_that_owe_a_reason(suite_of):
    cases = FORM.replace("迟了", "无") + '[case.form.expect]\nreasons = { lost = "missing" }\n'
    assert list(differences(suite_of(cases))) == ["reasons"]
    cases = FORM.replace("迟了", "") + '[case.form.expect]\nreasons = { lost = "missing" }\n'
    assert differences(suite_of(cases)) == {}


def test_a_line_that_is_not_there_or_not_alone_is_told_once(suite_of):
    (result,) = results(suite_of(FORM + """
[case.form.expect.lines]
"丁" = { score = "1", outcome = "scored" }
"丙" = { score = "1" }
"""))  # fmt: skip
    assert [found.code for found in result.findings] == ["case.unknown-line", "case.several-lines"]
    assert "4、5" in result.findings[1].say("zh")
    assert not result.passed


def test_of_a_row_alone_only_its_own_reasons_and_findings_count(suite_of):
    cases = f'[case.a]\n{ROW}\nexpect = {{ reasons = {{ lost = "missing" }}, findings = [], rule = "other" }}\n'
    (result,) = results(suite_of(cases))
    assert "check.empty" in {found.code for found in result.evaluation.findings}
    assert result.passed
    assert result.line.name == "甲"


def test_a_row_that_a_line_of_the_ruleset_takes_is_that_line(suite_of):
    (result,) = results(suite_of('[case.a]\nrow = { name = "安全", actual = "1" }\nexpect = { score = "10" }\n'))
    assert result.line.id == "safety"
    assert result.passed


def test_a_row_that_becomes_no_line_has_no_results(suite_of):
    cases = '[case.a]\nrow = { name = "小计", sum = true, actual = "1" }\nexpect = { score = "1", rule = "other" }\n'
    assert differences(suite_of(cases)) == {"score": (Fraction(1), None, ()), "rule": ("other", "", ())}


FOLDER = """
[case.folder]
forms = [
  { rows = [{ name = "甲", target = "≥2", actual = "2", weight = "80", stated = "81" }, { name = "安全", actual = "1" }] },
  { rows = [{ name = "甲", target = "≥2", actual = "1", weight = "80" }, { name = "安全", actual = "1" }] },
]
"""


def test_the_forms_of_a_folder_are_scored_side_by_side(suite_of):
    (result,) = results(suite_of(FOLDER + """
[case.folder.expect]
findings = ["check.many", "check.odd", "check.empty", "check.empty"]
facts    = { best = "90" }
forms    = [{ total = "90", facts = { place = "1" } }, { facts = { place = "2" }, lines = { "甲" = { score = "40" } } }]
"""))  # fmt: skip
    assert (result.differences, result.findings) == ((), ())
    assert [evaluation.total for evaluation in result.evaluations] == [90, 50]


def test_what_differs_in_a_folder_is_told_of_the_form_it_is_about(suite_of):
    (result,) = results(suite_of(FOLDER + """
[case.folder.expect]
findings = []
facts    = { best = "" }
forms    = [{}, { total = "46", lines = { "甲" = { score = "41" }, "乙" = { score = "" } } }]
"""))  # fmt: skip
    assert [(one.key, one.form, one.got, one.lines) for one in result.differences] == [
        ("findings", None, ("check.empty", "check.empty", "check.many", "check.odd"), ()),
        ("facts.best", None, 90, ()),
        ("forms[1].total", 1, 50, ()),
        ("forms[1].lines.甲.score", 1, 40, (2,)),
    ]
    assert [(one.code, one.path) for one in result.findings] == [
        ("case.unknown-line", "case.folder.expect.forms[1].lines.乙")
    ]
