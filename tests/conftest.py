"""What holds for all tests, and of all that they find out: it says where it stands, and lacks nothing its words ask for."""

import gc
from collections.abc import Mapping
from functools import wraps
from typing import Any

from perfeval_rules.catalogue import CATALOGUE, cases, form
from perfeval_rules.findings import Finding, Place
from perfeval_rules.values.problem import Problem

FILLED_LATER = {f"form.{key}" for key in form.ENTRIES} | {f"case.{key}" for key in cases.ENTRIES}
"""Those who read documents make a finding first and fill it where they know of what it speaks."""
_finding_made, _problem_made = Finding.__init__, Problem.__init__


def _is_filled(code: str, values: Mapping[str, object]) -> None:
    if code in CATALOGUE and code not in FILLED_LATER:
        asked = CATALOGUE[code].message.placeholders() | CATALOGUE[code].advice.placeholders()
        lacking = sorted(name for name in asked if values.get(name) is None)
        assert not lacking, f"{code} lacks {', '.join(lacking)}"


@wraps(_finding_made)
def _finding(finding: Finding, *arguments: Any, **named: Any) -> None:
    _finding_made(finding, *arguments, **named)
    assert isinstance(finding.at, Place), f"{finding.code} stands nowhere"
    assert all(isinstance(part, str) for part in (finding.path, finding.rule, finding.line)), finding.code
    _is_filled(finding.code, finding.values)


@wraps(_problem_made)
def _problem(problem: Problem, *arguments: Any, **named: Any) -> None:
    _problem_made(problem, *arguments, **named)
    _is_filled(problem.code, problem.values)


Finding.__init__ = _finding  # type: ignore[method-assign]
Problem.__init__ = _problem  # type: ignore[method-assign]


def pytest_collection_finish() -> None:
    """Thousands of collected tests stay to the end; the collector need not look through them again and again."""
    gc.collect()
    gc.freeze()
