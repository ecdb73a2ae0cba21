"""TOML in: bytes to a document whose values are exact and know their places, or every fault at its line and column."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import datetime, time
from fractions import Fraction
from typing import Any

from perfeval_rules.body.source import Source
from perfeval_rules.catalogue import finding
from perfeval_rules.files.positions import scan
from perfeval_rules.files.slips import Slip, rest_slip
from perfeval_rules.findings import Finding, Place
from perfeval_rules.ruleset.document import Document, Path, dotted
from perfeval_rules.text import Showable

MOST_BYTES = 256 * 1024
MOST_CHARACTERS = 1_000
MOST_DIGITS = 30
MOST_FINDINGS = 100
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_ESCAPE = re.compile(r"(?i)unescaped|hex value|unicode scalar")


def read_toml(raw: bytes, name: str, family: str = "ruleset") -> tuple[Document | None, tuple[Finding, ...]]:
    """Read a file; without a document the findings say why. `family` begins their codes."""
    reader = _Reader(name, family)
    document = reader.read(raw)
    return document, tuple(reader.findings)


class _Decimal(str):
    """A decimal number as written, which `tomllib` would else bend to a float."""

    __slots__ = ()


@dataclass(slots=True)
class _Reader:
    name: str
    family: str
    findings: list[Finding] = field(default_factory=list)

    def tell(self, code: str, at: Place, line: str = "", length: int = 1, path: str = "", **values: Showable) -> None:
        if len(self.findings) < MOST_FINDINGS:
            code = f"{self.family}.{code}"
            self.findings.append(
                finding(code, at, path=path, rule="", line=line, length=length, severity=None, **values)
            )

    def read(self, raw: bytes) -> Document | None:
        text = self.decoded(raw)
        if text is None:
            return None
        source = Source.of(text.replace("\r\n", "\n"))
        self.long_lines(source)
        if self.findings:
            return None
        found = scan(source)
        for slip in found.slips:
            self.slip(source, slip)
        data = None if found.slips else self.parsed(source)
        if data is None:
            return None
        document = Document(self.name, data, found.marks, source.lines)
        exact = self.exact(document, data, ())
        return None if self.findings else Document(self.name, exact, found.marks, source.lines)

    def decoded(self, raw: bytes) -> str | None:
        """The text of a file in UTF-8; another encoding is named, never guessed."""
        if len(raw) > MOST_BYTES:
            self.tell("too-large", Place(self.name), most=MOST_BYTES // 1024)
            return None
        body = raw.removeprefix(b"\xef\xbb\xbf")
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError as error:
            line = body.count(b"\n", 0, error.start) + 1
            self.tell("not-utf8", Place(self.name, line), encoding=_encoding(raw))
            return None

    def long_lines(self, source: Source) -> None:
        for number, line in enumerate(source.lines, 1):
            if len(line) > MOST_CHARACTERS:
                self.tell("long-line", Place(self.name, number, MOST_CHARACTERS + 1), most=MOST_CHARACTERS)

    def slip(self, source: Source, slip: Slip) -> None:
        line, column = source.position(slip.offset)
        self.tell(slip.code, Place(self.name, line, column), source.line(line), slip.length, "", **slip.values)

    def parsed(self, source: Source) -> dict[str, Any] | None:
        try:
            return tomllib.loads(source.text, parse_float=_Decimal)
        except tomllib.TOMLDecodeError as error:
            self.slip(source, _refused(source, str(error)))
            return None

    def exact(self, document: Document, value: Any, path: Path) -> Any:
        """A value with every number an exact rational; what is no plain number is told."""
        if isinstance(value, dict):
            return {key: self.exact(document, inner, (*path, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.exact(document, inner, (*path, number)) for number, inner in enumerate(value)]
        if isinstance(value, (_Decimal, int)) and not isinstance(value, bool):
            return self.number(document, value, path)
        if isinstance(value, (datetime, time)):
            self.told_of(document, "time-of-day", path)
        return value

    def number(self, document: Document, value: "_Decimal | int", path: Path) -> Fraction:
        digits = str(value).lstrip("+-").replace("_", "")
        if isinstance(value, _Decimal) and not digits.replace(".", "").isdigit():
            self.told_of(document, "odd-number", path)
        elif len(digits.replace(".", "")) > MOST_DIGITS:
            self.told_of(document, "many-digits", path, most=MOST_DIGITS)
        else:
            return Fraction(value.replace("_", "") if isinstance(value, _Decimal) else value)
        return Fraction(0)

    def told_of(self, document: Document, code: str, path: Path, **values: Showable) -> None:
        spot = document.value(path)
        self.tell(code, spot.at, spot.line, spot.length, dotted(path), value=document.source(path), **values)


def _encoding(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK (GB18030)"


def _refused(source: Source, words: str) -> Slip:
    """What `tomllib` refused, where the scan saw nothing wrong."""
    found = _AT.search(words)
    offset = source.starts[int(found[1]) - 1] + int(found[2]) - 1 if found else len(source.text.rstrip())
    if _ESCAPE.search(words):
        return Slip("bad-escape", max(source.text.rfind("\\", 0, offset + 1), 0), 2)
    return rest_slip(source.text, offset)
