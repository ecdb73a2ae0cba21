"""A sound form in JSON, read quickly: checked by pydantic in one pass, then built with the place of each value.

What is unusual in any way is left to the reader that tells where and why; what is read here is read just as it would.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from perfeval_rules.body.form_data import MOST_CHARACTERS, MOST_ROWS
from perfeval_rules.body.source import Source
from perfeval_rules.body.spots import Spot, spots
from perfeval_rules.findings import Place, Written
from perfeval_rules.model import Model, SchemaValidator, ValidationError, core_schema
from perfeval_rules.submission import DERIVED, NOTHING, FundPart, Funds, Row, Submission

_NUMBER = re.compile(r"-?[0-9][0-9.eE+-]*")
Shape = core_schema.CoreSchema


def sound_form(text: str, name: str) -> Submission | None:
    """The form that a JSON text is; None where anything about it needs a closer look."""
    data, found = _checked(text, whole=False)
    return _Builder(text, name).submission(data, found) if found else None


def sound_request(text: str, name: str) -> tuple[str, Submission] | None:
    """The ruleset asked for and the form, of a JSON text that holds both; None as above."""
    data, found = _checked(text, whole=True)
    form = _Builder(text, name).submission(data["form"], found[1]["form"]) if found else None
    return (data["ruleset"], form) if form else None


def _checked(text: str, *, whole: bool) -> tuple[dict[str, Any], Spot | None]:
    try:
        data = _validator(whole).validate_json(text)
    except (ValidationError, ValueError):
        return {}, None
    return data, spots(text)


@cache
def _validator(whole: bool) -> SchemaValidator:
    """What pydantic checks: the keys of the models and the kinds of their values, no number made of a text or back."""
    short = core_schema.str_schema(strict=True, max_length=MOST_CHARACTERS)
    number: list[Shape] = [
        core_schema.int_schema(strict=True),
        core_schema.float_schema(strict=True, allow_inf_nan=False),
    ]
    value = core_schema.union_schema([short, *number], mode="left_to_right")
    kinds: dict[object, Shape] = {
        Written: value,
        str: short,
        bool: core_schema.bool_schema(strict=True),
        int | None: core_schema.int_schema(strict=True, ge=1000, le=9999),
        tuple[Written, ...]: core_schema.list_schema(core_schema.nullable_schema(value)),
        Mapping[str, Written]: core_schema.dict_schema(short, core_schema.nullable_schema(value)),
    }
    kinds[tuple[FundPart, ...]] = core_schema.list_schema(_table(FundPart, kinds))
    kinds[Funds | None] = _table(Funds, kinds)
    kinds[tuple[Row, ...]] = core_schema.list_schema(_table(Row, kinds), max_length=MOST_ROWS)
    form = _table(Submission, kinds)
    parts = {"ruleset": core_schema.typed_dict_field(short), "form": core_schema.typed_dict_field(form)}
    return SchemaValidator(core_schema.typed_dict_schema(parts, extra_behavior="forbid") if whole else form)


def _table(model: type[Model], kinds: Mapping[object, Shape]) -> Shape:
    """The keys of a model but for those that say where a value came from, which need a closer look."""
    fields = {
        key: core_schema.typed_dict_field(core_schema.nullable_schema(kinds[field.annotation]), required=False)
        for key, field in model.model_fields.items()
        if key not in DERIVED and field.annotation is not Place
    }
    return core_schema.typed_dict_schema(fields, extra_behavior="forbid")


class _LongNumber(Exception):  # noqa: N818 - no fault, but a reason to look closer
    """A number has more digits than any cell has characters."""


class _Builder:
    """Builds the form of data that was checked, beside the spots of the same data."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.source = Source.of(text) if "\n" in text else None

    def submission(self, data: Mapping[str, Any], spot: Spot) -> Submission | None:
        inner = spot[1]
        try:
            parts = self.table(data, inner)
            if parts.get("funds") is not None:
                parts["funds"] = self.funds(data["funds"], inner["funds"])
            if "rows" in parts:
                rows = zip(data["rows"], inner["rows"][1], strict=True)
                parts["rows"] = tuple(self.row(row, at, number) for number, (row, at) in enumerate(rows))
        except _LongNumber:
            return None
        return Submission(**{"source": self.name, **{key: part for key, part in parts.items() if part != ""}})

    def table(self, data: Mapping[str, Any], inner: Mapping[str, Spot]) -> dict[str, Any]:
        """The values of a table by their keys; what is no value, label or category is for the caller to build."""
        parts: dict[str, Any] = {}
        for key, value in data.items():
            if value is None:
                continue
            if key in ("source", "year", "sum", "complete", "funds", "rows", "parts"):
                parts[key] = value
            elif isinstance(value, list):
                items = zip(value, inner[key][1], strict=True)
                parts[key] = tuple(self.written(item, at) for item, at in items)
            elif isinstance(value, dict):
                spots_of = inner[key][1]
                parts[key] = {
                    label: self.written(item, spots_of[label]) for label, item in value.items() if item is not None
                }
            else:
                parts[key] = self.written(value, inner[key])
        return parts

    def row(self, data: Mapping[str, Any], spot: Spot, number: int) -> Row:
        parts = {"values": {}, **self.table(data, spot[1])}  # said, as pydantic copies a default with much ado
        return Row(**parts, path=f"rows[{number}]", at=self.place(spot))

    def funds(self, data: Mapping[str, Any], spot: Spot) -> Funds:
        parts = self.table(data, spot[1])
        if "parts" in parts:
            listed = zip(data["parts"], spot[1]["parts"][1], strict=True)
            parts["parts"] = tuple(FundPart(**self.table(part, at[1])) for part, at in listed)
        return Funds(**parts, at=self.place(spot))

    def written(self, value: str | int | float | None, spot: Spot) -> Written:
        """A value with its place; of a number the digits as they stand in the text, never those of a float."""
        if not isinstance(value, str):
            found = _NUMBER.match(self.text, spot[0]) if value is not None else None
            value = found[0] if found else ""
            if len(value) > MOST_CHARACTERS:
                raise _LongNumber
        return Written(value, self.place(spot)) if value.strip() else NOTHING

    def place(self, spot: Spot) -> Place:
        line, column = self.source.position(spot[0]) if self.source else (1, spot[0] + 1)
        return Place(self.name, line, column)
