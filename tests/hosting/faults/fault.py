"""A plugin that has one fault, as a small project, and what must come of it; with pieces that their sources are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent, indent
from typing import Literal

VERSION = "1.2.3"
TYPES, FUNCTIONS, LINTS, FORMATS = (
    "perfeval_indicator_types", "perfeval_functions", "perfeval_lints", "perfeval_formats",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a distribution is built from, and what happens to it once it is installed."""

    name: str
    """What `[requires]` calls the plugin."""
    source: str
    """Its package, as one module."""
    distribution: str = ""
    entry: str = ""
    """The object of its entry point; blank: its package."""
    api: int = 1
    files: Mapping[str, str] = field(default_factory=dict)
    """More files of its package."""
    damage: Callable[[Path], object] | None = None
    """Done to its `.dist-info` after it was installed."""

    @property
    def called(self) -> str:
        """The name of its distribution."""
        return self.distribution or f"perfeval-{self.name.replace('_', '-')}"

    @property
    def module(self) -> str:
        """Its package."""
        return self.called.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, where it shows, and what must be told of it.

    `loading`: a ruleset that requires the plugin is refused, and nothing of the plugin is used; `compiling`: a ruleset that
    asks it is refused; `scoring`: the line that asks it has no score and the total is withheld; `elsewhere`: every score
    stands.
    """

    shows: Literal["loading", "compiling", "scoring", "elsewhere"]
    code: str
    """Of the one finding; blank where there is nothing to tell."""
    shown: str
    """English words of it."""
    projects: tuple[Project, ...]
    rule: str = 'type = "count"\n'
    """The keys of the rule that asks the plugin."""
    slow: bool = False
    """It is stopped by a time limit."""
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What tests call it."""
        return self.projects[0].name


HEAD = """
import time
from decimal import Decimal
from fractions import Fraction

from perfeval_rules import Check, Example, IndicatorType, Reported, Text, hookimpl
from perfeval_rules.extension import Format, Function, Lint, Remark


class Cells(Reported):
    \"\"\"A number.\"\"\"

    actual: Fraction | None = None

"""


def module(*parts: str) -> str:
    """The source of a plugin that has all it needs at hand."""
    return HEAD + "\n\n".join(dedent(part).strip() for part in parts) + "\n"


def hook(name: str, body: str, *, mark: str = "@hookimpl", arguments: str = "") -> str:
    """A hook."""
    return f"{mark}\ndef {name}({arguments}):\n{indent(dedent(body).strip(), '    ')}\n"


def described(name: str, body: str = "", *, attainment: str = 'attainment = "actual / 10"') -> str:
    """A type that lacks nothing but what `body` takes away."""
    parts = f"""
        name = "{name}"
        title = Text("样例", "sample")
        reported = Cells
        {attainment}
        examples = (Example({{}}, {{"actual": "5"}}, "0.5"),)
    """
    own = "\n".join(indent(dedent(part).strip(), "    ") for part in (parts, body) if part.strip())
    return f'class Sample(IndicatorType):\n    """A sample."""\n\n{own}\n'


def giving(name: str, *things: str) -> str:
    """A hook that gives things."""
    return hook(name, f"return [{', '.join(things)}]")
