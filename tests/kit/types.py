"""Small types for the tests of the kit."""

from datetime import date
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from perfeval_rules import Check, Example, IndicatorType, Reported, Text
from perfeval_rules.kit.trial import reviewed


class Cells(Reported):
    """Values of every kind."""

    actual: Fraction | None = None
    target: Annotated[Fraction, Field(gt=0, le=10)] | None = None
    answered: bool | None = None
    closed: date | None = None
    note: str = ""


class Share(IndicatorType):
    """A share of a target."""

    floor: Annotated[Fraction, Field(ge=0, lt=1)] = Fraction(0)
    steps: Annotated[int, Field(ge=2)] = 2
    mode: Literal["plain", "doubled"] = "plain"
    strict: bool = False

    name = "share"
    title = Text("份额", "share")
    reported = Cells
    attainment = "ifs(target <= 0, stop('no-target'), max(actual / target, floor) * (2 if mode == 'doubled' else 1))"
    checks = (Check("closed-late", "answered and given(closed)", stops=True),)
    messages: ClassVar = {
        "closed-late": Text("{note}已结束。", "{note} is closed."),
        "no-target": Text("没有目标。", "There is no target."),
    }
    examples = (Example({"floor": "0.5"}, {"actual": "4", "target": "8", "note": "约"}, "0.5"),)


class Paired(Share):
    """A share whose options must agree."""

    most: Fraction

    name = "paired"

    @model_validator(mode="after")
    def agree(self):
        if self.most < self.steps:
            raise ValueError("most is to be at least steps")
        return self


class Bare(IndicatorType):
    """A type that declares nothing at all."""


def trial(described):
    """A type that must be sound, on trial."""
    made, found = reviewed(described)
    assert made is not None, [one.say("en") for one in found]
    return made
