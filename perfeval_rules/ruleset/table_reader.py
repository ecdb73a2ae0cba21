"""One table after another, from data to models; what is wrong in one does not keep the next from being read."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from perfeval_rules.findings import Finding, Written
from perfeval_rules.model import Model, ValidationError, faults
from perfeval_rules.ruleset.document import Document, Path
from perfeval_rules.ruleset.faults import faults_of
from perfeval_rules.ruleset.merged import Merged
from perfeval_rules.ruleset.tables import OPTIONS, Table, keys_of
from perfeval_rules.ruleset.telling import key_of, said, tell

T = TypeVar("T", bound=Table)

ELSEWHERE: Mapping[str, frozenset[str]] = {
    "every": frozenset({"when", "names", "in", "weight"}),
    "rule": frozenset({"names", "in", "weight"}),
    "line": frozenset({"when"}),
}
"""Keys of other tables, which would else pass for options."""


class TableReader:
    """Reads the tables of one file, or of several laid over one another, and gathers the faults."""

    def __init__(self, where: Merged | Document) -> None:
        self.where = where
        self.findings: list[Finding] = []

    def one(self, name: str, model: type[T]) -> T:
        """A table there is one of; where it is not written or not sound, one that says nothing."""
        found = self.table(model, (name,)) if name in self.where.data else None
        return found or model()

    def keyed(self, name: str, model: type[T]) -> Mapping[str, T]:
        """The sound ones of a table of tables, by id."""
        read = {}
        for key, value in self.mapping((name,)).items():
            path = (name, key)
            if isinstance(value, dict):
                read[key] = self.table(model, path)
            elif isinstance(value, list):
                self.owed("table-owed", path)
            else:
                self.findings.append(tell("no-id", self.where.key(path), path, key=key, table=name))
        return {key: table for key, table in read.items() if table is not None}

    def listed(self, name: str, model: type[T]) -> tuple[T, ...]:
        """An array of tables."""
        value = self.where.data.get(name, [])
        if not isinstance(value, list):
            self.owed("tables-owed", (name,))
            return ()
        read = [self.table(model, (name, number)) for number, _ in enumerate(value)]
        return tuple(table for table in read if table is not None)

    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The word lists."""
        read: dict[str, tuple[str, ...]] = {}
        for name, value in self.mapping(("words",)).items():
            path = ("words", name)
            if isinstance(value, list) and all(isinstance(word, str) for word in value):
                blank = [number for number, word in enumerate(value) if not word.strip()]
                self.findings += [tell("blank-word", self.where.value((*path, n)), path, name=name) for n in blank]
                read[name] = tuple(value)
            else:
                self.owed("list-owed", path)
        return read

    def mapping(self, path: Path) -> Mapping[str, Any]:
        """A table as data; an empty one where something else stands there."""
        value = self.where.data.get(str(path[0]), {})
        if isinstance(value, dict):
            return value
        self.owed("table-owed", path)
        return {}

    def table(self, model: type[T], path: Path) -> T | None:
        """One table without the keys that are at fault; None where it cannot do without one of them."""
        value = self.where.at(path)
        if not isinstance(value, dict):
            self.owed("table-owed", path)
            return None
        own = {key: self.written(model, (*path, key), inner) for key, inner in value.items()}
        if OPTIONS in model.model_fields:
            rest = {key: own.pop(key) for key in value if key not in keys_of(model)}
            own[OPTIONS] = self.options(path, rest)
        try:
            return model.model_validate(own)
        except ValidationError as error:
            self.findings += faults_of(model, error, self.where, path)
            faulty = {fault["loc"][0] for fault in faults(error)}
        try:
            return model.model_validate({key: value for key, value in own.items() if key not in faulty})
        except ValidationError:
            return None

    def options(self, path: Path, rest: Mapping[str, Any]) -> Mapping[str, Any]:
        """The keys that wait for the type; one that only other tables have is none of them."""
        elsewhere = ELSEWHERE[str(path[0])]
        for key in rest.keys() & elsewhere:
            here = (*path, key)
            self.findings.append(tell("key-not-here", self.where.key(here), here, key=key, table=str(path[0])))
        return {key: value for key, value in rest.items() if key not in elsewhere}

    def written(self, model: type[Model], path: Path, value: Any) -> Any:
        """A value; a formula with the place of each of its characters."""
        is_formula = isinstance(value, str) and path[-1] in formulas(model)
        return self.where.written(path) if is_formula else value

    def owed(self, code: str, path: Path) -> None:
        """Tell that something else belongs at a path."""
        value = said(self.where, path)
        self.findings.append(tell(code, self.where.value(path), path, key=key_of(path), value=value))


@cache
def formulas(model: type[Model]) -> frozenset[str]:
    """The keys of a table behind which a formula may stand."""
    fields = model.model_fields.items()
    return frozenset(
        field.alias or name for name, field in fields if Written in (field.annotation, *get_args(field.annotation))
    )
