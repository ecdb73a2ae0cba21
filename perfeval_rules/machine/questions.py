"""Which function fits a form: a tree of questions that grows with the forms it meets.

A function is made by working formulas out on steps. Whatever that asks about the form at hand, such as whether a cell is
blank or which sign its target has, is written down with the answer; what comes next depends on the answers alone. So the
questions make a tree, and the next form is led by its own answers to the function that fits it, or makes a new one.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from perfeval_rules.formula.algebra import Unsayable

MOST_WAYS = 2_000
"""How many ways through a tree are kept; a form that needs one more goes another way."""

Leaf = TypeVar("Leaf")


class Question(NamedTuple):
    """Something that a function depends on."""

    about: str
    """`what`: is it blank, a number, of which sign · `is`, `contains`, `is just`, `is the same`, `length`: of a text ·
    `scale`: how many decimals hold all numbers · `shape`: of the groups · `gathered`: what the lines bring together ·
    `test`: does a condition on the numbers hold."""
    scope: str
    name: Hashable
    word: Hashable = ""


Asking = Callable[[Any], Hashable]
"""Asks one question of any form, or of any line, of its kind."""


class Answering(Protocol):
    """A form, or a line of it, that can be asked."""

    def asking(self, question: Question, /) -> Asking:
        """How one question is asked of everything of this kind."""


@dataclass(slots=True)
class Branch(Generic[Leaf]):
    """A question, and where each answer met so far leads."""

    ask: Asking
    ways: "dict[Hashable, Branch[Leaf] | Leaf | Unsayable]" = field(default_factory=dict)


class Tree(Generic[Leaf]):
    """The functions of one kind, found by questions; shared between threads as it is."""

    def __init__(self, make: Callable[[Callable[[Question], Hashable]], Leaf]) -> None:
        self._make = make
        self._root: Branch[Leaf] = Branch(bool)
        self.ways: list[Leaf | Unsayable] = []

    def leaf(self, of: Answering) -> Leaf:
        """The function that fits; raises Unsayable where there can be none."""
        branch = self._root
        found = branch.ways.get("")
        while isinstance(found, Branch):
            found = found.ways.get(found.ask(of))
        if found is None:
            found = self._grown(of)
        if isinstance(found, Unsayable):
            raise Unsayable(*found.args)  # a new one: what is kept is the reason, not the frames it comes through
        return found

    def _grown(self, of: Answering) -> Leaf | Unsayable:
        asked: dict[Question, tuple[Asking, Hashable]] = {}

        def ask(question: Question) -> Hashable:
            if question not in asked:
                asking = of.asking(question)
                asked[question] = asking, asking(of)
            return asked[question][1]

        if len(self.ways) >= MOST_WAYS:
            return Unsayable("too many ways")
        try:
            made: Leaf | Unsayable = self._make(ask)
        except (Unsayable, RecursionError) as fault:
            made = Unsayable(str(fault))
        branch, answer = self._root, ""
        for asking, said in asked.values():
            after = branch.ways.setdefault(answer, Branch(asking))
            if not isinstance(after, Branch):
                return made  # another thread was here first
            branch, answer = after, said  # type: ignore[assignment]
        branch.ways.setdefault(answer, made)
        self.ways.append(made)
        return made
