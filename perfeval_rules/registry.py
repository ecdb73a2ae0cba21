"""What an engine has been given: types, functions, lints and formats of its plugins, each with where it comes from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from perfeval_rules.admission import EXTENSIONS, Offered, admitted_format, admitted_function, admitted_lint
from perfeval_rules.catalogue import finding
from perfeval_rules.extension import Format, Function, Lint
from perfeval_rules.findings import Finding, Place, listed
from perfeval_rules.formula.additions import Guard, unguarded
from perfeval_rules.formula.functions import Addition
from perfeval_rules.formula.vocabulary import KIND_TITLES
from perfeval_rules.indicator import IndicatorType
from perfeval_rules.misspelt import misspelt
from perfeval_rules.offer import Offer, Plugin
from perfeval_rules.review import place_of, review
from perfeval_rules.text import Text

__all__ = ["Declared", "Offer", "Plugin", "Registry"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Declared:
    """What one plugin gives, whatever that is."""

    plugin: Plugin
    types: Sequence[object] = ()
    functions: Sequence[object] = ()
    lints: Sequence[object] = ()
    formats: Sequence[object] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """What rulesets may name and files may be read by; made once for an engine, never added to."""

    types: Mapping[str, Offer] = field(default_factory=dict)
    functions: Mapping[str, Offered[Addition]] = field(default_factory=dict)
    lints: tuple[Offered[Lint], ...] = ()
    formats: Mapping[str, Offered[Format]] = field(default_factory=dict)
    """By suffix."""
    guard: Guard = unguarded
    """Runs what plugins do in Python."""

    @property
    def additions(self) -> Mapping[str, Addition]:
        """The functions that formulas may call."""
        return {name: offered.given for name, offered in self.functions.items()}

    @staticmethod
    def of(
        declared: Iterable[Declared], guard: Guard = unguarded, reviewing: Guard = unguarded
    ) -> "tuple[Registry, tuple[Finding, ...]]":
        """The registry of what plugins declare, in order; what is not sound, or named twice, is left out and told.

        `guard` runs what they do in Python, `reviewing` the review of what they are.
        """
        gathering = _Gathering(guard, reviewing)
        plugins = tuple(declared)
        for one in plugins:
            gathering.extensions(one)
        for one in plugins:
            gathering.types(one)
        return gathering.registry()


class _Gathering:
    """What was found sound so far, by name, each as often as it is given."""

    def __init__(self, guard: Guard, reviewing: Guard) -> None:
        self.guard, self.reviewing = guard, reviewing
        self.found: list[Finding] = []
        self.offers: dict[str, list[Offer]] = {}
        self.functions: dict[str, list[Offered[Addition]]] = {}
        self.lints: dict[str, list[Offered[Lint]]] = {}
        self.formats: dict[str, list[Offered[Format]]] = {}

    def extensions(self, declared: Declared) -> None:
        """Functions, lints and formats of a plugin."""
        plugin = declared.plugin
        for given in declared.functions:
            function, found = admitted_function(given, plugin, self.guard, self.reviewing)
            self.keep(self.functions, function.given.signature.name if function else "", function, found)
        for given in declared.lints:
            lint, found = admitted_lint(given, plugin, self.reviewing)
            self.keep(self.lints, f"{plugin.name}.{lint.given.name}" if lint else "", lint, found)
        for given in declared.formats:
            made, found = admitted_format(given, plugin, self.reviewing)
            self.keep(self.formats, made.given.suffix if made else "", made, found)

    def types(self, declared: Declared) -> None:
        """Types of a plugin; their formulas may call its own functions."""
        own = {
            name: one.given
            for name, several in self.functions.items()
            for one in several
            if one.plugin == declared.plugin
        }
        for given in declared.types:
            offer, found = review(given, declared.plugin, own, self.guard, self.reviewing)
            strays = self.strays(given) if offer or found[0].code != "plugin.not-a-type" else ()
            offer = None if strays else offer
            self.keep(self.offers, offer.type.name if offer else "", offer, (*strays, *found))

    def strays(self, given: object) -> tuple[Finding, ...]:
        """The parts of a class that are misspelt; none where it cannot be asked, which the review tells."""
        try:
            return cast(tuple[Finding, ...], self.reviewing(lambda: tuple(misspelt(cast(type[IndicatorType], given)))))
        except KeyboardInterrupt:
            raise
        except BaseException:  # what a class is made of may run code of its author
            return ()

    def keep(self, by_name: dict[str, list[T]], name: str, sound: T | None, found: Iterable[Finding]) -> None:
        """Keep what is sound under its name, and what is to be told."""
        self.found += found
        if sound is not None:
            by_name.setdefault(name, []).append(sound)

    def registry(self) -> tuple[Registry, tuple[Finding, ...]]:
        """What is borne once, and everything that was found."""
        for name, several in self.offers.items():
            if len(several) > 1:
                plugins = listed([str(offer.plugin) for offer in several])
                self.found.append(
                    finding("plugin.type-taken", place_of(several[1].type), type=name, plugins=plugins)
                )  # fmt: skip
        types = {name: several[0] for name, several in self.offers.items() if len(several) == 1}
        clashes = (*_clashes(types), *_headings(types), *_amounts(types))
        clashing = {clash.values["type"] for clash in clashes}
        registry = Registry(
            types={name: offer for name, offer in types.items() if name not in clashing},
            functions=self.once(self.functions, EXTENSIONS[Function]),
            lints=tuple(self.once(self.lints, EXTENSIONS[Lint]).values()),
            formats=self.once(self.formats, EXTENSIONS[Format]),
            guard=self.guard,
        )
        return registry, (*self.found, *clashes)

    def once(self, by_name: Mapping[str, list[Offered[T]]], what: Text) -> Mapping[str, Offered[T]]:
        """What is given once; a name given more than once is nobody's, and told."""
        for name, several in by_name.items():
            if len(several) > 1:
                plugins = listed([str(one.plugin) for one in several])
                self.found.append(finding("plugin.taken", Place(), what=what, name=name, plugins=plugins))
        return {name: several[0] for name, several in by_name.items() if len(several) == 1}


def _clashes(types: Mapping[str, Offer]) -> Iterable[Finding]:
    """Options of another kind than most types have for their name, or, where as many have either, than the first has."""
    bearers: dict[str, list[Offer]] = {}
    for offer in types.values():
        for name in offer.option_kinds:
            bearers.setdefault(name, []).append(offer)
    for name, offers in bearers.items():
        ((owed, _),) = Counter(offer.option_kinds[name] for offer in offers).most_common(1)
        usual = next(offer for offer in offers if offer.option_kinds[name] == owed)
        for offer in offers:
            kind = offer.option_kinds[name]
            if kind != owed:
                yield finding(
                    "plugin.option-clash", Place(place_of(offer.type).source), path=name, option=name,
                    type=offer.type.name, plugin=str(offer.plugin), kind=KIND_TITLES[kind],
                    other=usual.type.name, owed=KIND_TITLES[owed],
                )  # fmt: skip


def _headings(types: Mapping[str, Offer]) -> Iterable[Finding]:
    """Headings by which an earlier type calls another value."""
    first: dict[str, tuple[Offer, str]] = {}
    for offer in types.values():
        for name, headings in offer.headings.items():
            for heading in headings:
                earlier, taken = first.setdefault(heading, (offer, name))
                if taken != name:
                    yield finding(
                        "plugin.heading-clash", Place(place_of(offer.type).source), path=name, heading=heading, name=name,
                        type=offer.type.name, plugin=str(offer.plugin), other=earlier.type.name, taken=taken,
                    )  # fmt: skip


def _amounts(types: Mapping[str, Offer]) -> Iterable[Finding]:
    """Values that are an amount of money to one type and a plain number to an earlier one, or the other way round."""
    first: dict[str, Offer] = {}
    for offer in types.values():
        for name in offer.reported_kinds:
            earlier = first.setdefault(name, offer)
            if (name in offer.money) is not (name in earlier.money):
                sides = (offer, earlier) if name in offer.money else (earlier, offer)
                yield finding(
                    "plugin.money-clash", Place(place_of(offer.type).source), path=name, name=name,
                    type=offer.type.name, plugin=str(offer.plugin), amount=sides[0].type.name, number=sides[1].type.name,
                )  # fmt: skip
