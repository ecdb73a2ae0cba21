"""The form as plain data, JSON or TOML alike: keys and values to a Submission, with every slip told at its place.

The keys are those of `Submission`, `Funds`, `FundPart` and `Row`. A value is a text, a number (taken exactly as the
document writes it), or `{"text": …, "at": …}`, where `at` says where it came from: `form.txt:12:3` or `自评表!D13`.
Null and a key that is left out mean blank. `values` and `headings` are tables of values; any label may stand there.
What a row or a form calls otherwise is told as an unknown key and not used; the rest is read.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from perfeval_rules.body.collected import Collected
from perfeval_rules.findings import Finding, Place, Written
from perfeval_rules.model import Model
from perfeval_rules.ruleset.document import Document, Path, dotted
from perfeval_rules.submission import DERIVED, NOTHING, FundPart, Funds, Row, Submission
from perfeval_rules.text import decimal, nearest

MOST_ROWS = 2_000
MOST_CHARACTERS = 10_000
HUGE = 10**100
"""Beyond any number of a form; larger ones are not even turned into text."""
_YEAR = re.compile(r"([1-9]\d{3})(?:\s*年度?)?", re.ASCII)
_LINE = re.compile(r":([1-9]\d{0,8})(?::([1-9]\d{0,8}))?", re.ASCII)
_LINE_OF_OTHER = re.compile(r"(.*?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?", re.ASCII | re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")

M = TypeVar("M", bound=Model)
T = TypeVar("T")


def submission_from_document(document: Document, told: Collected, under: Path = ()) -> Submission:
    """The submission of a document, or of the table `under` a path; values without `at` stand where the document has them."""
    reader = _Reader(
        told,
        document.name,
        lambda path: document.value((*under, *path)).at,
        lambda path: document.place((*under, *path)),
    )
    return reader.submission(document.at(under))


def submission_from_data(data: Mapping[str, object], name: str = "") -> tuple[Submission, tuple[Finding, ...]]:
    """The submission of plain data that no file holds; values without `at` have no place, findings stand at the name."""
    told = Collected()
    read = _Reader(told, name, lambda _: Place(), lambda _: Place(name)).submission(data)
    return read, told.result(name)


class _Reader:
    """Reads the data of one form; goes on after every slip."""

    def __init__(
        self, told: Collected, source: str, value_at: Callable[[Path], Place], key_at: Callable[[Path], Place]
    ) -> None:
        self._told, self._source = told, source
        self._value_at, self._key_at = value_at, key_at
        self._kinds: Mapping[object, Callable[[object, Path], object]] = {
            Written: self.written,
            Place: self.at,
            bool: self.yes_no,
            int | None: self.year,
            Funds | None: self.funds,
            tuple[Written, ...]: lambda value, path: self.items(self.written, value, path),
            tuple[FundPart, ...]: lambda value, path: self.items(self.part, value, path),
            tuple[Row, ...]: self.rows,
            Mapping[str, Written]: self.values,
        }
        """How a field is read, by the kind that the model declares for it."""

    def submission(self, data: Mapping[str, object]) -> Submission:
        source = self.text(data.get("source"), ("source",))
        self._source = self.clean(source, ("source",)) or self._source
        return self.model(Submission, {**data, "source": None}, ()) or Submission(source=self._source)

    def model(self, model: type[M], value: object, path: Path) -> M | None:
        """A table of the model; a key it does not have is told, with the nearest one it has."""
        if not isinstance(value, Mapping):
            self.tell("form.needs-table", path)
            return None
        known = {key: field for key, field in model.model_fields.items() if key not in DERIVED}
        read: dict[str, Any] = {"source": self._source} if model is Submission else {}
        for key, inner in value.items():
            here = (*path, key)
            if key not in known:
                self.unknown(here, list(known))
            elif inner is not None:
                found = self._kinds[known[key].annotation](inner, here)
                read |= {} if found is None else {key: found}
        return model(**read)

    def unknown(self, path: Path, known: list[str]) -> None:
        close = "" if self._told.full else nearest(str(path[-1]), known)
        code = "form.misspelt-key" if close else "form.unknown-key"
        names = ", ".join(known)
        self._told.add(
            code, self._key_at(path), path=dotted(path), length=len(str(path[-1])),
            values={"path": dotted(path), "nearest": close, "known": names},
        )  # fmt: skip

    def rows(self, value: object, path: Path) -> tuple[Row, ...]:
        if isinstance(value, list | tuple) and len(value) > MOST_ROWS:
            self.tell("form.too-many-rows", (*path, MOST_ROWS), most=MOST_ROWS)
            value = value[:MOST_ROWS]
        return self.items(self.row, value, path)

    def row(self, value: object, path: Path) -> Row | None:
        row = self.model(Row, value, path)
        return row and row.model_copy(update={"path": dotted(path), "at": self.standing(row.at, path)})

    def funds(self, value: object, path: Path) -> Funds | None:
        funds = self.model(Funds, value, path)
        return funds and funds.model_copy(update={"at": self.standing(funds.at, path)})

    def standing(self, at: Place, path: Path) -> Place:
        """The place that a table names for itself, else that of the table in the document."""
        return at if at != Place() else self._value_at(path)

    def part(self, value: object, path: Path) -> FundPart | None:
        return self.model(FundPart, value, path)

    def items(self, read: Callable[[object, Path], T | None], value: object, path: Path) -> tuple[T, ...]:
        """The items of a list, what is no item told and left out."""
        if not isinstance(value, list | tuple):
            self.tell("form.needs-list", path)
            return ()
        found = (read(inner, (*path, number)) for number, inner in enumerate(value))
        return tuple(item for item in found if item is not None)

    def values(self, value: object, path: Path) -> dict[str, Written]:
        """A table of values under labels of any kind."""
        if not isinstance(value, Mapping):
            self.tell("form.needs-table", path)
            return {}
        return {
            self.clean(str(label), (*path, label)): self.written(inner, (*path, label))
            for label, inner in value.items()
            if inner is not None
        }

    def written(self, value: object, path: Path) -> Written:
        """A value with its place; a blank one has none."""
        at = None
        if isinstance(value, Mapping):
            for key in value.keys() - {"text", "at"}:
                self.unknown((*path, key), ["text", "at"])
            at = value.get("at")
            value = value.get("text", "")
        text = self.clean(self.text(value, path), path)
        if not text.strip():
            return NOTHING
        return Written(text, self._value_at(path) if at is None else self.at(at, (*path, "at")))

    def text(self, value: object, path: Path) -> str:
        """A text, or a number as it was written; never one that went through a float."""
        match value:
            case str():
                return str(value)
            case None:
                return ""
            case bool():
                pass
            case Decimal():
                return str(value)
            case int() | Fraction() if max(abs(value.numerator), value.denominator) < HUGE:
                return decimal(Fraction(value))
            case float():
                self.tell("form.inexact-number", path, text=repr(value))
                return ""
        self.tell("form.needs-value", path)
        return ""

    def clean(self, text: str, path: Path) -> str:
        """A text without broken characters and no longer than any cell needs to be."""
        if len(text) > MOST_CHARACTERS:
            self.tell("form.text-too-long", path, size=len(text), most=MOST_CHARACTERS)
            text = text[:MOST_CHARACTERS]
        if _SURROGATE.search(text):
            self.tell("form.broken-character", path)
            text = _SURROGATE.sub("\ufffd", text)
        return text

    def at(self, value: object, path: Path) -> Place:
        """A place as a canonical form writes it: a line and column of a file, or a cell."""
        text = self.clean(self.text(value, path), path)
        if not text or text == self._source:
            return Place(text)
        own = text.startswith(self._source) and self._source
        found = _LINE.fullmatch(text, len(self._source)) if own else None
        if found:
            return Place(self._source, int(found[1]), int(found[2] or 0))
        other = _LINE_OF_OTHER.fullmatch(text)
        if other:
            return Place(other[1], int(other[2]), int(other[3] or 0))
        return Place(self._source, cell=text)

    def yes_no(self, value: object, path: Path) -> bool | None:
        if isinstance(value, bool):
            return value
        self.tell("form.needs-yes-no", path)
        return None

    def year(self, value: object, path: Path) -> int | None:
        found = None if isinstance(value, bool) else _YEAR.fullmatch(self.text(value, path).strip())
        if not found:
            self.tell("form.needs-year", path)
        return int(found[1]) if found else None

    def tell(self, code: str, path: Path, **values: str | int) -> None:
        at = self._value_at(path)
        name = dotted(path)
        self._told.add(code, at if at != Place() else self._key_at(path), path=name, values={"path": name, **values})
