"""From a model to the schema of the table it reads: the keys as files spell them, the kinds its fields declare."""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Mapping as MappingType
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from perfeval_rules.model import Model
from perfeval_rules.schema.docstrings import about_fields
from perfeval_rules.schema.shapes import NUMBER, TEXT, YES_NO, Schema, choice, closed, either, keyed, listed, titled
from perfeval_rules.schema.titles import title
from perfeval_rules.text import Text

Leaves = Mapping[object, Schema]
"""The schema of each kind of value that is neither a table nor a list."""
PLAIN: Leaves = {str: TEXT, bool: YES_NO, Fraction: NUMBER, int: {"type": "integer"}}
_BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
"""The bounds that a field may set, and what a schema calls them."""


def table(model: type[Model], name: str, leaves: Leaves, *, but: Collection[str] = (), owed: bool = True) -> Schema:
    """The schema of a table; `owed`: whether it must have the keys that the model cannot do without."""
    required = [field.alias or key for key, field in model.model_fields.items() if field.is_required()]
    return closed(keys(model, name, leaves, but=but), required if owed else ())


def keys(model: type[Model], name: str, leaves: Leaves, *, but: Collection[str] = ()) -> dict[str, Schema]:
    """What may stand under each key of a table, with what people call it and what its author says of it.

    A table without a name is a plugin's: its keys are no words of this engine.
    """
    told = about_fields(model)
    found: dict[str, Schema] = {}
    for own, field in model.model_fields.items():
        if own not in but:
            key = field.alias or own
            shape = {**shape_of(field.annotation, key, leaves), **_bounds(field.metadata), **_default(field.default)}
            words = title(name, key) if name else Text()
            found[key] = titled(shape, words, field.description or told.get(own, ""))
    return found


def shape_of(annotation: Any, name: str, leaves: Leaves) -> Schema:
    """The schema of what an annotation allows under a key; None stands for a key that is left out."""
    if annotation in leaves:
        return leaves[annotation]
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return {**shape_of(parts[0], name, leaves), **_bounds(parts[1:])}
    if origin in (Union, UnionType):
        return either([shape_of(part, name, leaves) for part in parts if part is not NoneType])
    if origin is Literal:
        return choice(parts)
    if origin is tuple:
        return listed(shape_of(parts[0], name, leaves))
    if origin is MappingType:
        return keyed(shape_of(parts[1], name, leaves))
    return table(annotation, name, leaves)


def _bounds(metadata: Iterable[Any]) -> Schema:
    """The bounds among what is noted beside an annotation."""
    found = [(word, getattr(note, key, None)) for note in metadata for key, word in _BOUNDS.items()]
    return {word: _number(Fraction(bound)) for word, bound in found if bound is not None}


def _default(value: object) -> Schema:
    """What holds where a key is left out, if it can be said in one word."""
    if isinstance(value, Fraction):
        return {"default": _number(value)}
    return {"default": value} if isinstance(value, (bool, str)) and value != "" else {}


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)
