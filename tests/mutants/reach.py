"""Which tests reach which lines, and how long each takes: one run of the suite under coverage, written down.

`python -m tests.mutants.reach FOLDER OPTION …` writes it; the options are pytest's own.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from coverage import Coverage, CoverageData

from tests.mutants.mutant import PACKAGE, Mutant

LINES, SECONDS = "reach.coverage", "seconds.json"


class _Watch:
    """Tells coverage which test is run, and keeps the time that each takes."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.seconds: Counter[str] = Counter()
        self.failed: list[str] = []
        self._remembering: list[Callable[[], None]] = []

    def pytest_collection_finish(self) -> None:
        """What one test has made a function remember, the next must ask for itself."""
        ours = [module for name, module in sys.modules.items() if name.partition(".")[0] == PACKAGE]
        known = [getattr(value, "cache_clear", None) for module in ours for value in vars(module).values()]
        self._remembering = [clear for clear in known if callable(clear)]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for clear in self._remembering:
            clear()
        self.coverage.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self.coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
        if report.failed:
            self.failed.append(report.nodeid)


class Reach:
    """What such a run has written down."""

    def __init__(self, folder: Path) -> None:
        self.seconds: dict[str, float] = json.loads((folder / SECONDS).read_text("utf-8"))
        self._data = CoverageData(str(folder / LINES))
        self._data.read()

    @cache  # noqa: B019
    def _of(self, path: str) -> dict[int, list[str]]:
        return self._data.contexts_by_lineno(path)

    def tests(self, mutant: Mutant) -> list[str]:
        """The tests that reach a mutant, the quickest first.

        Those of its lines; where no test is known for a line, those of the function around it, else of its file; of a
        file that nothing but imports run, every test may read what it says.
        """
        reached = self._of(mutant.path)
        tests: set[str] = set()
        for lines in (mutant.lines, mutant.around(), reached):
            tests = tests or {test for line in lines or () for test in reached.get(line, ()) if test}
        return sorted(tests or self.seconds, key=lambda test: (self.seconds.get(test, 0.0), test))


def beside(mutant: Mutant, seconds: Iterable[str]) -> list[str]:
    """All tests in the folder of the mirror: some may reach a mutant through what an earlier test has left behind."""
    folder = mutant.mirror.rpartition("/")[0]
    return [test for test in seconds if folder != "tests" and test.startswith(f"{folder}/")]


def within(tests: Iterable[str], seconds: dict[str, float], most: float) -> Iterator[str]:
    """As many of the tests, in their order, as the time allows."""
    spent = 0.0
    for test in tests:
        spent += seconds.get(test, 0.0)
        if spent > most:
            return
        yield test


def main(folder: Path, options: list[str]) -> int:
    """Write down the reach of the tests that pytest's options select; they must pass."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LINES).unlink(missing_ok=True)
    coverage = Coverage(str(folder / LINES), config_file=False, source_pkgs=[PACKAGE])
    coverage.set_option("run:relative_files", True)
    watch = _Watch(coverage)
    coverage.start()
    from tests.mutants import session

    session.run(options, watch)
    coverage.stop()
    coverage.save()
    for test in watch.failed:
        sys.stderr.write(f"fails without any mutant: {test}\n")
    if not watch.failed:
        (folder / SECONDS).write_text(json.dumps(watch.seconds), "utf-8")
    return bool(watch.failed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
