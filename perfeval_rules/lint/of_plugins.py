"""What lints of plugins tell of a compiled ruleset; one that fails is told, and nothing else is touched by it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from perfeval_rules.admission import Offered
from perfeval_rules.catalogue import finding
from perfeval_rules.extension import Lint, Remark
from perfeval_rules.findings import Finding
from perfeval_rules.registry import Registry
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import raised

MOST_REMARKS = 1_000
"""How much one lint may tell."""


def of_plugins(program: object, ruleset: Ruleset, registry: Registry) -> Iterator[Finding]:
    """What every lint of the plugins finds in a program."""
    for offered in registry.lints:
        try:
            remarks = registry.guard(_asked(offered.given, program))
            found = [_told(offered, ruleset, remark) for remark in checked(remarks)]
        except KeyboardInterrupt:
            raise
        except BaseException as fault:  # a plugin may raise anything, SystemExit included
            path = f"requires.plugins.{offered.plugin.name}"
            spot = ruleset.merged.key(tuple(path.split(".")))
            yield finding(
                "plugin.lint-failed", spot.at, path=path, line=spot.line, length=spot.length, plugin=str(offered.plugin),
                name=offered.given.name, fault=raised(fault),
            )  # fmt: skip
        else:
            yield from found


def _asked(lint: Lint, program: object) -> Callable[[], Sequence[object]]:
    return lambda: list(islice(lint.examine(program), MOST_REMARKS))


def checked(remarks: object) -> Iterator[Remark]:
    """The remarks of a lint; raises TypeError at one that is none."""
    for remark in remarks if isinstance(remarks, list) else ():
        if not isinstance(remark, Remark):
            raise TypeError(f"a Remark is owed, not {type(remark).__name__}")
        yield remark


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
