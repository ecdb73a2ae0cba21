"""The order in which a plan's formulas can be worked out, found from what each of them reads.

Even stages are the form's (its groups are part of it), odd ones its lines'. A name stands at the least stage that its
names allow: the same stage for names of its own scope, one later across the border. Nobody keeps the order of steps by
hand: it follows. A name of the lines has one stage whatever rule scores the line, so that readings which treat the
lines of several rules together stay in step.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perfeval_rules.formula.reads import reads
from perfeval_rules.plan.entry import CHILD_NAMES, EVERY_CHILD, FORM, OF_A_GROUP, Entry

Scope = bool
"""True: a name of the lines; False: of the form."""
Key = tuple[Scope, str]


class Circle(Exception):
    """Some names need one another; `members` are they, in order, the first again at the end."""

    def __init__(self, members: tuple[Key, ...]) -> None:
        self.members = members
        super().__init__(" → ".join(name for _, name in members))


@dataclass(frozen=True, slots=True)
class Stages:
    """The stage of each name, and the names of each stage in the order they can be worked out."""

    at: Mapping[Key, int]
    order: tuple[tuple[str, ...], ...]


class _Sorter:
    def __init__(
        self, form: Mapping[str, Entry], lines: Iterable[Mapping[str, Entry]], below: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.form, self.lines, self.below = form, tuple(lines), below
        self.line_names = {name for entries in self.lines for name in entries}
        self.at: dict[Key, int] = {}
        self.order: dict[int, list[str]] = {}
        self.path: list[Key] = []

    def place(self, key: Key) -> int:
        if key in self.at:
            return self.at[key]
        if key in self.path:
            raise Circle((*self.path[self.path.index(key) :], key))
        of_line, name = key
        found = [entries[name] for entries in self.lines if name in entries] if of_line else [self.form[name]]
        self.path.append(key)
        stage = max(
            [int(of_line), *(self.after(of_line, need) for entry in found for need in needs(of_line, entry, self.below))]
        )
        self.path.pop()
        stage += of_line != stage % 2
        self.at[key] = stage
        self.order.setdefault(stage, []).append(name)
        return stage

    def after(self, of_line: Scope, need: Key) -> int:
        """The least stage of a name that reads `need`; what a submission brings is there from the start."""
        among_lines, name = need
        if among_lines and name in self.line_names:
            return self.place((True, name)) + (not of_line)
        if name in self.form:
            return self.place((False, name)) + (1 if of_line else 2 * among_lines)
        return 1 if of_line else 2 * among_lines


def needs(of_line: Scope, entry: Entry, below: Mapping[str, tuple[str, ...]]) -> tuple[Key, ...]:
    """What a formula reads, as keys; a key of the lines means the form's name where the lines have none of it."""
    read = reads(entry.formula.tree)
    keys: list[Key] = []
    for name in sorted(read.names):
        meant = entry.words.get(name, name)
        keys.append((of_line and not meant.startswith(FORM), meant.removeprefix(FORM)))
    for use in read.aggregates:
        inner = {CHILD_NAMES.get(name, name) for name in reads(use.argument).names}
        if entry.over is not None and use.group != EVERY_CHILD:
            inner.add("_left_out")
        keys.extend((True, name) for name in sorted(inner))
        if entry.over is not None and use.group in (None, EVERY_CHILD):
            keys.extend((False, f"{g}.{name}") for g in below[entry.over] for name in sorted(inner & OF_A_GROUP))
    return tuple(keys)


def staged(
    form: Mapping[str, Entry], lines: Iterable[Mapping[str, Entry]], below: Mapping[str, tuple[str, ...]]
) -> Stages:
    """Sort all formulas into stages; raises Circle where some of them need one another.

    `below` gives the groups directly under each group, `""` being the form.
    """
    sorter = _Sorter(form, lines, below)
    for name in form:
        sorter.place((False, name))
    for name in sorted(sorter.line_names):
        sorter.place((True, name))
    last = max(sorter.at.values(), default=0)
    return Stages(sorter.at, tuple(tuple(sorter.order.get(stage, ())) for stage in range(last + 1)))
