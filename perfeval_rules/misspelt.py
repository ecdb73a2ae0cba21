"""Parts of a class whose names are not those of any part, though they were meant to be: told with the nearest there is."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from types import FunctionType
from typing import Any

from perfeval_rules.catalogue import finding
from perfeval_rules.catalogue.formula import near
from perfeval_rules.findings import Finding, Place
from perfeval_rules.indicator import IndicatorType, Reported
from perfeval_rules.model import PydanticUserError
from perfeval_rules.text import nearest

OF_A_TYPE = frozenset({*IndicatorType.__annotations__, "attain"})
OF_REPORTED = frozenset(Reported.__annotations__)
ALIKE = 0.8
"""How much a name must be like that of a part for it to be taken as misspelt, where it may be the author's own."""
UNANNOTATED = "model-field-missing-annotation"
"""How pydantic calls a name in a class that has a value and no kind."""
NAMED = re.compile(r"`([A-Za-z_]\w*) = ")


def unannotated(fault: BaseException) -> Finding | None:
    """What is wrong where a class could not be made for a name that has no kind; None for any other fault."""
    named = NAMED.search(fault.message) if type(fault) is PydanticUserError and fault.code == UNANNOTATED else None
    space = _space(fault)
    if named is None or space is None:
        return None
    owner, is_reported = space
    return _told(owner, named[1], is_reported)


def _space(fault: BaseException) -> tuple[str, bool] | None:
    """The class that was being made, and whether it says what rows report, as the frames of pydantic have it."""
    trace = fault.__traceback__
    found: tuple[str, bool] | None = None
    while trace is not None:
        known = trace.tb_frame.f_locals
        space, bases = known.get("namespace"), known.get("bases")
        if isinstance(space, dict) and isinstance(bases, tuple):
            owner = ".".join(str(dict.get(space, part)) for part in ("__module__", "__qualname__"))
            found = owner, any(isinstance(base, type) and issubclass(base, Reported) for base in bases)
        trace = trace.tb_next
    return found


def misspelt(described: type[IndicatorType]) -> Iterator[Finding]:
    """The names of a class, and of what its rows report, that were most likely meant for a part that it leaves out."""
    yield from _in(described, IndicatorType, OF_A_TYPE)
    reported = getattr(described, "reported", None)
    if isinstance(reported, type) and issubclass(reported, Reported):
        yield from _in(reported, Reported, OF_REPORTED)


def _in(described: type[Any], base: type[Any], parts: frozenset[str]) -> Iterator[Finding]:
    declared = {name for each in described.__mro__ if each not in base.__mro__ for name in vars(each)}
    functions = {name for name, value in vars(described).items() if isinstance(value, FunctionType)}
    owner = f"{described.__module__}.{described.__qualname__}"
    for name in sorted((described.__class_vars__ - base.__class_vars__) | functions - parts):
        like = nearest(name, parts - declared)
        stray = base is IndicatorType and name in OF_REPORTED
        if stray or (like and SequenceMatcher(None, name, like).ratio() >= ALIKE):
            yield _told(owner, name, base is Reported)


def _told(owner: str, name: str, is_reported: bool) -> Finding:
    at, called = Place(f"{owner}.{name}"), owner.rpartition(".")[2]
    if not is_reported and name in OF_REPORTED:
        return finding("plugin.part-of-reported", at, type=called, name=name)
    like = nearest(name, OF_REPORTED if is_reported else OF_A_TYPE)
    return finding("plugin.unknown-part", at, type=called, name=name, near=near(like))
