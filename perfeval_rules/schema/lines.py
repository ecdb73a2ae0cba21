"""What rules and lines may say by their type: one shape for each type, told apart by `type`, and one for a table without.

The keys that every rule has are written out once, where no type is named, and so are the options of each type, in its
rules. A line may also preset what its type has a row report, and facts of the line. Those a ruleset declares itself:
where they are not known, any further key that could be one of them may hold a value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perfeval_rules.offer import Offer
from perfeval_rules.ruleset.identifiers import FACT_NAME
from perfeval_rules.schema.docstrings import about
from perfeval_rules.schema.models import PLAIN, keys
from perfeval_rules.schema.shapes import NUMBER, TEXT, YES_NO, Schema, choice, closed, either, ref, titled

FROM_FACT = titled(closed({"fact": TEXT}, ("fact",)), description="The value of a fact of the form.")
_WRITTEN_AS: Mapping[str, Schema] = {
    "number": either([NUMBER, TEXT]),
    "money": either([NUMBER, TEXT]),
    "text": TEXT,
    "date": TEXT,
    "boolean": YES_NO,
    "yes_no": YES_NO,
}
"""How a ruleset writes a value of a kind; a text is then read as a cell of a form is."""
FACT = ref("from-fact")
PRESETS: Mapping[str, Schema] = {kind: either([shape, FACT]) for kind, shape in _WRITTEN_AS.items()}
ANY_PRESET = either([NUMBER, TEXT, YES_NO, FACT])


@dataclass(frozen=True, slots=True)
class ByType:
    """The types at hand, and the kinds of the facts of lines; None where these are not known."""

    types: Mapping[str, Offer]
    line_facts: Mapping[str, str] | None = None

    def union(self, table: str) -> Schema:
        """A rule or a line of any type; its `type` says which."""
        return {"oneOf": [ref(table), *(ref(f"{table}-{name}") for name in self.types)]}

    def parts(self, tables: Mapping[str, Mapping[str, Schema]]) -> dict[str, Schema]:
        """The shapes of `every`, of rules and of lines, given the keys that each has whatever the type."""
        type_of_all = {**tables["every"]["type"], **choice(self.types)}
        every = closed({**tables["every"], "type": type_of_all, **self._any_option()})
        parts = {"every": every}
        for table in ("rule", "line"):
            own = {key: shape for key, shape in tables[table].items() if key != "type"}
            parts[table] = self._any_type(table, own)
            parts |= {f"{table}-{name}": self._of_type(table, own, name, offer) for name, offer in self.types.items()}
        return {**parts, "from-fact": FROM_FACT}

    def _any_type(self, table: str, own: Mapping[str, Schema]) -> Schema:
        """A table whose type stands elsewhere: in `every`, or in the file that it changes."""
        presets = self._presets(*self.types.values()) if table == "line" else {}
        shape = closed({**presets, **self._any_option(), **own})
        return self._with_facts(shape, frozenset({"type"})) if table == "line" else shape

    def _of_type(self, table: str, own: Mapping[str, Schema], name: str, offer: Offer) -> Schema:
        shared = {key: ref(f"{table}/properties/{key}") for key in own}
        options = keys(offer.type, "", PLAIN)
        if table == "line":
            options = {**self._presets(offer), **{key: ref(f"rule-{name}/properties/{key}") for key in options}}
        shape = closed({"type": {"const": name}, **shared, **options}, ("type",))
        others = self._names_of_types() - shape["properties"].keys()
        shape = self._with_facts(shape, others) if table == "line" else shape
        return titled(shape, offer.type.title, about(offer.type))

    def _presets(self, *offers: Offer) -> dict[str, Schema]:
        """What rows report and facts of lines, by the kind of their value."""
        reported = [pair for offer in offers for pair in offer.reported_kinds.items()]
        kinds = {**dict(reported), **(self.line_facts or {})}
        return {name: PRESETS[kind] for name, kind in kinds.items()}

    def _with_facts(self, shape: Schema, others: frozenset[str]) -> Schema:
        """A line that may preset facts which nobody has named; keys of other tables and types are none."""
        if self.line_facts is not None:
            return shape
        names = {"pattern": f"^(?:{FACT_NAME.pattern})$", "not": choice(sorted({"when", *others}))}
        return {**shape, "propertyNames": names, "additionalProperties": ANY_PRESET}

    def _any_option(self) -> dict[str, Schema]:
        """The options of all types; what differs from type to type may be either."""
        shapes: dict[str, list[Schema]] = {}
        for name, shape in self._options():
            shapes.setdefault(name, []).append({key: shape[key] for key in shape if key != "default"})
        return {name: either(several) for name, several in shapes.items()}

    def _options(self) -> Iterator[tuple[str, Schema]]:
        for offer in self.types.values():
            yield from keys(offer.type, "", PLAIN).items()

    def _names_of_types(self) -> frozenset[str]:
        """Every option and every reported value of any type."""
        offers = self.types.values()
        return frozenset(name for offer in offers for name in (*offer.option_kinds, *offer.reported_kinds))
