"""Random formulas that are correct by kind: shallow and bushy, or deep along one branch."""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from tests.agreement.sight import Sight

T = TypeVar("T")
LITERALS = (
    "0", "1", "2", "3", "0.5", ".25", "1.5", "7", "10", "24", "60", "80", "90", "100", "33.33", "0.005", "2.675", "0.000001",
    "1000000000000000",
)  # fmt: skip
SHALLOW = 3
"""Shapes that go no deeper stand only so far from the end."""
COMPARED = ("<", "<=", ">", ">=", "==", "!=")


class FormulaMaker:
    """Makes formulas over the names of a sight; `deep`: only one part of each shape goes all the way down."""

    def __init__(self, random: Random, sight: Sight, deep: bool = False) -> None:
        self.random, self.sight, self.deep = random, sight, deep

    def pick(self, choices: Sequence[T]) -> T:
        return self.random.choice(choices)

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def below(self, depth: int, count: int) -> list[int]:
        """How deep each of some parts may go."""
        if not self.deep:
            return [self.random.randint(depth // 2, depth - 1) for _ in range(count)]
        depths = [0] * count
        depths[self.random.randrange(count)] = depth - 1
        return depths

    def numbers(self, depth: int, count: int) -> list[str]:
        return [self.number(below) for below in self.below(depth, count)]

    # — numbers —

    def number(self, depth: int) -> str:
        if depth <= 0:
            return self.number_leaf()
        shapes: list[Callable[[int], str]] = [
            self.sum_of, self.sum_of, self.sum_of, self.sum_of, self.signed, self.choice, self.choice, self.ifs, self.least,
            self.one_of_x, self.clamp, self.round, self.round, self.steps, self.bands, self.bands, self.interpolate,
        ]  # fmt: skip
        if self.sight.blankable:
            shapes += [self.if_blank, self.if_blank]
        if depth <= SHALLOW:
            shapes += self.number_ends()
        return self.pick(shapes)(depth)

    def number_ends(self) -> list[Callable[[int], str]]:
        """Shapes that go no deeper."""
        shapes: list[Callable[[int], str]] = []
        if self.sight.texts:
            shapes += [self.lookup, self.length]
        if len(self.sight.dates) > 1:
            shapes.append(self.days)
        if self.sight.points:
            shapes.append(self.points)
        if self.sight.repeats:
            shapes.append(self.repeats)
        if self.sight.inner:
            shapes += [self.gathered, self.gathered, self.gathered]
        return shapes

    def number_leaf(self) -> str:
        if self.sight.numbers and self.often(0.75):
            return self.pick(self.sight.numbers)
        return self.pick(LITERALS)

    def sum_of(self, depth: int) -> str:
        left, right = self.numbers(depth, 2)
        sign = self.pick("+-*//")
        if sign == "/" and right in ("0", "(-0)", "(+0)"):
            right = "3"
        return f"({left} {sign} {right})" if self.often(0.9) else f"({left} {sign} {right} {self.pick('+-*')} {left})"

    def signed(self, depth: int) -> str:
        return f"({self.pick('-+')}{self.number(depth - 1)})"

    def choice(self, depth: int) -> str:
        test, then, other = self.below(depth, 3)
        return f"({self.number(then)} if {self.truth(test)} else {self.number(other)})"

    def ifs(self, depth: int) -> str:
        parts = self.below(depth, 5 if self.often(0.5) else 3)
        said = [self.truth(n) if i % 2 == 0 and i < len(parts) - 1 else self.number(n) for i, n in enumerate(parts)]
        return f"ifs({', '.join(said)})"

    def least(self, depth: int) -> str:
        return f"{self.pick(('min', 'max'))}({', '.join(self.numbers(depth, self.pick((2, 2, 3))))})"

    def one_of_x(self, depth: int) -> str:
        return f"{self.pick(('abs', 'floor', 'ceil'))}({self.number(depth - 1)})"

    def clamp(self, depth: int) -> str:
        low, high = self.pick((("0", "1"), ("0", "100"), ("-5", "1.2"), (self.number_leaf(), "1000000000000001")))
        return f"clamp({self.number(depth - 1)}, {low}, {high})"

    def round(self, depth: int) -> str:
        return f"round({self.number(depth - 1)}, {self.random.randint(0, 6)})"

    def steps(self, depth: int) -> str:
        size = self.pick((*self.sight.numbers, "1", "2.5", "10", "0.000001"))
        return f"steps({self.number(depth - 1)}, {size})"

    def length(self, depth: int) -> str:
        return f"length({self.text(depth - 1)})"

    def days(self, depth: int) -> str:
        return f"days({self.pick(self.sight.dates)}, {self.pick(self.sight.dates)})"

    def if_blank(self, depth: int) -> str:
        return f"if_blank({self.pick(self.sight.blankable)}, {self.number(depth - 1)})"

    def points(self, depth: int) -> str:
        return f"points('{self.pick(self.sight.points)}')"

    def repeats(self, depth: int) -> str:
        return f"repeats({self.pick(self.sight.repeats)})"

    def gathered(self, depth: int) -> str:
        kind = self.pick(("sum", "sum", "count", "largest", "smallest"))
        return self.aggregate(kind, depth, "truth" if kind == "count" else "number")

    def aggregate(self, kind: str, depth: int, of: str) -> str:
        assert self.sight.inner is not None
        inner = FormulaMaker(self.random, self.sight.inner, self.deep)
        asked = getattr(inner, of)(min(depth - 1, 2))
        group = f", '{self.pick(self.sight.ids)}'" if self.sight.ids and self.often(0.4) else ""
        return f"{kind}({asked}{group})"

    # — tables —

    def bands(self, depth: int) -> str:
        name = self.pick(("at_least", "above", "at_most", "below"))
        edges = sorted(self.random.sample(range(-10, 101), self.random.randint(1, 4)))
        if name in ("at_least", "above"):
            edges.reverse()
        otherwise = f", {self.number(0)}" if self.often(0.5) else ""
        return f"{name}({self.number(depth - 1)}, {self.table(edges)}{otherwise})"

    def table(self, edges: Sequence[int]) -> str:
        cells = [str(edge) if self.often(0.7) else f"{edge}.5" for edge in edges]
        if self.sight.numbers and self.often(0.3):
            cells[self.random.randrange(len(cells))] = self.pick(self.sight.numbers)
        return f"[{', '.join(f'[{edge}, {self.cell()}]' for edge in cells)}]"

    def cell(self) -> str:
        leaf = self.number_leaf()
        return f"-{leaf}" if leaf in LITERALS and self.often(0.2) else leaf

    def interpolate(self, depth: int) -> str:
        edges = sorted(self.random.choices(range(-5, 101), k=self.random.randint(1, 4)))
        if self.often(0.3):
            edges.append(edges[-1])
        if self.often(0.4):
            edges.reverse()
        cells = [str(edge) for edge in edges]
        if self.sight.numbers and self.often(0.3):
            cells[self.random.randrange(len(cells))] = self.pick(self.sight.numbers)
        return f"interpolate({self.number(depth - 1)}, [{', '.join(f'[{x}, {self.cell()}]' for x in cells)}])"

    def lookup(self, depth: int) -> str:
        name = self.pick(tuple(self.sight.texts))
        keys = self.random.sample([*dict.fromkeys((*self.sight.texts[name], "别的", "甲"))], 2)
        otherwise = f", {self.number(0)}" if self.often(0.5) else ""
        rows = ", ".join(f"['{key}', {self.cell()}]" for key in keys)
        return f"lookup({name}, [{rows}]{otherwise})"

    # — conditions —

    def truth(self, depth: int) -> str:
        if depth <= 0:
            return self.truth_leaf()
        shapes: list[Callable[[int], str]] = [
            self.joined, self.joined, self.joined, self.negated, self.compared, self.compared, self.compared, self.chained,
            self.listed, self.given, self.truth_choice,
        ]  # fmt: skip
        if depth <= SHALLOW:
            shapes += self.truth_ends()
        return self.pick(shapes)(depth)

    def truth_ends(self) -> list[Callable[[int], str]]:
        """Shapes that go no deeper."""
        shapes: list[Callable[[int], str]] = []
        if self.sight.texts:
            shapes += [self.same_text, self.text_listed]
        if self.sight.words and self.sight.texts:
            shapes.append(self.mentions)
        if len(self.sight.dates) > 1:
            shapes.append(self.dated)
        if self.sight.within:
            shapes.append(self.within)
        if self.sight.inner:
            shapes += [self.some, self.some]
        return shapes

    def truth_leaf(self) -> str:
        if self.sight.truths and self.often(0.6):
            return self.pick(self.sight.truths)
        if self.sight.numbers and self.often(0.9):
            return f"{self.pick(self.sight.numbers)} {self.pick(COMPARED)} {self.number_leaf()}"
        return self.pick(("True", "False"))

    def joined(self, depth: int) -> str:
        word = self.pick(("and", "or"))
        parts = [self.truth(below) for below in self.below(depth, self.pick((2, 2, 3)))]
        return f"({f' {word} '.join(parts)})"

    def negated(self, depth: int) -> str:
        return f"(not {self.truth(depth - 1)})"

    def compared(self, depth: int) -> str:
        left, right = self.numbers(depth, 2)
        return f"({left} {self.pick(COMPARED)} {right})"

    def chained(self, depth: int) -> str:
        parts = self.numbers(depth, self.pick((3, 3, 4)))
        return f"({parts[0]}{''.join(f' {self.pick(COMPARED)} {part}' for part in parts[1:])})"

    def listed(self, depth: int) -> str:
        items = ", ".join(self.random.sample(("0", "1", "-1", "60", "90", "100", "0.5"), 2))
        return f"({self.number(depth - 1)} {self.pick(('in', 'not in'))} ({items}))"

    def given(self, depth: int) -> str:
        kinds = [self.number, self.truth] + [self.text] * bool(self.sight.texts)
        return f"given({self.pick(kinds)(depth - 1)})"

    def truth_choice(self, depth: int) -> str:
        parts = [self.truth(below) for below in self.below(depth, 3)]
        return f"({parts[0]} if {parts[1]} else {parts[2]})"

    def same_text(self, depth: int) -> str:
        name = self.pick(tuple(self.sight.texts))
        return f"({name} {self.pick(('==', '!='))} '{self.pick((*self.sight.texts[name], ''))}')"

    def text_listed(self, depth: int) -> str:
        name = self.pick(tuple(self.sight.texts))
        return f"({name} {self.pick(('in', 'not in'))} ('{self.pick(self.sight.texts[name])}', '甲'))"

    def mentions(self, depth: int) -> str:
        return f"mentions({self.text(depth - 1)}, '{self.pick(self.sight.words)}')"

    def dated(self, depth: int) -> str:
        return f"({self.pick(self.sight.dates)} {self.pick(COMPARED)} {self.pick(self.sight.dates)})"

    def within(self, depth: int) -> str:
        return f"within('{self.pick(self.sight.within)}')"

    def some(self, depth: int) -> str:
        return self.aggregate(self.pick(("any", "all")), depth, "truth")

    # — texts —

    def text(self, depth: int) -> str:
        names = tuple(self.sight.texts)
        if depth <= 0 or self.often(0.7):
            return self.pick(names)
        other = self.pick((*names, "'因天气'"))
        return f"({self.pick(names)} if {self.truth(depth - 1)} else {other})"
