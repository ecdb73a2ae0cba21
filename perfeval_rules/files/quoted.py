"""Quoted texts of TOML: where each character of their content stands in the file."""

import re
import sys

from perfeval_rules.files.slips import Slip

_PLAIN = re.compile(r'[^"\\\n]+')
_LONG_PLAIN = re.compile(r'[^"\\]+')
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_LINE_END = re.compile(r"\\[ \t]*\n[ \t\n]*")
_LETTERS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}

Content = list[int]
"""The offset of each character of a content."""


def quoted(text: str, start: int) -> tuple[Content, int, int]:
    """The content of the quoted text that begins at an offset, where the content begins, and where the whole ends."""
    mark = text[start]
    if text.startswith(mark * 3, start):
        begin = start + 3
        begin += text.startswith("\n", begin)
        content, end = _long_basic(text, start, begin) if mark == '"' else _long_literal(text, start, begin)
    else:
        begin = start + 1
        content, end = _basic(text, start) if mark == '"' else _literal(text, start)
    return content, begin, end


def _basic(text: str, start: int) -> tuple[Content, int]:
    content: Content = []
    at = start + 1
    while not text.startswith('"', at):
        plain = _PLAIN.match(text, at)
        escape = plain or _ESCAPE.match(text, at)
        if not escape:
            raise Slip("open-text", start, at - start)
        content.extend(range(at, plain.end()) if plain else (at,))
        at = escape.end()
    return content, at + 1


def _literal(text: str, start: int) -> tuple[Content, int]:
    end = text.find("'", start + 1)
    line_end = text.find("\n", start)
    if end < 0 or 0 <= line_end < end:
        raise Slip("open-text", start, (line_end if line_end >= 0 else len(text)) - start)
    return list(range(start + 1, end)), end + 1


def _long_basic(text: str, start: int, at: int) -> tuple[Content, int]:
    content: Content = []
    while not text.startswith('"""', at):
        gap = _LINE_END.match(text, at)
        plain = _LONG_PLAIN.match(text, at)
        found = gap or plain or _ESCAPE.match(text, at)
        if found:
            content.extend(range(at, found.end()) if plain else () if gap else (at,))
            at = found.end()
        elif text.startswith('"', at):
            content.append(at)
            at += 1
        else:
            raise Slip("open-long-text", start, 3)
    return _with_closing_quotes(text, '"', content, at)


def _long_literal(text: str, start: int, at: int) -> tuple[Content, int]:
    end = text.find("'''", at)
    if end < 0:
        raise Slip("open-long-text", start, 3)
    return _with_closing_quotes(text, "'", list(range(at, end)), end)


def _with_closing_quotes(text: str, mark: str, content: Content, at: int) -> tuple[Content, int]:
    """Up to two quotes may stand before the three that close."""
    for _ in range(2):
        if text.startswith(mark, at + 3):
            content.append(at)
            at += 1
    return content, at + 3


def spelled(text: str, start: int) -> tuple[str, int]:
    """What a quoted key says, and where it ends."""
    content, _, end = quoted(text, start)
    if text[start] == "'":
        return text[start + 1 : end - 1], end
    return "".join(_character(text, at) for at in content), end


def _character(text: str, at: int) -> str:
    escape = _ESCAPE.match(text, at)
    if not escape:
        return text[at]
    letter, digits = escape[0][1], escape[0][2:]
    if not digits:
        return _LETTERS.get(letter, letter)
    return chr(min(int(digits, 16), sys.maxunicode))
