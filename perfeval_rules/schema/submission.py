"""The schema of a submission: what a form in JSON or TOML may say, and what `perfeval read` prints."""

from perfeval_rules.body.form_data import MOST_CHARACTERS, MOST_ROWS
from perfeval_rules.findings import Place, Written
from perfeval_rules.model import Model
from perfeval_rules.schema.docstrings import about
from perfeval_rules.schema.models import Leaves, keys
from perfeval_rules.schema.shapes import TEXT, YES_NO, Schema, closed, document, either, listed, or_null, ref, titled
from perfeval_rules.schema.titles import TITLES, title
from perfeval_rules.submission import DERIVED, FundPart, Funds, Row, Submission

CELL: Schema = {"type": ["string", "number"], "maxLength": MOST_CHARACTERS}
VALUE = titled(
    or_null(either([CELL, closed({"text": or_null(CELL), "at": or_null(TEXT)})])),
    description="A value as written: a text or a number, or either with the place it came from, as in "
    "`form.txt:12:3` or `自评表!D13`; null is blank. What programs write are always texts.",
)
YEAR: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        {"type": "string", "pattern": r"^\s*[1-9][0-9]{3}(?:\s*年度?)?\s*$"},
    ]
}
LEAVES: Leaves = {
    Written: ref("value"),
    Place: TEXT,
    tuple[Row, ...]: listed(ref("row"), maxItems=MOST_ROWS),
    Funds | None: ref("funds"),
    FundPart: ref("part"),
    int | None: YEAR,
    bool: YES_NO,
    str: TEXT,
}
ANNOTATIONS = ("title", "description", "default")
TABLES: tuple[tuple[str, type[Model]], ...] = (("row", Row), ("funds", Funds), ("part", FundPart))


def submission_schema() -> Schema:
    """The schema of a form as data."""
    whole = titled(_table("submission", Submission), TITLES["submission"], about(Submission))
    return document("submission", whole, form_parts())


def form_keys() -> dict[str, Schema]:
    """What may stand under each key of a form; null is blank."""
    return _keys("submission", Submission)


def form_parts() -> dict[str, Schema]:
    """The tables of a form and its values."""
    tables = {name: titled(_table(name, model), title("submission", name), about(model)) for name, model in TABLES}
    return {**tables, "value": VALUE}


def _table(name: str, model: type[Model]) -> Schema:
    return closed(_keys(name, model))


def _keys(name: str, model: type[Model]) -> dict[str, Schema]:
    return {key: _or_blank(shape) for key, shape in keys(model, name, LEAVES, but=DERIVED).items()}


def _or_blank(shape: Schema) -> Schema:
    """A shape that null may stand for; a value says so itself."""
    if shape.get("$ref") == ref("value")["$ref"]:
        return shape
    words = {key: said for key, said in shape.items() if key in ANNOTATIONS}
    return {**words, **or_null({key: inner for key, inner in shape.items() if key not in words})}
