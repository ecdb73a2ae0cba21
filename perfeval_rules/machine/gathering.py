"""What lines bring together, as source: sums, counts, and the greatest and least, over what their functions gave."""

from collections.abc import Sequence
from fractions import Fraction

from perfeval_rules.machine.forms import Slot
from perfeval_rules.machine.function import Function, Output
from perfeval_rules.readings.quotient import common

TERMS = 50
"""How many terms of a sum stand side by side before they are put in brackets."""
Found = Sequence[tuple[int, Output]]
"""Numbers of lines, each with what it brings."""


def gathered_words(slot: Slot, part: str, found: Found, functions: Sequence[Function]) -> str:
    """The expression that gathers a slot from `given`, a list of what each line's function gave."""
    gave = _Gave(functions)
    match slot.kind:
        case "sum":
            return gave.total(found, scale_among([output for _, output in found if is_there(output)]))
        case "largest" | "smallest":
            there = [(n, output) for n, output in found if is_there(output)]
            if part == "fault":
                return " and ".join(gave.at(n, output.fault) for n, output in there)
            return gave.best("max" if slot.kind == "largest" else "min", there)
        case _:
            return gave.number_of(found, held=slot.kind != "all")


def read_words(name: str, functions: Sequence[Function]) -> str:
    """The expression that reads a number of every line from `given`; `ratio` makes a number of two whole ones."""
    gave = _Gave(functions)
    return "".join(f"{gave.ratio(n, function.outputs[name])}, " for n, function in enumerate(functions))


class _Gave:
    def __init__(self, functions: Sequence[Function]) -> None:
        self.functions = functions

    def at(self, n: int, position: int | None) -> str:
        """One of the values that a line's function gave."""
        return f"given[{n}]" if self.functions[n].single else f"given[{n}][{position}]"

    def number(self, n: int, output: Output, scale: int) -> str:
        """A number of a line in units of `1 / scale`."""
        if output.over is None:
            return str(int(Fraction(str(output.known)) * scale))
        factor = int(output.scale * scale)
        return self.at(n, output.over) if factor == 1 else f"{self.at(n, output.over)} * {factor}"

    def ratio(self, n: int, output: Output) -> str:
        """A number of a line as a fraction; None where it is not there."""
        if output.over is None:
            known = output.known
            return f"ratio({known.numerator}, {known.denominator})" if isinstance(known, Fraction) else "None"
        over, under = output.scale.as_integer_ratio()
        above = self.at(n, output.over) if over == 1 else f"{self.at(n, output.over)} * {over}"
        below = str(under) if output.under is None else f"{self.at(n, output.under)} * {under}"
        words = f"ratio({above}, {below})"
        return words if output.fault is None else f"None if {self.at(n, output.fault)} else {words}"

    def total(self, found: Found, scale: int) -> str:
        """The sum."""
        return added([self.number(n, output, scale) for n, output in found if is_there(output)])

    def number_of(self, found: Found, held: bool) -> str:
        """How many conditions hold, or fail."""
        known = sum(output.known is held for _, output in found if output.fixed)
        coming = [self.at(n, output.over) for n, output in found if not output.fixed]
        terms = [f"({one})" if held else f"(not {one})" for one in coming]
        return added([*terms, str(known)] if known or not terms else terms)

    def best(self, which: str, there: Found) -> str:
        """The greatest or least of the numbers that are there; any number where none is."""
        scale = scale_among([output for _, output in there])
        terms = [self.number(n, output, scale) for n, output in there if output.fault is None]
        unsure = [
            f"None if {self.at(n, output.fault)} else {self.number(n, output, scale)}"
            for n, output in there
            if output.fault is not None
        ]
        if unsure:
            listed = "".join(f"{one}, " for one in (*terms, *unsure))
            return f"{which}((one for one in ({listed}) if one is not None), default=0)"
        return f"{which}({', '.join(terms)})" if len(terms) > 1 else terms[0]


def added(terms: Sequence[str]) -> str:
    """The sum of terms; many of them in brackets, since Python nests each term of a sum in the one after it."""
    if len(terms) <= TERMS:
        return " + ".join(terms)
    return added([f"({' + '.join(terms[n : n + TERMS])})" for n in range(0, len(terms), TERMS)])


def is_there(output: Output) -> bool:
    """Whether a number may have a value."""
    return output.kind == "number" and (not output.fixed or isinstance(output.known, Fraction))


def scale_among(outputs: Sequence[Output]) -> int:
    """The denominator that some numbers share."""
    shared = Fraction(0)
    for output in outputs:
        shared = common(shared, output.known if isinstance(output.known, Fraction) and output.fixed else output.scale)
    return shared.denominator
