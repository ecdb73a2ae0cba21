"""A watchdog over one input: a hang is ended after so much time of the processor, whatever else the machine does."""

import signal
from collections.abc import Callable
from types import FrameType


class Hang(BaseException):
    """An input took too long; no handler of ordinary faults may swallow it."""


def watched(target: Callable[[bytes], None], milliseconds: int) -> Callable[[bytes], None]:
    """The target, which then raises Hang where an input takes more time than that. Of the main thread only."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise Hang(f"more than {milliseconds} ms")

    def run(data: bytes) -> None:
        before = signal.signal(signal.SIGVTALRM, ring)
        signal.setitimer(signal.ITIMER_VIRTUAL, milliseconds / 1000)
        try:
            target(data)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, before)

    return run
