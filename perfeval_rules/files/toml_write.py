"""TOML out, and the one door to `tomli_w`: a number goes out as the decimal it is."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import tomli_w

from perfeval_rules.text import decimal


def toml_text(data: Mapping[str, Any]) -> str:
    """Plain data as TOML; raises ValueError for a number that no decimal says."""
    return tomli_w.dumps(_plain(data))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return _number(value) if isinstance(value, Fraction) else value


def _number(value: Fraction) -> int | Decimal:
    said = decimal(value)
    if "/" in said:
        raise ValueError(f"{said} is no decimal")
    return Decimal(said) if "." in said else int(said)
