"""The process in which a plugin is looked over: its own, in a folder of its own, so that nothing of it is left behind."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Timer
from typing import IO

from perfeval_rules.testing.verdict import DONE, Verdict, from_plain
from perfeval_rules.text import Text, shortened

LONGEST_SILENCE = 180.0
"""Seconds without any verdict after which the plugin is taken not to come back."""
MODULE = "perfeval_rules.testing.inspection"
UNHEEDED = frozenset({"PERFEVAL_PLUGINS", "PERFEVAL_STRICT"})


class EndedEarlyError(Exception):
    """The process ended before it was done: its exit code, and the last that it said."""

    def __init__(self, code: int, said: str) -> None:
        super().__init__(said or f"exit code {code}")
        self.reason = Text(said or f"退出码 {code}", said or f"exit code {code}")


def inspected(name: str, silence: float = LONGEST_SILENCE) -> Iterator[Verdict]:
    """Every verdict on an installed plugin, each as soon as it is known; raises EndedEarlyError where they stop short."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as errors:
        command = [sys.executable, "-P", "-m", MODULE, name]
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, cwd=folder, env=_environment(),
            text=True, encoding="utf-8",
        ) as process:  # fmt: skip
            done = False
            try:
                assert process.stdout is not None, "it was asked for"
                for line in _lines(process, process.stdout, silence):
                    told = _read(line)
                    done = told == DONE
                    if told and not done:
                        yield from_plain(told)
            finally:
                process.kill()
        if not done:
            raise EndedEarlyError(process.returncode, _last_line(errors))


def _lines(process: "subprocess.Popen[str]", stdout: IO[str], silence: float) -> Iterator[str]:
    """The lines of a process, which is ended where it is silent for too long."""
    while True:
        watch = Timer(silence, process.kill)
        watch.start()
        try:
            line = stdout.readline()
        finally:
            watch.cancel()
        if not line:
            return
        yield line


def _read(line: str) -> Mapping[str, object]:
    try:
        told = json.loads(line)
    except ValueError:
        return {}  # the plugin wrote there
    return told if isinstance(told, dict) else {}


def _environment() -> dict[str, str]:
    """What the process is to know: the same path as here, and to leave nothing behind."""
    path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    kept = {name: value for name, value in os.environ.items() if name not in UNHEEDED}
    return {**kept, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


def _last_line(errors: IO[bytes]) -> str:
    errors.seek(0)
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    return shortened(lines[-1].strip()) if lines else ""
