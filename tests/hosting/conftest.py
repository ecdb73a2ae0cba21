"""Real distributions in a folder of their own: metadata as installers write it, and modules beside it."""

import signal
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from textwrap import dedent

import pytest

from perfeval_rules.hosting.discover import Found, discover

SOUND = """
from fractions import Fraction

from perfeval_rules import Example, IndicatorType, Reported, Text, hookimpl


class Cells(Reported):
    \"\"\"A number.\"\"\"

    actual: Fraction | None = None


class Sample(IndicatorType):
    \"\"\"A sample.\"\"\"

    name = "{type}"
    title = Text("样例", "sample")
    reported = Cells
    attainment = "actual / 10"
    examples = (Example({{}}, {{"actual": "5"}}, "0.5"),)


@hookimpl
def perfeval_indicator_types():
    return [Sample]
"""
"""A plugin that nothing is wrong with."""


class Site:
    """A folder of installed distributions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.modules: set[str] = set()

    def install(
        self, name: str, code: str = SOUND, *, version: str = "1.0", distribution: str = "", module: str = "", api: int = 1
    ) -> str:  # fmt: skip
        """Install a plugin; gives the name of its module."""
        module = module or f"sample_{name}"
        distribution = distribution or f"perfeval-{name}"
        info = self.folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[perfeval_rules.v{api}]\n{name} = {module}\n", "utf-8")
        text = code.format(type=name) if code is SOUND else dedent(code)
        (self.folder / f"{module}.py").write_text(text, "utf-8")
        self.modules.add(module)
        return module

    def found(self) -> tuple[Found, ...]:
        """What is discovered in this folder."""
        return discover(metadata.distributions(path=[str(self.folder)]))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A folder of distributions, on the path while a test runs."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    made = Site(tmp_path)
    yield made
    for module in made.modules:
        sys.modules.pop(module, None)


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Interrupts as a terminal sends them: whoever starts the tests in the background has them ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
