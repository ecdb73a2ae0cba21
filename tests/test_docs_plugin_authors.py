"""The page for authors of plugins, gone through as it is written: every file as shown, every command as typed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from perfeval_rules.hosting.load import load_modules
from perfeval_rules.testing.inspection import inspection
from perfeval_rules.testing.properties import OF_A_TYPE, OF_A_TYPE_IN_PYTHON
from tests.hosting.conftest import Site, site  # noqa: F401 - a fixture for here too
from tests.pages import DOCS, ROOT, Block, blocks, shows

PAGE = DOCS / "plugin-authors.md"
BLOCKS = blocks(PAGE, "python", "toml", "console")
OFFLINE = {
    "python -m pip install": [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"],
    "python -m build": [sys.executable, "-m", "build", "--no-isolation"],
    "python -m pytest": [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
    "perfeval": [sys.executable, "-m", "perfeval_rules"],
}
"""What is typed, and what runs instead, without network and beside whatever is installed here."""


class Reader:
    """Somebody who does what the page says."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder, folder / "site"
        paths = (str(self.site), str(ROOT), str(ROOT / "plugins" / "standard"))
        self.environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PERFEVAL_LANG": "zh"}
        self.environment |= {"PYTHONIOENCODING": "utf-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}

    def follow(self, block: Block) -> None:
        if block.language == "console":
            self.type(block)
        elif block.file:
            file = self.folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, "utf-8")
            self.install()

    def type(self, block: Block) -> None:
        commands = [line for line in block.text.splitlines() if line.startswith("$ ")]
        shown = "\n".join(line for line in block.text.splitlines() if not line.startswith("$ "))
        for command in commands:
            if "pip install" in command:
                self.install()
                continue
            done = self.run(command.removeprefix("$ "))
            assert done.returncode in (0, 1 if " explain " in command else 0), done.stdout + done.stderr
        assert not shown.strip() or shows(shown, sparing(done.stdout)), f"{block.id}\n{done.stdout}"

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        known = max((one for one in OFFLINE if command.startswith(one)), key=len)
        asked = [*OFFLINE[known], *shlex.split(command.removeprefix(known))]
        return subprocess.run(asked, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)

    def install(self) -> None:
        """An editable installation changes with every file; here it is done again."""
        project = self.folder / "perfeval-availability"
        asked = [*OFFLINE["python -m pip install"], "--upgrade", "--target", str(self.site), str(project)]
        subprocess.run(asked, cwd=self.folder, env=self.environment, capture_output=True, check=True)


def sparing(text: str) -> str:
    """The last line of pytest without how long it took."""
    return re.sub(r"(passed.*) in [0-9.]+s.*", r"\1", text)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(tmp_path_factory.mktemp("author"))


@pytest.mark.parametrize(
    "block", [one for one in BLOCKS if one.language == "console" or one.file], ids=lambda one: one.id
)
def test_the_page_works_as_it_is_written(block: Block, reader: Reader) -> None:
    reader.follow(block)


def test_a_slip_is_told_as_the_page_says(reader: Reader) -> None:
    (told,) = (block for block in blocks(PAGE, "text"))
    file = reader.folder / "perfeval-availability" / "perfeval_availability" / "__init__.py"
    sound = file.read_text("utf-8")
    slip = sound.replace('f"1 if met else {ALLOWED} / down"', 'f"({ALLOWED}) / down"')
    assert slip != sound
    file.write_text(slip, "utf-8")
    reader.install()
    done = reader.run("python -m pytest perfeval-availability/tests")
    file.write_text(sound, "utf-8")
    assert done.returncode == 1
    assert told.text in done.stdout, done.stdout


@pytest.mark.parametrize(
    "block", [one for one in BLOCKS if one.language == "python" and not one.file], ids=lambda one: one.id
)
def test_a_type_that_is_only_shown_is_sound(block: Block) -> None:
    module = ModuleType("perfeval_dampened")
    exec(compile(block.text, block.id, "exec"), module.__dict__)
    registry, findings = load_modules([module])
    assert findings == ()
    assert registry.types["dampened"].rung == "python"


@pytest.mark.parametrize(
    "block", [one for one in BLOCKS if one.language == "python" and not one.file], ids=lambda one: one.id
)
def test_a_type_that_is_only_shown_passes_all_that_a_plugin_is_asked(
    block: Block, request: pytest.FixtureRequest
) -> None:
    installed: Site = request.getfixturevalue("site")
    installed.install("dampened", block.text)
    (found,) = installed.found()
    verdicts = list(inspection(found))
    assert [one for one in verdicts if one.holds is not True] == []
    assert {*OF_A_TYPE, *OF_A_TYPE_IN_PYTHON} <= {one.key for one in verdicts}
