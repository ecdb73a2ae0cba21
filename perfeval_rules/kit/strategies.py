"""Options and rows made up from what a type declares, and the one door to hypothesis."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any, get_args

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyFailure
from hypothesis.strategies import SearchStrategy

from perfeval_rules.formula.functions import Kind
from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.kit.cells import Value
from perfeval_rules.kit.verdicts import Broken
from perfeval_rules.model import ValidationError
from perfeval_rules.offer import Constant, Offer, as_declared

USUAL, BELOW, HUGE, TINY = Fraction(1_000), Fraction(100), Fraction(10**12), Fraction(1, 10**6)
OPERATORS = ("", ">=", ">", "=", "<", "<=")
UNITS = ("", "%", "个", "万元")
FIRST, LAST = date(2000, 1, 1), date(2035, 12, 31)
LETTERS = "甲乙丙abc 0"
WRITTEN: Mapping[str, Kind] = {"target_text": "text", "actual_text": "text"}
"""The two cells as written, which every type sees."""
FACTORS = st.sampled_from([Fraction(n, d) for n, d in ((2, 1), (1, 2), (10, 1), (100, 1), (1, 100), (3, 1), (7, 4))])
"""What a change of unit may multiply by."""
ODD, BLANK = 190, 236
"""From which byte on a value comes about in an odd way, being that of another, and from which it is left blank."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a field of a model says of its values."""

    least: Fraction | None = None
    most: Fraction | None = None
    without_least: bool = False
    without_most: bool = False
    whole: bool = False

    def hold(self, value: Fraction) -> bool:
        """Whether a number is within them."""
        above = self.least is None or (value > self.least if self.without_least else value >= self.least)
        below = self.most is None or (value < self.most if self.without_most else value <= self.most)
        return above and below and (not self.whole or value.denominator == 1)


def bounds_of(model: type[IndicatorType] | type[Reported], name: str) -> Bounds:
    """The bounds of a number."""
    field = model.model_fields[name]
    parts = (*field.metadata, *_inside(field.annotation))
    said = {key: value for part in parts for key in ("ge", "gt", "le", "lt")
            if (value := getattr(part, key, None)) is not None}  # fmt: skip
    least, most = (_exact(said.get(of, said.get(beyond))) for of, beyond in (("ge", "gt"), ("le", "lt")))
    whole = int in (field.annotation, *get_args(field.annotation))
    return Bounds(least, most, "gt" in said, "lt" in said, whole)


def _inside(annotation: object) -> Iterator[object]:
    """What stands beside a kind somewhere in an annotation: `Annotated[Fraction, Field(ge=0)] | None`."""
    for part in get_args(annotation):
        yield from (part, *getattr(part, "metadata", ()), *_inside(part))


def numbers(bounds: Bounds = Bounds(), seeds: Iterable[Fraction] = ()) -> SearchStrategy[Fraction]:
    """Numbers that rows and rulesets write: whole ones, decimals, the edges, zero, negative, huge and tiny ones."""
    lowest, highest = bounds.least, bounds.most
    edges = [edge for edge in (lowest, highest) if edge is not None]
    near = [edge + step for edge in edges for step in (TINY, -TINY)]
    told = [list(seeds), [Fraction(0)], [*edges, *near, Fraction(1), HUGE, -HUGE, TINY, -TINY]]
    sampled = [held for values in told if (held := [value for value in values if bounds.hold(value)])]
    low = min(-BELOW, -BELOW if highest is None else highest - USUAL) if lowest is None else lowest
    high = max(USUAL, low + USUAL) if highest is None else highest
    scales = (1,) if bounds.whole else (1, 100)
    spread = [_spread(low, high, scale) for scale in scales if ceil(low * scale) <= floor(high * scale)]
    return st.one_of(*spread, *map(st.sampled_from, sampled)).filter(bounds.hold)


def _spread(low: Fraction, high: Fraction, scale: int) -> SearchStrategy[Fraction]:
    return st.integers(ceil(low * scale), floor(high * scale)).map(lambda count: Fraction(count, scale))


def days(seeds: Iterable[date] = ()) -> SearchStrategy[date]:
    """Dates, some of them those that examples speak of."""
    known = list(seeds)
    return st.one_of(st.dates(FIRST, LAST), *([st.sampled_from(known)] if known else []))


def texts(seeds: Iterable[str] = ()) -> SearchStrategy[str]:
    """Texts: those that examples and word lists hold, and others."""
    return st.one_of(st.sampled_from(["", *dict.fromkeys(seeds)]), st.text(LETTERS, max_size=4))


def options_of(offer: Offer) -> SearchStrategy[dict[str, Constant]]:
    """Choices of options, each as a ruleset writes it: what has a default is left out at times, edges are met often."""
    known = _seeds(offer, lambda example: example.options)
    drawn = {name: _option(offer, name, known.get(name, ())) for name in offer.option_kinds}
    needed = {name: drawn[name] for name in drawn if name in offer.needed}
    others = {name: drawn[name] for name in drawn if name not in offer.needed}
    choices = st.fixed_dictionaries(needed, optional=others)
    edges = {name: st.sampled_from(held) for name in drawn if (held := _edges(offer, name))}
    if edges:
        choices = st.one_of(st.fixed_dictionaries({**needed, **edges}), choices)
    if not needed:
        choices = st.one_of(st.just({}), choices)
    return choices.filter(lambda options: _takes(offer.type, options))


def _option(offer: Offer, name: str, seeds: Sequence[str]) -> SearchStrategy[Any]:
    if name in offer.choices:
        return st.sampled_from(offer.choices[name])
    kind = offer.option_kinds[name]
    if kind == "number":
        return numbers(bounds_of(offer.type, name), _numbers(seeds))
    return st.booleans() if kind == "boolean" else texts(seeds)


def _edges(offer: Offer, name: str) -> list[Fraction]:
    """The ends that an option may be set to."""
    if name in offer.choices or offer.option_kinds[name] != "number":
        return []
    bounds = bounds_of(offer.type, name)
    return [end for end in (bounds.least, bounds.most) if end is not None and bounds.hold(end)]


def _takes(described: type[IndicatorType], options: Mapping[str, Constant]) -> bool:
    """Whether the type itself takes some options; it may bring tests of its own."""
    try:
        configured(described, options)
    except ValidationError:
        return False
    return True


def configured(described: type[IndicatorType], options: Mapping[str, Constant]) -> IndicatorType:
    """The type with some options."""
    return described.model_validate({name: as_declared(described, name, value) for name, value in options.items()})


def reported_by(offer: Offer) -> SearchStrategy[dict[str, Value]]:
    """Rows that a type may meet: any value blank at times, values alike at times, cells as examples write them."""
    known = _seeds(offer, lambda example: example.reported)
    listed = [word for words in offer.words.values() for word in words.values]
    kinds: dict[str, Kind] = {**offer.reported_kinds, **WRITTEN}
    drawn = {name: _reported(offer, name, kind, known.get(name, ()), listed) for name, kind in kinds.items()}

    @st.composite
    def rows(draw: st.DrawFn) -> dict[str, Value]:
        whole, *whims = draw(st.binary(min_size=1 + len(kinds), max_size=1 + len(kinds)))
        alike: dict[Kind, Any] = {}
        row: dict[str, Value] = {}
        for (name, kind), whim in zip(kinds.items(), whims, strict=True):
            part = (
                name in offer.reported_kinds
            )  # the parts of a cell, not the whole of it, mostly say what stands in it
            if whole >= BLANK or (whim >= BLANK) is part:
                continue
            value = draw(drawn[name])
            if part and whim >= ODD and _fits(offer, name, alike.setdefault(kind, value)):
                value = alike[kind]
            if value != "":
                row[name] = value
        return row

    return rows()


def reported_value(offer: Offer, name: str) -> SearchStrategy[Value]:
    """Values of one thing that a row reports."""
    seeds = _seeds(offer, lambda example: example.reported).get(name, ())
    return _reported(offer, name, offer.reported_kinds[name], seeds, ())


def _reported(offer: Offer, name: str, kind: Kind, seeds: Sequence[str], words: Sequence[str]) -> SearchStrategy[Any]:
    if kind == "number":
        return numbers(bounds_of(offer.type.reported, name), _numbers(seeds))
    if kind == "date":
        return days(_days(seeds))
    if kind == "boolean":
        return st.booleans()
    if name == "operator":
        return st.sampled_from(OPERATORS)
    if name == "unit":
        return st.sampled_from([*UNITS, *seeds])
    return texts([*seeds, *words])


def _fits(offer: Offer, name: str, value: Any) -> bool:
    return not isinstance(value, Fraction) or bounds_of(offer.type.reported, name).hold(value)


ROUND = 10
"""How many examples hypothesis makes up anew before it goes on to vary those it has, which meets little that is new."""
MOST_ROWS = 8
"""How many rows are tried with one choice of options; a ruleset takes longer to compile than a row to score."""


def _seeds(offer: Offer, part: Callable[[Example], Mapping[str, Any]]) -> Mapping[str, list[Any]]:
    """What the examples of a type say, by name."""
    said: dict[str, list[Any]] = {}
    for example in offer.type.examples:
        for name, value in part(example).items():
            said.setdefault(name, []).append(value)
    return said


def _numbers(written: Iterable[str]) -> Iterator[Fraction]:
    for text in written:
        try:
            yield Fraction(text)
        except ValueError:
            continue  # an example that is told of elsewhere


def _days(written: Iterable[str]) -> Iterator[date]:
    for text in written:
        try:
            yield date.fromisoformat(text)
        except ValueError:
            continue


def _exact(bound: Any) -> Fraction | None:
    return None if bound is None else Fraction(bound)


def tried(check: Callable[..., None], tries: int, options: SearchStrategy[Any], *drawn: SearchStrategy[Any]) -> None:
    """Hold a check against so many choices of options, and some rows for each; the simplest that breaks it is told."""

    def some(options: Any, rows: Sequence[tuple[Any, ...]]) -> None:
        for row in rows:
            check(options, *row)

    rows = st.lists(st.tuples(*drawn), min_size=1, max_size=MOST_ROWS if drawn else 1)
    broken: Broken | None = None
    try:
        for first in range(0, tries, ROUND):
            _round(given(options, rows)(some), first, min(tries - first, ROUND))()
    except Broken as fault:
        broken = fault
    except FlakyFailure as fault:  # it breaks by chance, which is what is wrong with it
        broken = next((one for one in fault.exceptions if isinstance(one, Broken)), None)
        if broken is None:
            raise
    if broken is not None:
        vars(broken).pop("__notes__", None)
        raise broken.with_traceback(None) from None


def repeatable() -> None:
    """From now on, make up the same each time and keep nothing."""
    settings.register_profile("repeatable", derandomize=True, database=None)
    settings.load_profile("repeatable")


def _round(test: Callable[[], None], first: int, count: int) -> Callable[[], None]:
    """A few examples; where chance is to play no part, others than those of the rounds before."""
    if settings().derandomize:
        test = seed(first)(test)
    how = settings(
        max_examples=count, deadline=None, report_multiple_bugs=False, suppress_health_check=[HealthCheck.too_slow],
        print_blob=False, phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    )  # fmt: skip
    return how(test)


__all__ = [
    "FACTORS",
    "Bounds",
    "SearchStrategy",
    "bounds_of",
    "configured",
    "numbers",
    "options_of",
    "repeatable",
    "reported_by",
    "reported_value",
    "tried",
]
