"""A form and its lines as what functions ask and take: texts and signs for questions, whole numbers for inputs."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, cast

from perfeval_rules.formula.algebra import Unsayable
from perfeval_rules.machine.function import Input, Output
from perfeval_rules.machine.given import TENS, Coming, Missing, about, answer, scale_of
from perfeval_rules.machine.lineup import LineUp, Placed
from perfeval_rules.machine.questions import Asking, Question
from perfeval_rules.machine.rules import Test
from perfeval_rules.machine.shape import Shape, shape_of
from perfeval_rules.plan.entry import SHARE
from perfeval_rules.plan.nodes import Tree, node_of
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormInput, Given, LineInput
from perfeval_rules.plan.worked import Said


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
        return FormSource(plan, given, given.values, places_of(given), given.tree, *shape_of(given.tree))

    def with_values(self, early: Mapping[str, Said]) -> "FormSource":
        """The same form, with what needs no line."""
        return replace(self, values={**self.values, **early})

    def early(self) -> Mapping[str, Said]:
        """What needs no line, by the names of the form itself."""
        found = {name: value for name, value in self.values.items() if name not in self.given.values}
        split = {name: name.rpartition(".") for name in found}
        return {
            f"{self.real[split[name][0]]}.{split[name][2]}" if self.real.get(split[name][0]) else name: value
            for name, value in found.items()
        }

    def with_lines(self, chosen: "Callable[[LineSource], str]") -> "FormSource":
        """The same form with its lines; `chosen` says which rule takes one that the ruleset does not name itself."""
        named = {node: name for name, node in self.real.items()}
        source = replace(self)
        lines = [
            LineSource.of(line, named[node_of(self.plan, line.group, line.values)], source) for line in self.given.lines
        ]
        for line in lines:
            if line.given.judge is None:
                line.judge = chosen(line)
        source.lines = lines
        return source

    def places_of_lines(self) -> tuple[Placed, ...]:
        """Where the lines stand."""
        return tuple(Placed(line.judge, line.given.group, line.node) for line in self.lines)

    def after(self, coming: Mapping[Hashable, Output]) -> "FormSource":
        """The same form, once its function has been run."""
        later = replace(self, coming=coming, lineup=None)
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

    @staticmethod
    def asking(question: Question) -> Asking:
        """How one question is asked of any form."""
        name = question.name
        match question.about:
            case "shape":
                return lambda form: form.shape
            case "scale":
                return lambda form: form.places
            case "gathered":
                return lambda form: form.lineup.gathered(name)
            case "what":
                return lambda form: answer(form.find(name), form.places)
        kind, word = question.about, question.word
        if isinstance(word, str):
            return lambda form: about(kind, str(form.find(name)), word)
        _, other = cast("tuple[str, str]", word)
        return lambda form: about(kind, str(form.find(name)), str(form.find(other)))

    def taken(self, asked: Input) -> Any:
        """The whole number or text that an input takes, or Later."""
        found = self.find(str(asked.name))
        if isinstance(found, Coming):
            output = self.coming[asked.name]
            return Later(int((output.under if asked.part == "under" else output.over) or 0))
        return whole(found, asked.part, self.places)


def places_of(given: FormInput) -> int:
    """The decimals that hold all numbers of a form; raises Unsayable where none of the scales does."""
    values = (given.values, *(line.values for line in given.lines))
    places = scale_of({value.denominator for said in values for value in said.values() if value.__class__ is Fraction})
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
    values: Mapping[str, Given]
    """What the row says, its group included."""

    @staticmethod
    def of(given: LineInput, node: str, form: FormSource) -> "LineSource":
        """A line before anybody knows what takes it."""
        return LineSource(given, given.judge or "", node, form, {**given.values, "group": given.group})

    def find(self, scope: str, name: str) -> object:
        """A value of the row, or of the form; the share of a line is that of the node it stands in."""
        if scope == "form":
            return self.form.find(f"{self.node}._child_share" if name == SHARE else name)
        return self.values.get(name, Missing)

    @staticmethod
    def asking(question: Question) -> Asking:
        """How one question is asked of any line."""
        kind, scope, name, word = question
        if kind == "scale":
            return lambda line: line.form.places
        if isinstance(name, Test):
            return lambda line: bool(name.run(*map(line.taken, name.inputs)))
        if kind == "what":
            return _what(scope, str(name))
        if isinstance(word, str):
            return _of_row(kind, str(name), word) if scope == "row" else _of_any(kind, scope, str(name), word)
        other_scope, other = cast("tuple[str, str]", word)
        return lambda line: about(kind, str(line.find(scope, name)), str(line.find(other_scope, other)))

    def taken(self, asked: Input) -> Any:
        """The whole number or text that an input takes, or Later."""
        scope, name, part = asked
        if scope == "form":
            return self.form.taken(asked._replace(name=f"{self.node}._child_share") if name == SHARE else asked)
        return whole(self.values.get(str(name), Missing), part, self.form.places)


def _what(scope: str, name: str) -> Asking:
    """What a value of a line is; asked most often of all."""
    if scope == "row":

        def ask(line: LineSource) -> Hashable:
            value = line.values.get(name, Missing)
            return "text" if value.__class__ is str else answer(value, line.form.places)

        return ask
    if name != SHARE:
        return lambda line: answer(line.form.find(name), line.form.places)
    return lambda line: answer(line.find(scope, name), line.form.places)


def _of_row(kind: str, name: str, word: str) -> Asking:
    """A question about a text of the row, which is known to be one."""
    match kind:
        case "is":
            return lambda line: line.values[name] == word
        case "contains":
            return lambda line: word in line.values[name]
        case "is just":
            just = word.strip()
            return lambda line: line.values[name].strip() == just
    return lambda line: bool(line.values[name])


def _of_any(kind: str, scope: str, name: str, word: str) -> Asking:
    """A question about a text, of the row or the form."""
    return lambda line: about(kind, str(line.find(scope, name)), word)


def whole(value: object, part: str, places: int) -> int | str:
    """A value as a function takes it."""
    if type(value) is Fraction:
        units, over, under = TENS[places], value.numerator, value.denominator
        if units % under:
            return under if part == "under" else over
        return over * (units // under)
    if isinstance(value, date):
        return value.toordinal()
    return len(str(value)) if part == "length" else str(value)
