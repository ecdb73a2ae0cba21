"""Units as people write them, what they measure, and the exact conversion between two of one dimension."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import prod

from perfeval_rules.values.measures import ALIASES, LATIN, MEASURES, MULTIPLIERS
from perfeval_rules.values.spelling import plain

_LONGEST = 16
_LONGEST_UNKNOWN = 4
_NEVER_IN_A_MEASURE_WORD = frozenset("已完未达以及其约左右上下余多几不无非的了为是或至到和与前后内外底末年月日时元率每")
_SMALLEST_BEFORE_UNKNOWN = MULTIPLIERS["万"]
"""百 and 千 are also the beginning of words, such as 百姓."""
_MISTAKABLE = frozenset(("mW", "Kb", "Mb", "Gb", "Tb", "Pb"))
"""Milliwatts and bits, which a reading by lower case would take for megawatts and bytes."""
_MULTIPLIERS = sorted(MULTIPLIERS, key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, what it measures, and how many of the base unit of that dimension it is.

    A quotient of units has a quotient of dimensions: `元/人*月` measures `money/count*months`. A bare `万` has no
    dimension, only its factor: it takes the unit of what it is compared with.
    """

    name: str
    dimension: str
    factor: Fraction


NO_UNIT = Unit("", "", Fraction(1))


def read_unit(text: str) -> Unit | None:
    """The unit a text names, None where it names none; a blank text is the unit of a bare number.

    A short unknown word is taken for a measure word, a count: one to four Chinese characters, none of which belongs
    to dates, money, negations or vague amounts, and the first of which is no 十, 百, 千, 万 or 亿.
    """
    return None if len(text) > 2 * _LONGEST else _read(text)


@lru_cache(maxsize=1_024)
def _read(text: str) -> Unit | None:
    name = "".join(plain(text).split())
    if not name:
        return NO_UNIT
    if len(name) > _LONGEST:
        return None
    name = ALIASES.get(name, name)
    if any(mark in name for mark in "/*·×"):
        return _compound(name)
    if name in MULTIPLIERS:
        return Unit(name, "", Fraction(MULTIPLIERS[name]))
    measured = _measured(name)
    return Unit(_named(name), *measured) if measured else None


def convert(number: Fraction, unit: Unit, into: Unit) -> Fraction | None:
    """A number of one unit in another, None where they do not measure the same; no unit takes the other's."""
    if unit is into:
        return number
    if unit.dimension == into.dimension:
        return number * unit.factor / into.factor
    if "" in (unit.name, into.name):
        return number
    if (unit.dimension and into.dimension) or "percent" in (unit.dimension, into.dimension):
        return None
    return number * _multiple(unit) / _multiple(into)


def _multiple(unit: Unit) -> int:
    """How many of the plain unit it is: 10,000 for 万, 万元 and 万亩, 1 for 公里."""
    return MULTIPLIERS.get(unit.name, 0) or next((size for size, _ in _splits(unit.name)), 1)


def _splits(name: str) -> Iterator[tuple[int, str]]:
    """A name as multiplier and unit, the longest multiplier first; none for 千米, which is a unit of its own."""
    if name not in MEASURES:
        for word in _MULTIPLIERS:
            if name.startswith(word) and len(name) > len(word):
                yield MULTIPLIERS[word], name[len(word) :]


def _named(name: str) -> str:
    """The name a unit goes by: 3个百分点 is measured in 百分点, 80tb in TB; 3个乡镇 keeps its measure word."""
    if name in MEASURES or name in _MISTAKABLE:
        return name
    if name.startswith("个") and MEASURES.get(name[1:], ("count", 1))[0] != "count":
        return name[1:]
    return LATIN.get(name.casefold(), name)


def _measured(name: str) -> tuple[str, Fraction] | None:
    known = MEASURES.get(_named(name))
    if known:
        return known
    for size, unit in _splits(name):
        measured = MEASURES.get(_named(unit)) or (_unknown(unit) if size >= _SMALLEST_BEFORE_UNKNOWN else None)
        if measured and measured[0] != "percent":
            return measured[0], measured[1] * size
    return _unknown(name)


def _unknown(name: str) -> tuple[str, Fraction] | None:
    chinese = all("\u4e00" <= mark <= "\u9fff" for mark in name)
    if not chinese or not 0 < len(name) <= _LONGEST_UNKNOWN or name[0] in "十百千万亿":
        return None
    return None if _NEVER_IN_A_MEASURE_WORD.intersection(name) else ("count", Fraction(1))


def _compound(name: str) -> Unit | None:
    """Units multiplied above a stroke and below it; a second stroke divides once more: 元/人*月, 元/人/月."""
    above, stroke, below = name.replace("·", "*").replace("×", "*").partition("/")
    over = _product(above)
    if not stroke:
        return over and Unit(name, *over)
    under = _product(below.replace("/", "*"))
    return over and under and Unit(name, f"{over[0]}/{under[0]}", over[1] / under[1])


def _product(name: str) -> tuple[str, Fraction] | None:
    parts = [_measured(part.strip("()")) for part in name.split("*")]
    known = [part for part in parts if part]
    if len(known) < len(parts):
        return None
    return "*".join(dimension for dimension, _ in known), prod((size for _, size in known), start=Fraction(1))
