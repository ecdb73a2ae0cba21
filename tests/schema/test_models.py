"""From a model to the schema of the table it reads."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal

from perfeval_rules.model import Field, Model
from perfeval_rules.schema.models import PLAIN, keys, table


class Inner(Model):
    line: int | None = None


class Table(Model):
    """A table."""

    name: str
    """What it is called."""
    first: int = Field(alias="from", ge=1, lt=10)
    share: Annotated[Fraction, Field(ge=0, le=Fraction(1, 2))] = Fraction(1, 4)
    half: Fraction = Field(default=Fraction(3), gt=0, description="Told by the field.")
    late: Literal["no", "yes"] = "no"
    names: tuple[str, ...] = ()
    words: Mapping[str, str] = {}
    places: Inner = Inner()
    many: str | Fraction | bool = ""
    options: Mapping[str, object] = {}


SHAPE = table(Table, "", PLAIN, but=("options",))


def test_a_key_is_spelt_as_files_spell_it():
    assert list(SHAPE["properties"]) == ["name", "from", "share", "half", "late", "names", "words", "places", "many"]
    assert SHAPE["required"] == ["name", "from"]
    assert "required" not in table(Table, "", PLAIN, but=("options",), owed=False)


def test_each_kind_has_its_shape():
    said = SHAPE["properties"]
    assert said["late"] == {"enum": ["no", "yes"], "default": "no"}
    assert said["names"] == {"type": "array", "items": {"type": "string"}}
    assert said["words"] == {"type": "object", "additionalProperties": {"type": "string"}}
    assert said["many"] == {"type": ["string", "number", "boolean"]}
    assert said["places"]["properties"] == {"line": {"title": "每行 · lines", "type": "integer"}}


def test_bounds_are_told():
    said = SHAPE["properties"]
    assert said["from"] == {"type": "integer", "minimum": 1, "exclusiveMaximum": 10}
    assert said["share"] == {"type": "number", "minimum": 0, "maximum": 0.5, "default": 0.25}
    assert said["half"] == {"description": "Told by the field.", "type": "number", "exclusiveMinimum": 0, "default": 3}


def test_what_is_said_of_a_key_is_told_with_its_title():
    assert SHAPE["properties"]["name"] == {"description": "What it is called.", "type": "string"}
    assert keys(Table, "rule", PLAIN, but=("options",))["name"]["title"] == "指标名称 · name"
