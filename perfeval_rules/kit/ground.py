"""What every test of a type stands on: the type on trial, made-up options and rows, and what the engine makes of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, get_args
from unittest import SkipTest

from perfeval_rules.indicator import Better, Example, IndicatorType
from perfeval_rules.kit.cells import Reported, Value, cells_of
from perfeval_rules.kit.strategies import SearchStrategy, options_of, reported_by, tried
from perfeval_rules.kit.trial import Measured, Options, Refusal, Trial, reviewed
from perfeval_rules.kit.verdicts import Broken
from perfeval_rules.offer import Constant, Offer
from perfeval_rules.text import raised
from perfeval_rules.values.cells import read_amount
from perfeval_rules.values.problem import Problem

DIRECTIONS = frozenset(get_args(Better))


class Ground:
    """What an author says of the type, and may say otherwise."""

    indicator_type: ClassVar[type[IndicatorType]]
    tries: ClassVar[int] = 50
    """How many choices of options each property is held against, with a few rows for each."""
    may_be_negative: ClassVar[bool] = False
    """Whether an attainment may fall below 0."""
    reaches_target: ClassVar[bool] = True
    """Whether a row can be exactly on target, with an attainment of 1."""
    moved: ClassVar[str] = ""
    """The reported value that `better` speaks of; blank: `actual`, else `done`."""
    scales: ClassVar[tuple[str, ...]] = ()
    """Reported values and options that one factor may multiply without changing anything; blank: not tried."""

    def options(self) -> SearchStrategy[dict[str, Constant]]:
        """The choices of options that are tried."""
        return options_of(self.trial().offer)

    def reported(self) -> SearchStrategy[dict[str, Value]]:
        """The rows that are tried, by what they report; `target_text` and `actual_text` stand for a whole cell."""
        return reported_by(self.trial().offer)

    def good_way(self, options: Options, row: Reported) -> Better | None:
        """Which way of the moved value is the good one for a row, None where neither is.

        By its sign, where the actual value is moved, which the sign is about; where it has none, by an option that says
        `higher` or `lower`, else by `better`.
        """
        signs: Mapping[object, Better | None] = {">=": "higher", ">": "higher", "<=": "lower", "<": "lower", "=": None}
        choices = self.trial().offer.choices
        said = [options.get(name, values[0]) for name, values in choices.items() if DIRECTIONS.issuperset(values)]
        way: Any = said[0] if said else self.indicator_type.better
        return signs.get(row.get("operator"), way) if self.moved in ("", "actual") else way

    # — what tests use —

    def trial(self) -> Trial:
        """The type on trial; what the engine refuses is told by one test, and not tried by the others."""
        described = getattr(self, "indicator_type", None)
        if described is None:
            raise Broken("no-type")
        trial, _ = reviewed(described)
        if trial is None:
            raise SkipTest(f"{described.__qualname__} is not sound: see test_it_is_declared_soundly")
        return trial

    def tried(self, check: Callable[..., None], *drawn: SearchStrategy[Any]) -> None:
        """Hold a check against made-up options, each with what else is drawn."""
        tried(check, self.tries, self.options(), *drawn)

    def measured(self, options: Options, row: Reported) -> Measured:
        """What the engine makes of a row; raises Broken where it makes nothing of it."""
        cells = cells_of(row)
        try:
            measured = self.trial().measured(options, cells)
        except Refusal as refused:
            raise Broken("option-refused", options=options, findings=refused.findings) from None
        except Exception as fault:  # whatever the code of a type raises
            raise Broken("raised", options=options, row=cells.said, said=raised(fault)) from fault
        if measured.failures:
            raise Broken("failed", options=options, row=cells.said, findings=measured.failures)
        return measured

    def sound(self, options: Options, row: Reported) -> Measured | None:
        """The same; None where the engine makes nothing of it, which one test tells for all."""
        try:
            return self.measured(options, row)
        except Broken:
            return None

    def examples(self) -> "Iterator[ReadExample]":
        """The examples of the type, each with its values by their kinds; raises Broken where one cannot be read."""
        for number, example in enumerate(self.trial().offer.type.examples, 1):
            yield self.read(number, example)

    def read(self, number: int, example: Example) -> "ReadExample":
        """An example with its values by their kinds; raises Broken where it cannot be read."""
        offer = self.trial().offer
        written = {name: getattr(example, name) for name in ("attainment", "low", "high")}
        for name, value in {**example.options, **example.reported, **written}.items():
            if isinstance(value, float):
                raise Broken("example-float", number=number, name=name, said=repr(value))
        try:
            options = {name: _option(offer.option_kinds[name], value) for name, value in example.options.items()}
            row = {name: _value(offer, name, text) for name, text in example.reported.items()}
        except ValueError as fault:
            raise Broken("example-text", number=number, said=str(fault)) from None
        return ReadExample(number, example, options, row)


@dataclass(frozen=True, slots=True)
class ReadExample:
    """An example that a type brings, read."""

    number: int
    said: Example
    options: Options
    row: Reported

    @property
    def written(self) -> Reported:
        """The row as the example writes it."""
        return dict(self.said.reported)


def _option(kind: str, value: str | bool) -> Constant:
    return Fraction(value) if kind == "number" and not isinstance(value, bool) else value


def _value(offer: Offer, name: str, text: str) -> Value:
    kind = offer.reported_kinds.get(name)
    if name in offer.money:
        amount = read_amount(text, "")
        if isinstance(amount, Problem):
            raise ValueError(text)
        return amount
    if kind == "number":
        return Fraction(text)
    return date.fromisoformat(text) if kind == "date" else text
