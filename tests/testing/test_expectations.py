"""What a case can expect, and what is wrong with an expectation."""

from fractions import Fraction

import pytest

ROW = 'row = { name = "甲", target = "≥2", actual = "1", weight = "2" }'


def expected(suite):
    assert suite.findings == ()
    return {one.key: one.wanted for one in suite.cases[0].expectations}


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ('score = "1.50"', {"score": Fraction(3, 2)}),
        ("score = 1.5", {"score": Fraction(3, 2)}),
        ("score = 0", {"score": Fraction(0)}),
        ('attainment = "-5/24"', {"attainment": Fraction(-5, 24)}),
        ('total = ""', {"total": None}),
        ('outcome = "scored", rule = "rate", group = ""', {"outcome": "scored", "rule": "rate", "group": ""}),
        ('grade = ""', {"grade": ""}),
        ("reasons = {}", {"reasons": ()}),
        ('reasons = { lost = ["weak", "missing"] }', {"reasons": ("lost = weak, missing",)}),
        ('findings = ["check.odd", "check.empty"]', {"findings": ("check.empty", "check.odd")}),
        ('facts = { staff = "3", audited = true, closed = 2020-01-31, note = "" }',
         {"facts.staff": 3, "facts.audited": True, "facts.closed": "2020-01-31", "facts.note": ""}),
        ('facts = { staff = "", audited = "", closed = "" }',
         {"facts.staff": None, "facts.audited": None, "facts.closed": None}),
        ('facts = { closed = "2020-01-31" }', {"facts.closed": "2020-01-31"}),
        ('groups = { output = { weight = "60", score = "" } }',
         {"groups.output.weight": 60, "groups.output.score": None}),
        ('lines = { safety = { score = "1", rule = "line.safety" } }',
         {"lines.safety.score": 1, "lines.safety.rule": "line.safety"}),
    ],
)  # fmt: skip
def test_what_a_case_expects_is_read_as_it_is_meant(suite_of, written, wanted):
    assert expected(suite_of(f"[case.a]\n{ROW}\nexpect = {{ {written} }}\n")) == wanted


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("scroe = 1", ["unknown-expectation"]),
        ("score = true", ["number-owed"]),
        ('score = "1e3"', ["number-owed"]),
        ('score = "1/0"', ["number-owed"]),
        ("outcome = 1", ["text-owed"]),
        ('outcome = "scroed"', ["unknown-outcome"]),
        ('rule = "rat", group = "outputs"', ["unknown-rule", "unknown-group"]),
        ('grade = "best"', ["unknown-grade"]),
        ("reasons = []", ["table-owed"]),
        ('reasons = { lots = "missing" }', ["unknown-reason"]),
        ("reasons = { lost = 1 }", ["verdict-owed"]),
        ("reasons = { lost = [] }", ["verdict-owed"]),
        ('reasons = { lost = ["mising", "waek"] }', ["unknown-verdict", "unknown-verdict"]),
        ('findings = "check.odd"', ["list-owed"]),
        ("findings = [1]", ["list-owed"]),
        ('findings = ["odd", "check.od"]', ["unknown-check", "unknown-check"]),
        ("facts = 1", ["table-owed"]),
        ('facts = { stuff = "1" }', ["unknown-fact"]),
        ('facts = { staff = "x", audited = "yes", note = 1 }', ["number-owed", "yes-no-owed", "text-owed"]),
        ("groups = { output = 1 }", ["table-owed"]),
        ("groups = { outptu = { score = 1 } }", ["unknown-group"]),
        ("groups = { output = { outcome = 'scored' } }", ["unknown-expectation"]),
        ("lines = 1", ["table-owed"]),
        ("lines = { safety = 1 }", ["table-owed"]),
        ("lines = { safety = { total = 1 } }", ["unknown-expectation"]),
    ],
)
def test_what_is_wrong_with_an_expectation_is_told(suite_of, written, told):
    suite = suite_of(f"[case.a]\n{ROW}\nexpect = {{ {written} }}\n")
    assert [found.code.removeprefix("case.") for found in suite.findings] == told
    assert suite.cases == ()
    for found in suite.findings:
        assert found.at.line == 3
        assert found.line.startswith("expect")


def test_a_name_that_is_not_known_is_answered_with_the_nearest(suite_of):
    (found,) = suite_of(f'[case.a]\n{ROW}\nexpect = {{ outcome = "scroed" }}\n').findings
    assert "“scored”" in found.advise("zh")
    assert "“scored”" in found.advise("en")
