"""A merged ruleset as a page like the file it could have been, with the file and line of each value at its right."""

import json
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from perfeval_rules.cli.page import BLANK_LINE, Block, Line, Listing, Noted
from perfeval_rules.cli.words import WORDS, word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.findings import Place
from perfeval_rules.ruleset.document import Path, dotted
from perfeval_rules.ruleset.effective import Entry, effective, taken_away
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Language, decimal, escaped, width

KINDS: tuple[tuple[type, str], ...] = (
    (bool, "yes_no"),
    (Fraction, "number"),
    (date, "date"),
    (list, "list"),
    (dict, "table"),
    (str, "text"),
)
"""What a value is, for programs."""
_INDENT = "  "
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def page(ruleset: Ruleset, language: Language) -> Iterator[Block]:
    """The merged ruleset for people."""
    head = ruleset.head
    title = one_line(head.title.say(language))
    yield Line(f"{title}  {one_line(head.id)} {one_line(head.edition)}".strip(), "strong")
    yield Line(word(language, "merged-from"))
    yield from (Line(escaped(name), lead=_INDENT) for name in ruleset.files)
    yield BLANK_LINE
    yield Listing((*_removed(ruleset, language), *_tables(ruleset, language)))


def data(ruleset: Ruleset) -> dict[str, Any]:
    """The merged ruleset for programs: every value with its path, numbers as text."""
    values = [value for entry in effective(ruleset.merged) for value in entry.values]
    return {
        "files": list(ruleset.files),
        "values": [
            {"path": dotted(one.path), "kind": kind(one.value), "value": _plain(one.value), "at": str(one.at)}
            for one in values
        ],
        "removed": [{"path": dotted(path), "at": str(removal.spot.at)} for path, removal in taken_away(ruleset.merged)],
    }


def kind(value: Any) -> str:
    """What a value is."""
    return next(name for each, name in KINDS if isinstance(value, each))


def toml(value: Any) -> str:
    """A value as a ruleset could write it, on one line and safe to print."""
    match value:
        case bool():
            return "true" if value else "false"
        case Fraction():
            return decimal(value)
        case str():
            return escaped(json.dumps(value, ensure_ascii=False))
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            inner = ", ".join(f"{_key(key)} = {toml(said)}" for key, said in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case _:
            return str(value)


def _removed(ruleset: Ruleset, language: Language) -> Iterator[Noted]:
    gone = taken_away(ruleset.merged)
    if gone:
        yield Noted(f"# {word(language, 'of-removed')}", style="strong")
        yield from (_noted("", ".".join(map(_key, path)), one.spot.at, ruleset.files[-1]) for path, one in gone)
        yield Noted()


def _tables(ruleset: Ruleset, language: Language) -> Iterator[Noted]:
    """Every table in order, the first of a kind under a line that says what they are."""
    before = ""
    for entry in effective(ruleset.merged):
        if entry.table != before and f"of-{entry.table}" in WORDS:
            yield Noted(f"# {word(language, f'of-{entry.table}')}", style="strong")
        before = entry.table
        yield from _table(entry, ruleset.files[-1])
        yield Noted()


def _table(entry: Entry, own: str) -> Iterator[Noted]:
    margin = _INDENT * entry.depth
    keys = [".".join(_key(key) for key in value.path[len(entry.path) :]) for value in entry.values]
    header = _header(entry.path)
    if keys == [""]:
        yield _noted(margin, header, entry.values[0].at, own)
        return
    if header:
        yield Noted(header, lead=margin, style="strong")
    longest = max(map(width, keys))
    for key, value in zip(keys, entry.values, strict=True):
        yield _noted(f"{margin}{key}{' ' * (longest - width(key))} = ", toml(value.value), value.at, own)


def _noted(lead: str, text: str, at: Place, own: str) -> Noted:
    """A line with its file and line; what the ruleset's own file writes stands out."""
    return Noted(text, f"{escaped(at.source)}:{at.line}", lead, note_style="info" if at.source == own else "faint")


def _header(path: Path) -> str:
    """How a file would begin a table; nothing for values that stand in none."""
    if not path:
        return ""
    return f"[[{path[0]}]]" if isinstance(path[-1], int) else f"[{'.'.join(map(_key, path))}]"


def _key(key: str | int) -> str:
    return str(key) if _BARE.fullmatch(str(key)) else toml(str(key))


def _plain(value: Any) -> Any:
    """A value for JSON; numbers and dates are texts."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, (bool, str)) else toml(value)
