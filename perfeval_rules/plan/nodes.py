"""The groups of one form: each stands once, or under `each` once for every text that its lines bear."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perfeval_rules.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Node:
    """A group as it stands on a form; `id` is what its values are kept under."""

    group: str
    keys: tuple[str, ...] = ()
    """The texts that it and the groups around it stand for, from the outside in."""

    @property
    def id(self) -> str:
        """The group's own id, with the texts it stands for where it is repeated."""
        return "@".join((self.group, *self.keys))


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes of one form."""

    nodes: Mapping[str, Node]
    """By id, each after the one it stands in."""
    parents: Mapping[str, str]
    """The node that each stands in, `""` the form."""
    below: Mapping[str, tuple[str, ...]]
    """The nodes directly under each, in the order of the ruleset."""
    of_group: Mapping[str, tuple[str, ...]]
    """The nodes of each group; none where no line stands in it."""

    def lineage(self, node: str) -> tuple[str, ...]:
        """A node and those it stands in, from the inside out."""
        return (node, *self.lineage(self.parents[node])) if node else ()

    def meant(self, node: str) -> Mapping[str, str]:
        """The node that each group around a node means there."""
        return {self.nodes[above].group: above for above in self.lineage(node)}


def node_of(plan: Plan, group: str, texts: Mapping[str, object]) -> str:
    """The id of the node of a group that a line with some texts stands in; `""` directly under the form."""
    return path_of(plan, group, texts)[-1].id if group and plan.each else group


def path_of(plan: Plan, group: str, texts: Mapping[str, object]) -> tuple[Node, ...]:
    """The nodes on the way from the form to a group, for a line with some texts."""
    keys: tuple[str, ...] = ()
    path: list[Node] = []
    for above in reversed(plan.ancestors(group)):
        name = plan.each.get(above)
        if name is not None:
            said = texts.get(name) or texts.get(f"carried.{name}") or plan.constants.get(f"default.{name}")
            keys = (*keys, str(said or ""))
        path.append(Node(above, keys))
    return tuple(path)


def tree_of(plan: Plan, lines: Iterable[tuple[str, Mapping[str, object]]]) -> Tree:
    """The tree of a form from the group and texts of each of its lines; groups that ask no child stand in every one."""
    found: dict[str, Node] = {}
    parents: dict[str, str] = {}
    seen: set[str] = set()
    for group, texts in lines:
        if group in seen:
            continue
        if not plan.each:
            seen.add(group)
        before = ""
        for node in path_of(plan, group, texts):
            found.setdefault(node.id, node)
            parents.setdefault(node.id, before)
            before = node.id
    for group in sorted(plan.childless):
        stand_always(plan, group, found, parents)
    below: dict[str, tuple[str, ...]] = {"": (), **dict.fromkeys(found, ())}
    order = list(plan.parents)
    for node in sorted(found.values(), key=lambda one: order.index(one.group)):
        below[parents[node.id]] += (node.id,)
    of_group = {group: tuple(n.id for n in found.values() if n.group == group) for group in plan.parents}
    return Tree(found, parents, below, of_group)


def stand_always(plan: Plan, group: str, found: dict[str, Node], parents: dict[str, str]) -> None:
    """Put a group that asks no child into every node of the group around it; one that is repeated follows its lines."""
    around = plan.parents[group]
    if group in plan.each:
        return
    if around and all(node.group != around for node in found.values()):
        stand_always(plan, around, found, parents)
    outer = [node for node in found.values() if node.group == around] if around else [None]
    for node in outer:
        made = Node(group, node.keys if node else ())
        found.setdefault(made.id, made)
        parents.setdefault(made.id, node.id if node else "")
