"""Tables that contradict themselves."""

import pytest

GRADE = "[[grade]]\nid = '{}'\n"


def test_one_rule_takes_what_is_left(told):
    assert told("[rule.a]\nwhen = 'met'\n[rule.b]") == []
    assert told("[rule.a]\n[rule.b]\nwhen = 'met'\n[rule.c]\n[rule.d]") == [
        ("second-default", "rule.c"), ("second-default", "rule.d"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "sound", "wrong"),
    [
        ("number", "5", "'5'"), ("money", "5", "true"), ("text", "'x'", "5"), ("yes_no", "true", "'true'"),
        ("date", "2024-01-01", "'2024-01-01'"),
    ],
)  # fmt: skip
def test_a_default_is_of_the_kind_of_its_fact(told, kind, sound, wrong):
    assert told(f"[fact.a]\nkind = '{kind}'\ndefault = {sound}") == []
    assert [path for _, path in told(f"[fact.a]\nkind = '{kind}'\ndefault = {wrong}")] == ["fact.a.default"]


def test_the_default_of_a_computed_fact_that_names_no_kind_is_left_to_its_formula(told):
    assert told("[fact.a]\nvalue = 'complete'\ndefault = false") == []
    assert told("[fact.a]\nvalue = 'complete'\nkind = 'number'\ndefault = false") == [("number-owed", "fact.a.default")]


def test_an_adjust_does_one_thing(told):
    assert told("[adjust.a]\nscore = '0'") == []
    assert told("[adjust.a]\nwhen = 'met'") == [("no-action", "adjust.a")]
    assert told("[adjust.a]\nlower = 1\ntotal = '0'\nscore = '0'") == [
        ("second-action", "adjust.a.lower"), ("second-action", "adjust.a.total"),
    ]  # fmt: skip


def test_a_grade_is_lowered_by_one_at_least(told):
    assert told("[adjust.a]\nlower = 0") == [("nothing-lowered", "adjust.a.lower")]


def test_the_least_length_is_no_more_than_the_most(told):
    reason = "[reason.a]\nwhen = 'met'\nmin_chars = {}\nmax_chars = 10"
    assert told(reason.format(10)) == []
    assert told(reason.format(11)) == [("chars-backwards", "reason.a.min_chars")]


def test_each_belongs_to_checks_over_a_folder(told):
    check = "[check.a]\neach = 'department'\nwhen = 'met'\nof = '{}'"
    assert told(check.format("folder")) == []
    assert told(check.format("form")) == [("each-without-folder", "check.a.each")]


def graded(*limits):
    return "".join(GRADE.format(n) + limit + "\n" for n, limit in enumerate(limits))


def test_grades_stand_from_the_highest_down(told):
    assert told(graded("at_least = 90", "at_least = 60")) == []
    assert told(graded("at_least = 60", "at_least = 60")) == [("grades-unsorted", "grade[1].at_least")]
    assert told(graded("at_least = 60", "at_least = 90")) == [("grades-unsorted", "grade[1].at_least")]


def test_a_grade_with_a_condition_may_share_the_limit_of_another(told):
    assert told(graded("at_least = 90\nwhen = 'complete'", "at_least = 90")) == []
    assert told(graded("when = 'complete'", "at_least = 90", "at_least = 90\nwhen = 'complete'")) == []


def test_a_grade_that_always_holds_is_the_last(told):
    assert told(graded("at_least = 90", "")) == []
    assert told(graded("", "at_least = 90")) == [("grade-always", "grade[0]")]


def test_grades_have_an_id_each(told):
    assert told(GRADE.format("a") + "at_least = 9\n" + GRADE.format("a")) == [("duplicate-id", "grade[1].id")]


def test_versions_are_ranges(told):
    assert told("[requires]\nengine = '>=0.1'\nplugins = { a = '>=1,<2' }") == []
    assert told("[requires]\nengine = '0.1'\nplugins = { a = '1' }") == [
        ("bad-specifier", "requires.engine"), ("bad-specifier", "requires.plugins.a"),
    ]  # fmt: skip
