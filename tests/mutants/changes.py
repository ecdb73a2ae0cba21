"""The door to mutmut: every change that it makes to a file of the core."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import libcst
from libcst import matchers
from libcst.metadata import MetadataWrapper
from mutmut.configuration import config
from mutmut.mutation.file_mutation import Mutation, MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import get_ignored_lines

from tests.mutants.mutant import PACKAGE, Mutant

_TYPES = matchers.Assign(
    value=matchers.Subscript() | matchers.Call(func=matchers.Name("TypeVar") | matchers.Name("ParamSpec"))
)
"""What names a type outside a function says nothing at run time."""


class _Visitor(MutationVisitor):
    """The tool's own, which also goes into properties and remembered functions: nothing is copied here."""

    def _skip_node_and_children(self, node: libcst.CSTNode) -> bool:
        if isinstance(node, libcst.FunctionDef):
            node = node.with_changes(decorators=())
        return matchers.matches(node, _TYPES) or bool(super()._skip_node_and_children(node))


def core() -> Sequence[Path]:
    """The files whose mutants are drawn: the `only_mutate` of pyproject.toml."""
    return [path for path in sorted(Path(PACKAGE).rglob("*.py")) if config().should_mutate(path)]


def count(path: Path) -> int:
    """How many mutants a file has."""
    return len(_mutations(path)[1])


def mutant(path: Path, number: int) -> Mutant:
    """One of the mutants of a file."""
    module, found = _mutations(path)
    changed = deep_replace(module, found[number].original_node, found[number].mutated_node)
    assert isinstance(changed, libcst.Module)
    return Mutant(path.as_posix(), number, module.code, changed.code)


@cache
def _mutations(path: Path) -> tuple[libcst.Module, list[Mutation]]:
    source = path.read_text("utf-8")
    wrapper = MetadataWrapper(libcst.parse_module(source))
    visitor = _Visitor(mutation_operators, get_ignored_lines(path.name, source, wrapper))
    return wrapper.visit(visitor), visitor.mutations
