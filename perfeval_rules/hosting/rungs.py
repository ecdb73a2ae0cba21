"""How the types of a plugin say what they measure, read from its source; nothing of it is imported."""

import ast
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from perfeval_rules.offer import Rung

FORMULA, METHOD = "attainment", "attain"
"""What a class writes that says its attainment in a formula, or in Python."""
MOST_BYTES = 1_000_000
"""How large a file of source is that is still read."""


def rung_of(module: str) -> Rung | None:
    """How the types of a plugin say their attainment, by its module; None where that cannot be seen.

    One method in Python is enough for `python`: then some forms go the slower way.
    """
    said = {rung for file in files(module.partition(":")[0]) for rung in _said(file)}
    return "python" if "python" in said else "formulas" if said else None


def files(module: str) -> tuple[Path, ...]:
    """The source of the package that a module stands in; of a package that several distributions share, its own part."""
    top, _, inner = module.partition(".")
    try:
        spec = find_spec(top)  # of a package that stands at the top, this imports nothing
    except (ImportError, ValueError, AttributeError):  # what stands on the path may be broken in any way
        return ()
    if spec is None:
        return ()
    if spec.submodule_search_locations is None:
        return (Path(spec.origin),) if spec.has_location and spec.origin else ()
    folders = [Path(folder) for folder in spec.submodule_search_locations]
    if spec.origin is None and inner:
        return tuple(file for folder in folders for file in _part(folder, inner.split(".")[0]))
    return tuple(file for folder in folders for file in _inside(folder))


def _part(folder: Path, name: str) -> Iterable[Path]:
    single = folder / f"{name}.py"
    return (single,) if single.is_file() else _inside(folder / name)


def _inside(folder: Path) -> Iterable[Path]:
    return sorted(folder.rglob("*.py"))


def _said(file: Path) -> Iterator[Rung]:
    """What the classes of a file say; nothing where it cannot be read as Python."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for statement in (each for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for each in node.body):
        if isinstance(statement, ast.FunctionDef) and statement.name == METHOD:
            yield "python"
        elif FORMULA in _assigned(statement):
            yield "formulas"


def _assigned(statement: ast.stmt) -> frozenset[str]:
    """The names that a statement gives a value."""
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets = [statement.target]
    return frozenset(target.id for target in targets if isinstance(target, ast.Name))
