"""The documents a command is given: forms from files or a pipe, and the program that scores them."""

import sys
from pathlib import Path, PurePath

from perfeval_rules.admission import OWN_SUFFIXES
from perfeval_rules.catalogue import finding
from perfeval_rules.engine import Engine, Program
from perfeval_rules.errors import RulesetError, SubmissionError
from perfeval_rules.findings import Finding, Place
from perfeval_rules.submission import Submission

PIPE = "-"


def submission(engine: Engine, name: str, ruleset: str | None) -> tuple[Submission, tuple[Finding, ...]]:
    """A form and what was found in reading it; raises SubmissionError where it cannot be read.

    A kind of file that only a plugin of the ruleset may know is read by its program.
    """
    form, findings = engine.read(content(name), name, reader(engine, ruleset, name))
    if form is None:
        raise SubmissionError(findings)
    return form, findings


def reader(engine: Engine, ruleset: str | None, name: str) -> Program | None:
    """The program whose plugins may read a file; None where they are not needed, or it cannot be made."""
    suffix = PurePath(name).suffix.lower()
    if ruleset is None or not suffix or suffix in OWN_SUFFIXES:
        return None
    try:
        return engine.program(ruleset)
    except RulesetError:
        return None


def program(engine: Engine, ruleset: str | None, form: Submission) -> Program:
    """The program of a ruleset for the year of a form; raises RulesetError where there is none."""
    if ruleset is None:
        ids = ", ".join(listed.id for listed in engine.library())
        raise RulesetError([finding("command.no-ruleset", Place(), ids=ids or None)])
    return engine.program(ruleset, year=form.year)


def keep(name: str, content: bytes) -> None:
    """Write a file; raises SubmissionError where it cannot be."""
    try:
        Path(name).write_bytes(content)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise SubmissionError([finding("command.unwritable", Place(name), name=name, reason=reason)]) from None


def content(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    try:
        return sys.stdin.buffer.read() if name == PIPE else Path(name).read_bytes()
    except FileNotFoundError:
        found = finding("command.no-file", Place(name), name=name)
    except IsADirectoryError:
        found = finding("command.is-folder", Place(name), name=name)
    except (OSError, ValueError) as fault:
        found = finding(
            "command.unreadable", Place(name), name=name, reason=getattr(fault, "strerror", None) or str(fault)
        )
    raise SubmissionError([found])
