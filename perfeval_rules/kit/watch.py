"""A watch on what code touches outside of itself: files, network, processes, imports, the environment, clock and chance.

Python tells of some of it by audit events. What raises none, a look at the clock or into the environment, is seen by
the call itself. The hook cannot be taken away again, so there is one for the whole process, and a switch.
"""

import builtins
import datetime
import gc
import os
import random
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

EVENTS = ("open", "import", "os.", "shutil.", "socket.", "subprocess.", "urllib.", "sqlite3.", "glob.", "tempfile.",
          "pathlib.", "ctypes.", "time.", "_thread.", "winreg.")  # fmt: skip
"""How the events begin that tell of something outside."""
MODULES = frozenset({"time", "posix", "nt", "_socket", "_io", "select"})
"""Modules in C of which nearly every function asks or changes what is outside."""
CALLS = frozenset({builtins.print, builtins.input, builtins.open})
HARMLESS = frozenset({"fspath"})
CLOCKS = frozenset({"now", "today", "utcnow", "localtime", "gmtime"})
ENVIRONMENT = type(os.environ).__getitem__.__code__

Touched = list[str]
_watching: dict[int, Touched] = {}
"""What each thread that is watched has touched so far."""
_installed: list[bool] = []


@contextmanager
def watched() -> Iterator[Touched]:
    """What is touched meanwhile by this thread, in words of the program, in order."""
    if not _installed:
        sys.addaudithook(_heard)
        _installed.append(True)
    touched: Touched = []
    thread, before, collecting = threading.get_ident(), sys.getprofile(), gc.isenabled()
    gc.disable()  # what others left behind may close files whenever it is found
    _watching[thread] = touched
    sys.setprofile(_seer(touched))
    try:
        yield touched
    finally:
        sys.setprofile(before)
        del _watching[thread]
        if collecting:
            gc.enable()


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching and event.startswith(EVENTS):
        touched = _watching.get(threading.get_ident())
        if touched is not None:
            told = [argument for argument in arguments if isinstance(argument, (str, int, float))][:1]
            touched.append(f"{event} {told[0]}" if told else event)


def _seer(touched: Touched) -> Callable[[FrameType, str, Any], None]:
    def seen(frame: FrameType, event: str, called: Any) -> None:
        if event == "call" and frame.f_code is ENVIRONMENT:
            touched.append("os.environ")
        elif event == "c_call" and (told := _outside(called)):
            touched.append(told)

    return seen


def _outside(called: Any) -> str:
    """What a function in C asks of the outside; blank for one that asks nothing."""
    owner, name = getattr(called, "__self__", None), getattr(called, "__name__", "")
    module = getattr(called, "__module__", None)
    if called in CALLS:
        return str(name)
    if (module in MODULES and name not in HARMLESS) or (module == "_thread" and name.startswith("start")):
        return f"{module}.{name}"
    if isinstance(owner, random.Random):
        return f"random.{name}"
    if isinstance(owner, type) and issubclass(owner, datetime.date) and name in CLOCKS:
        return f"{owner.__name__}.{name}"
    return ""
