"""JSON in: a text to a document that knows where everything stands; numbers stay as they were written."""

import json
import re

from perfeval_rules.body.collected import Collected
from perfeval_rules.body.source import Source
from perfeval_rules.findings import Place
from perfeval_rules.ruleset.document import Document, Mark, Path, Position, dotted

DEEPEST = 32
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})
_FAULTS = (
    ("Expecting value", "form.json-value-missing"),
    ("Expecting ','", "form.json-comma-missing"),
    ("Expecting ':'", "form.json-colon-missing"),
    ("Expecting property name", "form.json-key-missing"),
    ("Illegal trailing comma", "form.json-key-missing"),
    ("Unterminated string", "form.json-text-open"),
    ("Invalid control character", "form.json-text-mark"),
    ("Invalid \\", "form.json-text-mark"),
    ("Extra data", "form.json-more"),
)
"""How the parser's words begin, and the code for it."""


class Numeral(str):
    """A number as the document writes it, told apart from a text."""

    __slots__ = ()


def read_json(text: str, name: str, told: Collected) -> Document | None:
    """Read a JSON text strictly; None where it is broken, repeats a key, holds no table, or a number that is none."""
    source = Source.of(text)
    deep = _too_deep(text)
    if deep is not None:
        _tell(told, "form.too-deep", source, name, deep, most=DEEPEST)
        return None
    try:
        data = json.loads(text, parse_float=Numeral, parse_int=Numeral)
    except json.JSONDecodeError as fault:
        code = next((code for words, code in _FAULTS if fault.msg.startswith(words)), "form.json-broken")
        _tell(told, code, source, name, fault.pos)
        return None
    if not isinstance(data, dict):
        _tell(told, "form.not-a-form", source, name, 0)
        return None
    scan = _Scan(source, name, told)
    return Document(name, data, scan.marks, source.lines) if scan.sound else None


def _tell(
    told: Collected, code: str, source: Source, name: str, offset: int, length: int = 1, **values: str | int
) -> None:
    line, column = source.position(offset)
    told.add(code, Place(name, line, column), line=source.line(line), length=length, values=values)


def _too_deep(text: str) -> int | None:
    """Where a bracket opens one level too many; found without recursion, before anything is parsed."""
    depth = 0
    for found in _TOKEN.finditer(text):
        if found[0] in "{[":
            depth += 1
            if depth > DEEPEST:
                return found.start()
        elif found[0] in "}]":
            depth -= 1
    return None


class _Scan:
    """A second walk over a text known to be JSON, for what the parser does not say: where things stand."""

    def __init__(self, source: Source, name: str, told: Collected) -> None:
        self.marks: dict[Path, Mark] = {}
        self.sound = True
        self._source, self._name, self._told = source, name, told
        self._path: list[str | int] = []
        """Of each open table the key that is being read, of each open list the index."""
        self._at_key = False
        self._key: tuple[Position, int] | None = None
        """Where the key stands whose value comes next."""
        for found in _TOKEN.finditer(source.text):
            self._take(found[0], found.start())

    def _take(self, token: str, start: int) -> None:
        if token in "}]":
            self._path.pop()
            self._at_key = False
        elif token == ",":
            self._next()
        elif token != ":":
            (self._take_key if self._at_key else self._take_value)(token, start)

    def _next(self) -> None:
        here = self._path[-1]
        self._at_key = isinstance(here, str)
        if isinstance(here, int):
            self._path[-1] = here + 1

    def _take_key(self, token: str, start: int) -> None:
        self._at_key = False
        self._path[-1] = json.loads(token)
        self._key = self._source.position(start), len(token)
        path = tuple(self._path)
        if path in self.marks:
            self._refuse("form.duplicate-key", start, len(token), path=dotted(path))

    def _take_value(self, token: str, start: int) -> None:
        if token in _NOT_FINITE:
            self._refuse("form.not-finite", start, len(token), text=token)
        if self._path:
            value = self._source.position(start)
            text = (value[0], value[1] + 1) if token[0] == '"' else None
            key, key_length = self._key or (value, len(token))
            self.marks[tuple(self._path)] = Mark(key, key_length, value, len(token), text)
        self._key = None
        if token == "{":
            self._path.append("")
            self._at_key = True
        elif token == "[":
            self._path.append(0)

    def _refuse(self, code: str, start: int, length: int, **values: str) -> None:
        self.sound = False
        _tell(self._told, code, self._source, self._name, start, length, **values)
