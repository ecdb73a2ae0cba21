"""The lines of a form under their groups, in the order of a score sheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from perfeval_rules.evaluation import Evaluation, Group, Line


@dataclass(frozen=True, slots=True)
class Section:
    """A group with the lines that stand right under it; without a group, the lines that have none."""

    group: Group | None
    depth: int
    lines: tuple[Line, ...]


def sections(evaluation: Evaluation) -> Iterator[Section]:
    """The groups from the top down, each before what it holds; a group that nobody is in is left out."""
    known = {group.id for group in evaluation.groups}
    free = tuple(line for line in evaluation.lines if line.node not in known)
    if free:
        yield Section(None, 0, free)
    for group in evaluation.groups:
        if group.parent not in known:
            yield from _under(evaluation, group, 0)


def _under(evaluation: Evaluation, group: Group, depth: int) -> Iterator[Section]:
    lines = tuple(line for line in evaluation.lines if line.node == group.id)
    below = [
        section
        for child in evaluation.groups
        if child.parent == group.id
        for section in _under(evaluation, child, depth + 1)
    ]
    if lines or below:
        yield Section(group, depth, lines)
        yield from below
