"""The tree of a form's groups with plain names: forms whose groups stand alike share their functions.

Under `each` a node is called by the texts it stands for, which differ from form to form; here it is called by its number.
"""

from collections.abc import Mapping
from typing import NamedTuple

from perfeval_rules.plan.nodes import Tree


class Shape(NamedTuple):
    """The groups of a form: for each node its group and the node it stands in, outer ones first."""

    nodes: tuple[tuple[str, str, str], ...]
    """Name, group, and name of the node around it, `""` the form; in the order in which the form has them."""

    def below(self, node: str) -> tuple[str, ...]:
        """The nodes directly under a node."""
        return tuple(name for name, _, parent in self.nodes if parent == node)

    def lineage(self, node: str) -> tuple[str, ...]:
        """A node and those it stands in, from the inside out."""
        above = {name: parent for name, _, parent in self.nodes}
        return (node, *self.lineage(above[node])) if node else ()

    def of_group(self, group: str) -> tuple[str, ...]:
        """The nodes of a group."""
        return tuple(name for name, of, _ in self.nodes if of == group)

    def group(self, node: str) -> str:
        """The group of a node."""
        return next(of for name, of, _ in self.nodes if name == node)

    def meant(self, node: str) -> Mapping[str, str]:
        """The node that each group around a node means there."""
        return {self.group(above): above for above in self.lineage(node)}


def shape_of(tree: Tree) -> tuple[Shape, Mapping[str, str]]:
    """The shape of a form's tree, and the node of the form that each of its names means."""
    called: dict[str, str] = {"": ""}
    for node in ordered(tree, ""):
        at = tree.nodes[node]
        called[node] = at.group if node == at.group else f"{at.group}@{len(called)}"
    nodes = tuple((called[node], tree.nodes[node].group, called[tree.parents[node]]) for node in called if node)
    return Shape(nodes), {name: node for node, name in called.items()}


def ordered(tree: Tree, parent: str) -> tuple[str, ...]:
    """All nodes under one, each before those in it."""
    return tuple(node for child in tree.below[parent] for node in (child, *ordered(tree, child)))
