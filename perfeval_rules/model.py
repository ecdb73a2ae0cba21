"""The one door to pydantic: the frozen model that documents and indicator types are made of."""

from typing import Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    PydanticUserError,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import ErrorDetails, PydanticSerializationError, SchemaValidator, core_schema, to_json


class Model(BaseModel):
    """A frozen record that knows its keys: an unknown one is refused, and no value is bent to fit its kind."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


Fault = ErrorDetails


def faults(error: ValidationError) -> list[Fault]:
    """Every fault pydantic found, without the input, which may be huge or hostile."""
    return error.errors(include_url=False, include_context=True, include_input=False)


Data = dict[str, Any]

__all__ = [
    "BeforeValidator",
    "Data",
    "Fault",
    "Field",
    "Model",
    "PrivateAttr",
    "PydanticSerializationError",
    "PydanticUserError",
    "SchemaValidator",
    "TypeAdapter",
    "ValidationError",
    "core_schema",
    "faults",
    "to_json",
]
