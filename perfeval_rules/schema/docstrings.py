"""What the author of a class says of it and of its fields: the docstring of the class and those under the fields."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent


def about(described: type) -> str:
    """The docstring of a class; that of a class it extends is not its own."""
    return inspect.cleandoc(described.__dict__.get("__doc__") or "")


@cache
def about_fields(described: type) -> Mapping[str, str]:
    """The docstrings under the fields of a class, those that it inherits included."""
    found: dict[str, str] = {}
    for each in reversed(described.__mro__):
        found |= dict(_under_fields(each))
    return found


def _under_fields(described: type) -> Iterator[tuple[str, str]]:
    """A class whose source is not at hand says nothing."""
    try:
        source = inspect.getsource(described)
    except (OSError, TypeError):
        return
    (body,) = ast.parse(dedent(source)).body
    for statement, words in pairwise(body.body if isinstance(body, ast.ClassDef) else ()):
        match statement, words:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                yield name, inspect.cleandoc(said)
