"""The one law of merging: tables merge key by key, every other value replaces the one before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.document import Document, Path, dotted
from perfeval_rules.ruleset.history import History, listed
from perfeval_rules.ruleset.merged import Merged, Removal
from perfeval_rules.ruleset.telling import meant, tell

OWN = ("format", "ruleset")
"""What belongs to one file alone and is never merged."""
ASKED_FIRST = "rule"
"""The table whose new entries are asked before all earlier ones; everywhere else they come last."""


def merge(documents: Sequence[Document]) -> tuple[Merged, tuple[Finding, ...]]:
    """Lay files over one another, bases first; each stands in `documents` once, after all that it extends."""
    overlay = _Overlay(History.of(documents))
    for document in documents:
        overlay.apply(document)
    merged = Merged(tuple(documents), overlay.data, overlay.origin, overlay.removed)
    return merged, (*overlay.findings, *overlay.history.disagreements())


@dataclass(slots=True)
class _Overlay:
    history: History
    data: dict[str, Any] = field(default_factory=dict)
    origin: dict[Path, Document] = field(default_factory=dict)
    removed: dict[Path, Removal] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def apply(self, document: Document) -> None:
        for number, words in enumerate(listed(document, "remove")):
            if isinstance(words, str):
                self.remove(document, tuple(words.split(".")), ("ruleset", "remove", number))
        tables = {key: value for key, value in document.data.items() if key not in OWN}
        self.lay(document, self.data, tables, ())

    def remove(self, document: Document, path: Path, written: Path) -> None:
        """Take a thing or a key away, if the file's bases have it."""
        spot = document.value(written)
        holder = self.holder(path[:-1])
        if not self.history.has(document, path):
            near = meant(dotted(path), (dotted((*path[:-1], key)) for key in holder))
            self.findings.append(tell("remove-nothing", spot, written, name=dotted(path), meant=near))
            return
        self.history.remove(document, path, spot)
        gone = holder.pop(str(path[-1]), None)
        self.forget(path, gone)
        self.remember(path, gone, Removal(path, spot))

    def holder(self, path: Path) -> dict[str, Any]:
        """The table at a path; where there is none, an empty one."""
        found: Any = self.data
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        return found if isinstance(found, dict) else {}

    def forget(self, path: Path, value: Any) -> None:
        """Nobody is the origin of what stood at a path any more."""
        self.origin.pop(path, None)
        if isinstance(value, dict):
            for key, inner in value.items():
                self.forget((*path, key), inner)

    def remember(self, path: Path, value: Any, removal: Removal) -> None:
        """Keep what took a path away, and everything in it."""
        self.removed[path] = removal
        if isinstance(value, dict):
            for key, inner in value.items():
                self.remember((*path, key), inner, removal)

    def lay(self, document: Document, target: dict[str, Any], source: Mapping[str, Any], path: Path) -> None:
        """Lay a table over another."""
        before = dict(target)
        for key, value in source.items():
            self.put(document, target, (*path, key), value)
        if path == (ASKED_FIRST,):
            new = {key: value for key, value in target.items() if key not in before}
            known = {key: target[key] for key in before}
            target.clear()
            target.update(new | known)

    def put(self, document: Document, target: dict[str, Any], path: Path, value: Any) -> None:
        """Write one key of a table."""
        key = str(path[-1])
        old = target.get(key)
        self.removed.pop(path, None)
        if not isinstance(value, dict):
            self.forget(path, old)
            self.origin[path] = document
            target[key] = value
        else:
            if not isinstance(old, dict):
                self.forget(path, old)
                target[key] = {}
            self.origin.setdefault(path, document)
            self.lay(document, target[key], value, path)
        if not isinstance(value, dict) or not value:
            self.history.write(document, path, value)
