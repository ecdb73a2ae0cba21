"""Only the scores of a form: bound once, scored in a few microseconds, as often as wanted."""

from fractions import Fraction
from typing import Any

from perfeval_rules.machine.routes import Route, Stage
from perfeval_rules.plan.run import FormInput
from perfeval_rules.plan.worked import Said, WorkedForm


class Values:
    """The values of a form, read and bound to the functions that its texts, blanks and signs lead to; never changed."""

    __slots__ = ("given", "route")

    def __init__(self, given: FormInput, route: Route | None) -> None:
        self.given, self.route = given, route


class Scores:
    """The score of each line, the total and the grade; a number that is not there is None, never 0."""

    __slots__ = ("_form", "_given", "_stage")

    def __init__(self, stage: Stage, given: list[Any], form: Any) -> None:
        self._stage, self._given, self._form = stage, given, form

    def _of_form(self, name: str) -> Said:
        of_form = self._stage.ready.of_form
        return of_form.read(name, self._form) if of_form is not None else None

    @property
    def lines(self) -> tuple[Fraction | None, ...]:
        """The scores of the lines, in the order of the form."""
        return self._stage.ready.numbers("score", self._given)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes of the lines, in the order of the form."""
        lines = zip(self._stage.ready.functions, self._given, strict=True)
        return tuple(text(function.read("outcome", given)) for function, given in lines)

    @property
    def total(self) -> Fraction | None:
        """The total as published, None where it is withheld or there is none."""
        return number(self._of_form("total"))

    @property
    def grade(self) -> str | None:
        """The id of the grade, None where none is given."""
        return text(self._of_form("grade")) or None


class ExactScores:
    """The same, given by the exact reading."""

    __slots__ = ("grade", "lines", "outcomes", "total")

    def __init__(self, worked: WorkedForm) -> None:
        self.lines = tuple(number(line.look("score")) for line in worked.lines)
        self.outcomes = tuple(text(line.look("outcome")) for line in worked.lines)
        self.total = number(worked.look("total"))
        self.grade = text(worked.look("grade")) or None


def scored(route: Route) -> Scores:
    """The scores of a form by its route."""
    form: Any = ()
    given: list[Any] = []
    for stage in route.stages:
        given, form = stage.run(form)
    return Scores(route.stages[-1], given, form)


def number(value: Said) -> Fraction | None:
    """A number, None where it has no value."""
    return value if isinstance(value, Fraction) else None


def text(value: Said) -> str:
    """A text, blank where it has no value."""
    return value if isinstance(value, str) else ""
