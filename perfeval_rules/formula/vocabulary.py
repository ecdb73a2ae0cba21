"""What a formula sees where it stands: names with their kinds, and everything else it may refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from perfeval_rules.formula.functions import Kind
from perfeval_rules.text import Text

Over = Literal["none", "children", "lines", "forms"]
KIND_TITLES: Mapping[str, Text] = {
    "number": Text("数值", "a number"),
    "boolean": Text("条件（是或否）", "a condition (true or false)"),
    "text": Text("文字", "a text"),
    "date": Text("日期", "a date"),
    "table": Text("分档表", "a table"),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names and ids that a formula may use."""

    names: Mapping[str, Kind] = field(default_factory=dict)
    later: Mapping[str, Text] = field(default_factory=dict)
    """Names that exist but are not there yet → the step they come at, or where they may stand."""
    words: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    aggregates: Over = "none"
    """Over whom `sum` and the like run here; none: they may not stand here."""
    inner: Mapping[str, Kind] = field(default_factory=dict)
    """The names an aggregate sees of each child."""
    blankable: frozenset[str] = frozenset()
    """Reported values and carried facts, which `if_blank` may ask."""
