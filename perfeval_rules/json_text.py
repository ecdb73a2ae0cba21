"""JSON out: a text that reads as written, but for marks that steer a terminal, which stand by their number."""

import json
import unicodedata
from typing import Any

from perfeval_rules.model import PydanticSerializationError, to_json

_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def json_text(value: Any) -> str:
    """JSON for people to read."""
    return _harmless(json.dumps(value, ensure_ascii=False, indent=2))


def json_line(value: Any) -> bytes:
    """The same JSON on one line, in UTF-8, for programs."""
    try:
        told = to_json(value).decode()
    except PydanticSerializationError:  # half a character, which UTF-8 cannot hold
        told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (told if told.isprintable() else _harmless(told)).encode()


def _harmless(told: str) -> str:
    return "".join(
        mark if mark == "\n" or unicodedata.category(mark) not in _STEERING else json.dumps(mark)[1:-1] for mark in told
    )
