"""Code of plugins under limits: it may not take long, and only a person may interrupt.

Signals reach the main thread alone. There code that does not come back is stopped; elsewhere, and where the system has no
timer, what took too long is refused once it is back. Code that swallows every exception cannot be stopped here: whoever
does not trust a plugin runs it in a process of its own.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import iscoroutine
from time import perf_counter
from types import FrameType
from typing import Any

SECONDS = 5.0
"""How long one call may take; a type has microseconds' worth of work, but a machine may be busy with something else."""
SECONDS_TO_LOAD = 30.0
"""How long the import of a plugin, its hooks, and the review of what it gives may take."""
AGAIN = 0.1
"""Seconds after which code that caught the first stop is stopped again."""
Handler = Callable[[int, FrameType | None], Any] | int | None


class TooSlowError(Exception):
    """Code of a plugin took longer than it may."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"more than {seconds:g} s")


class InterruptedByPluginError(Exception):
    """Code of a plugin raised what only a person at the keyboard may."""


def guarded(run: Callable[[], object]) -> object:
    """What code of a plugin gives; raises TooSlowError, InterruptedByPluginError, or what it raises."""
    return limited(run, SECONDS)


def loading(run: Callable[[], object]) -> object:
    """The same for the import of a plugin, its hooks and its review."""
    return limited(run, SECONDS_TO_LOAD)


def limited(run: Callable[[], object], seconds: float) -> object:
    """The same under any limit."""
    start = perf_counter()
    interrupted: list[int] = []
    try:
        with _signals(seconds, interrupted):
            given = _inside(run)
    except BaseException as fault:
        if isinstance(fault, KeyboardInterrupt) and not interrupted:
            raise InterruptedByPluginError("KeyboardInterrupt") from None
        if not interrupted:
            raise
    if interrupted:  # whatever the plugin made of it
        raise KeyboardInterrupt
    if iscoroutine(given):
        given.close()  # nobody is going to await it
    if perf_counter() - start > seconds:
        raise TooSlowError(seconds)
    return given


def _inside(run: Callable[[], object]) -> object:
    """The frame that code of a plugin stands above."""
    return run()


def _is_inside(frame: FrameType | None) -> bool:
    """Whether a frame is that of a plugin's code, or of what it called."""
    while frame is not None and frame.f_code is not _inside.__code__:
        frame = frame.f_back
    return frame is not None


@contextmanager
def _signals(seconds: float, interrupted: list[int]) -> Iterator[None]:
    """Notice of a person's interrupt, and a timer, while code of a plugin runs on the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: Handler = signal.getsignal(signal.SIGINT)

    def interrupt(number: int, frame: FrameType | None) -> None:
        try:
            if callable(asked):
                asked(number, frame)
        except KeyboardInterrupt:
            interrupted.append(number)
            raise

    if callable(asked):
        signal.signal(signal.SIGINT, interrupt)
    try:
        with _timer(seconds):
            yield
    finally:
        if callable(asked):
            signal.signal(signal.SIGINT, asked)


@contextmanager
def _timer(seconds: float) -> Iterator[None]:
    """A timer that raises TooSlowError; one that the program around us has set goes on afterwards."""
    if not hasattr(signal, "setitimer") or signal.getsignal(signal.SIGALRM) is None:  # None: not ours to put back
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        if _is_inside(frame):  # the plugin may be done, and the timer about to be
            raise TooSlowError(seconds)

    earlier = signal.signal(signal.SIGALRM, stop)
    start = perf_counter()
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(left - (perf_counter() - start), 1e-6), interval)
