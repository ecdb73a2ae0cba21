"""The templates, plain files beside this one, whose `$names` are filled in."""

from collections.abc import Mapping
from importlib import resources
from string import Template

from perfeval_rules.version import VERSION

SUFFIX = ".txt"
"""What every template ends with, so that nobody takes it for what it is a template of."""


def filled(template: str, values: Mapping[str, str]) -> str:
    """The text of a template, all its names filled; raises KeyError for one that has no value."""
    parts = f"templates/{template}{SUFFIX}".split("/")
    file = resources.files("perfeval_rules.scaffold").joinpath(*parts)
    return Template(file.read_text("utf-8")).substitute(values)


def engine_range(version: str = VERSION) -> str:
    """The versions of the engine that what is written today will do with: from this one on, up to the next major one."""
    major, minor = version.split(".")[:2]
    return f">={major}.{minor},<{int(major) + 1}"
