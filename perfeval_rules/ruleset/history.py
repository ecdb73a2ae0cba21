"""Which file wrote or removed what in a merge, what a file's bases have, and where two files disagree.

Two files disagree on a path if neither extends the other, they write it differently or one takes it away, and no file
that extends both writes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.canonical import canonical
from perfeval_rules.ruleset.document import Document, Path, Spot, dotted
from perfeval_rules.ruleset.telling import tell


@dataclass(frozen=True, slots=True)
class Voice:
    """What one file says on a path: a value, or that it is to go."""

    file: str
    at: int
    """How many voices came before: later ones hold."""
    spot: Spot
    value: Any = None
    removes: bool = False

    def differs(self, other: "Voice") -> bool:
        """Whether another file says something else."""
        return self.removes is not other.removes or canonical(self.value) != canonical(other.value)


@dataclass(slots=True)
class History:
    """Every voice of a merge."""

    bases: Mapping[str, frozenset[str]]
    """Of each file all that it extends, at any remove."""
    voices: dict[Path, list[Voice]] = field(default_factory=dict)
    latest: dict[Path, dict[str, int]] = field(default_factory=dict)
    """Of each path, tables included, when each file last wrote in it."""
    count: int = 0

    @staticmethod
    def of(documents: Sequence[Document]) -> "History":
        """A history in which nothing has been written yet."""
        bases: dict[str, frozenset[str]] = {}
        for document in documents:
            direct = extended(document)
            bases[identity(document)] = frozenset(direct).union(*(bases.get(base, ()) for base in direct))
        return History(bases)

    def write(self, document: Document, path: Path, value: Any) -> None:
        """A file writes a value."""
        file = identity(document)
        self._say(path, Voice(file, self.count, document.value(path), value))
        for size in range(1, len(path) + 1):
            self.latest.setdefault(path[:size], {})[file] = self.count

    def remove(self, document: Document, path: Path, spot: Spot) -> None:
        """A file takes a path away."""
        self._say(path, Voice(identity(document), self.count, spot, removes=True))

    def has(self, document: Document, path: Path) -> bool:
        """Whether a file's bases have a path."""
        bases = self.bases[identity(document)]
        written = max((at for file, at in self.latest.get(path, {}).items() if file in bases), default=-1)
        gone = max((voice.at for voice in self._removals(path) if voice.file in bases), default=-1)
        return written > gone

    def disagreements(self) -> Iterator[Finding]:
        """A finding for every path that two files leave unsettled."""
        told: set[tuple[Spot, Spot]] = set()
        for path, voices in self.voices.items():
            everyone = [*voices, *(voice for voice in self._removals(path) if voice not in voices)]
            everyone.sort(key=lambda voice: voice.at)
            pair = next(self._unsettled(everyone), None)
            if pair and (pair[0].spot, pair[1].spot) not in told:
                told.add((pair[0].spot, pair[1].spot))
                yield tell("conflict", pair[1].spot, path, name=dotted(path), other=str(pair[0].spot.at))

    def _say(self, path: Path, voice: Voice) -> None:
        self.count += 1
        self.voices.setdefault(path, []).append(voice)

    def _removals(self, path: Path) -> Iterator[Voice]:
        """The voices that took a path away, or something that holds it."""
        for size in range(1, len(path) + 1):
            yield from (voice for voice in self.voices.get(path[:size], ()) if voice.removes)

    def _unsettled(self, voices: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
        for earlier, later in combinations(voices, 2):
            related = earlier.file == later.file or earlier.file in self.bases[later.file]
            both = {earlier.file, later.file}
            if not related and earlier.differs(later) and not any(both <= self.bases[v.file] for v in voices):
                yield earlier, later


def identity(document: Document) -> str:
    """The id of a file; its name where it gives none."""
    head = document.data.get("ruleset")
    own = head.get("id") if isinstance(head, dict) else None
    return own if isinstance(own, str) else document.name


def extended(document: Document) -> tuple[str, ...]:
    """The ids that a file says it extends."""
    return tuple(words for words in listed(document, "extends") if isinstance(words, str))


def listed(document: Document, key: str) -> tuple[Any, ...]:
    """A list of the head as it is written; an empty one where something else stands there."""
    head = document.data.get("ruleset")
    written = head.get(key) if isinstance(head, dict) else None
    return tuple(written) if isinstance(written, list) else ()
