"""From bytes to text, and from a line and column of the text back to the bytes."""

import re

from perfeval_rules.body.collected import Collected
from perfeval_rules.findings import Place

MOST_BYTES = 1024 * 1024
_ENCODINGS = (("utf-8-sig", b""), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"), ("gb18030", b""))
"""What is tried in turn, with the mark that must stand at the start."""
_MARKS = {"utf-8-sig": ("utf-8", b"\xef\xbb\xbf"), "utf-16": ("utf-16-le", b""), "gb18030": ("gb18030", b"")}
"""Of each encoding the one that writes no mark, and the mark that its texts may bear; UTF-16 always bears one."""
_LINE_END = re.compile(r"\r\n|\r|\n")


def decoded(raw: bytes, name: str, told: Collected) -> str | None:
    """The text of a file: UTF-8, UTF-16 with its mark, or GB18030, which is told; lines end with a line feed."""
    encoding, text, position = _read(raw)
    if text is None:
        told.add("form.not-text", Place(name), values={"position": position})
        return None
    if encoding != "utf-8-sig":
        told.add("form.other-encoding", Place(name), values={"encoding": encoding.upper()})
    return text.replace("\r\n", "\n").replace("\r", "\n")


def offsets(raw: bytes, line: int, column: int) -> tuple[int, int]:
    """How many characters, and how many bytes, stand before a place of the text that some bytes are."""
    encoding, text, _ = _read(raw)
    starts = [0, *(found.end() for found in _LINE_END.finditer(text or ""))]
    before = (text or "")[: starts[line - 1] + column - 1]
    plain, mark = _MARKS[encoding]
    marked = 2 if encoding == "utf-16" else len(mark) * raw.startswith(mark)
    return len(before), len(before.encode(plain)) + marked


def _read(raw: bytes) -> tuple[str, str | None, int]:
    """The encoding and the text; None where there is none that fits, and the byte, from 1, at which the last failed."""
    position = 0
    for encoding, mark in _ENCODINGS:
        try:
            if raw.startswith(mark):
                return encoding, raw.decode(encoding), 0
        except UnicodeDecodeError as fault:
            position = fault.start + 1
    return "", None, position
