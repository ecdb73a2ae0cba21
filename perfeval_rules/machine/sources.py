"""A form and its lines as what functions ask and take: texts and signs for questions, whole numbers for inputs."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from perfeval_rules.machine.forms import Slot
from perfeval_rules.machine.function import Input, Output
from perfeval_rules.machine.given import TENS, Coming, Missing, about, answer, scale_of
from perfeval_rules.machine.lineup import LineUp, Placed
from perfeval_rules.machine.questions import Asking, Question
from perfeval_rules.machine.rules import Test
from perfeval_rules.machine.shape import Shape, shape_of
from perfeval_rules.plan.entry import SHARE
from perfeval_rules.plan.nodes import Tree, node_of, tree_of
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormInput, LineInput
from perfeval_rules.plan.worked import Said
from perfeval_rules.readings.machine import Unsayable


class Later(NamedTuple):
    """An input that the function of the form gives when the form is scored."""

    position: int


@dataclass(slots=True)
class FormSource:
    """The form as one stage sees it."""

    plan: Plan
    given: FormInput
    values: Mapping[str, Said]
    """What the form says and what needs no line, by the plan's names."""
    places: int
    tree: Tree
    shape: Shape
    real: Mapping[str, str]
    """The node of the form that each name of its shape means."""
    coming: Mapping[Hashable, Output] = field(default_factory=dict)
    """What the function of the form gives that was run before."""
    lines: "Sequence[LineSource]" = ()
    lineup: LineUp | None = None
    """The lines under their functions, once these are known."""

    @staticmethod
    def of(plan: Plan, given: FormInput) -> "FormSource":
        """A form before anything is worked out; raises Unsayable where it has more decimals than the machine holds."""
        tree = tree_of(plan, ((line.group, line.values) for line in given.lines))
        return FormSource(plan, given, given.values, places_of(given), tree, *shape_of(tree))

    def with_values(self, early: Mapping[str, Said]) -> "FormSource":
        """The same form, with what needs no line."""
        return replace(self, values={**self.values, **early})

    def with_lines(self, judges: Sequence[str]) -> "FormSource":
        """The same form with its lines, each under what takes it."""
        named = {node: name for name, node in self.real.items()}
        nodes = [named[node_of(self.plan, line.group, line.values)] for line in self.given.lines]
        source = replace(self)
        source.lines = [LineSource(*one, source) for one in zip(self.given.lines, judges, nodes, strict=True)]
        return source

    def places_of_lines(self) -> tuple[Placed, ...]:
        """Where the lines stand."""
        return tuple(Placed(line.judge, line.given.group, line.node) for line in self.lines)

    def after(self, coming: Mapping[Hashable, Output]) -> "FormSource":
        """The same form, once its function has been run."""
        later = replace(self, coming=coming)
        for line in self.lines:
            line.form = later
        return later

    def find(self, name: str) -> object:
        """The value of a name, what is known of one that comes later, or Missing."""
        if name in self.values:
            return self.values[name]
        if name in self.coming:
            return Coming.of(self.coming[name])
        holder, _, last = name.rpartition(".")
        if holder and holder in self.real:
            return self.values.get(f"{self.real[holder]}.{last}", Missing)
        return Missing

    def answer(self, question: Question) -> Hashable:
        """What the form says to a question."""
        if question.about == "shape":
            return self.shape
        if isinstance(question.name, Slot) and self.lineup is not None:
            return self.lineup.gathered(question.name)
        if question.scope == "scale":
            return self.places
        found = self.find(str(question.name))
        if question.about == "what":
            return answer(found, self.places)
        other = question.word if isinstance(question.word, str) else self.find(str(question.word[1]))  # type: ignore[index]
        return about(question, str(found), str(other))

    def asking(self, question: Question) -> Asking:
        """A short way to ask one question of any form."""
        if isinstance(question.name, Slot):
            slot = question.name
            return lambda form: form.lineup.gathered(slot)
        if question.about == "what" and question.scope == "form":
            name = str(question.name)
            return lambda form: answer(form.find(name), form.places)
        return lambda form: form.answer(question)

    def taken(self, asked: Input) -> Any:
        """The whole number or text that an input takes, or Later."""
        found = self.find(str(asked.name))
        if isinstance(found, Coming):
            output = self.coming[asked.name]
            return Later(int((output.under if asked.part == "under" else output.over) or 0))
        return whole(found, asked.part, self.places)


def places_of(given: FormInput) -> int:
    """The decimals that hold all numbers of a form; raises Unsayable where none of the scales does."""
    numbers = [value for value in given.values.values() if isinstance(value, Fraction)]
    numbers += [value for line in given.lines for value in line.values.values() if isinstance(value, Fraction)]
    places = scale_of(numbers)
    if places is None:
        raise Unsayable("more decimals than the machine is made for")
    return places


@dataclass(slots=True)
class LineSource:
    """A line as one stage sees it."""

    given: LineInput
    judge: str
    node: str
    """The name, in the shape of the form, of the node that it stands in."""
    form: FormSource

    def find(self, scope: str, name: str) -> object:
        """A value of the row, or of the form; the share of a line is that of the node it stands in."""
        if scope == "form":
            return self.form.find(f"{self.node}._child_share" if name == SHARE else name)
        if name == "group":
            return self.given.group
        return self.given.values.get(name, Missing)

    def answer(self, question: Question) -> Hashable:
        """What the line says to a question."""
        if question.scope == "scale":
            return self.form.places
        if isinstance(question.name, Test):
            return bool(question.name.run(*map(self.taken, question.name.inputs)))
        found = self.find(question.scope, str(question.name))
        if question.about == "what":
            return answer(found, self.form.places)
        other = question.word if isinstance(question.word, str) else self.find(*question.word)  # type: ignore[misc]
        return about(question, str(found), str(other))

    def asking(self, question: Question) -> Asking:
        """A short way to ask one question of any line."""
        name, word = str(question.name), question.word
        if question.scope == "form" and question.about == "what" and name != SHARE:
            return lambda line: answer(line.form.find(name), line.form.places)
        if question.scope != "row" or name == "group" or not isinstance(word, str):
            return lambda line: line.answer(question)
        if question.about == "what":
            return lambda line: answer(line.given.values.get(name, Missing), line.form.places)
        if question.about == "is":
            return lambda line: bool(line.given.values[name] == word)
        if question.about == "contains":
            return lambda line: word in line.given.values[name]
        return lambda line: line.answer(question)

    def taken(self, asked: Input) -> Any:
        """The whole number or text that an input takes, or Later."""
        name = str(asked.name)
        if asked.scope == "form":
            return self.form.taken(asked._replace(name=f"{self.node}._child_share" if name == SHARE else name))
        return whole(self.find(asked.scope, name), asked.part, self.form.places)


def whole(value: object, part: str, places: int) -> int | str:
    """A value as a function takes it."""
    if isinstance(value, Fraction):
        units = TENS[places]
        if units % value.denominator:
            return value.denominator if part == "under" else value.numerator
        return value.numerator * (units // value.denominator)
    if isinstance(value, date):
        return value.toordinal()
    return len(str(value)) if part == "length" else str(value)
