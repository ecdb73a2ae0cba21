"""Registries of the standard types and of what a plugin adds to them, for tests."""

from fractions import Fraction

import perfeval_standard
from perfeval_rules.extension import Function
from perfeval_rules.findings import worst
from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.registry import Declared, Plugin, Registry
from perfeval_rules.text import Text

STANDARD = Plugin("standard", "perfeval-rules", "1")
SAMPLE = Plugin("sample", "perfeval-sample", "1.2")
WORDS = Text("说明", "words")


class Cells(Reported):
    """A target and what was done."""

    target: Fraction | None = None
    actual: Fraction | None = None


def registry_with(**parts):
    """What the standard plugin gives, and some parts of another, all sound."""
    registry, found = added(**parts)
    assert worst(found) != "error", [one.say("en") for one in found]
    return registry


def added(**parts):
    """The same with everything that was found."""
    standard = Declared(STANDARD, types=perfeval_standard.perfeval_indicator_types())
    return Registry.of([standard, Declared(SAMPLE, **parts)])


def function(usage="added(x)", parameters=("number",), result="number", **said):
    """A function; without anything said, one that doubles."""
    said = said or {"definition": lambda say, x: say.add(x, x)}
    return Function(
        usage=usage, parameters=parameters, result=result, meaning=WORDS, examples={"added(1)": "2"}, **said
    )


def python(run, usage="added(x)", parameters=("number",), result="number"):
    """A function that Python says."""
    return function(usage, parameters, result, python=run)


def attaining(run, **options):
    """A type called `sample` whose attainment Python says."""

    def attain(self, given):
        return run(self, given)

    body = {
        "__module__": "sample", "__doc__": "A sample.", "name": "sample", "title": WORDS, "reported": Cells,
        "examples": (Example(),), "attain": attain, "__annotations__": {name: kind for name, (kind, _) in options.items()},
        **{name: value for name, (_, value) in options.items()},
    }  # fmt: skip
    return type(IndicatorType)("Sample", (IndicatorType,), body)
