"""What lints of plugins tell of a compiled ruleset; one that fails is told, and nothing else is touched by it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import islice
from typing import cast

from perfeval_rules.admission import Offered
from perfeval_rules.catalogue import finding
from perfeval_rules.extension import Lint, Remark
from perfeval_rules.findings import Finding
from perfeval_rules.owed import OwedError, fault_of
from perfeval_rules.registry import Registry
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Text

MOST_REMARKS = 1_000
"""How much one lint may tell; a generator may never end."""
SHOWABLE = (str, bool, int, Fraction, date, Text, type(None))
"""What may stand in a message."""


def of_plugins(program: object, ruleset: Ruleset, registry: Registry) -> Iterator[Finding]:
    """What every lint of the plugins finds in a program."""
    for offered in registry.lints:
        try:
            found = cast(list[Finding], registry.guard(partial(_told_by, offered, program, ruleset)))
        except KeyboardInterrupt:
            raise
        except BaseException as fault:  # a plugin may raise anything, SystemExit included
            path = f"requires.plugins.{offered.plugin.name}"
            spot = ruleset.merged.key(tuple(path.split(".")))
            yield finding(
                "plugin.lint-failed", spot.at, path=path, line=spot.line, length=spot.length, plugin=str(offered.plugin),
                name=offered.given.name, fault=fault_of(fault),
            )  # fmt: skip
        else:
            yield from found


def _told_by(offered: Offered[Lint], program: object, ruleset: Ruleset) -> list[Finding]:
    """What a lint finds; raises whatever it raises, and at remarks that are none."""
    remarks = list(islice(offered.given.examine(program), MOST_REMARKS + 1))
    if len(remarks) > MOST_REMARKS:
        raise ValueError(f"more than {MOST_REMARKS} remarks")
    return [_told(offered, ruleset, checked(remark)) for remark in remarks]


def checked(given: object) -> Remark:
    """A remark of a lint; raises OwedError where it is none, TypeError where it holds what cannot be shown."""
    if not isinstance(given, Remark):
        raise OwedError(" Remark", "a Remark is", given)
    if type(given.path) is not str:
        raise TypeError(f"the path is a str, not {type(given.path).__name__}")
    for name, value in given.values.items():
        if type(value) not in SHOWABLE:  # a subclass could run code of its author wherever it is shown
            raise TypeError(f"a value that can be shown is owed for {name}, not {type(value).__name__}")
    return given


def _told(offered: Offered[Lint], ruleset: Ruleset, remark: Remark) -> Finding:
    lint = offered.given
    path = tuple(remark.path.split("."))
    while path and path not in ruleset.merged.origin:
        path = path[:-1]  # what it speaks of may stand inside the nearest table that was written
    spot = ruleset.merged.key(path or ("ruleset",))
    return Finding(
        f"{offered.plugin.name}.{lint.name}", lint.severity, spot.at, lint.message, lint.advice, dict(remark.values),
        remark.path, "", spot.line, spot.length,
    )  # fmt: skip
