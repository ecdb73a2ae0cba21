"""The watch on what code touches."""

import datetime
import gc
import os
import random
import secrets
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from time import monotonic as clock

import pytest

from perfeval_rules.kit.watch import watched


@pytest.mark.parametrize(
    ("touch", "told"),
    [
        (lambda: Path(__file__).read_bytes(), "open"),
        (lambda: list(Path().iterdir()), "listdir"),
        (lambda: socket.socket().close(), "socket"),
        (lambda: subprocess.run([sys.executable, "--version"], capture_output=True, check=False), "subprocess"),
        (lambda: time.sleep(0), "sleep"),
        (lambda: time.time(), "time.time"),
        (clock, "time.monotonic"),
        (lambda: datetime.date.today(), "date.today"),
        (lambda: datetime.datetime.now(datetime.UTC), "datetime.now"),
        (lambda: random.random(), "random.random"),
        (lambda: random.Random(7).randint(1, 6), "random."),
        (lambda: secrets.token_hex(2), "urandom"),
        (lambda: os.environ.get("HOME"), "os.environ"),
        (lambda: os.getenv("HOME"), "os.environ"),
        (lambda: print(end=""), "print"),  # noqa: T201 - nothing comes of it
        (lambda: __import__("this_module_is_nowhere"), "import this_module_is_nowhere"),
        (lambda: threading.Thread(target=int).start(), "_thread"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_what_is_outside_is_told(touch, told):
    with watched() as touched, suppress(ImportError):
        touch()
    assert any(told in each for each in touched), touched


def test_arithmetic_and_words_touch_nothing():
    with watched() as touched:
        shares = sorted(Fraction(n, 7) for n in range(20))
        assert str(sum(shares)) == "190/7"
        assert datetime.date(2024, 1, 2) - datetime.date(2023, 1, 2) == datetime.timedelta(365)
        assert "，".join(str(share) for share in shares).split("，")
    assert touched == []


def test_nothing_is_told_before_and_after():
    with watched() as touched:
        pass
    time.time()
    os.environ.get("HOME")
    assert touched == []


def test_what_other_threads_touch_is_theirs():
    ready, go = threading.Event(), threading.Event()

    def other():
        ready.set()
        go.wait()
        Path(__file__).read_bytes()

    thread = threading.Thread(target=other)
    thread.start()
    ready.wait()
    with watched() as touched:
        total = sum(range(1000))
    go.set()
    thread.join()
    assert (touched, total) == ([], 499_500)


def test_profiles_and_the_search_of_garbage_are_as_before():
    def profile(frame, event, argument):
        pass

    sys.setprofile(profile)
    try:
        with suppress(KeyError), watched():
            assert not gc.isenabled()
            raise KeyError
        assert sys.getprofile() is profile
        assert gc.isenabled()
    finally:
        sys.setprofile(None)
