"""The guard: a person is heard, a plugin is stopped, and everything around it stays as it was."""

import gc
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from inspect import CORO_CLOSED, getcoroutinestate

import pytest

from perfeval_rules.hosting import guard
from perfeval_rules.hosting.guard import InterruptedByPluginError, TooSlowError, guarded, loading

LOW = 0.05
"""Seconds after which code is stopped in these tests."""
LONG = 60.0
"""Seconds that no test takes."""


@pytest.fixture
def low(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A low limit, and nothing that would take a collector of rubbish longer."""
    monkeypatch.setattr(guard, "SECONDS", LOW)
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The handlers and the timer, which every test must leave as they were."""
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGALRM)]
    yield
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGALRM)] == handlers
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def sleeps() -> None:
    time.sleep(LONG)


def loops() -> None:
    while True:
        pass


def catches() -> None:
    for _ in range(3):
        with suppress(TooSlowError):
            time.sleep(LONG)
    time.sleep(LONG)


def goes_on() -> str:
    try:
        time.sleep(LONG)
    except BaseException:
        return "as if nothing had been"
    return ""


def interrupted() -> None:
    signal.raise_signal(signal.SIGINT)


def elsewhere(run: Callable[[], object]) -> object:
    """What code gives, or raises, under the guard on another thread."""
    said: list[object] = []

    def on_thread() -> None:
        try:
            said.append(guarded(run))
        except BaseException as fault:
            said.append(fault)

    thread = threading.Thread(target=on_thread)
    thread.start()
    thread.join()
    return said[0]


# — what code gives —


def test_what_code_gives_or_raises_comes_back():
    assert guarded(lambda: 5) == 5
    with pytest.raises(SystemExit):
        guarded(lambda: exec("raise SystemExit"))


def test_what_is_to_be_awaited_is_closed():
    async def waits() -> None: ...

    given = guarded(waits)
    assert getcoroutinestate(given) == CORO_CLOSED


# — interrupts —


def test_a_person_who_interrupts_is_heard():
    with pytest.raises(KeyboardInterrupt):
        guarded(interrupted)


@pytest.mark.parametrize("instead", ["pass", "raise ValueError"])
def test_a_person_is_heard_whatever_the_code_makes_of_it(instead):
    source = f"try:\n    interrupted()\nexcept BaseException:\n    {instead}"
    with pytest.raises(KeyboardInterrupt):
        guarded(lambda: exec(source, {"interrupted": interrupted}))


def test_code_that_only_says_that_it_was_interrupted_is_told():
    def pretends() -> None:
        raise KeyboardInterrupt

    with pytest.raises(InterruptedByPluginError, match="KeyboardInterrupt"):
        guarded(pretends)
    assert isinstance(elsewhere(pretends), InterruptedByPluginError)


def test_a_program_that_makes_something_else_of_an_interrupt_goes_on_doing_so():
    heard: list[int] = []
    earlier = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    try:
        assert guarded(lambda: interrupted() or "done") == "done"
    finally:
        signal.signal(signal.SIGINT, earlier)
    assert heard == [signal.SIGINT]


def test_a_program_that_ignores_interrupts_goes_on_ignoring_them():
    earlier = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert guarded(lambda: interrupted() or "done") == "done"
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, earlier)


# — time —


@pytest.mark.usefixtures("low")
@pytest.mark.parametrize("run", [sleeps, loops, catches, goes_on])
def test_code_that_takes_too_long_is_stopped(run):
    start = time.perf_counter()
    with pytest.raises(TooSlowError, match=f"more than {LOW} s"):
        guarded(run)
    assert time.perf_counter() - start < LONG / 2


@pytest.mark.usefixtures("low")
@pytest.mark.parametrize("missing", ["setitimer", "SIGALRM"])
def test_without_a_timer_what_took_too_long_is_refused_once_it_is_back(missing, monkeypatch):
    if missing == "setitimer":
        monkeypatch.delattr(signal, "setitimer")
    else:  # its handler was not set from Python, so it could not be put back
        known = signal.getsignal
        monkeypatch.setattr(signal, "getsignal", lambda number: None if number == signal.SIGALRM else known(number))
    done: list[bool] = []
    with pytest.raises(TooSlowError):
        guarded(lambda: time.sleep(2 * LOW) or done.append(True))
    assert done == [True]


@pytest.mark.usefixtures("low")
def test_on_another_thread_what_took_too_long_is_refused_once_it_is_back():
    assert isinstance(elsewhere(lambda: time.sleep(2 * LOW)), TooSlowError)


def test_on_another_thread_what_took_no_time_is_given():
    assert elsewhere(lambda: 5) == 5


def test_loading_has_a_limit_of_its_own(monkeypatch):
    monkeypatch.setattr(guard, "SECONDS_TO_LOAD", LOW)
    with pytest.raises(TooSlowError):
        loading(sleeps)


def test_a_timer_that_goes_off_when_the_code_is_done_stops_nothing():
    with guard._timer(LONG):
        signal.raise_signal(signal.SIGALRM)
    with pytest.raises(TooSlowError):
        guarded(lambda: signal.raise_signal(signal.SIGALRM))


# — what is around —


@pytest.fixture
def rung() -> Iterator[list[int]]:
    """A program's own handler of the timer, and what it heard."""
    heard: list[int] = []
    earlier = signal.signal(signal.SIGALRM, lambda number, frame: heard.append(number))
    yield heard
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, earlier)


@pytest.mark.usefixtures("low")
@pytest.mark.parametrize("run", [int, sleeps])
def test_a_timer_of_the_program_goes_on_afterwards(run, rung):
    signal.setitimer(signal.ITIMER_REAL, LONG, 7)
    try:
        guarded(run)
    except TooSlowError:
        assert run is sleeps
    left, interval = signal.getitimer(signal.ITIMER_REAL)
    assert 0 < left <= LONG - (LOW if run is sleeps else 0)
    assert (interval, rung) == (7, [])


def test_a_timer_of_the_program_that_ran_out_meanwhile_goes_off_at_once(rung):
    signal.setitimer(signal.ITIMER_REAL, LOW)
    guarded(lambda: time.sleep(2 * LOW))
    end = time.perf_counter() + LONG
    while not rung and time.perf_counter() < end:
        time.sleep(LOW)
    assert rung == [signal.SIGALRM]


@pytest.mark.usefixtures("low")
def test_a_guard_within_another_stops_its_own_code_alone():
    def outer() -> str:
        with pytest.raises(TooSlowError):
            guarded(sleeps)
        return "gone on"

    assert guard.limited(outer, LONG) == "gone on"
