"""What is wrong with a file of cases: each fault at its line and column."""

from collections.abc import Mapping
from dataclasses import replace

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.document import Document, Path, Spot, dotted
from perfeval_rules.ruleset.telling import said
from perfeval_rules.text import Showable


class Faults:
    """Gathers the faults of one file, so that all of them are told in one pass."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Finding] = []

    def at_key(self, code: str, path: Path, **values: Showable) -> None:
        """Tell that a key is wrong, or that a table lacks one."""
        self.tell(code, self.document.key(path), path, values)

    def at_value(self, code: str, path: Path, **values: Showable) -> None:
        """Tell that a value is wrong."""
        self.tell(code, self.document.value(path), path, values)

    def owed(self, code: str, path: Path) -> None:
        """Tell that another kind of value belongs here."""
        self.at_value(code, path, key=str(path[-1]), value=said(self.document, path))

    def tell(self, code: str, spot: Spot, path: Path, values: Mapping[str, Showable]) -> None:
        """One more fault, at a spot of the file."""
        told = finding(f"case.{code}", spot.at, path=dotted(path), line=spot.line, length=spot.length)
        self.found.append(replace(told, values=values))
