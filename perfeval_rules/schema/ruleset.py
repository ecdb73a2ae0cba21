"""The schema of a `ruleset.toml`: the tables of the format, and the keys that the types at hand add to lines.

It holds for a ruleset that stands alone and for an overlay, which writes only what differs; so no table but the head
must have any key. Whether formulas, names and the whole are sound is for `perfeval check` to say.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from perfeval_rules.findings import Written
from perfeval_rules.model import Model
from perfeval_rules.offer import Offer
from perfeval_rules.ruleset.heads import FORMAT
from perfeval_rules.ruleset.identifiers import FACT_NAME, IDENTIFIER
from perfeval_rules.ruleset.kinds import Wording
from perfeval_rules.ruleset.tables import (
    OPTIONS,
    Adjust,
    Check,
    Every,
    Fact,
    Grade,
    Group,
    Head,
    Line,
    Reason,
    Requires,
    Rule,
    Scoring,
    Source,
)
from perfeval_rules.schema.docstrings import about
from perfeval_rules.schema.lines import ByType
from perfeval_rules.schema.models import Leaves, keys, table
from perfeval_rules.schema.shapes import (
    DATE,
    NUMBER,
    TEXT,
    WHOLE,
    YES_NO,
    Schema,
    closed,
    document,
    keyed,
    listed,
    ref,
    titled,
)
from perfeval_rules.schema.titles import TITLES, title
from perfeval_rules.text import Text

LEAVES: Leaves = {
    Written: ref("formula"),
    Text: ref("words"),
    Fraction: NUMBER,
    int: WHOLE,
    bool: YES_NO,
    str: TEXT,
    date: DATE,
}
LINES: Mapping[str, type[Every]] = {"every": Every, "rule": Rule, "line": Line}
KEYED: Mapping[str, type[Model]] = {
    "source": Source,
    "group": Group,
    "fact": Fact,
    "adjust": Adjust,
    "reason": Reason,
    "check": Check,
}
ID = IDENTIFIER.pattern
WHOLE_FILE = (
    "A `ruleset.toml`: a ruleset that stands alone, or an overlay that writes only what differs from its bases."
)


def ruleset_schema(types: Mapping[str, Offer], line_facts: Mapping[str, str] | None = None) -> Schema:
    """The schema of rulesets with these types; `line_facts` are the facts of lines by kind, None: any."""
    by_type = ByType(types, line_facts)
    tables = {
        "format": {"const": FORMAT},
        "ruleset": table(Head, "ruleset", LEAVES),
        "requires": table(Requires, "requires", LEAVES),
        "source": keyed(ref("source"), ID),
        "scoring": table(Scoring, "scoring", LEAVES),
        "every": ref("every"),
        "rule": keyed(by_type.union("rule"), ID),
        "line": keyed(by_type.union("line"), ID),
        **{name: keyed(ref(name), FACT_NAME.pattern if name == "fact" else ID) for name in KEYED if name != "source"},
        "words": keyed(listed({"type": "string", "pattern": r"\S"}), ID),
        "grade": listed(table(Grade, "grade", LEAVES)),
    }
    single: Mapping[str, type[Model]] = {"ruleset": Head, "requires": Requires, "scoring": Scoring, "grade": Grade}
    models = {**KEYED, **LINES, **single}
    words = {name: about(models[name]) if name in models else "" for name in tables}
    properties = {name: titled(shape, title("", name), words[name]) for name, shape in tables.items()}
    whole = titled(closed(properties, ("format", "ruleset")), TITLES["ruleset"], WHOLE_FILE)
    return document("ruleset", whole, _parts(by_type))


def _parts(by_type: ByType) -> dict[str, Schema]:
    own = {name: keys(model, name, LEAVES, but=(OPTIONS,)) for name, model in LINES.items()}
    return {
        **{name: table(model, name, LEAVES, owed=False) for name, model in KEYED.items()},
        **by_type.parts(own),
        "words": titled(table(Wording, "words", LEAVES), description="Words for people, in Chinese and in English."),
        "formula": titled(TEXT, description="A formula; `perfeval check` says whether it is sound."),
    }
