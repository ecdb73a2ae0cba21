"""A mutant on trial: in a process of its own its module is changed, and the tests that reach it are run there."""

import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Literal, NoReturn

import pytest

from tests.mutants import session
from tests.mutants.mutant import Mutant

_Tell = Callable[[str], object]
Verdict = Literal["killed", "timed out", "survived"]

MEMORY = 4 * 1024**3
"""Bytes of address space that a trial may ask for."""
IMPORTS = 60.0
"""Seconds of computing within which everything is imported."""
for _name in ("click", "pydantic", "rich.console", "simpleeval"):
    import_module(_name)  # once, before any process is forked; of the engine itself nothing may be here yet
_FINE = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
SLOWER = 10
"""How many times longer than without any mutant a test may compute, and how many seconds at least."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant, and the test that found it out; blank: it could not even be imported."""

    verdict: Verdict
    by: str = ""


class _Changed(SourceFileLoader):
    """Loads a module from other text than stands in its file; of this no bytecode is kept."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(Path(mutant.path).resolve()))
        self._text = mutant.changed.encode()

    def get_data(self, path: str) -> bytes:
        return self._text if path == self.path else super().get_data(path)

    def path_stats(self, path: str) -> Mapping[str, float]:
        raise OSError


class _Finder(MetaPathFinder):
    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._mutant.module:
            return None
        loader = _Changed(self._mutant)
        return spec_from_file_location(fullname, loader.path, loader=loader)


class _Judge:
    """Runs the chosen tests in their order, then the others of the mirror, each within its time."""

    def __init__(self, chosen: Sequence[str], mirror: str, seconds: Mapping[str, float], tell: _Tell) -> None:
        self._place = {test: n for n, test in enumerate(chosen)}
        self._mirror = mirror
        self._seconds = seconds
        self._tell = tell

    def _is_run(self, item: pytest.Item) -> bool:
        return item.nodeid in self._place or item.nodeid.startswith(f"{self._mirror}::")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(filter(self._is_run, items), key=lambda item: self._place.get(item.nodeid, len(self._place)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._tell(item.nodeid)
        _allow(SLOWER * max(1.0, self._seconds.get(item.nodeid, 1.0)))
        try:
            return (yield)
        finally:
            _allow(IMPORTS)


def judged(mutant: Mutant, tests: Sequence[str], seconds: Mapping[str, float]) -> Outcome:
    """Try a mutant by its mirror, then by the tests, until one fails or computes for too long."""
    heard, told = os.pipe()
    process = os.fork()
    if not process:
        os.close(heard)
        _try(mutant, tests, seconds, lambda test: os.write(told, f"{test}\n".encode()))
    os.close(told)
    with os.fdopen(heard, encoding="utf-8") as running:
        run = running.read().splitlines()
    status = os.waitpid(process, 0)[1]
    if not status:
        return Outcome("survived")
    out_of_time = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF
    return Outcome("timed out" if out_of_time else "killed", run[-1] if run else "")


def _try(mutant: Mutant, tests: Sequence[str], seconds: Mapping[str, float], tell: _Tell) -> NoReturn:
    """What the forked process does: it ends with status 0 where nothing fails."""
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        sys.meta_path.insert(0, _Finder(mutant))
        _allow(IMPORTS)
        mirror = [mutant.mirror] if Path(mutant.mirror).exists() else []
        others = [file for file in dict.fromkeys(test.partition("::")[0] for test in tests) if file not in mirror]
        judge = _Judge(tests, mutant.mirror, seconds, tell)
        passed = all(session.run(["-x", *files], judge) in _FINE for files in (mirror, others) if files)
        os._exit(0 if passed else 1)
    except BaseException:
        os._exit(1)


def _allow(seconds: float) -> None:
    """Let this process compute for so long; then the alarm ends it, whatever it is at."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
