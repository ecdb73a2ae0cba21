"""What each file says of itself."""

import pytest

from perfeval_rules.ruleset.heads import read_head

HEAD = '[ruleset]\nid = "a"\nedition = "1"\nyears = { from = 2024 }\n'


def codes(document, text):
    return [(finding.code.removeprefix("ruleset."), finding.path) for finding in read_head(document(text))[1]]


def test_a_sound_head_is_read(document):
    head, findings = read_head(document(f"format = 1\n{HEAD}extends = ['b']\nfamily = 'c'"))
    assert findings == ()
    assert (head.id, head.extends, head.kin, head.years.first) == ("a", ("b",), "c", 2024)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HEAD, "no-format"),
        (f"format = 2\n{HEAD}", "unknown-format"),
        (f"format = true\n{HEAD}", "unknown-format"),
        (f"format = '1'\n{HEAD}", "unknown-format"),
        (f"name = 'x'\nformat = 1\n{HEAD}", "late-format"),
    ],
)
def test_a_file_begins_with_its_format(document, text, code):
    assert codes(document, text) == [(code, "format")]


def test_a_file_without_a_head_is_told(document):
    head, findings = read_head(document("format = 1"))
    assert head is None
    assert [finding.code for finding in findings] == ["ruleset.no-head"]


def test_ids_families_and_bases_are_spelt_as_ids(document):
    text = 'format = 1\n[ruleset]\nid = "A"\nedition = "1"\nyears = { from = 2024 }\nfamily = "国"\nextends = ["b", "../c"]'
    assert codes(document, text) == [
        ("bad-id", "ruleset.id"), ("bad-id", "ruleset.family"), ("bad-id", "ruleset.extends[1]"),
    ]  # fmt: skip


def test_years_do_not_run_backwards(document):
    text = 'format = 1\n[ruleset]\nid = "a"\nedition = "1"\nyears = { from = 2024, until = %s }'
    assert codes(document, text % 2023) == [("years-backwards", "ruleset.years.until")]
    assert codes(document, text % 2024) == []
