"""Rows of values that formulas are asked about: blanks, ties, huge, tiny, negative and zero ones."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from hypothesis import strategies as st

from tests.agreement.formulas import FormulaMaker
from tests.agreement.plain_lack import Answer
from tests.agreement.sight import Sight
from tests.formula.strategies import CHILD_NAMES, DATES, NAMES, NUMBERS, TEXTS, TRUTHS, WORDS, Row

SAID = ("", "无", " / ", "因天气", "人次", "受影响", "验收")
CHILD = Sight(
    numbers=("x", "y"), truths=("ok",), texts={"name": SAID[1:]}, words=tuple(WORDS), within=("output", "cost")
)
SIGHT = Sight(
    numbers=NUMBERS,
    truths=TRUTHS,
    texts=dict.fromkeys(TEXTS, SAID[1:]),
    dates=DATES,
    blankable=NUMBERS,
    words=tuple(WORDS),
    inner=CHILD,
    ids=("output", "quality", "cost"),
)
EDGES = tuple(map(Fraction, ("-1", "0", "0", "1", "60", "80", "90", "100", "0.5", "2.5", "24")))
TIES = tuple(map(Fraction, ("0.005", "0.015", "-0.025", "2.675", "1.0005", "0.125", "-2.5", "3.5", "33.335")))
EXTREMES = tuple(
    map(Fraction, ("1000000000000000", "-999999999999999.99", "0.000001", "-0.000001", "123456789.123456"))
)


def formula_of(seed: int) -> tuple[Random, str]:
    """A formula by its seed, one in four deep, and the source of chance that goes on to make its rows."""
    random = Random(seed)
    deep = random.random() < 0.25
    maker = FormulaMaker(random, SIGHT, deep)
    depth = random.randint(6, 31) if deep else random.randint(1, 5)
    return random, maker.number(depth) if random.random() < 0.65 else maker.truth(depth)


def seeds() -> st.SearchStrategy[int]:
    """Seeds of formulas, for Hypothesis."""
    return st.integers(0, 2**48)


def number(random: Random) -> Fraction:
    """A number as forms hold them, and as they may at worst."""
    kind = random.random()
    if kind < 0.6:
        return random.choice(EDGES if kind < 0.4 else TIES)
    if kind < 0.7:
        return random.choice(EXTREMES)
    return Fraction(random.randint(-20_000, 20_000), 100)


def value(random: Random, kind: str, blanks: float) -> Fraction | bool | str | date | None:
    """A value of a kind; a text is never lacking."""
    if kind == "text":
        return random.choice(SAID)
    if random.random() < blanks:
        return None
    if kind == "number":
        return number(random)
    return random.random() < 0.5 if kind == "boolean" else date(2024, 1, 1) + timedelta(random.randint(0, 400))


def row_of(random: Random) -> Row:
    """A row with up to four children; one in three has no blanks."""
    blanks = random.choice((0, 0.15, 0.4))
    equal = random.random() < 0.1  # all numbers the same: every comparison is at its edge
    values = {name: value(random, kind, blanks) for name, kind in NAMES.items()}
    if equal:
        values |= dict.fromkeys(NUMBERS, number(random))
    groups = ("", "output", "quality", "cost")
    children = [
        Row({name: value(random, kind, blanks) for name, kind in CHILD_NAMES.items()}, (), random.choice(groups))
        for _ in range(random.randint(0, 4))
    ]
    return Row(values, children, random.choice(groups))


class PlainRow:
    """A row as the plain reading asks it."""

    def __init__(self, row: Row, rounding: str) -> None:
        self.row, self.rounding = row, rounding

    def value(self, name: str) -> Answer | None:
        return self.row.values.get(name)

    def words(self, name: str) -> tuple[Sequence[str], bool]:
        return WORDS[name].values, WORDS[name].whole

    def within(self, group: str) -> bool:
        return self.row.group == group or (group == "output" and self.row.group == "quality")

    def children(self, group: str | None) -> "Sequence[PlainRow]":
        plain = [PlainRow(child, self.rounding) for child in self.row.below]
        return [child for child in plain if group is None or child.within(group)]
