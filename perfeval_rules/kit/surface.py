"""What the modules of a plugin import of the engine: public names alone, or more than may be relied on."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENGINE = "perfeval_rules"
OPEN = frozenset({ENGINE, f"{ENGINE}.extension"})
SUITES = "suites"
"""The module of a package that says to the test kit what its types do not say themselves."""
IN_TESTS = frozenset({f"{ENGINE}.testing"})


@dataclass(frozen=True, slots=True)
class Import:
    """A name of the engine that a module imports, and where."""

    name: str
    file: Path
    line: int


def private_imports(module: str) -> tuple[Import, ...]:
    """What the package of a module imports that is not public."""
    return tuple(found for file in files_of(module) for found in _imports(file) if not _public(found))


def files_of(module: str) -> tuple[Path, ...]:
    """The files of the package that a module stands in, or the one file that it is."""
    package = sys.modules[module.partition(".")[0]]
    own = getattr(sys.modules[module], "__file__", None)
    folders = [Path(folder) for folder in getattr(package, "__path__", ())]
    if not folders or getattr(package, "__file__", None) is None:  # a package without a file may be anybody's
        return (Path(own),) if own else ()
    return tuple(file for folder in folders for file in sorted(folder.rglob("*.py")))


def _imports(file: Path) -> Iterator[Import]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, file, node.lineno) for alias in node.names if _of_engine(alias.name))
        elif isinstance(node, ast.ImportFrom) and not node.level and _of_engine(node.module or ""):
            yield from (Import(f"{node.module}.{alias.name}", file, node.lineno) for alias in node.names)


def _of_engine(name: str) -> bool:
    return name == ENGINE or name.startswith(f"{ENGINE}.")


def _public(found: Import) -> bool:
    """Whether a name is public; the test kit is so in tests alone."""
    module, _, name = found.name.rpartition(".")
    if found.name in OPEN or module in OPEN - {ENGINE}:
        return True
    if module == ENGINE and name in sys.modules[ENGINE].__all__:
        return True
    return in_tests(found.file) and (found.name in IN_TESTS or module in IN_TESTS)


def in_tests(file: Path) -> bool:
    """Whether a file holds tests, as its name or that of its folder says."""
    return file.stem in ("conftest", SUITES) or file.stem.startswith("test_") or "tests" in file.parts
