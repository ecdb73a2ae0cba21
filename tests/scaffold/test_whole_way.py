"""From `perfeval new plugin` to an installed plugin that passes its tests, its cases and `perfeval plugins check`.

The examples of plugins in this repository, whose own tests run elsewhere, go the same way. Each goes into a virtual
environment of its own, made for it: the engine and the plugin are installed there from their wheels, by pip and without
network; what the engine needs of others is taken from the environment of these tests.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from perfeval_rules.scaffold.plugin import SAMPLES, new_plugin
from tests.pages import ROOT

EXAMPLES = sorted(file.parent for file in (ROOT / "plugins").glob("*/pyproject.toml"))
ENGINE = ("pyproject.toml", "README.md", "LICENSE", "perfeval_rules", "rulesets", "plugins/standard")
"""What the wheel of the engine is made from."""
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider")
SOUND, FAULTY = "max(100 * (actual / base - 1) / target, 0)", "max(100 * (actual / base - 1) / target, -1)"
"""A growth that may fall below 0."""
FUNCTION = """

def half(say, x):
    return say.div(x, say.number(2))


@hookimpl
def perfeval_functions():
    from perfeval_rules.extension import Function

    meaning, examples = Text("一半", "half of it"), {"half(3)": "1.5"}
    return [Function(usage="half(x)", parameters=("number",), result="number", meaning=meaning, examples=examples, definition=half)]
"""
"""A function as an author may add it later."""

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Installed:
    """A plugin in an environment of its own, and the project it comes from."""

    name: str
    project: Path
    environment: Path

    @property
    def package(self) -> Path:
        (found,) = self.environment.glob(f"lib/python*/site-packages/perfeval_{self.name}")
        return found

    def run(self, program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a program of the environment; what is installed there is all that it knows of plugins and engine."""
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.environment), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1",
            "PERFEVAL_LANG": "en",
        }  # fmt: skip
        return subprocess.run(
            [self.environment / "bin" / program, *arguments],
            cwd=self.project,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def python(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run Python; the project itself is not on its path."""
        return self.run("python", "-P", *arguments)

    def perfeval(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command."""
        return self.run("perfeval", *arguments)

    def rulesets(self) -> list[str]:
        """The rulesets that it brings."""
        return [str(file) for file in sorted(self.package.glob("rulesets/*/ruleset.toml"))]


def wheel_of(project: Path, folder: Path) -> Path:
    """The wheel of a project, built into a new folder."""
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(project)]
    done = subprocess.run([sys.executable, *build], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.iterdir()
    return wheel


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the engine, built from a copy, since others may read this repository meanwhile."""
    folder = tmp_path_factory.mktemp("engine")
    for part in ENGINE:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        (folder / "source" / part).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / part, folder / "source" / part)
    return wheel_of(folder / "source", folder / "wheels")


def install(project: Path, name: str, folder: Path, engine: Path) -> Installed:
    """Make an environment, and install the engine and the wheel of a project into it as anybody does."""
    wheel, environment = wheel_of(project, folder / "wheels"), folder / "environment"
    assert f"perfeval_{name}/py.typed" in zipfile.ZipFile(wheel).namelist()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    get = ["install", "--quiet", "--no-index", "--no-deps", "--no-compile", str(engine), str(wheel)]
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python"), *get]
    done = subprocess.run(pip, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (own,) = environment.glob("lib/python*/site-packages")
    others = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "of_others.pth").write_text("\n".join(others), "utf-8")
    plugin = Installed(name, project, environment)
    for module in ("perfeval_rules", "perfeval_standard", f"perfeval_{name}"):
        told = plugin.python("-c", f"import {module}; print({module}.__file__)")
        assert told.stdout.startswith(str(own)), told.stdout + told.stderr
    return plugin


def assert_tested(plugin: Installed) -> None:
    """Its tests pass, and with them the cases that it brings."""
    tested = plugin.python(*PYTEST, "-vv", "tests", str(plugin.package))
    assert tested.returncode == 0, tested.stdout
    assert "cases.toml::on-target PASSED" in tested.stdout


def assert_sound(plugin: Installed) -> None:
    """Its cases hold, and nothing is found in looking it over."""
    cases = plugin.perfeval("test", *plugin.rulesets())
    assert cases.returncode == 0, cases.stdout
    looked = plugin.perfeval("plugins", "check", plugin.name)
    assert looked.returncode == 0, looked.stdout + looked.stderr
    assert "✗" not in looked.stdout


@pytest.mark.parametrize("kind", SAMPLES)
def test_what_is_begun_is_whole_in_a_fresh_environment(kind, tmp_path, engine):
    name = f"begun_{kind}"
    plugin = install(new_plugin(name, kind, tmp_path).folder, name, tmp_path, engine)
    assert_tested(plugin)
    assert_sound(plugin)
    listed = plugin.perfeval("plugins", "--ruleset", f"begun-{kind}-example")
    assert f"perfeval-begun-{kind}" in listed.stdout
    assert listed.stdout.count("active") == 2


def test_a_seeded_fault_is_found_by_the_tests_by_the_cases_and_in_looking_it_over(tmp_path, engine):
    plugin = install(new_plugin("begun", "formulas", tmp_path).folder, "begun", tmp_path, engine)
    module = plugin.package / "__init__.py"
    source = module.read_text("utf-8")
    assert SOUND in source
    module.write_text(source.replace(SOUND, FAULTY), "utf-8")
    tested = plugin.python(*PYTEST, "tests", "-k", "every_row")
    assert tested.returncode == 1, tested.stdout
    assert "negative" in tested.stdout
    looked = plugin.perfeval("plugins", "check", "begun")
    assert looked.returncode == 1, looked.stdout + looked.stderr
    assert "✗ any row has a result" in looked.stdout
    assert "The attainment is negative" in looked.stdout
    module.write_text(source.replace("/ target, 0)", "/ target / 2, 0)"), "utf-8")
    assert plugin.perfeval("test", *plugin.rulesets()).returncode == 1
    assert_tries_what_is_added(plugin, module, source)


def assert_tries_what_is_added(plugin: Installed, module: Path, source: str) -> None:
    """A function added later is tried by the tests as they were written."""
    module.write_text(source + FUNCTION, "utf-8")
    tested = plugin.python(*PYTEST, "tests", "-k", "TestFunctions")
    assert tested.returncode == 0, tested.stdout
    module.write_text(source + FUNCTION.replace('"1.5"', '"2"'), "utf-8")
    tested = plugin.python(*PYTEST, "tests", "-k", "TestFunctions")
    assert tested.returncode == 1, tested.stdout
    assert "half(3) is to give 2, but gives 1.5." in tested.stdout


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_of_this_repository_is_sound_as_it_is_installed(example, tmp_path, engine):
    project = shutil.copytree(example, tmp_path / example.name)
    assert_sound(install(project, example.name, tmp_path, engine))
