"""What is wrong in one table, in words for people: each fault at the key or value that has it."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from perfeval_rules.findings import Finding
from perfeval_rules.model import Fault, Model, ValidationError, faults
from perfeval_rules.ruleset.document import Document, Path
from perfeval_rules.ruleset.kinds import Wording, Wrong
from perfeval_rules.ruleset.merged import Merged
from perfeval_rules.ruleset.tables import keys_of
from perfeval_rules.ruleset.telling import key_of, meant, said, tell

_OWED = {
    "string_type": "text-owed",
    "bool_type": "yes-no-owed",
    "int_type": "whole-number-owed",
    "tuple_type": "list-owed",
    "mapping_type": "table-owed",
    "dict_type": "table-owed",
    "date_type": "date-owed",
}
_OWED_OF = {"Fraction": "number-owed", "Written": "formula-owed", Wording.__name__: "words-owed"}
_TOGETHER = {
    frozenset({"number-owed", "formula-owed"}): "points-owed",
    frozenset({"whole-number-owed", "date-owed"}): "year-owed",
    frozenset({"number-owed", "yes-no-owed", "text-owed", "date-owed"}): "constant-owed",
}
"""Where a value may be of several kinds."""
_CHOICE = re.compile("'([^']*)'")


def faults_of(model: type[Model], error: ValidationError, where: Merged | Document, path: Path) -> Iterator[Finding]:
    """Every fault of a table at a path, each once."""
    table = where.at(path)
    found: dict[Path, list[Fault]] = {}
    for fault in faults(error):
        found.setdefault(_within(table, fault), []).append(fault)
    for inner, several in found.items():
        yield _finding(model, several, where, path, inner)


def _within(table: Any, fault: Fault) -> Path:
    """The path of a fault inside its table, without the names of kinds that were tried."""
    path: Path = ()
    for key in fault["loc"]:
        inside = key in table if isinstance(table, dict) else isinstance(table, list) and isinstance(key, int)
        if not inside:
            return (*path, key) if fault["type"] == "missing" else path
        table, path = table[key], (*path, key)
    return path


def _finding(model: type[Model], several: list[Fault], where: Merged | Document, table: Path, inner: Path) -> Finding:
    path, fault = (*table, *inner), several[0]
    key, holder = key_of(path), ".".join(part for part in path[:-1] if isinstance(part, str))
    if fault["type"] == "extra_forbidden":
        known = keys_of(_model_at(model, inner[:-1]))
        return tell("unknown-key", where.key(path), path, key=key, table=holder, meant=meant(key, known))
    if fault["type"] == "missing":
        return tell("missing-key", where.key(path[:-1]), path, key=key, table=holder)
    value = said(where, path)
    if fault["type"] == "literal_error":
        choices = tuple(_CHOICE.findall(fault["ctx"]["expected"]))
        return tell(
            "not-a-choice", where.value(path), path, key=key, value=value, meant=meant(where.source(path), choices)
        )
    codes = list(dict.fromkeys(_code(one) for one in several))
    code = _TOGETHER.get(frozenset(codes), codes[0]) if isinstance(path[-1], str) else "list-owed"
    return tell(code, where.value(path), path, key=key, value=value)


def _code(fault: Fault) -> str:
    cause = fault.get("ctx", {}).get("error")
    if isinstance(cause, Wrong):
        return cause.code
    if fault["type"] in ("is_instance_of", "model_type", "dataclass_exact_type"):
        kind = fault["ctx"].get("class") or fault["ctx"].get("class_name")
        return _OWED_OF.get(str(kind), "table-owed")
    return _OWED[fault["type"]]


def _model_at(model: type[Model], path: Path) -> type[Model]:
    """The model of a table inside a table."""
    for key in path:
        field = next(field for name, field in model.model_fields.items() if (field.alias or name) == key)
        kinds = (field.annotation, *get_args(field.annotation))
        model = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Model)), Wording)
    return model
