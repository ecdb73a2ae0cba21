"""What each file says about itself: its format, its id and years, what it extends."""

from collections.abc import Iterator

from perfeval_rules.findings import Finding, Place
from perfeval_rules.ruleset.document import Document, Path, Spot
from perfeval_rules.ruleset.identifiers import IDENTIFIER
from perfeval_rules.ruleset.table_reader import TableReader
from perfeval_rules.ruleset.tables import Head
from perfeval_rules.ruleset.telling import tell

FORMAT = 1


def read_head(document: Document) -> tuple[Head | None, tuple[Finding, ...]]:
    """The head of one file, and what is wrong with it."""
    reader = TableReader(document)
    head = reader.table(Head, ("ruleset",)) if "ruleset" in document.data else None
    if "ruleset" not in document.data:
        reader.findings.append(tell("no-head", _start(document), ("ruleset",)))
    told = (*_format(document), *reader.findings, *(_ids(document, head) if head else ()))
    return head, told


def _format(document: Document) -> Iterator[Finding]:
    path: Path = ("format",)
    if "format" not in document.data:
        yield tell("no-format", _start(document), path)
    elif document.data["format"] != FORMAT or isinstance(document.data["format"], bool):
        yield tell("unknown-format", document.value(path), path, value=document.source(path), format=FORMAT)
    elif next(iter(document.data)) != "format":
        yield tell("late-format", document.key(path), path)


def _ids(document: Document, head: Head) -> Iterator[Finding]:
    for key in ("id", "family"):
        name = getattr(head, key)
        if key in head.model_fields_set and not IDENTIFIER.fullmatch(name):
            yield tell("bad-id", document.value(("ruleset", key)), ("ruleset", key), name=name)
    for number, base in enumerate(head.extends):
        if not IDENTIFIER.fullmatch(base):
            path = ("ruleset", "extends", number)
            yield tell("bad-id", document.value(path), path, name=base)
    years = head.years
    if years.until is not None and years.until < years.first:
        at: Path = ("ruleset", "years", "until")
        yield tell("years-backwards", document.value(at), at, first=str(years.first), until=str(years.until))


def _start(document: Document) -> Spot:
    return Spot(Place(document.name, 1, 1), document.lines[0])
