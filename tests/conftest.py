"""What holds of every finding that any test comes upon: it says where it stands, and has all that its words ask for."""

from functools import wraps
from typing import Any

from perfeval_rules.catalogue import CATALOGUE, cases, form
from perfeval_rules.findings import Finding, Place

FILLED_LATER = {f"form.{key}" for key in form.ENTRIES} | {f"case.{key}" for key in cases.ENTRIES}
"""Those who read documents make a finding first and fill it where they know of what it speaks."""
_made = Finding.__init__


@wraps(_made)
def _filled(finding: Finding, *arguments: Any, **named: Any) -> None:
    _made(finding, *arguments, **named)
    assert isinstance(finding.at, Place), f"{finding.code} stands nowhere"
    assert all(isinstance(part, str) for part in (finding.path, finding.rule, finding.line)), finding.code
    if finding.code in CATALOGUE and finding.code not in FILLED_LATER:
        asked = finding.message.placeholders() | finding.advice.placeholders()
        lacking = sorted(name for name in asked if finding.values.get(name) is None)
        assert not lacking, f"{finding.code} lacks {', '.join(lacking)}"


Finding.__init__ = _filled  # type: ignore[method-assign]
