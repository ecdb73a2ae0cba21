"""What a unit submitted: the form as written, each value with the place it came from, nothing corrected.

A blank cell is `Written()`; where a form or a layout has no such cell, that is all there is to say as well.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache

from perfeval_rules.findings import Place, Written
from perfeval_rules.model import Data, Model

NOTHING = Written()
DERIVED = frozenset({"path"})
"""Fields that follow from where a thing stands in the document and are not written into it."""


class FundPart(Model):
    """A line of the fund block that says how much of the whole came from one source (其中：当年财政拨款)."""

    label: Written = NOTHING
    initial_budget: Written = NOTHING
    annual_budget: Written = NOTHING
    executed: Written = NOTHING
    rate: Written = NOTHING


class Funds(Model):
    """The fund block (项目资金): the amounts, and the weight, rate and score printed beside them.

    A form without one may have the unit alone, which is that of its amounts wherever they stand.
    """

    initial_budget: Written = NOTHING
    annual_budget: Written = NOTHING
    executed: Written = NOTHING
    unit: Written = NOTHING
    weight: Written = NOTHING
    rate: Written = NOTHING
    score: Written = NOTHING
    parts: tuple[FundPart, ...] = ()
    at: Place = Place()

    @property
    def is_block(self) -> bool:
        """Whether it stands somewhere on the form, or says more than the unit."""
        amounts = self.initial_budget or self.annual_budget or self.executed
        return self.at != Place() or bool(amounts or self.weight or self.rate or self.score or self.parts)


class Row(Model):
    """One indicator of the form, its blank category cells already filled from above."""

    goal: Written = NOTHING
    categories: tuple[Written, ...] = ()
    """From left to right: 一级指标, 二级指标, and further ones where a form has them."""
    name: Written = NOTHING
    type: Written = NOTHING
    target: Written = NOTHING
    actual: Written = NOTHING
    weight: Written = NOTHING
    stated: Written = NOTHING
    reviewed: Written = NOTHING
    reason: Written = NOTHING
    values: Mapping[str, Written] = {}
    """Further reported values and facts of the line, by the heading of their column."""
    sum: bool = False
    """Whether the row is the sum of others, which must not be counted twice."""
    at: Place = Place()
    path: str = ""


class Submission(Model):
    """A self-evaluation form as submitted."""

    source: str = ""
    """What the form is called in places and findings: its file name as given."""
    project: Written = NOTHING
    department: Written = NOTHING
    unit: Written = NOTHING
    region: Written = NOTHING
    year: int | None = None
    funds: Funds | None = None
    rows: tuple[Row, ...] = ()
    values: Mapping[str, Written] = {}
    """Facts that the form carries, by their label."""
    headings: Mapping[str, Written] = {}
    """Points printed in headings and goals, by the text of the heading."""
    total_weight: Written = NOTHING
    stated_total: Written = NOTHING
    reviewed_total: Written = NOTHING
    complete: bool = True
    """Whether the reader saw the whole form."""

    @property
    def digest(self) -> str:
        """SHA-256 over what was submitted, whatever file and place it was read from."""
        text = json.dumps(canonical(self, places=False), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()


def canonical(part: Model, *, places: bool = True) -> Data:
    """A submission, or a part of one, as plain data for JSON; what is blank or as usual is left out.

    A value is a text, or `{"text": …, "at": …}` where its place is known; `places` false leaves all places out.
    """
    data: Data = {}
    for name, default in _kept_fields(type(part)):
        value = getattr(part, name)
        written = type(value) is Written and value.text  # no text is a default, so that there is nothing to compare
        if value is default or (not written and value == default):
            continue
        if places or not (type(value) is Place or name == "source"):
            data[name] = _plain(value, places)
    return data


@cache
def _kept_fields(model: type[Model]) -> tuple[tuple[str, object], ...]:
    """The fields of a model that are written into a document, each with its default."""
    return tuple((name, field.default) for name, field in model.model_fields.items() if name not in DERIVED)


def _plain(value: object, places: bool) -> object:
    if type(value) is Written:
        return {"text": value.text, "at": str(value.at)} if places and value.at != Place() else value.text
    match value:
        case Model():
            return canonical(value, places=places)
        case tuple():
            return [_plain(each, places) for each in value]
        case Mapping():
            return {str(key): _plain(each, places) for key, each in value.items()}
        case Place():
            return str(value)
        case _:
            return value
