"""The marks of a text: full-width ones made plain, and those that no cell should hold."""

import re
import unicodedata

from perfeval_rules.values.problem import Problem, problem

_LINE_MARKS = "\t\n\r"
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")


def _plain_marks() -> dict[int, str]:
    """Full-width and small forms, blanks of every width, and the mathematical minus, by their number."""
    plain = {number: chr(number - 0xFEE0) for number in range(0xFF01, 0xFF5F)}
    small = {number: unicodedata.normalize("NFKC", chr(number)) for number in range(0xFE50, 0xFE6C)}
    plain |= {number: mark for number, mark in small.items() if len(mark) == 1 and mark.isascii()}
    plain |= dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
    return plain | {ord("−"): "-", ord("￥"): "¥", ord("〜"): "~"}


_PLAIN = _plain_marks()


def plain(text: str) -> str:
    """The text with full-width marks and blanks made plain, one mark for one mark; nothing else is changed."""
    return text if text.isascii() else text.translate(_PLAIN)


def unwelcome(text: str) -> Problem | None:
    """The fault of a text that holds invisible marks, or digits other than 0–9 and their full-width forms."""
    if not text.isprintable():
        for mark in text:
            if unicodedata.category(mark) in _HIDDEN and mark not in _LINE_MARKS:
                return problem("hidden-marks", text, mark=f"U+{ord(mark):04X}")
    if not text.isascii():
        found = _FOREIGN_DIGIT.search(plain(text))
        if found:
            return problem("foreign-digits", text, mark=found[0])
    return None
