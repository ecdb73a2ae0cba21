"""A ruleset and the cases beside it, read from where they are."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from perfeval_rules.catalogue import finding
from perfeval_rules.engine import Engine
from perfeval_rules.errors import RulesetError
from perfeval_rules.files.library import FILE as RULESET
from perfeval_rules.files.library import located
from perfeval_rules.files.toml import read_toml
from perfeval_rules.findings import Finding, Place
from perfeval_rules.program import Program
from perfeval_rules.submission import Submission
from perfeval_rules.testing.cases import Case, read_cases

FILE = "cases.toml"


@dataclass(frozen=True, slots=True)
class Suite:
    """A ruleset compiled, with its cases that can be run."""

    asked: str
    program: Program | None
    """None where the ruleset does not compile."""
    cases: tuple[Case, ...]
    findings: tuple[Finding, ...]
    """What keeps the ruleset, or some of its cases, from being run."""


def suite(engine: Engine, asked: str | Path) -> Suite:
    """A ruleset, by id or path, and the cases beside it."""
    try:
        program = engine.program(asked)
    except RulesetError as refused:
        return Suite(str(asked), None, (), refused.findings)
    cases, findings = cases_of(engine, program, asked)
    return Suite(str(asked), program, cases, findings)


def ruleset_beside(folder: Path) -> Path | None:
    """The ruleset whose cases stand in a folder: its `ruleset.toml`, else the only ruleset there; None where none is.

    Of several nobody knows whose the cases are.
    """
    if (folder / RULESET).is_file():
        return folder / RULESET
    others = [path for path in sorted(folder.glob("*.toml")) if path.name != FILE and _is_ruleset(path)]
    return others[0] if len(others) == 1 else None


def _is_ruleset(path: Path) -> bool:
    document, _ = read_toml(path.read_bytes(), path.name)
    return document is not None and "ruleset" in document.data


def cases_of(engine: Engine, program: Program, asked: str | Path) -> tuple[tuple[Case, ...], tuple[Finding, ...]]:
    """The cases beside a ruleset, and what is wrong with them."""
    ruleset = located(asked, shelves=engine.shelves)
    if ruleset is None:
        return (), (_without(asked),)
    found = ruleset.beside(FILE)
    try:
        raw = found.file.read_bytes()
    except FileNotFoundError:
        return (), (_without(asked),)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return (), (finding("case.unreadable-file", Place(found.name), name=found.name, why=why),)
    document, faults = read_toml(raw, found.name, "case")
    if document is None:
        return (), faults

    def read_form(name: str) -> tuple[Submission | None, tuple[Finding, ...]]:
        return engine.read(found.folder.joinpath(*PurePosixPath(name).parts).read_bytes(), PurePosixPath(name).name)

    return read_cases(document, program.ruleset, read_form)


def _without(asked: str | Path) -> Finding:
    return finding("case.no-file", Place(str(asked)), name=str(asked))
