"""What the catalogue holds for one code."""

from dataclasses import dataclass

from perfeval_rules.findings import Severity
from perfeval_rules.text import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """How grave a code is, what it says, and what to do about it."""

    severity: Severity
    message: Text
    advice: Text = Text()


def error(zh: str, en: str, do_zh: str = "", do_en: str = "") -> Entry:
    """An entry of severity error."""
    return Entry("error", Text(zh, en), Text(do_zh, do_en))


def warning(zh: str, en: str, do_zh: str = "", do_en: str = "") -> Entry:
    """An entry of severity warning."""
    return Entry("warning", Text(zh, en), Text(do_zh, do_en))


def info(zh: str, en: str, do_zh: str = "", do_en: str = "") -> Entry:
    """An entry of severity info."""
    return Entry("info", Text(zh, en), Text(do_zh, do_en))
