"""What of a ruleset only Python can say: told as a note, since forms that need it are worked out more slowly."""

from collections.abc import Iterator, Mapping

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding
from perfeval_rules.formula.additions import additions_in
from perfeval_rules.formula.language import Formula
from perfeval_rules.plan.judge import Judge
from perfeval_rules.registry import Registry
from perfeval_rules.ruleset.document import Path
from perfeval_rules.ruleset.ruleset import Ruleset


def python_only(
    ruleset: Ruleset, registry: Registry, formulas: Mapping[str, Formula], judges: Mapping[str, Judge]
) -> Iterator[Finding]:
    """A note for each type that is used and works in Python, and for each function that does, at its first place."""
    told: set[str] = set()
    for path, called, plugin in (*_types(registry, judges), *_functions(registry, formulas)):
        if called not in told:
            told.add(called)
            spot = ruleset.merged.key(path)
            yield finding(
                "ruleset.python-only", spot.at, path=".".join(map(str, path)), line=spot.line, length=spot.length,
                called=called, plugin=plugin,
            )  # fmt: skip


def _types(registry: Registry, judges: Mapping[str, Judge]) -> Iterator[tuple[Path, str, str]]:
    for path, judge in judges.items():
        offer = registry.types.get(judge.type)
        if offer and offer.rung == "python":
            yield tuple(path.split(".")), judge.type, str(offer.plugin)


def _functions(registry: Registry, formulas: Mapping[str, Formula]) -> Iterator[tuple[Path, str, str]]:
    for path, formula in formulas.items():
        for name in sorted(additions_in(formula)):
            if formula.additions[name].python:
                yield _written(path), f"{name}()", str(registry.functions[name].plugin)


def _written(path: str) -> Path:
    """Where a formula stands: the number of a grade is an index of its list."""
    return tuple(int(key) if key.isdigit() else key for key in path.split("."))
