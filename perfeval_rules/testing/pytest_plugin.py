"""The cases beside a ruleset as tests, so that `pytest rulesets/` runs what `perfeval test` runs; the one door to pytest.

It is loaded with every run of pytest, so all it needs for cases is imported when the first file of cases is met.
"""

import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from perfeval_rules.text import Language

if TYPE_CHECKING:
    from perfeval_rules.cli.page import Block
    from perfeval_rules.engine import Engine
    from perfeval_rules.testing.beside import Suite
    from perfeval_rules.testing.reach import Reach
    from perfeval_rules.testing.running import Result

FILE, PROJECT = "cases.toml", "pyproject.toml"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Ask for the language that failures are told in."""
    group = parser.getgroup("perfeval", "perfeval_rules")
    group.addoption(
        "--perfeval-lang", choices=("zh", "en"), help="the language of failed cases; without it, that of PERFEVAL_LANG"
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Say in one sentence what to install, before anything of a plugin is imported that is not installed."""
    asked = early_config.known_args_namespace
    here = early_config.invocation_params.dir
    for called in asked.file_or_dir or ["."]:
        if (here / called / PROJECT).is_file():
            from perfeval_rules.testing.project import to_install

            told = to_install(here / called, called)
            if told:
                raise pytest.UsageError(told.say(_language(early_config)))
    yield


def pytest_configure(config: pytest.Config) -> None:
    """Begin with nothing run."""
    config.stash[RUN] = Run(_language(config))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """The cases of a file that stands beside a ruleset."""
    if file_path.name != FILE:
        return None
    from perfeval_rules.testing.beside import ruleset_beside

    ruleset = ruleset_beside(file_path.parent)
    if ruleset is None:
        return None
    file: CaseFile = CaseFile.from_parent(parent, path=file_path)
    file.ruleset = ruleset
    return file


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name what of each ruleset no case reaches, where all of its cases were run."""
    for told in config.stash[RUN].unreached():
        terminalreporter.write_line(told)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell what a type lacks in the words of the test kit alone, without the way there."""
    report = yield
    fault = call.excinfo.value if call.excinfo else None
    if isinstance(fault, AssertionError):
        from perfeval_rules.kit.verdicts import Broken

        if isinstance(fault, Broken):
            report.longrepr = fault.say(item.config.stash[RUN].language)
    return report


def _language(config: pytest.Config) -> Language:
    from perfeval_rules.cli import spoken

    asked: Language | None = config.known_args_namespace.perfeval_lang
    return asked or spoken((), os.environ)


@dataclass
class Run:
    """What one run of pytest has seen of cases."""

    language: Language
    engines: list["Engine"] = field(default_factory=list)
    reached: dict[str, tuple["Reach", set[str]]] = field(default_factory=dict)
    """By ruleset what its cases reached, and the cases that were not run yet."""

    @property
    def engine(self) -> "Engine":
        """The engine of the run, made for the first file of cases."""
        if not self.engines:
            from perfeval_rules.engine import Engine

            self.engines.append(Engine())
        return self.engines[0]

    def begin(self, suite: "Suite") -> None:
        """Count what the cases of a ruleset reach."""
        from perfeval_rules.testing.reach import Reach

        if suite.program and suite.cases:
            self.reached[suite.asked] = Reach(suite.program), {case.name for case in suite.cases}

    def add(self, suite: "Suite", result: "Result") -> None:
        """Count what one case reaches."""
        reach, waiting = self.reached[suite.asked]
        reach.add(result)
        waiting.discard(result.case.name)

    def unreached(self) -> Iterator[str]:
        """A line for each ruleset of which something is not reached."""
        from perfeval_rules.cli.words import word

        for name, (reach, waiting) in self.reached.items():
            things = () if waiting else reach.unreached()
            if things:
                said = word(self.language, "unreached", count=len(things))
                yield f"{name}  {said} {', '.join(thing.path for thing in things)}"

    def drawn(self, blocks: Iterable["Block"]) -> str:
        """A page as text."""
        from io import StringIO

        from perfeval_rules.cli.render import draw

        page = StringIO()
        draw(blocks, page)
        return page.getvalue().rstrip("\n")


RUN = pytest.StashKey[Run]()


class CaseFile(pytest.File):
    """The cases beside a ruleset."""

    ruleset: Path

    def collect(self) -> Iterator["CaseItem | FaultItem"]:
        """One item for each case, and one for what keeps the ruleset or other cases from being run."""
        from perfeval_rules.findings import worst
        from perfeval_rules.testing.beside import suite

        run = self.config.stash[RUN]
        found = suite(run.engine, _near(self.ruleset))
        run.begin(found)
        if worst(found.findings) == "error":
            yield FaultItem.of(self, found)
        for number in range(len(found.cases)):
            yield CaseItem.of(self, found, number)


class Told(Exception):  # noqa: N818 - a verdict on cases
    """What failed, as a page for people."""


class _Item(pytest.Item):
    suite: "Suite"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The page of what failed; the way there only where that was no case but the engine."""
        return str(excinfo.value) if isinstance(excinfo.value, Told) else super().repr_failure(excinfo, style)


class FaultItem(_Item):
    """What is wrong with a ruleset or with its file of cases."""

    @staticmethod
    def of(file: CaseFile, suite: "Suite") -> "FaultItem":
        """The item of a suite with faults, by the name of the file at fault."""
        item: FaultItem = FaultItem.from_parent(file, name=FILE if suite.program else file.ruleset.name)
        item.suite = suite
        return item

    def runtest(self) -> None:
        """Fail with everything that was found."""
        from perfeval_rules.cli.notices import notices

        run = self.config.stash[RUN]
        raise Told(run.drawn(notices(self.suite.findings, run.language)))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the ruleset stands."""
        return self.path, None, self.suite.asked


class CaseItem(_Item):
    """One case."""

    number: int

    @staticmethod
    def of(file: CaseFile, suite: "Suite", number: int) -> "CaseItem":
        """The item of a case, by its number in the suite."""
        item: CaseItem = CaseItem.from_parent(file, name=suite.cases[number].name)
        item.suite, item.number = suite, number
        return item

    def runtest(self) -> None:
        """Run the case; fail with what it wanted and got."""
        from perfeval_rules.cli.case_page import failure
        from perfeval_rules.testing.running import run_case

        run = self.config.stash[RUN]
        program = self.suite.program
        assert program is not None, "a suite has no cases without a program"
        result = run_case(program, self.suite.cases[self.number])
        run.add(self.suite, result)
        if not result.passed:
            raise Told(run.drawn(failure(program, result, run.engine.type_titles(), run.language)))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the case stands."""
        case = self.suite.cases[self.number]
        return self.path, case.at.line - 1, f"{self.suite.asked} {case.name}"


def _near(path: Path) -> Path:
    """A path as short as a person here would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
