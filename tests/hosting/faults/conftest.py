"""All plugins with faults installed side by side, with one that is sound."""

import decimal
import gc
import locale
import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from perfeval_rules.hosting import guard
from tests.hosting.faults.rulesets import SOUND
from tests.hosting.faults.table import FAULTS
from tests.hosting.faults.wheels import install

LOW = 0.3
"""Seconds that code may take which is known to take for ever."""


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that every plugin is installed into."""
    projects = [project for fault in FAULTS for project in fault.projects]
    return install([SOUND, *projects], tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the sound plugin alone is installed into."""
    return install([SOUND], tmp_path_factory.mktemp("sound"))


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What plugins may change around them, put back; and their modules forgotten."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    known, folder, spoken = set(sys.modules), Path.cwd(), locale.setlocale(locale.LC_ALL)
    digits = sys.get_int_max_str_digits()
    precision = decimal.DefaultContext.prec
    with warnings.catch_warnings(), decimal.localcontext():
        yield
    decimal.DefaultContext.prec = precision
    modules = {project.module for fault in FAULTS for project in fault.projects} | {SOUND.module}
    for name in modules & (sys.modules.keys() - known):
        del sys.modules[name]
    os.chdir(folder)
    locale.setlocale(locale.LC_ALL, spoken)
    sys.set_int_max_str_digits(digits)


@pytest.fixture
def limits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A low limit where a fault is one that never ends."""
    fault = request.getfixturevalue("fault") if "fault" in request.fixturenames else None
    if fault is not None and fault.slow:
        monkeypatch.setattr(guard, "SECONDS_TO_LOAD" if fault.shows == "loading" else "SECONDS", LOW)
        gc.freeze()  # or a look through everything that other tests left takes longer than the limit
    yield
    gc.unfreeze()
