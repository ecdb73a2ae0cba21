"""The layers: imports go down, each foreign package has one door, what decides a score touches nothing outside."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import perfeval_rules

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "perfeval_rules"
PLUGINS = sorted((ROOT / "plugins").glob("*/perfeval_*/**/*.py"))

LAYERS = (
    ("", "version text findings"),
    ("catalogue", "entry command compiled plugin reason scoring shape toml form ruleset value writing formula cases"),
    ("", "errors model owed"),
    ("values", "measures problem signs spelling dates decimals units cells"),
    (
        "formula",
        "functions formula habits nodes algebra additions aggregates definitions keys reads tokens order language "
        "evaluator vocabulary checking tables calls kinds",
    ),
    ("readings", "carrying exact part derivation recomputation steps quotient sayable machine working python"),
    ("", "headings indicator reserved misspelt extension offer review admission registry"),
    (
        "ruleset",
        "canonical document kinds merged specifiers tables ruleset telling editions faults history "
        "identifiers overlay references sense table_reader heads reading effective",
    ),
    ("", "submission evaluation plain json_text reasons"),
    ("body", "collected source json_document form_data spots sound decoding echo body"),
    (
        "lint",
        "spots branches adjust_after_cap branch_never_reached cap_at_edge edge_in_words ratio_in_percent "
        "rescale_forgotten rule_never_asked score_without_weight weight_inside_sum of_plugins",
    ),
    (
        "plan",
        "entry facts judge called judges lacks placing reason_formulas stages plan nodes worked scopes run reader row_values size "
        "vocabulary authored binding line_formulas form_formulas references python_only compile fact_kinds folder failures lacking "
        "speaking telling results",
    ),
    (
        "machine",
        "questions function given lines rules shape forms gathering lineup sources routes results scores reading",
    ),
    ("", "derivations explain composition composer"),
    ("", "formats program"),
    (
        "files",
        "grid grid_remarks grid_sums grid_words grid_columns grid_funds grid_head "
        "grid_rows grid_form slips quoted form_text marks positions toml toml_write forms "
        "library",
    ),
    ("hosting", "discover settings rulesets guard hookspecs load rungs standing"),
    ("", "shelf engine"),
    (
        "kit",
        "cells telling phrases verdicts wording trial strategies watch surface ground declaration examples measures purity suite "
        "plugin_ground calls function_suite lint_suite format_suite",
    ),
    (
        "testing",
        "expectation faults expectations case_forms cases running bands reach beside properties verdict inspection process project",
    ),
    ("schema", "shapes docstrings titles models submission evaluation lines ruleset cases"),
    ("scaffold", "template project names plugin ruleset"),
    (
        "cli",
        "arguments codes documents figures page sections words wrapping notices render output scored folder merged check "
        "explain parser begun new_plugin new_ruleset plugins_list plugins_check read rulesets schema score_table sheet score case_page test",
    ),
    ("", "testing.pytest_plugin __main__"),
)
"""The folders in the order of the data's way, and in each its modules; blank: the package itself."""
ORDER = [
    module
    for folder, names in LAYERS
    for module in [*(f"{folder}.{name}".lstrip(".") for name in names.split()), *([folder] if folder else [])]
]
FIRST_EDGE = "files"
"""The folder where input and output begin; all that stands before it is pure."""

DOORS = {
    "pydantic": "model",
    "pydantic_core": "model",
    "simpleeval": "formula.evaluator",
    "pluggy": "hosting.hookspecs",
    "tomli_w": "files.toml_write",
    "tomllib": "files.toml",
    "click": "cli.parser",
    "rich": "cli.render",
    "hypothesis": "kit.strategies",
    "pytest": "testing.pytest_plugin",
}
OUTSIDE = {
    "asyncio", "builtins", "ctypes", "importlib", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets",
    "shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
    "warnings",
}  # fmt: skip
OUTSIDE_CALLS = {"__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print"}
CLOCKS = {"now", "today", "utcnow"}
CODE_DOOR = ("readings.python", {"compile", "exec"})
"""The one module that turns text into code, text of its own making."""
LONGEST_FILE, LONGEST_FUNCTION, PUBLIC_NAMES = 300, 40, 20


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"}
PURE = [name for name in ORDER if ORDER.index(name) < min(n for n, m in enumerate(ORDER) if m.startswith(FIRST_EDGE))]
SOURCES = [*PACKAGE.rglob("*.py"), *PLUGINS]


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in it, by its full name; of `from m import n` also `m.n`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            own = [name for name in names if name.removeprefix("perfeval_rules.") in MODULES]
            yield from own if len(own) == len(names) else [str(node.module), *own]


def calls(path: Path) -> Iterator[str]:
    """The names of what a file calls."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
                yield node.func.attr


def test_the_order_names_every_module_once():
    assert sorted(ORDER) == sorted(MODULES)


@pytest.mark.parametrize("module", ORDER)
def test_a_module_imports_only_modules_that_stand_before_it(module):
    for name in imports(MODULES[module]):
        own, _, imported = name.partition(".")
        if own == "perfeval_rules":
            assert imported, f"{module} imports the public face; name the module"
            assert imported in ORDER[: ORDER.index(module)], f"{module} reaches up to {imported}"


@pytest.mark.parametrize("module", ORDER)
def test_each_foreign_package_enters_through_one_door(module):
    for name in imports(MODULES[module]):
        package = name.partition(".")[0]
        if package != "perfeval_rules" and (package in DOORS or package not in sys.stdlib_module_names):
            assert DOORS.get(package) == module, f"{module} imports {package}"


@pytest.mark.parametrize("module", PURE)
def test_what_decides_a_score_touches_nothing_outside(module):
    assert not OUTSIDE & {name.partition(".")[0] for name in imports(MODULES[module])}
    allowed = CODE_DOOR[1] if module == CODE_DOOR[0] else set()
    assert (OUTSIDE_CALLS | CLOCKS) & set(calls(MODULES[module])) == allowed


def test_the_door_of_input_and_output_is_shut_behind_the_pure_layers():
    assert {name.partition(".")[0] for name in ORDER if name not in PURE} == {
        "files", "hosting", "shelf", "engine", "kit", "testing", "schema", "scaffold", "cli", "__main__",
    }  # fmt: skip


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_holds_one_noun_and_a_function_fits_on_a_page(path):
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name} is long"


def test_the_public_face_has_few_names_and_each_is_there():
    assert len(perfeval_rules.__all__) <= PUBLIC_NAMES
    assert list(perfeval_rules.__all__) == sorted(perfeval_rules.__all__)
    assert all(hasattr(perfeval_rules, name) for name in perfeval_rules.__all__)


@pytest.mark.parametrize("path", PLUGINS, ids=lambda path: path.relative_to(ROOT / "plugins").as_posix())
def test_plugins_use_what_every_plugin_may_use(path):
    own = path.relative_to(ROOT / "plugins").parts[1]
    allowed = {"perfeval_rules", "perfeval_rules.extension", own}
    allowed |= {"perfeval_rules.testing"} if path.stem == "suites" else set()
    for name in imports(path):
        package = name.partition(".")[0]
        assert name in allowed or name.startswith(f"{own}.") or package in sys.stdlib_module_names, name
