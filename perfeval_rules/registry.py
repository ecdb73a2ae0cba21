"""What an engine has been given: the types of its active plugins, each with the plugin it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place, listed
from perfeval_rules.formula.functions import Kind
from perfeval_rules.formula.vocabulary import KIND_TITLES
from perfeval_rules.offer import Offer, Plugin
from perfeval_rules.review import place_of, review

__all__ = ["Offer", "Plugin", "Registry"]


@dataclass(frozen=True, slots=True)
class Registry:
    """The types that rulesets may name; made once for an engine, never added to."""

    types: Mapping[str, Offer] = field(default_factory=dict)

    @staticmethod
    def of(declared: Iterable[tuple[object, Plugin]]) -> "tuple[Registry, tuple[Finding, ...]]":
        """The registry of what plugins declare, in order; what is not sound, or named twice, is left out and told."""
        offers: list[Offer] = []
        found: list[Finding] = []
        for given, plugin in declared:
            offer, faults = review(given, plugin)
            offers += [offer] if offer else []
            found += faults
        bearing: dict[str, list[Offer]] = {}
        for offer in offers:
            bearing.setdefault(offer.type.name, []).append(offer)
        found += [_taken(name, several) for name, several in bearing.items() if len(several) > 1]
        types = {name: several[0] for name, several in bearing.items() if len(several) == 1}
        clashes = tuple(_clashes(types))
        sound = {
            name: offer for name, offer in types.items() if name not in {clash.values["type"] for clash in clashes}
        }
        return Registry(sound), (*found, *clashes)


def _taken(name: str, offers: list[Offer]) -> Finding:
    plugins = listed([str(offer.plugin) for offer in offers])
    return finding("plugin.type-taken", place_of(offers[1].type), type=name, plugins=plugins)


def _clashes(types: Mapping[str, Offer]) -> Iterable[Finding]:
    """Options that bear the name of an earlier type's option and are of another kind."""
    first: dict[str, tuple[Offer, Kind]] = {}
    for offer in types.values():
        for name, kind in offer.option_kinds.items():
            earlier, owed = first.setdefault(name, (offer, kind))
            if kind != owed:
                yield finding(
                    "plugin.option-clash", Place(place_of(offer.type).source), path=name, option=name,
                    type=offer.type.name, plugin=str(offer.plugin), kind=KIND_TITLES[kind],
                    other=earlier.type.name, owed=KIND_TITLES[owed],
                )  # fmt: skip
