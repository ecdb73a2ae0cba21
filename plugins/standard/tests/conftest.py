"""What a type makes of a row written as people write it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import settings

import perfeval_standard
from perfeval_rules.formula.algebra import NoValue, Words
from perfeval_rules.formula.evaluator import Names, evaluate
from perfeval_rules.hosting.load import load_modules
from perfeval_rules.offer import Offer
from perfeval_rules.readings.exact import Exact, Value
from perfeval_rules.registry import Registry

EXACT = Exact()


@dataclass(frozen=True)
class Measured:
    """What the formulas of a type say of a row; None where they have no value."""

    attainment: Value | None
    met: Value | None
    low: Value | None
    high: Value | None
    finds: tuple[str, ...]
    why: str
    """The code of an attainment without value."""


class Row(Names[Value]):
    """The names that the formulas of a type ask for."""

    def __init__(self, offer: Offer, options: Mapping[str, object], reported: Mapping[str, object]) -> None:
        self.offer = offer
        cells = dict.fromkeys(("target_text", "actual_text"), "text")
        kinds = {**cells, **offer.reported_kinds}
        self.values = {name: read(offer.option_kinds[name], value) for name, value in options.items()}
        self.values = {**offer.defaults, **self.values}
        self.values |= {name: read(kind, reported[name]) for name, kind in kinds.items() if name in reported}
        self.values |= {name: "" for name, kind in kinds.items() if kind == "text" and name not in reported}

    def __getitem__(self, name: str) -> Value | NoValue | None:
        if name in self.offer.measures:
            try:
                return evaluate(self.offer.measures[name], EXACT, self)
            except NoValue as fault:
                return fault
        return self.values.get(name)

    def words(self, name: str) -> Words:
        return self.offer.words[name]

    def inside(self, group: str) -> tuple[str, ...]:
        raise AssertionError(group)

    def children(self, group: str | None) -> Sequence[Names[Value]]:
        raise AssertionError(group)

    def fires(self, check: str) -> bool:
        try:
            return evaluate(self.offer.checks[check], EXACT, self) is True
        except NoValue:
            return False


def read(kind: str, written: object) -> object:
    """A value as its kind says."""
    if kind == "number" and isinstance(written, (str, int)):
        return Fraction(written)
    return date.fromisoformat(written) if kind == "date" and isinstance(written, str) else written


settings.register_profile("steady", derandomize=True)


@pytest.fixture(autouse=True)
def steady() -> Iterator[None]:
    """Hypothesis tries the same examples every time."""
    before = settings.get_current_profile_name()
    settings.load_profile("steady")
    yield
    settings.load_profile(before)


@pytest.fixture(scope="session")
def registry() -> Registry:
    registry, findings = load_modules([perfeval_standard])
    assert not findings
    return registry


@pytest.fixture(scope="session")
def measured(registry: Registry) -> Callable[..., Measured]:
    """Measures a row: the name of the type, then what the row reports; options last."""

    def measure(kind: str, reported: Mapping[str, object], options: Mapping[str, object] | None = None) -> Measured:
        offer = registry.types[kind]
        row = Row(offer, options or {}, reported)
        got = {name: row[name] for name in ("attainment", "met", "_range_low", "_range_high")}
        known = {name: None if isinstance(value, NoValue) else value for name, value in got.items()}
        lack = got["attainment"]
        return Measured(
            known["attainment"], known["met"], known["_range_low"], known["_range_high"],
            tuple(check for check in offer.checks if row.fires(check)),
            lack.code if isinstance(lack, NoValue) else "",
        )  # fmt: skip

    return measure
