"""What a policy team wrote, read: every table in the order that counts, and where each value came from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from perfeval_rules.ruleset.document import Path, Spot
from perfeval_rules.ruleset.merged import Merged
from perfeval_rules.ruleset.tables import (
    Adjust,
    Check,
    Every,
    Fact,
    Grade,
    Group,
    Head,
    Line,
    Reason,
    Requires,
    Rule,
    Scoring,
    Source,
)


@dataclass(frozen=True, slots=True)
class Ruleset:
    """A ruleset with all that it extends; sound in shape, not yet held against the plugins it requires."""

    head: Head
    requires: Requires
    sources: Mapping[str, Source]
    scoring: Scoring
    every: Every
    rules: Mapping[str, Rule]
    """In the order they are asked; the one without `when` last."""
    lines: Mapping[str, Line]
    groups: Mapping[str, Group]
    facts: Mapping[str, Fact]
    adjusts: Mapping[str, Adjust]
    reasons: Mapping[str, Reason]
    checks: Mapping[str, Check]
    words: Mapping[str, tuple[str, ...]]
    grades: tuple[Grade, ...]
    merged: Merged
    digest: str
    """SHA-256 of what the files say together; who says it, `[ruleset]`, is no part of it."""

    def with_facts(self, facts: Mapping[str, Fact]) -> "Ruleset":
        """The same ruleset with other facts."""
        return replace(self, facts=facts)

    @property
    def files(self) -> tuple[str, ...]:
        """The files it was read from, bases first."""
        return tuple(document.name for document in self.merged.documents)

    def key(self, path: Path) -> Spot:
        """Where a key stands, in whichever file wrote it."""
        return self.merged.key(path)

    def value(self, path: Path) -> Spot:
        """Where a value stands, in whichever file wrote it."""
        return self.merged.value(path)
