"""A form and its lines as what functions ask and take: texts and signs for questions, whole numbers for inputs."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.machine.forms import Gathered, Over, Slot
from perfeval_rules.machine.function import Function, Input, Output
from perfeval_rules.machine.given import Coming, Missing, about, answer, scale_of
from perfeval_rules.machine.questions import Question
from perfeval_rules.machine.rules import Test
from perfeval_rules.machine.shape import Shape, shape_of
from perfeval_rules.plan.entry import SHARE
from perfeval_rules.plan.nodes import Tree, node_of, tree_of
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormInput, LineInput
from perfeval_rules.plan.worked import Said
from perfeval_rules.readings.machine import Unsayable
from perfeval_rules.readings.quotient import common


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
    functions: Sequence[Function] = ()
    """The functions of the lines, in their order."""

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
        if isinstance(question.name, Slot):
            return self.gathered(question.name)
        if question.scope == "scale":
            return self.places
        found = self.find(str(question.name))
        if question.about == "what":
            return answer(found, self.places)
        other = question.word if isinstance(question.word, str) else self.find(str(question.word[1]))  # type: ignore[index]
        return about(question, str(found), str(other))

    def taken(self, asked: Input) -> Any:
        """The whole number or text that an input takes, or Later."""
        found = self.find(str(asked.name))
        if isinstance(found, Coming):
            output = self.coming[asked.name]
            return Later(int((output.under if asked.part == "under" else output.over) or 0))
        return whole(found, asked.part, self.places)

    # — what lines bring together —

    def among(self, over: Over) -> list[int]:
        """The lines that an aggregate runs over."""
        lines = list(enumerate(self.lines))
        match over.by:
            case "node":
                found = [n for n, line in lines if line.node == over.name]
            case "within":
                found = [n for n, line in lines if over.name in self.shape.lineage(line.node)]
            case "groups":
                inside = set(self.plan.under(over.name))
                found = [n for n, line in lines if line.given.group in inside]
            case "line":
                found = [n for n, line in lines if line.judge == f"line.{over.name}"]
            case _:
                found = [n for n, _ in lines]
        return found if over.everyone else [n for n in found if not self.left_out(n)]

    def left_out(self, n: int) -> bool:
        """Whether a line takes part in nothing."""
        output = self.functions[n].outputs["_left_out"]
        if not output.fixed:
            raise Unsayable("whether a line takes part comes later")
        return output.known is True

    def outputs(self, slot: Slot) -> list[tuple[int, Output]]:
        """What each line brings."""
        found = [(n, self.functions[n].outputs[slot.contribution]) for n in self.among(slot.over)]
        if any(output.kind == "unsayable" or output.under is not None for _, output in found):
            raise Unsayable("numbers whose denominators differ from line to line")
        return found

    def gathered(self, slot: Slot) -> Gathered:
        """What is known beforehand of what lines bring together."""
        found = self.outputs(slot)
        if slot.contribution.gathering in ("truth", "count"):
            return conditions(slot.kind, [output for _, output in found])
        there = [output for _, output in found if is_there(output)]
        if not there:
            return Gathered("nothing")
        scale = scale_among(there)
        lows = [low_of(output) for output in there]
        low = 0 if all(low is not None and low >= 0 for low in lows) else None
        return Gathered("number", scale, low, faulty=all(output.fault is not None for output in there))


def places_of(given: FormInput) -> int:
    """The decimals that hold all numbers of a form; raises Unsayable where none of the scales does."""
    numbers = [value for value in given.values.values() if isinstance(value, Fraction)]
    numbers += [value for line in given.lines for value in line.values.values() if isinstance(value, Fraction)]
    places = scale_of(numbers)
    if places is None:
        raise Unsayable("more decimals than the machine is made for")
    return places


def is_there(output: Output) -> bool:
    """Whether a number may have a value."""
    return output.kind == "number" and (not output.fixed or isinstance(output.known, Fraction))


def low_of(output: Output) -> int | None:
    """The least that a number can be; of a known one only its sign counts."""
    if isinstance(output.known, Fraction) and output.fixed:
        return 0 if output.known >= 0 else None
    return output.low if output.scale > 0 else None


def scale_among(outputs: Sequence[Output]) -> int:
    """The denominator that some numbers share."""
    shared = Fraction(0)
    for output in outputs:
        shared = common(shared, output.known if isinstance(output.known, Fraction) and output.fixed else output.scale)
    return shared.denominator


def conditions(kind: str, outputs: Sequence[Output]) -> Gathered:
    """What is known beforehand of conditions on lines."""
    if not outputs:
        return Gathered("nothing")
    if any(output.fault is not None for output in outputs):
        raise Unsayable("whether a condition has a value comes later")
    coming = any(not output.fixed for output in outputs)
    held = [output.known for output in outputs if output.fixed and isinstance(output.known, bool)]
    if kind == "count":
        least = sum(held)
        return Gathered("number", 1, least and 1) if coming or least else Gathered("nothing")
    decisive = kind == "any"
    if decisive in held:
        return Gathered("known", truth=decisive)
    lack = next((output.known for output in outputs if isinstance(output.known, NoValue)), None)
    why = (lack.code, lack.node) if lack else None
    if coming:
        return Gathered("truths", 1, 0, lack=why)
    return Gathered("lack", lack=why) if why else Gathered("known", truth=not decisive)


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

    def taken(self, asked: Input) -> Any:
        """The whole number or text that an input takes, or Later."""
        name = str(asked.name)
        if asked.scope == "form":
            return self.form.taken(asked._replace(name=f"{self.node}._child_share" if name == SHARE else name))
        return whole(self.find(asked.scope, name), asked.part, self.form.places)


def whole(value: object, part: str, places: int) -> int | str:
    """A value as a function takes it."""
    if isinstance(value, Fraction):
        units = int(10**places)
        if units % value.denominator:
            return value.denominator if part == "under" else value.numerator
        return value.numerator * (units // value.denominator)
    if isinstance(value, date):
        return value.toordinal()
    return len(str(value)) if part == "length" else str(value)
