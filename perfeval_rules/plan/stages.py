"""The order in which a plan's formulas can be worked out, found from what each of them reads.

Even stages are the form's (its groups are part of it), odd ones its lines'. A name stands at the least stage that its
names allow: the same stage for names of its own scope, one later across the border. Nobody keeps the order of steps by
hand: it follows. A name of the lines has one stage whatever rule scores the line, so that readings which treat the
lines of several rules together stay in step.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from perfeval_rules.formula.reads import reads
from perfeval_rules.plan.entry import CHILD_NAMES, EVERY_CHILD, EVERY_LINE, FORM, OF_A_GROUP, SHARE, Entry

BEING_THERE = "_row"
"""What every line says; an aggregate waits for the lines also where it asks nothing of them, as in `count(True)`."""
Scope = bool
"""True: a name of the lines; False: of the form."""
Key = tuple[Scope, str]


class Circle(Exception):  # noqa: N818 - a verdict on a plan, told by a finding
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
    """Places names one after another; by a stack of its own, since a ruleset may chain more names than Python nests."""

    def __init__(
        self, form: Mapping[str, Entry], lines: Iterable[Mapping[str, Entry]], below: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.form, self.lines, self.below = form, tuple(lines), below
        self.line_names = {name for entries in self.lines for name in entries}
        self.needed: dict[int, tuple[Key, ...]] = {}
        """What each formula needs, by the identity of its entry: asked for twice and more."""
        self.at: dict[Key, int] = {}
        self.order: dict[int, list[str]] = {}

    def place(self, key: Key) -> None:
        """Place a name, and before it every name it reads."""
        path = {key: self.reads(key)}
        while path:
            here, reading = next(reversed(path.items()))
            need = next((need for need in reading if self.worked_out(need) not in self.at), None)
            if need is None:
                del path[here]
                self.settle(here)
                continue
            wanted = self.worked_out(need)
            if wanted in path:
                members = list(path)
                raise Circle((*members[members.index(wanted) :], wanted))
            path[wanted] = self.reads(wanted)

    def reads(self, key: Key) -> Iterator[Key]:
        """What a name reads that a formula gives, under every rule."""
        of_line, name = key
        found = [entries[name] for entries in self.lines if name in entries] if of_line else [self.form[name]]
        return iter([need for entry in found for need in self.needs(of_line, entry) if self.is_worked_out(need)])

    def needs(self, of_line: Scope, entry: Entry) -> tuple[Key, ...]:
        """What a formula reads, found once."""
        if id(entry) not in self.needed:
            self.needed[id(entry)] = tuple(self.found(of_line, entry))
        return self.needed[id(entry)]

    def found(self, of_line: Scope, entry: Entry) -> Iterator[Key]:
        """What a formula reads; a share may be that of any group."""
        for need in needs(of_line, entry, self.below):
            if need[1] == SHARE:
                yield from ((False, name) for name in self.form if name.endswith("._child_share"))
            else:
                yield need

    def is_worked_out(self, need: Key) -> bool:
        return need[1] in self.form or (need[0] and need[1] in self.line_names)

    def worked_out(self, need: Key) -> Key:
        """The name that a formula means: the line's where it asks among lines and they have it, else the form's."""
        among_lines, name = need
        return (among_lines and name in self.line_names, name)

    def settle(self, key: Key) -> None:
        """Give a name its stage, all that it reads having theirs."""
        of_line, name = key
        found = [entries[name] for entries in self.lines if name in entries] if of_line else [self.form[name]]
        after = (self.after(of_line, need) for entry in found for need in self.needs(of_line, entry))
        stage = max([int(of_line), *after])
        stage += of_line != stage % 2
        self.at[key] = stage
        self.order.setdefault(stage, []).append(name)

    def after(self, of_line: Scope, need: Key) -> int:
        """The least stage of a name that reads `need`; what a submission brings is there from the start."""
        among_lines, _ = need
        wanted = self.worked_out(need)
        if wanted[0]:
            return self.at[wanted] + (not of_line)
        return self.at.get(wanted, 0) + (1 if of_line else 2 * among_lines)


def needs(of_line: Scope, entry: Entry, below: Mapping[str, tuple[str, ...]]) -> tuple[Key, ...]:
    """What a formula reads, as keys; a key of the lines means the form's name where the lines have none of it."""
    read = reads(entry.formula.tree)
    keys: list[Key] = []
    for name in sorted(read.names):
        meant = entry.words.get(name, name)
        keys.append((of_line and not meant.startswith(FORM), meant.removeprefix(FORM)))
    for use in read.aggregates:
        inner = {CHILD_NAMES.get(name, name) for name in reads(use.argument).names}
        inner.add(BEING_THERE)
        if entry.over is not None and use.group not in (EVERY_CHILD, EVERY_LINE):
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
    for key in [*((False, name) for name in form), *((True, name) for name in sorted(sorter.line_names))]:
        if key not in sorter.at:
            sorter.place(key)
    last = max(sorter.at.values(), default=0)
    return Stages(sorter.at, tuple(tuple(sorter.order.get(stage, ())) for stage in range(last + 1)))
