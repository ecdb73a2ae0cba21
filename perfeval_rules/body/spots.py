"""Where the values of a sound JSON text stand, found in one scan, in the shape of the text itself."""

import re
from typing import Any

_PART = re.compile(
    r'"(?P<key>(?:[^"\\]|\\.)*+)"\s*:\s*(?:(?P<scalar>["\w-])|(?P<open>[{\[]))(?(scalar)(?:(?<=")(?:[^"\\]|\\.)*+"|[\w.+-]*))'
    r'|(?P<item>"(?:[^"\\]|\\.)*+"|[\w-][\w.+-]*)|(?P<mark>[{}\[\]])',
    re.DOTALL,
)

Spot = tuple[int, Any]
"""Where a value begins, and of a table the spots of its keys, of a list those of its items, of all else None."""


def spots(text: str) -> Spot | None:
    """The spots of a text known to be JSON of one table; None where a key is repeated or written with escapes."""
    top: list[Spot] = []
    here: Any = top
    around: list[Any] = []
    for found in _PART.finditer(text):
        key, scalar, opened, item, mark = found.groups()
        if key is not None:
            if key in here or "\\" in key:
                return None
            if scalar is not None:
                here[key] = (found.start("scalar"), None)
                continue
            inner: Any = {} if opened == "{" else []
            here[key] = (found.start("open"), inner)
        elif item is not None:
            here.append((found.start(), None))
            continue
        elif mark in "}]":
            here = around.pop()
            continue
        else:
            inner = {} if mark == "{" else []
            here.append((found.start(), inner))
        around.append(here)
        here = inner
    return top[0]
