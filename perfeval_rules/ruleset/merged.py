"""Several files laid over one another: the values that hold, and which file wrote each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from perfeval_rules.findings import Place, Written
from perfeval_rules.ruleset.document import Document, Path, Spot


@dataclass(frozen=True, slots=True)
class Removal:
    """A path that a `remove` took away, and where that is written."""

    path: Path
    spot: Spot


@dataclass(frozen=True, slots=True)
class Merged:
    """What a ruleset says together with everything it extends."""

    documents: tuple[Document, ...]
    """Bases before what extends them; the last is the file itself."""
    data: dict[str, Any]
    """All tables but `[ruleset]`, which belongs to one file alone."""
    origin: Mapping[Path, Document]
    """Of each value the file that wrote it last, of each table the one that wrote it first."""
    removed: Mapping[Path, Removal]
    """What was taken away and not written again."""

    def document(self, path: Path) -> Document:
        """The file that the value at a path comes from; of one that nobody wrote, of the table that would hold it."""
        known = (self.origin.get(path[:size]) for size in range(len(path), 0, -1))
        return next((document for document in known if document), self.documents[-1])

    def key(self, path: Path) -> Spot:
        """Where a key stands."""
        return self.document(path).key(path)

    def value(self, path: Path) -> Spot:
        """Where a value stands."""
        return self.document(path).value(path)

    def place(self, path: Path) -> Place:
        """The place of a key."""
        return self.key(path).at

    def at(self, path: Path) -> Any:
        """The value at a path."""
        value: Any = self.data
        for key in path:
            value = value[key]
        return value

    def written(self, path: Path) -> Written:
        """A text as its author wrote it."""
        return self.document(path).written(path)

    def source(self, path: Path) -> str:
        """A value as it stands in its file."""
        return self.document(path).source(path)

    def removal(self, *path: str | int) -> Removal | None:
        """The `remove` that took a path away."""
        return self.removed.get(path)
