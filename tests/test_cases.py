"""Rulesets that are sound and rulesets that are not, each with what a check must tell at its foot.

The last lines of a file in `cases/bad` name every finding, in order: `# expect: ruleset.unknown-key @ 12:1`. A finding
in another file bears the path of that file from `cases`: `@ base/ruleset.toml:3:1`.
"""

import re
from pathlib import Path

import pytest

from perfeval_rules.catalogue import CATALOGUE, shape, toml
from perfeval_rules.catalogue import ruleset as words
from perfeval_rules.engine import Engine
from perfeval_rules.findings import Finding, Place

CASES = Path(__file__).parent / "cases"
GOOD = sorted((CASES / "good").glob("*.toml"))
BAD = sorted((CASES / "bad").glob("*.toml"))
EXPECTED = re.compile(r"^# expect: (\S+ @ \S+)$", re.MULTILINE)
ELSEWHERE = {
    "ruleset.not-utf8", "ruleset.too-large", "ruleset.unreadable-file", "ruleset.extends-deep",
    *(f"ruleset.{code}" for code in words.EDITIONS),
}  # fmt: skip
"""Codes that need more than one file of text; the tests of their modules show them."""


def check(path: Path) -> tuple[Finding, ...]:
    """Everything a check of a ruleset tells."""
    return Engine().check(path)


def spoken(finding: Finding, case: Path) -> str:
    return f"{finding.code} @ {placed(finding.at, case)}"


def placed(at: Place, case: Path) -> str:
    source = "" if Path(at.source) == case else Path(at.source).relative_to(CASES).as_posix()
    return ":".join(str(part) for part in (source, at.line, at.column) if part)


def expected(case: Path) -> list[str]:
    return EXPECTED.findall(case.read_text("utf-8"))


def shown(case: Path) -> str:
    return case.stem


@pytest.mark.parametrize("case", GOOD, ids=shown)
def test_a_sound_ruleset_has_nothing_to_tell(case):
    assert [spoken(finding, case) for finding in check(case)] == []


@pytest.mark.parametrize("case", BAD, ids=shown)
def test_a_faulty_ruleset_tells_every_fault_at_its_place(case):
    assert [spoken(finding, case) for finding in check(case)] == expected(case)


@pytest.mark.parametrize("case", BAD, ids=shown)
def test_a_faulty_ruleset_says_what_it_expects(case):
    assert expected(case)


@pytest.mark.parametrize("case", BAD, ids=shown)
def test_a_caret_stands_under_what_is_told(case):
    for finding in check(case):
        assert 0 <= finding.at.column - 1 <= len(finding.line) or not finding.line
        assert finding.length >= 1


@pytest.mark.parametrize("case", BAD, ids=shown)
def test_every_value_of_a_message_is_given(case):
    for finding in check(case):
        asked = finding.message.placeholders() | finding.advice.placeholders()
        assert asked <= finding.values.keys(), finding.code


def test_every_code_of_a_ruleset_has_a_case():
    codes = {f"ruleset.{code}" for code in (*toml.ENTRIES, *shape.ENTRIES, *words.ENTRIES)}
    shown_by = {code.split(" ")[0] for case in BAD for code in expected(case)}
    assert codes <= CATALOGUE.keys()
    assert codes - shown_by - ELSEWHERE == set()
