"""The type and the ruleset with formulas alone, written apart from one another, give every form the same."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perfeval_standard
import perfeval_value_based_purchasing
from perfeval_rules import Engine
from perfeval_rules.testing.beside import suite
from tests.pages import ROOT

WITH_TYPE, WITHOUT = Engine(plugins=[perfeval_value_based_purchasing]), Engine(plugins=[perfeval_standard])
BY_TYPE = suite(WITH_TYPE, "us-hospital-vbp")
BY_FORMULAS = suite(WITHOUT, ROOT / "tests" / "schemes" / "us-hvbp")
MEASURES = ("IMM-2", "HCAHPS", "AMI", "CAUTI", "MSPB")
VALUES = st.decimals("-0.1", "1.2", allow_nan=False, places=3) | st.sampled_from(
    [Decimal(edge) for edge in ("0", "0.47", "0.5", "0.8", "0.82", "0.87", "0.9", "0.98")]
)
ROWS = st.fixed_dictionaries(
    {"actual": VALUES},
    optional={"baseline": VALUES, "cases": st.sampled_from(["0.5", "1", "24", "25", "99", "100"])},
)


def told(program, submission):
    """What is to be the same: all results, but no finding, attainment or met, which a plain number does not have."""
    evaluation = program.evaluate(submission)
    lines = [(line.id, line.outcome, line.score) for line in evaluation.lines]
    groups = [(group.id, group.weight, group.score) for group in evaluation.groups]
    return lines, groups, evaluation.total, evaluation.grade and evaluation.grade.id


def test_both_rulesets_have_cases():
    assert (BY_TYPE.findings, BY_FORMULAS.findings) == ((), ())
    assert len(BY_TYPE.cases) >= 30


@pytest.mark.parametrize("case", BY_TYPE.cases, ids=lambda case: case.name)
def test_formulas_give_what_the_type_gives_for_every_case(case):
    assert told(BY_FORMULAS.program, case.submission) == told(BY_TYPE.program, case.submission)


@settings(deadline=None, max_examples=150, derandomize=True)
@given(rows=st.dictionaries(st.sampled_from(MEASURES), ROWS))
def test_formulas_give_what_the_type_gives_for_any_form(rows):
    form = [
        {"name": name, "actual": str(row["actual"]), "values": {key: str(row[key]) for key in row if key != "actual"}}
        for name, row in rows.items()
    ]
    submission, findings = WITHOUT.read(json.dumps({"year": 2016, "rows": form}).encode(), "form.json")
    assert findings == ()
    assert told(BY_FORMULAS.program, submission) == told(BY_TYPE.program, submission)
