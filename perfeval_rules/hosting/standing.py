"""Where each plugin stands: whether it can be used, whether a ruleset uses it, and why not; nothing is imported."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from perfeval_rules.findings import Finding
from perfeval_rules.hosting.discover import Found
from perfeval_rules.hosting.load import chosen
from perfeval_rules.hosting.rungs import rung_of
from perfeval_rules.offer import Rung
from perfeval_rules.text import Text

State = Literal[
    "available", "active", "not-required", "wrong-version", "wrong-api", "name-taken", "damaged", "not-installed"
]  # fmt: skip
NOT_REQUIRED = Text("规则集的 [requires] 没有写它。", "The ruleset does not name it in [requires].")


@dataclass(frozen=True, slots=True)
class Standing:
    """A plugin that is installed or required."""

    name: str
    distribution: str
    """Blank, like all that follows, where it is not installed."""
    version: str
    api: int | None
    module: str
    state: State
    rung: Rung | None
    """How its types say their attainment; None where its source does not show it."""
    why: Text = Text()
    """Why it is not used; blank where it is, or can be."""


def standings(installed: Sequence[Found], requires: Mapping[str, str] | None = None) -> tuple[Standing, ...]:
    """Every plugin that is installed, in the order of names, and with what a ruleset requires all that it lacks."""
    rows = [_of(one, installed, requires) for one in installed]
    return tuple(sorted([*rows, *_missing(installed, requires or {})], key=lambda one: one.name))


def _of(one: Found, installed: Sequence[Found], requires: Mapping[str, str] | None) -> Standing:
    state: State = one.state
    fault = chosen(one.name, "", [one] if state in ("wrong-api", "damaged") else installed)
    why = _said(fault) if isinstance(fault, Finding) else Text()
    if state == "available" and requires is not None:
        picked = chosen(one.name, requires.get(one.name, ""), installed)
        if one.name not in requires:
            state, why = "not-required", NOT_REQUIRED
        elif isinstance(picked, Finding):
            state, why = "wrong-version", _said(picked)
        else:
            state = "active"
    return Standing(one.name, one.distribution, one.version, one.api, one.module, state, rung_of(one.module), why)


def _missing(installed: Sequence[Found], requires: Mapping[str, str]) -> Iterator[Standing]:
    known = {one.name for one in installed}
    for name in requires:
        fault = chosen(name, "", installed)
        if name not in known and isinstance(fault, Finding):
            yield Standing(name, "", "", None, "", "not-installed", None, _said(fault))


def _said(fault: Finding) -> Text:
    return Text(fault.say("zh"), fault.say("en"))
