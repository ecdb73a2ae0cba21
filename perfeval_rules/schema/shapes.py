"""What a JSON Schema (draft 2020-12) is put together from; a table is closed unless it says otherwise."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from perfeval_rules.text import Text

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
YES_NO: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
DATE: Schema = {"type": "string", "format": "date"}


def document(name: str, schema: Schema, parts: Mapping[str, Schema]) -> Schema:
    """A whole schema: what it is about first, its parts last."""
    return {"$schema": DIALECT, "$comment": f"perfeval schema {name}", **schema, "$defs": dict(parts)}


def closed(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """A table that has these keys and no others."""
    owed = [key for key in properties if key in set(required)]
    return {
        "type": "object",
        "properties": dict(properties),
        **({"required": owed} if owed else {}),
        "additionalProperties": False,
    }


def keyed(each: Schema, names: str = "") -> Schema:
    """A table under whose keys stands always the same; `names` is the pattern of a key."""
    spelt = {"propertyNames": {"pattern": f"^(?:{names})$"}} if names else {}
    return {"type": "object", **spelt, "additionalProperties": each}


def listed(each: Schema, **bounds: int) -> Schema:
    """A list of one kind of thing."""
    return {"type": "array", "items": each, **bounds}


def choice(values: Iterable[str | bool]) -> Schema:
    """One of some values."""
    return {"enum": list(values)}


def ref(part: str) -> Schema:
    """A part that stands once, among the parts of the document."""
    return {"$ref": f"#/$defs/{part}"}


def either(choices: Sequence[Schema]) -> Schema:
    """Any of several shapes; those that only name a kind are written as one."""
    flat = [inner for shape in choices for inner in (shape["anyOf"] if shape.keys() == {"anyOf"} else [shape])]
    distinct = [shape for number, shape in enumerate(flat) if shape not in flat[:number]]
    if len(distinct) == 1:
        return distinct[0]
    if all(shape.keys() == {"type"} for shape in distinct):
        return {"type": list(dict.fromkeys(kind for shape in distinct for kind in _kinds(shape)))}
    return {"anyOf": distinct}


def or_null(shape: Schema) -> Schema:
    """A shape, or nothing."""
    return either([shape, {"type": "null"}])


def titled(shape: Schema, title: Text = Text(), description: str = "") -> Schema:
    """A shape with what people call it, in Chinese and English, and what it is."""
    words = {"title": both(title), "description": " ".join(description.split())}
    return {**{key: said for key, said in words.items() if said}, **shape}


def both(title: Text) -> str:
    """A title in both languages, for readers of either."""
    zh, en = title.say("zh"), title.say("en")
    return zh if zh == en else f"{zh} · {en}"


def _kinds(shape: Schema) -> list[str]:
    kinds = shape["type"]
    return list(kinds) if isinstance(kinds, list) else [kinds]
