"""The closed catalogue of codes: for each its severity, its words in two languages, and what to do.

One module a family, so that tone and wording are kept in one place for the whole of it. A code that is not here
cannot become a finding; codes of checks and types (`check.ID`, `TYPE.CHECK`) carry their words themselves.
"""

from perfeval_rules.catalogue import cases, command, compiled, form, formula, plugin, reason, ruleset, scoring, value
from perfeval_rules.catalogue.entry import Entry
from perfeval_rules.findings import Finding, Place, Severity
from perfeval_rules.text import Showable

CATALOGUE: dict[str, Entry] = {
    **{f"formula.{key}": entry for key, entry in formula.ENTRIES.items()},
    **{f"ruleset.{key}": entry for key, entry in ruleset.ENTRIES.items()},
    **{f"ruleset.{key}": entry for key, entry in compiled.ENTRIES.items()},
    **{f"value.{key}": entry for key, entry in value.ENTRIES.items()},
    **{f"form.{key}": entry for key, entry in form.ENTRIES.items()},
    **{f"form.{key}": entry for key, entry in scoring.ENTRIES.items()},
    **{f"reason.{key}": entry for key, entry in reason.ENTRIES.items()},
    **{f"plugin.{key}": entry for key, entry in plugin.ENTRIES.items()},
    **{f"command.{key}": entry for key, entry in command.ENTRIES.items()},
    **{f"case.{key}": entry for key, entry in cases.ENTRIES.items()},
}


def finding(
    code: str,
    at: Place,
    *,
    path: str = "",
    rule: str = "",
    line: str = "",
    length: int = 1,
    severity: Severity | None = None,
    **values: Showable,
) -> Finding:
    """A finding of a code of the catalogue; `values` fill its words."""
    entry = CATALOGUE[code]
    return Finding(
        code, severity or entry.severity, at, entry.message, entry.advice, values, path, rule, line, max(length, 1)
    )


__all__ = ["CATALOGUE", "Entry", "finding"]
