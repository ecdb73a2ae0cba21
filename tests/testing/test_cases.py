"""Cases as files write them, and everything that can be wrong with one."""

import pytest

from perfeval_rules.findings import Written

GOOD = 'expect = { score = "1" }'
ROW = 'row = { name = "甲", target = "≥2", actual = "1", weight = "2" }'


def faults(suite):
    return [f"{found.code.removeprefix('case.')} @ {found.at.line}:{found.at.column}" for found in suite.findings]


def test_a_case_is_a_row_and_each_value_has_its_place(suite_of):
    suite = suite_of(f"[case.a]\n{ROW}\n{GOOD}\n")
    assert suite.findings == ()
    (case,) = suite.cases
    assert (case.name, case.of_row, case.at.line) == ("a", True, 1)
    assert not case.submission.complete
    (row,) = case.submission.rows
    assert isinstance(row.actual, Written)
    assert (row.actual.text, row.actual.at.line, row.actual.at.column) == ("1", 2, 45)


def test_a_case_may_write_a_whole_form(suite_of):
    (case,) = suite_of('[case.a]\nyear = 2020\nrows = [{ name = "甲" }]\nexpect = { total = "" }\n').cases
    assert (case.submission.year, case.of_row, case.submission.complete) == (2020, False, True)


def test_a_row_may_stand_beside_what_its_form_says(suite_of):
    (case,) = suite_of(f"[case.a]\nyear = 2020\ncomplete = true\n{ROW}\n{GOOD}\n").cases
    assert (case.submission.year, case.submission.complete, len(case.submission.rows)) == (2020, True, 1)


def test_a_case_may_name_the_file_of_a_form(suite_of, folder):
    (folder / "form.json").write_text('{"rows": [{"name": "甲"}]}', "utf-8")
    suite = suite_of('[case.a]\nform = "form.json"\nexpect = { total = "" }\n')
    assert suite.cases[0].submission.rows[0].name.text == "甲"


def test_a_case_may_list_the_forms_of_a_folder(suite_of, folder):
    (folder / "form.json").write_text('{"rows": [{"name": "甲"}]}', "utf-8")
    cases = '[case.a]\nforms = ["form.json", { year = 2020, rows = [{ name = "乙" }] }]\nexpect = { findings = [] }\n'
    (case,) = suite_of(cases).cases
    assert case.kind == "folder"
    assert [form.rows[0].name.text for form in case.forms] == ["甲", "乙"]
    assert (case.forms[1].year, str(case.forms[1].rows[0].name.at)[-4:]) == (2020, "2:55")


@pytest.mark.parametrize(
    ("cases", "told"),
    [
        ("", ["no-cases @ 0:0"]),
        ("case = 1\n", ["table-owed @ 1:8"]),
        ("[case]\na = 1\n", ["table-owed @ 2:5"]),
        (f"[cases.a]\n{ROW}\n[case.b]\n{ROW}\n{GOOD}\n", ["unknown-table @ 1:2"]),
        (f"[case.a]\n{ROW}\nexcept = 1\n{GOOD}\n", ["unknown-key @ 3:1"]),
        (f"[case.a]\n{GOOD}\n", ["no-form @ 1:7", "of-a-row @ 2:12"]),
        (f"[case.a]\n{ROW}\n", ["no-expect @ 1:7"]),
        (f"[case.a]\n{ROW}\nexpect = {{}}\n", ["no-expect @ 1:7"]),
        (f"[case.a]\n{ROW}\nexpect = 1\n", ["table-owed @ 3:10"]),
        (f"[case.a]\n{ROW}\nrows = []\n{GOOD}\n", ["two-forms @ 3:1"]),
        (f'[case.a]\nform = "x.txt"\nyear = 2020\n{ROW}\nexpect = {{ total = "" }}\n',
         ["two-forms @ 4:1", "two-forms @ 3:1", "no-form-file @ 2:8"]),
        ('[case.a]\nform = 1\nexpect = { total = "" }\n', ["file-owed @ 2:8"]),
        ('[case.a]\nform = "gone.txt"\nexpect = { total = "" }\n', ["no-form-file @ 2:8"]),
        ("[case.a]\nforms = []\nexpect = { findings = [] }\n", ["forms-owed @ 2:9"]),
        ('[case.a]\nforms = "x.txt"\nexpect = { findings = [] }\n', ["forms-owed @ 2:9"]),
        ("[case.a]\nforms = [1]\nexpect = { findings = [] }\n", ["forms-owed @ 2:10"]),
        ('[case.a]\nforms = ["gone.txt"]\nexpect = { findings = [] }\n', ["no-form-file @ 2:10"]),
        (f"[case.a]\nforms = [{{}}]\nyear = 2020\n{ROW}\nexpect = {{ findings = [] }}\n",
         ["two-forms @ 4:1", "two-forms @ 3:1"]),
        ("[case.a]\nforms = [{ form = 'a.txt', rows = [{ nmae = 1 }] }]\nexpect = { findings = [] }\n",
         ["form.unknown-key @ 2:12", "form.misspelt-key @ 2:38"]),
        ('[case.a]\nforms = [{}]\nexpect = { total = "" }\n', ["of-one-form @ 3:12"]),
        ("[case.a]\nforms = [{}]\nexpect = { form = [{}] }\n", ["unknown-expectation @ 3:12"]),
        ("[case.a]\nforms = [{}]\nexpect = { forms = {} }\n", ["list-owed @ 3:20"]),
        ("[case.a]\nforms = [{}]\nexpect = { forms = [1] }\n", ["table-owed @ 3:21"]),
        ("[case.a]\nforms = [{}]\nexpect = { forms = [{}, {}] }\n", ["forms-differ @ 3:20"]),
        ("[case.a]\nforms = [{}]\nexpect = { forms = [{ score = '' }] }\n", ["of-a-row @ 3:23"]),
        ("[case.a]\nforms = [{}]\nexpect = { facts = { staff = 3 } }\n", ["unknown-folder-fact @ 3:22"]),
        ('[case.a]\nrow = { nmae = "甲" }\nexpect = { score = "" }\n', ["form.misspelt-key @ 2:9"]),
        ("[case.a]\nrow = 1\nexpect = { score = '' }\n", ["form.needs-table @ 2:7"]),
        ("[case.a\n", ["no-bracket @ 1:1"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_case_is_told_at_its_place(suite_of, cases, told):
    suite = suite_of(cases)
    assert faults(suite) == told
    assert all(case.name == "b" for case in suite.cases)


def test_a_form_that_cannot_be_read_tells_why(suite_of, folder):
    (folder / "form.json").write_text("{", "utf-8")
    suite = suite_of('[case.a]\nform = "form.json"\nexpect = { total = "" }\n')
    assert suite.findings[0].code == "case.unread-form"
    assert suite.findings[1].code.startswith("form.json")


def test_a_fault_in_the_form_of_a_file_is_told_in_that_file(suite_of, folder):
    (folder / "form.toml").write_text('[[rows]]\nnmae = "甲"\n', "utf-8")
    suite = suite_of('[case.a]\nform = "form.toml"\nexpect = { total = "" }\n')
    (told,) = suite.findings
    assert (told.code, str(told.at)) == ("form.misspelt-key", "form.toml:2:1")


def test_a_sound_case_is_kept_beside_one_at_fault(suite_of):
    suite = suite_of(f"[case.a]\n{ROW}\n[case.b]\n{ROW}\n{GOOD}\n")
    assert [case.name for case in suite.cases] == ["b"]
    assert faults(suite) == ["no-expect @ 1:7"]
