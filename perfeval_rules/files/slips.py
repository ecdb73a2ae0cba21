"""The usual slips of people who write TOML by hand, known by the mark at which reading stops."""

import re

from perfeval_rules.text import Showable

INSTEAD = {
    "＝": "=", "“": '"', "”": '"', "„": '"', "＂": '"', "‘": "'", "’": "'", "＇": "'", "，": ",", "、": ",", "：": "=",
    "［": "[", "］": "]", "【": "[", "】": "]", "｛": "{", "｝": "}", "．": ".", "。": ".", "＃": "#", "－": "-",
}  # fmt: skip
"""Full-width marks, and what TOML knows in their stead."""
_BLANKS = "\u3000\u00a0\u2002\u2003\u2007\u202f\ufeff\u200b"
_WORD = re.compile(r"[\w（）()·-]+")
_REST = re.compile(r"[^\s#]+")


class Slip(Exception):  # noqa: N818 - no error of the program: something a person wrote
    """Reading cannot go on: the code that says why, where, how many characters are meant, and the words' values."""

    def __init__(self, code: str, offset: int, length: int = 1, **values: Showable) -> None:
        super().__init__(code)
        self.code, self.offset, self.length, self.values = code, offset, length, values


def mark_slip(text: str, offset: int) -> Slip | None:
    """The slip of a full-width mark or blank at an offset, None where there is neither."""
    mark = text[offset : offset + 1]
    if mark and mark in _BLANKS:
        return Slip("odd-blank", offset)
    if mark in INSTEAD:
        return Slip("full-width-mark", offset, mark=mark, instead=INSTEAD[mark])
    return None


def key_slip(text: str, offset: int, start: int | None = None) -> Slip:
    """Why no key can be read at an offset; `start` is where the word begins that it is part of."""
    found = mark_slip(text, offset)
    if found:
        return found
    word = _WORD.match(text, offset if start is None else start)
    if word and word.end() > offset:
        return Slip("bare-key", word.start(), len(word[0]), key=word[0])
    return _unreadable(text, offset)


def equals_slip(text: str, start: int, offset: int) -> Slip:
    """Why no equals sign follows a key; `start` is where the key begins."""
    if text[offset : offset + 1] == ":":
        return Slip("full-width-mark", offset, mark=":", instead="=")
    found = mark_slip(text, offset)
    if found:
        return found
    key = text[start:offset]
    if key == key.rstrip() and _REST.match(text, offset):
        return key_slip(text, offset, start)
    return Slip("no-equals", start, len(key.rstrip()), key=key.rstrip())


def value_slip(text: str, offset: int) -> Slip:
    """Why no value can be read at an offset."""
    found = mark_slip(text, offset)
    if found:
        return found
    rest = _REST.match(text, offset)
    if not rest:
        return Slip("no-value", max(offset - 1, 0))
    words = re.match(r"\w+", rest[0])
    return Slip("bare-text", offset, len(words[0]), text=words[0]) if words else _unreadable(text, offset)


def rest_slip(text: str, offset: int) -> Slip:
    """Why a line does not end at an offset."""
    return mark_slip(text, offset) or _unreadable(text, offset)


def _unreadable(text: str, offset: int) -> Slip:
    rest = _REST.match(text, offset)
    words = rest[0][:20] if rest else text[offset : offset + 1]
    return Slip("unreadable", offset, max(len(words), 1), text=words)
