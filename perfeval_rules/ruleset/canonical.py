"""The one way to write a value down: what the digest is taken over, and what tells two values apart."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from perfeval_rules.text import decimal

ORDERED = ("rule", "adjust")
"""The tables in which the order of keys counts."""


def canonical(value: Any) -> str:
    """A value as canonical text: equal values give equal text, whatever the order of their keys."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(data: Mapping[str, Any]) -> str:
    """SHA-256 over merged tables: formatting never counts, the order of keys only where it means something."""
    order = {name: list(table) for name in ORDERED if isinstance(table := data.get(name), Mapping)}
    return hashlib.sha256(canonical({"order": order, "tables": data}).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """The same in what JSON has; a text bears a mark, so that no number or date is taken for one."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, str):
        return f"'{value}"
    if isinstance(value, Fraction):
        return decimal(value)
    return value.isoformat() if isinstance(value, date) else value
