"""Random formulas of the language, and rows of values for them to be asked about; any test may use them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from perfeval_rules.formula.algebra import Algebra, Constant, NoValue, Words
from perfeval_rules.formula.kinds import Kind, Vocabulary

NUMBERS, TRUTHS, TEXTS, DATES = ("a", "b", "c"), ("p", "q"), ("s", "t"), ("d", "e")
NAMES: Mapping[str, Kind] = {
    **dict.fromkeys(NUMBERS, "number"),
    **dict.fromkeys(TRUTHS, "boolean"),
    **dict.fromkeys(TEXTS, "text"),
    **dict.fromkeys(DATES, "date"),
}
CHILD_NAMES: Mapping[str, Kind] = {"x": "number", "y": "number", "ok": "boolean", "name": "text"}
WORDS = {"cause": Words(("因", "受")), "nothing": Words(("无", "/"), whole=True), "none-at-all": Words(())}
VOCABULARY = Vocabulary(
    names=NAMES,
    words=frozenset(WORDS),
    groups=frozenset({"output", "quality", "cost"}),
    lines=frozenset({"budget"}),
    aggregates="lines",
    inner=CHILD_NAMES,
    blankable=frozenset({*NUMBERS, *TRUTHS, *DATES}),
)


@dataclass
class Row:
    """What formulas are asked about: values by name, children, groups, word lists."""

    values: Mapping[str, Constant | NoValue | None] = field(default_factory=dict)
    below: Sequence["Row"] = ()
    group: str = ""

    def __getitem__(self, name: str) -> Constant | NoValue | None:
        return self.group if name == "group" else self.values.get(name)

    def words(self, name: str) -> Words:
        return WORDS[name]

    def inside(self, group: str) -> tuple[str, ...]:
        return ("output", "quality") if group == "output" else (group,)

    def children(self, group: str | None) -> "Sequence[Row]":
        return [child for child in self.below if group is None or child.group in self.inside(group)]


class Lifted:
    """A row in the values of another reading."""

    def __init__(self, row: Row, algebra: Algebra) -> None:
        self.row, self.algebra = row, algebra

    def __getitem__(self, name: str):
        value = self.row[name]
        return value if value is None or isinstance(value, NoValue) else self.algebra.constant(value)

    def words(self, name: str) -> Words:
        return self.row.words(name)

    def inside(self, group: str) -> tuple[str, ...]:
        return self.row.inside(group)

    def children(self, group: str | None):
        return [Lifted(child, self.algebra) for child in self.row.children(group)]


def small_numbers() -> st.SearchStrategy[Fraction]:
    """Numbers as forms hold them, the edges of bands often among them."""
    edges = st.sampled_from([Fraction(n) for n in (-1, 0, 1, 60, 80, 90, 100)])
    return edges | st.decimals(-200, 200, places=2).map(Fraction)


def _maybe(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(values, values, values, st.none())


_DAYS = st.integers(0, 400).map(lambda days: date(2024, 1, 1) + timedelta(days))
_SAID = st.sampled_from(["", "无", " / ", "因天气", "人次", "受影响", "验收"])
_OF_KIND = {"number": small_numbers(), "boolean": st.booleans(), "text": _SAID, "date": _DAYS}


def _values(names: Mapping[str, Kind]) -> st.SearchStrategy[dict[str, Constant | None]]:
    return st.fixed_dictionaries(
        {name: _OF_KIND[kind] if kind == "text" else _maybe(_OF_KIND[kind]) for name, kind in names.items()}
    )


_GROUPS = st.sampled_from(["", "output", "quality", "cost"])
_CHILDREN = st.builds(Row, _values(CHILD_NAMES), st.just(()), _GROUPS)


def rows() -> st.SearchStrategy[Row]:
    """Values for all names, numbers and dates and conditions sometimes lacking, and up to four children."""
    return st.builds(Row, _values(NAMES), st.lists(_CHILDREN, max_size=4), _GROUPS)


@dataclass(frozen=True)
class Names:
    """The names that a generated formula draws from; a child has no aggregates of its own."""

    numbers: tuple[str, ...]
    truths: tuple[str, ...]
    texts: tuple[str, ...]
    dates: tuple[str, ...] = ()

    @property
    def of_form(self) -> bool:
        return bool(self.dates)


FORM, CHILD = Names(NUMBERS, TRUTHS, TEXTS, DATES), Names(("x", "y"), ("ok",), ("name",))
_LITERALS = st.sampled_from(["0", "1", "2", "0.5", "60", "90", ".25"])


@st.composite
def number(draw: st.DrawFn, depth: int = 2, names: Names = FORM) -> str:
    """A formula that gives a number."""
    if depth == 0:
        return draw(st.sampled_from(names.numbers) | _LITERALS)
    one, two = number(depth - 1, names), number(depth - 1, names)
    test = truth(depth - 1, names)
    shapes = [
        st.tuples(one, st.sampled_from("+-*/"), two).map(lambda made: f"({made[0]} {made[1]} {made[2]})"),
        one.map(lambda x: f"(-{x})"),
        one.map(lambda x: f"(+{x})"),
        st.tuples(one, test, two).map(lambda made: "({} if {} else {})".format(*made)),
        st.tuples(test, one, test, two, one).map(lambda made: "ifs({}, {}, {}, {}, {})".format(*made)),
        st.tuples(st.sampled_from(["min", "max"]), one, two, one).map(lambda made: "{}({}, {}, {})".format(*made)),
        st.tuples(st.sampled_from(["abs", "floor", "ceil"]), one).map(lambda made: "{}({})".format(*made)),
        st.tuples(one, two, one).map(lambda made: "clamp({}, {}, {})".format(*made)),
        st.tuples(one, st.integers(0, 6)).map(lambda made: "round({}, {})".format(*made)),
        st.tuples(one, two).map(lambda made: "steps({}, {})".format(*made)),
        tables(one, names),
        st.sampled_from(names.texts).map(lambda text: f"length({text})"),
    ]
    if names.of_form:
        shapes += [
            st.tuples(st.sampled_from(names.numbers), one).map(lambda made: "if_blank({}, {})".format(*made)),
            st.just("days(d, e)"),
            _aggregate(["sum", "largest", "smallest"], number(depth - 1, CHILD)),
            _aggregate(["count"], truth(depth - 1, CHILD)),
        ]
    return draw(st.one_of(shapes))


@st.composite
def truth(draw: st.DrawFn, depth: int = 2, names: Names = FORM) -> str:
    """A formula that is a condition."""
    if depth == 0:
        return draw(st.sampled_from([*names.truths, "True", "False", f"{names.numbers[0]} > 1"]))
    one, two = truth(depth - 1, names), truth(depth - 1, names)
    left, right = number(depth - 1, names), number(depth - 1, names)
    text = st.sampled_from(names.texts)
    signs = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
    joined = st.tuples(one, st.sampled_from(["and", "or"]), two)
    shapes = [
        joined.map(lambda made: "({} {} {})".format(*made)),
        st.tuples(joined, one).map(lambda made: f"({made[0][0]} {made[0][1]} {made[0][2]} {made[0][1]} {made[1]})"),
        one.map(lambda test: f"(not {test})"),
        st.tuples(left, signs, right).map(lambda made: "({} {} {})".format(*made)),
        st.tuples(left, signs, right, signs, left).map(lambda made: "({} {} {} {} {})".format(*made)),
        st.tuples(left, st.sampled_from(["in", "not in"])).map(lambda made: "({} {} (1, -1, 60))".format(*made)),
        st.tuples(text, st.sampled_from(["in", "not in"])).map(lambda made: "({} {} ('无', '人次'))".format(*made)),
        text.map(lambda name: f"({name} == '人次')"),
        st.tuples(text, st.sampled_from(list(WORDS))).map(lambda made: "mentions({}, '{}')".format(*made)),
        st.one_of(left, text, one).map(lambda x: f"given({x})"),
    ]
    if names.of_form:
        shapes += [
            st.just("(d < e)"),
            st.just("(d == e)"),
            _aggregate(["any", "all"], truth(depth - 1, CHILD)),
        ]
    else:
        shapes += [st.just("within('output')")]
    return draw(st.one_of(shapes))


@st.composite
def tables(draw: st.DrawFn, x: st.SearchStrategy[str], names: Names = FORM) -> str:
    """A call of a function of bands, sometimes with a name for an edge, or without a last resort."""
    name = draw(st.sampled_from(["at_least", "above", "at_most", "below", "interpolate", "lookup"]))
    if name == "lookup":
        return f"lookup({names.texts[0]}, [['无', 1], ['人次', 2]]{draw(st.sampled_from(['', ', 0']))})"
    edges = sorted(draw(st.sets(st.integers(-5, 100), min_size=2, max_size=4)))
    if name in ("at_least", "above") or (name == "interpolate" and draw(st.booleans())):
        edges.reverse()
    cells = [str(edge) for edge in edges]
    if draw(st.booleans()):
        cells[draw(st.integers(0, len(cells) - 1))] = draw(st.sampled_from(names.numbers))
    table = ", ".join(f"[{cell}, {draw(st.integers(-3, 9))}]" for cell in cells)
    otherwise = draw(st.sampled_from(["", ", 0"])) if name != "interpolate" else ""
    return f"{name}({draw(x)}, [{table}]{otherwise})"


def _aggregate(names: list[str], argument: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.sampled_from(["", "", ", 'output'", ", 'cost'"])
    return st.tuples(st.sampled_from(names), argument, group).map(lambda made: "{}({}{})".format(*made))


def formulas(depth: int = 2) -> st.SearchStrategy[str]:
    """Any formula of the language over the names of this module, not longer than one may be."""
    return st.one_of(number(depth), truth(depth)).filter(lambda text: len(text) <= 1000)
