"""Where rulesets are found: beside the file that asks, then in the library that ships with the engine."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from perfeval_rules.files.toml import MOST_BYTES, read_toml
from perfeval_rules.findings import Finding, Place, worst
from perfeval_rules.ruleset.document import Document, Spot
from perfeval_rules.ruleset.document import Path as KeyPath
from perfeval_rules.ruleset.heads import read_head
from perfeval_rules.ruleset.history import identity, listed
from perfeval_rules.ruleset.identifiers import IDENTIFIER
from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.telling import meant, tell

FILE = "ruleset.toml"
SHIPPED = "perfeval_rulesets"
MOST_LEVELS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a ruleset, and what people call it."""

    file: Traversable
    name: str
    folder: Traversable
    """Where it stands, and what belongs to it beside it."""

    def beside(self, name: str) -> "Found":
        """Another file of the same folder, whether or not it is there."""
        return Found(self.folder / name, self.name.removesuffix(self.file.name) + name, self.folder)


Shelves = Callable[[], Sequence[Path]]
"""Further folders of rulesets, asked for where the shipped library has not what is wanted."""


def none() -> Sequence[Path]:
    """No further folders."""
    return ()


def find(name: str, beside: Path | None = None, shelves: Shelves = none) -> Found | None:
    """The file of a ruleset by its id: a neighbour of the folder `beside`, else of the shipped library, else of `shelves`."""
    if not IDENTIFIER.fullmatch(name):
        return None
    if beside is not None:
        for relative in (Path("..", name, FILE), Path(f"{name}.toml")):
            path = Path(os.path.normpath(beside / relative))
            if path.is_file():
                return Found(path, str(path), path.parent)
    library = _library()
    found = _on(library, name) if library else None
    for shelf in () if found else shelves():
        found = found or _on(shelf, name, f"{shelf.parent.name}/{shelf.name}/")
    return found


def _on(shelf: Traversable, name: str, whose: str = "") -> Found | None:
    """The file of a ruleset on a shelf that has it; `whose` stands before its name."""
    folder = shelf / name
    return Found(folder / FILE, f"{whose}{name}/{FILE}", folder) if (folder / FILE).is_file() else None


def located(asked: str | Path, beside: Path | None = None, shelves: Shelves = none) -> Found | None:
    """The file that an id or a path means; a folder means the `ruleset.toml` in it."""
    if isinstance(asked, str) and IDENTIFIER.fullmatch(asked):
        return find(asked, beside, shelves)
    path = Path(asked)
    path = path / FILE if path.is_dir() else path
    return Found(path, str(path), path.parent) if path.is_file() else None


def shipped_ids(shelves: Shelves = none) -> tuple[str, ...]:
    """The ids of the shipped library and of `shelves`."""
    library = _library()
    folders = (folder for shelf in (*((library,) if library else ()), *shelves()) for folder in shelf.iterdir())
    return tuple(sorted({folder.name for folder in folders if (folder / FILE).is_file()}))


def neighbours(beside: Path | None) -> Iterator[str]:
    """The ids that a file in a folder finds around it."""
    if beside is not None:
        yield from (path.parent.name for path in sorted(Path(os.path.normpath(beside / "..")).glob(f"*/{FILE}")))
        yield from (path.stem for path in sorted(beside.glob("*.toml")) if path.name != FILE)


def shipped(shelves: Shelves = none) -> tuple[Ruleset, ...]:
    """The sound rulesets of the shipped library and of `shelves`, by id."""
    loader = _Loader(None, shelves)
    loaded = (loader.load(find(name, None, shelves), name) for name in shipped_ids(shelves))
    return tuple(ruleset for ruleset, findings in loaded if ruleset and worst(findings) != "error")


def load(
    asked: str | Path, beside: Path | None = None, shelves: Shelves = none
) -> tuple[Ruleset | None, tuple[Finding, ...]]:
    """A ruleset by id or path with all that it extends; none if a file of it cannot be read.

    Where a finding is an error the ruleset lacks what is at fault and is not to be used. A folder means the
    `ruleset.toml` in it. An id is looked for as from a file in the folder `beside`; what a file extends, as from its own.
    """
    if not isinstance(asked, str) or not IDENTIFIER.fullmatch(asked):
        path = Path(asked)
        beside = path if path.is_dir() else path.parent
    return _Loader(beside, shelves).load(located(asked, beside, shelves), str(asked))


@dataclass(slots=True)
class _Loader:
    """Follows `extends`; every file is read once, and one id means one file."""

    beside: Path | None
    shelves: Shelves
    read: dict[str, Document | None] = field(default_factory=dict)
    """Bases read so far, by id; None for one that cannot be read, which has been told."""
    order: dict[str, Document] = field(default_factory=dict)
    """The bases of what is being loaded, each after its own."""
    findings: list[Finding] = field(default_factory=list)

    def load(self, found: Found | None, asked: str) -> tuple[Ruleset | None, tuple[Finding, ...]]:
        self.order, self.findings = {}, []
        document = self.document(found, Spot(Place(asked)), asked)
        if document is not None:
            self.follow(document, (identity(document),))
        if document is None or self.findings:
            head = read_head(document)[1] if document else ()
            return None, (*self.findings, *head)
        merged, disagreements = merge([*self.order.values(), document])
        ruleset, faults = read(merged)
        return ruleset, (*disagreements, *faults)

    def follow(self, document: Document, chain: tuple[str, ...]) -> None:
        """Put what a file extends before it; `chain` are the ids on the way to it."""
        for number, base in enumerate(listed(document, "extends")):
            path = ("ruleset", "extends", number)
            if base in chain:
                members = " → ".join((*chain[chain.index(base) :], base))
                self.findings.append(tell("extends-circle", document.value(path), path, members=members))
            elif len(chain) > MOST_LEVELS:
                self.findings.append(tell("extends-deep", document.value(path), path, most=MOST_LEVELS))
            elif isinstance(base, str) and IDENTIFIER.fullmatch(base) and base not in self.order:
                inner = self.base(base, document.value(path), path)
                if inner is not None:
                    self.follow(inner, (*chain, base))
                    self.order[base] = inner

    def base(self, name: str, spot: Spot, path: KeyPath) -> Document | None:
        """The file of an id, which bears that id."""
        if name not in self.read:
            document = self.document(find(name, self.beside, self.shelves), spot, name, path)
            if document is not None and identity(document) != name:
                own = document.value(("ruleset", "id"))
                self.findings.append(tell("id-differs", own, ("ruleset", "id"), name=name, own=identity(document)))
            self.read[name] = document
        return self.read[name]

    def document(self, found: Found | None, spot: Spot, asked: str, path: KeyPath = ()) -> Document | None:
        """A file as data; what keeps it from being read is told at `spot`."""
        if found is None:
            known = (*neighbours(self.beside), *shipped_ids(self.shelves))
            self.findings.append(tell("not-found", spot, path, name=asked, meant=meant(asked, known)))
            return None
        try:
            with found.file.open("rb") as opened:
                raw = opened.read(MOST_BYTES + 1)
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.findings.append(tell("unreadable-file", spot, path, name=found.name, why=why))
            return None
        document, faults = read_toml(raw, found.name)
        self.findings += faults
        return document


def _library() -> Traversable | None:
    """The folder of the shipped library; None where the engine stands without it."""
    try:
        return resources.files(SHIPPED)
    except ModuleNotFoundError:
        return None
