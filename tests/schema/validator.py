"""A small validator of JSON Schema, draft 2020-12: the words that the published schemas use, and no others."""

import re
from collections.abc import Iterator
from typing import Any

NOTES = {"$schema", "$comment", "$defs", "title", "description", "default", "format"}
KINDS = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: KINDS["number"](value) and value == int(value),
}
BOUNDS = {
    "minimum": lambda value, bound: value >= bound,
    "exclusiveMinimum": lambda value, bound: value > bound,
    "maximum": lambda value, bound: value <= bound,
    "exclusiveMaximum": lambda value, bound: value < bound,
}
SIZES = {
    "maxLength": (str, lambda size, bound: size <= bound),
    "maxItems": (list, lambda size, bound: size <= bound),
    "minItems": (list, lambda size, bound: size >= bound),
    "minProperties": (dict, lambda size, bound: size >= bound),
}


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    """Where a document is not what a schema says; nothing where it is."""
    return list(_faults(schema, schema, value, "$"))


def words(schema: Any) -> Iterator[str]:
    """Every word of the vocabulary that a schema uses, at any depth."""
    if isinstance(schema, list):
        for inner in schema:
            yield from words(inner)
    elif isinstance(schema, dict):
        yield from schema
        for word, inner in schema.items():
            if word in ("properties", "$defs"):
                for part in inner.values():
                    yield from words(part)
            elif word not in ("enum", "const", "default", "required"):
                yield from words(inner)


def _faults(root: Any, schema: Any, value: Any, at: str) -> Iterator[str]:
    if schema is False:
        yield at
        return
    for word, said in schema.items():
        if word in NOTES:
            continue
        if word in BOUNDS:
            if KINDS["number"](value) and not BOUNDS[word](value, said):
                yield f"{at} {word}"
        elif word in SIZES:
            kind, holds = SIZES[word]
            if isinstance(value, kind) and not holds(len(value), said):
                yield f"{at} {word}"
        else:
            yield from RULES[word](root, schema, said, value, at)


def _ref(root, schema, said, value, at):
    found = root
    for step in said.removeprefix("#/").split("/"):
        found = found[step]
    yield from _faults(root, found, value, at)


def _type(root, schema, said, value, at):
    if not any(KINDS[kind](value) for kind in ([said] if isinstance(said, str) else said)):
        yield f"{at} type"


def _enum(root, schema, said, value, at):
    if not any(type(one) is type(value) and one == value for one in said):
        yield f"{at} enum"


def _const(root, schema, said, value, at):
    yield from _enum(root, schema, [said], value, at)


def _pattern(root, schema, said, value, at):
    if isinstance(value, str) and not re.search(said, value):
        yield f"{at} pattern"


def _required(root, schema, said, value, at):
    if isinstance(value, dict):
        yield from (f"{at}.{key} required" for key in said if key not in value)


def _properties(root, schema, said, value, at):
    for key in said.keys() & value.keys() if isinstance(value, dict) else ():
        yield from _faults(root, said[key], value[key], f"{at}.{key}")


def _additional(root, schema, said, value, at):
    for key in value.keys() - schema.get("properties", {}).keys() if isinstance(value, dict) else ():
        yield from _faults(root, said, value[key], f"{at}.{key}")


def _names(root, schema, said, value, at):
    for key in value if isinstance(value, dict) else ():
        yield from _faults(root, said, key, f"{at}.{key} name")


def _items(root, schema, said, value, at):
    for number, inner in enumerate(value if isinstance(value, list) else ()):
        yield from _faults(root, said, inner, f"{at}[{number}]")


def _any_of(root, schema, said, value, at):
    if all(any(_faults(root, choice, value, at)) for choice in said):
        yield f"{at} anyOf"


def _one_of(root, schema, said, value, at):
    if sum(not any(_faults(root, choice, value, at)) for choice in said) != 1:
        yield f"{at} oneOf"


def _not(root, schema, said, value, at):
    if not any(_faults(root, said, value, at)):
        yield f"{at} not"


RULES = {
    "$ref": _ref, "type": _type, "enum": _enum, "const": _const, "pattern": _pattern, "required": _required,
    "properties": _properties, "additionalProperties": _additional, "propertyNames": _names, "items": _items,
    "anyOf": _any_of, "oneOf": _one_of, "not": _not,
}  # fmt: skip
WORDS = {*NOTES, *BOUNDS, *SIZES, *RULES}
