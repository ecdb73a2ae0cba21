"""Lines of text fitted to a width: Chinese breaks between any two marks, other words at their spaces."""

import re

from perfeval_rules.text import escaped, width

OPENING = "（“‘《〈【〔「『"
CLOSING = "，。；：、！？）”’》〉】〕」』％…"
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
_PIECE = re.compile(rf" +|[{OPENING}]*(?:[{_WIDE}]|[^ {_WIDE}{OPENING}{CLOSING}]+|$)[{CLOSING}]*|.", re.DOTALL)


def one_line(words: str) -> str:
    """Text of a document made safe to print on one line: runs of blanks become one, steering marks their numbers."""
    return escaped(" ".join(words.split()))


def wrapped(words: str, columns: int) -> list[str]:
    """The lines of a text, none wider than `columns`; a mark that closes never begins a line."""
    lines, line = [], ""
    for piece in _pieces(words, max(columns, 2)):
        if width(line + piece.rstrip()) > columns and line:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or piece.strip() else ""
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(words: str, columns: int) -> list[str]:
    """What may not be broken; a piece wider than the page is broken after all."""
    pieces: list[str] = []
    for piece in _PIECE.findall(words):
        while width(piece) > columns:
            end = next(n for n in range(len(piece), 0, -1) if width(piece[:n]) <= columns)
            pieces.append(piece[:end])
            piece = piece[end:]
        if piece:
            pieces.append(piece)
    return pieces
