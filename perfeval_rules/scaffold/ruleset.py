"""A ruleset to begin with, and its cases: one of its own, or one that builds on another and says as yet what that says."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from perfeval_rules.catalogue import finding
from perfeval_rules.engine import Engine
from perfeval_rules.errors import RulesetError
from perfeval_rules.evaluation import Line, number
from perfeval_rules.files.library import FILE, find, neighbours
from perfeval_rules.findings import Finding, Place
from perfeval_rules.program import Program
from perfeval_rules.ruleset.telling import meant
from perfeval_rules.scaffold.names import ruleset_fault
from perfeval_rules.scaffold.project import File, Project, written
from perfeval_rules.scaffold.template import engine_range, filled
from perfeval_rules.text import Text

CASES = "cases.toml"
RULESET, OF_CASES = Text("规则集，从这里改起", "the ruleset: begin here"), Text("算例", "cases")
ROWS: Mapping[str, Mapping[str, str]] = {
    "met": {"name": "培训人次", "target": "≥100人次", "actual": "100人次", "weight": "10"},
    "missed": {"name": "培训人次", "target": "≥100人次", "actual": "85人次", "weight": "10"},
}
"""The rows whose results the cases of a ruleset hold that builds on another."""


def new_ruleset(identifier: str, base: str | None, folder: Path, year: int) -> Project | tuple[Finding, ...]:
    """A ruleset, in a new folder of its name inside `folder`; what is wrong where that cannot be.

    `base` is the id of a ruleset to build on, or a family, which means that of `year`.
    """
    engine = Engine()
    library = frozenset(listed.id for listed in engine.library())
    fault = ruleset_fault(identifier, library)
    if fault:
        return (fault,)
    target = folder / identifier
    try:
        program = None if base is None else _base(engine, base, target, library, year)
    except RulesetError as refused:
        return refused.findings
    made = written(target, overlay_files(identifier, program) if program else own_files(identifier, year))
    return (made,) if isinstance(made, Finding) else made


def own_files(identifier: str, year: int) -> tuple[File, ...]:
    """The files of a ruleset that stands by itself, from a year on."""
    values = {"id": identifier, "year": str(year), "engine": engine_range()}
    return (
        File(FILE, filled("ruleset/ruleset.toml", values), RULESET),
        File(CASES, filled("ruleset/cases.toml", values), OF_CASES),
    )


def overlay_files(identifier: str, base: Program) -> tuple[File, ...]:
    """The files of a ruleset that builds on another."""
    head = base.ruleset.head
    until = "" if head.years.until is None else f", until = {head.years.until}"
    values = {"id": identifier, "base": head.id, "years": f"from = {head.years.first}{until}"}
    cases = filled("ruleset/overlay-cases.toml", values) + "\n".join(_cases(base))
    return File(FILE, filled("ruleset/overlay.toml", values), RULESET), File(CASES, cases, OF_CASES)


def _base(engine: Engine, asked: str, target: Path, library: frozenset[str], year: int) -> Program:
    """The ruleset to build on, as one in the folder `target` will find it; raises RulesetError where it will not."""
    found = find(asked, target)
    program = engine.program(asked if found is None or asked in library else Path(str(found.file)), year)
    own = program.ruleset.head.id
    if own not in library and find(own, target) is None:
        known = (*library, *neighbours(target))
        raise RulesetError([finding("ruleset.not-found", Place(asked), name=asked, meant=meant(asked, known))])
    return program


def _cases(base: Program) -> Iterator[str]:
    """A case for each row, with what the base makes of it."""
    for name, row in ROWS.items():
        form, _ = Engine().read(json.dumps({"rows": [row]}).encode(), "form.json")
        assert form is not None, "a row of our own can be read"
        cells = ", ".join(f'{key} = "{value}"' for key, value in row.items())
        expected = ", ".join(f'{key} = "{value}"' for key, value in _expected(base.evaluate(form).line(row["name"])[0]))
        yield f"[case.{name}]\nrow    = {{ {cells} }}\nexpect = {{ {expected} }}\n"


def _expected(line: Line) -> Iterator[tuple[str, str]]:
    kind, _, rule = line.rule.partition(".")
    if kind == "rule":
        yield "rule", rule
    yield "outcome", line.outcome
    yield "score", number(line.score) or ""
