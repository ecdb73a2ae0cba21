"""The examples of plugins: whole projects that use what anybody may use, and do not write twice what could be shared."""

import ast
import tomllib
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import perfeval_standard
from perfeval_rules import VERSION, Engine
from perfeval_rules.hosting.load import admitted
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.running import run_case
from tests.pages import ROOT, blocks
from tests.test_layers import imports

PLUGINS = ROOT / "plugins"
EXAMPLES = sorted(file.parent for file in PLUGINS.glob("*/pyproject.toml"))
PUBLIC = ("perfeval_rules", "perfeval_rules.extension", "perfeval_rules.testing")
WORTH_SHARING = 12
"""From so many nodes of syntax on, a piece of code that stands twice should stand once."""
WORTH_SHARING_TEXT = 40
"""From so many characters on, a text: a formula or the words of a message."""

every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)


def settings_of(example: Path) -> Mapping[str, Any]:
    return tomllib.loads((example / "pyproject.toml").read_text("utf-8"))


def package(example: Path) -> Path:
    return example / f"perfeval_{example.name}"


def test_the_examples_are_there():
    assert [example.name for example in EXAMPLES] == ["survey", "value_based_purchasing"]


@every_example
def test_an_example_is_a_whole_project_that_needs_the_engine_alone(example):
    module = import_module(f"perfeval_{example.name}")
    said = settings_of(example)["project"]
    assert said["name"] == module.__name__.replace("_", "-")
    assert said["entry-points"] == {"perfeval_rules.v1": {example.name: module.__name__}}
    assert [one.removeprefix("perfeval-rules") for one in said["dependencies"] if admitted(VERSION, one[14:])] == [
        one[14:] for one in said["dependencies"]
    ]
    assert {file.name for file in example.iterdir()} >= {"LICENSE", "README.md", "CHANGELOG.md", "tests"}
    assert (package(example) / "py.typed").is_file()
    assert f"## {module.__version__} " in (example / "CHANGELOG.md").read_text("utf-8")


@every_example
def test_a_wheel_of_an_example_holds_all_that_stands_in_its_package(example):
    told = settings_of(example)["tool"]["setuptools"]
    folder = package(example)
    assert told["packages"] == [folder.name]
    patterns = ["*.py", *told["package-data"][folder.name]]
    held = {file for pattern in patterns for file in folder.glob(pattern)}
    assert {file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts} == held


@every_example
def test_the_tests_of_an_example_use_public_names_alone(example):
    files = sorted((example / "tests").glob("*.py"))
    assert files
    ours = [name for file in files for name in imports(file) if name.partition(".")[0] == "perfeval_rules"]
    assert {name for name in ours if name not in PUBLIC and not name.startswith("perfeval_rules.testing.")} == set()


@every_example
def test_the_example_on_the_page_is_a_ruleset_whose_cases_hold(example, tmp_path):
    shown = blocks(example / "README.md", "toml")
    assert [Path(block.file).name for block in shown] == ["ruleset.toml", "cases.toml"]
    for block in shown:
        (tmp_path / block.file).parent.mkdir(exist_ok=True)
        (tmp_path / block.file).write_text(block.text, "utf-8")
    engine = Engine(plugins=[perfeval_standard, import_module(f"perfeval_{example.name}")])
    folder = tmp_path / Path(shown[0].file).parent
    assert [one.say("en") for one in engine.check(folder)] == []
    found = suite(engine, folder)
    assert found.findings == ()
    assert len(found.cases) >= 3
    assert [case.name for case in found.cases if not run_case(found.program, case).passed] == []


def pieces(source: str) -> Iterator[str]:
    """What a module writes that another could use: its functions, classes and values, and its long texts."""
    tree = ast.parse(source)
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign):
            for node in [statement, *(statement.body if isinstance(statement, ast.ClassDef) else [])]:
                if sum(1 for _ in ast.walk(node)) >= WORTH_SHARING and not isinstance(node, ast.Expr):
                    yield bodied(node)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) >= WORTH_SHARING_TEXT:
            yield node.value


def bodied(node: ast.AST) -> str:
    """A piece without the name it bears and the words that describe it."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        body = node.body[1:] if ast.get_docstring(node) else node.body
        inside = [*body, node.args] if isinstance(node, ast.FunctionDef) else body
        return "\n".join(ast.dump(part) for part in inside)
    return ast.dump(getattr(node, "value", None) or node)


def twice(packages: Mapping[str, list[str]]) -> set[str]:
    """The pieces that the sources of more than one package write."""
    written: dict[str, set[str]] = {}
    for name, sources in packages.items():
        for source in sources:
            for piece in pieces(source):
                written.setdefault(piece, set()).add(name)
    return {piece for piece, names in written.items() if len(names) > 1}


def test_nothing_worth_sharing_is_written_twice():
    packages = {
        folder.name: [file.read_text("utf-8") for file in sorted(folder.rglob("*.py"))]
        for folder in sorted(PLUGINS.glob("*/perfeval_*"))
        if folder.is_dir() and not folder.name.endswith(".egg-info")
    }
    assert set(packages) == {"perfeval_standard", *(package(example).name for example in EXAMPLES)}
    assert twice(packages) == set()


def test_what_is_written_twice_is_found_under_whatever_name():
    one = 'def share(part, whole):\n    """A share."""\n    return min(part / whole, 1) if whole > 0 else None\n'
    other = one.replace("share", "portion").replace("A portion.", "Another word.")
    formula = "RATE = 'satisfied / answered if answered > 0 else stop(none)'\n"
    assert len(twice({"one": [one], "other": [other]})) == 1
    assert len(twice({"one": [formula], "other": [f"def rate():\n    return {formula[7:]}"]})) == 1
    assert twice({"one": [one, other], "other": ["NAME = 'share'\n"]}) == set()
