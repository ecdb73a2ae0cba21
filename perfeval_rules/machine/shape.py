"""The tree of a form's groups with plain names: forms whose groups stand alike share their functions.

Under `each` a node is called by the texts it stands for, which differ from form to form; here it is called by its number.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from perfeval_rules.plan.nodes import Node, Tree


class Shape(NamedTuple):
    """How the groups of a form stand, as something that forms can be told apart by."""

    nodes: tuple[tuple[str, str, str], ...]
    """Name, group, and name of the node around it, `""` the form; each after the one it stands in."""
    below: tuple[tuple[str, tuple[str, ...]], ...]
    """The nodes directly under each, in the order of the ruleset."""

    @property
    def tree(self) -> Tree:
        """The same as a tree, with the names of the shape."""
        return _tree(self)


@lru_cache(maxsize=1_000)
def _tree(shape: Shape) -> Tree:
    nodes = {name: Node(group, tuple(name.split("@")[1:])) for name, group, _ in shape.nodes}
    of_group: dict[str, tuple[str, ...]] = {}
    for name, group, _ in shape.nodes:
        of_group[group] = (*of_group.get(group, ()), name)
    return Tree(nodes, {name: parent for name, _, parent in shape.nodes}, dict(shape.below), of_group)


def shape_of(tree: Tree) -> tuple[Shape, Mapping[str, str]]:
    """The shape of a form's tree, and the node of the form that each of its names means."""
    called: dict[str, str] = {"": ""}
    for node, at in tree.nodes.items():
        called[node] = at.group if node == at.group else f"{at.group}@{len(called)}"
    nodes = tuple((called[node], at.group, called[tree.parents[node]]) for node, at in tree.nodes.items())
    below = tuple((called[node], tuple(called[one] for one in under)) for node, under in tree.below.items() if under)
    return Shape(nodes, (("", ()), *below)), {name: node for node, name in called.items()}
