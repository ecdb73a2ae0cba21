"""The first difference between two results, named so that a person finds it."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def first_difference(one: Any, other: Any, path: str = "") -> str:
    """Where two results differ first, with what stands there in each; blank where they are the same."""
    if is_dataclass(one) and type(one) is type(other):
        parts = {field.name: (getattr(one, field.name), getattr(other, field.name)) for field in fields(one)}
    elif isinstance(one, Mapping) and isinstance(other, Mapping) and one.keys() == other.keys():
        parts = {key: (one[key], other[key]) for key in one}
    elif isinstance(one, (tuple, list)) and type(one) is type(other) and len(one) == len(other):
        parts = dict(enumerate(zip(one, other, strict=True)))
    else:
        same = type(one) is type(other) and one == other
        return "" if same else f"{path.lstrip('.')}: {one!r} against {other!r}"
    told = (first_difference(*pair, f"{path}.{name}") for name, pair in parts.items())
    return next((found for found in told if found), "")
