"""From `perfeval new plugin` to an installed plugin that passes its tests, its cases and `perfeval plugins check`.

The examples of plugins in this repository, whose own tests run elsewhere, go the same way. What is installed goes to a
folder of its own, without network.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from perfeval_rules.scaffold.plugin import SAMPLES, new_plugin
from tests.pages import ROOT

EXAMPLES = sorted(file.parent for file in (ROOT / "plugins").glob("*/pyproject.toml"))
PYTEST = ("-m", "pytest", "-q", "-p", "perfeval_rules.testing.pytest_plugin", "-p", "no:cacheprovider")
SOUND, FAULTY = "max(100 * (actual / base - 1) / target, 0)", "max(100 * (actual / base - 1) / target, -1)"
"""A growth that may fall below 0."""

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Installed:
    """A plugin in a folder of its own, and the project it comes from."""

    name: str
    project: Path
    site: Path

    @property
    def package(self) -> Path:
        return self.site / f"perfeval_{self.name}"

    def python(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run Python with this repository and what is installed on its path, and not the project itself."""
        path = os.pathsep.join(map(str, (self.site, ROOT, ROOT / "plugins" / "standard")))
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.site), "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONUTF8": "1", "PERFEVAL_LANG": "en",
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-P", *arguments],
            cwd=self.project,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def perfeval(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command."""
        return self.python("-m", "perfeval_rules", *arguments)

    def rulesets(self) -> list[str]:
        """The rulesets that it brings."""
        return [str(file) for file in sorted(self.package.glob("rulesets/*/ruleset.toml"))]


def install(project: Path, name: str, site: Path) -> Installed:
    """Build the wheel of a project and unpack it as an installer does."""
    wheels = site.parent / "wheels"
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels), str(project)]
    done = subprocess.run([sys.executable, *build], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = wheels.iterdir()
    assert f"perfeval_{name}/py.typed" in zipfile.ZipFile(wheel).namelist()
    get = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    subprocess.run([sys.executable, *get], capture_output=True, check=True)
    return Installed(name, project, site)


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
def test_what_is_begun_is_whole(kind, tmp_path):
    name = f"begun_{kind}"
    plugin = install(new_plugin(name, kind, tmp_path).folder, name, tmp_path / "site")
    assert_tested(plugin)
    assert_sound(plugin)
    listed = plugin.perfeval("plugins", "--ruleset", f"begun-{kind}-example")
    assert f"perfeval-begun-{kind}" in listed.stdout
    assert listed.stdout.count("active") == 2


def test_a_seeded_fault_is_found_by_the_tests_by_the_cases_and_in_looking_it_over(tmp_path):
    plugin = install(new_plugin("begun", "formulas", tmp_path).folder, "begun", tmp_path / "site")
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


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_of_this_repository_is_sound_as_it_is_installed(example, tmp_path):
    project = shutil.copytree(example, tmp_path / example.name)
    assert_sound(install(project, example.name, tmp_path / "site"))
