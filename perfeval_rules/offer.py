"""A type as an engine holds it: the plugin it comes from, the kinds of its names, its formulas ready to be evaluated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Literal, Union, cast, get_args, get_origin

from perfeval_rules.findings import listed
from perfeval_rules.formula.additions import Guard, Outside, from_python, unguarded
from perfeval_rules.formula.algebra import Words
from perfeval_rules.formula.functions import Function, Kind, Parameter
from perfeval_rules.formula.language import Formula, parse
from perfeval_rules.formula.vocabulary import KIND_TITLES
from perfeval_rules.indicator import IndicatorType, Reported
from perfeval_rules.model import Fault, ValidationError, faults
from perfeval_rules.text import Text, decimal, raised

Constant = Fraction | str | bool
"""What an option may be set to."""
Value = Constant | date
_KINDS: Mapping[object, Kind] = {
    Fraction: "number", int: "number", bool: "boolean", str: "text", date: "date",
}  # fmt: skip
_BOUNDS: Mapping[str, tuple[str, str, str]] = {
    "greater_than": ("gt", "大于", "above"),
    "greater_than_equal": ("ge", "不小于", "not below"),
    "less_than": ("lt", "小于", "below"),
    "less_than_equal": ("le", "不大于", "not above"),
}
"""Bounds that a field may set: where the fault says which, and the words."""
MEASURES: Mapping[str, tuple[str, Kind]] = {
    "ratio": ("ratio", "number"),
    "met": ("met", "boolean"),
    "attainment": ("attainment", "number"),
    "low": ("_range_low", "number"),
    "high": ("_range_high", "number"),
}
"""What the formulas of a type measure: for each the name it has in a plan, and the kind of its value."""


Rung = Literal["formulas", "python"]
"""How a type says its attainment: in the language of formulas, which every reading has, or in Python."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """Where a type comes from."""

    name: str
    """What `[requires]` calls it."""
    distribution: str
    """The distribution that was installed; of modules handed to an engine, the module."""
    version: str

    def __str__(self) -> str:
        source = f"{self.distribution} {self.version}".strip()
        return f"{self.name} ({source})" if source else self.name


@dataclass(frozen=True, slots=True)
class Offer:
    """A type that a plugin offers, found to be sound."""

    type: type[IndicatorType]
    plugin: Plugin
    option_kinds: Mapping[str, Kind]
    defaults: Mapping[str, Constant]
    """The options that have a default; the others must be written."""
    choices: Mapping[str, tuple[str, ...]]
    """The values that an option with an enumeration may take, the default first."""
    reported_kinds: Mapping[str, Kind]
    required: frozenset[str]
    """What a row must report."""
    measures: Mapping[str, Formula]
    """The formulas it has among `ratio met attainment _range_low _range_high`."""
    checks: Mapping[str, Formula]
    """When each check fires."""
    words: Mapping[str, Words]
    guard: Guard = unguarded
    """Runs what the type does in Python."""

    @property
    def rung(self) -> Rung:
        """How it says its attainment."""
        return rung_of(self.type)

    def configured(self, options: Mapping[str, Value]) -> Mapping[str, Formula]:
        """The formulas it measures by where its options are set; what only Python can say is a call of it.

        Raises whatever a test of its author's raises at options that do not go together.
        """
        declared = {name: as_declared(self.type, name, options[name]) for name in options}
        instance = cast(IndicatorType, self.guard(partial(self.type.model_validate, declared)))
        return (
            {**self.measures, "attainment": attain_formula(self, instance)} if self.rung == "python" else self.measures
        )

    @property
    def money(self) -> frozenset[str]:
        """The reported values that are amounts of money."""
        return frozenset(self.type.reported.in_yuan)

    @property
    def needed(self) -> frozenset[str]:
        """The options that a ruleset must write."""
        return frozenset(self.option_kinds.keys() - self.defaults.keys())

    @property
    def headings(self) -> Mapping[str, tuple[str, ...]]:
        """What forms call each reported value: the headings its type gives, and its own name."""
        titles = self.type.reported.titles
        return {
            name: (titles[name].zh, titles[name].en, name) if name in titles else (name,)
            for name in self.reported_kinds
        }

    def option_fault(self, name: str, value: object) -> Text | None:
        """Why an option does not take a value; None where it does."""
        try:
            return cast(Text | None, self.guard(partial(option_fault, self.type, name, value)))
        except KeyboardInterrupt:
            raise
        except BaseException as fault:  # a plugin may raise anything, SystemExit included
            return self.refusal(fault)

    def refusal(self, fault: BaseException) -> Text:
        """What a test of the type's author raised: the author's own words, or else what went wrong and in whose plugin."""
        if isinstance(fault, ValidationError):
            return _why(faults(fault)[0], None)
        return Text(f"{self.plugin}，{raised(fault)}", f"{self.plugin}, {raised(fault)}")


def kind_of(annotation: object) -> Kind | None:
    """The kind of value that an annotation stands for; None: one that no formula can read."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return kind_of(get_args(annotation)[0])
    if origin in (Union, UnionType):
        some = [part for part in get_args(annotation) if part is not NoneType]
        return kind_of(some[0]) if len(some) == 1 else None
    if origin is Literal:
        return "text" if all(isinstance(choice, str) for choice in get_args(annotation)) else None
    return _KINDS.get(annotation) if isinstance(annotation, type) else None


def kinds_of(model: type[IndicatorType] | type[Reported]) -> Mapping[str, Kind | None]:
    """The kind of each field of a model."""
    return {name: kind_of(field.annotation) for name, field in model.model_fields.items()}


def choices_of(described: type[IndicatorType]) -> Mapping[str, tuple[str, ...]]:
    """The values of each option that enumerates them, as its author wrote them."""
    return {
        name: get_args(field.annotation)
        for name, field in described.model_fields.items()
        if get_origin(field.annotation) is Literal
    }


def defaults_of(described: type[IndicatorType]) -> Mapping[str, Constant]:
    """The default of each option that has one; whole numbers become exact ones, as formulas read them."""
    values = {
        name: field.get_default(call_default_factory=True, validated_data={})
        for name, field in described.model_fields.items()
        if not field.is_required()
    }
    return {
        name: Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value
        for name, value in values.items()
    }


def option_fault(described: type[IndicatorType], name: str, value: object) -> Text | None:
    """Why an option of a type does not take a value, a number as TOML gives it; None where it does."""
    field = described.model_fields[name]
    try:
        described.model_validate({name: as_declared(described, name, value)})
    except ValidationError as error:  # other options may lack a value here; they are not asked about
        told = [fault for fault in faults(error) if fault["loc"][:1] == (name,)]
        return _why(told[0], field.annotation) if told else None
    return None


def as_declared(described: type[IndicatorType], name: str, value: object) -> object:
    """An option as its field declares it: formulas know exact numbers only, a class may ask for a whole one."""
    whole = isinstance(value, Fraction) and value.denominator == 1
    return int(value) if whole and described.model_fields[name].annotation is int else value  # type: ignore[call-overload]


def _why(fault: Fault, annotation: object) -> Text:
    if get_origin(annotation) is Literal:
        choices = get_args(annotation)
        return Text(f"可选 {listed(choices)}", f"it is one of {listed(choices, 'en')}")
    if fault["type"] in _BOUNDS:
        key, zh, en = _BOUNDS[fault["type"]]
        bound = decimal(Fraction(fault["ctx"][key]))
        return Text(f"应{zh} {bound}", f"it must be {en} {bound}")
    if fault["type"] == "value_error":  # the words of the type's own author
        return Text(str(fault["ctx"]["error"]))
    if annotation is int:
        return Text("应为整数", "it must be a whole number")
    need = KIND_TITLES[kind_of(annotation) or "text"]
    return Text(f"应为{need.zh}", f"it must be {need.en}")


def rung_of(described: type[IndicatorType]) -> Rung:
    """How a type says its attainment."""
    return "formulas" if described.attain is IndicatorType.attain else "python"


def attain_formula(offer: Offer, instance: IndicatorType) -> Formula:
    """The call of a configured type in Python, over everything that a row reports, once nothing is blank that it owes."""
    names = tuple(offer.reported_kinds)

    def run(*values: Value | None) -> object:
        return instance.attain(MappingProxyType(dict(zip(names, values, strict=True))))

    outside = Outside(str(offer.plugin), f"{offer.type.name}.attain", run, least=Fraction(0), guard=offer.guard)
    kinds = tuple(cast(Parameter, kind) for kind in offer.reported_kinds.values())
    signature = Function(f"attain({', '.join(names)})", kinds, "number", offer.type.title)
    owed = [name for name in names if name in offer.required]
    lacks = {name: name if offer.reported_kinds[name] == "number" else "stop('absent')" for name in owed}
    tests = "".join(f"not given({name}), {lack}, " for name, lack in lacks.items())
    usage = f"ifs({tests}{signature.usage})" if tests else signature.usage
    additions = {"attain": from_python(signature, outside, blanks=True)}
    return parse(usage, stops=True, additions=additions)


def make_offer(
    described: type[IndicatorType],
    plugin: Plugin,
    measures: Mapping[str, Formula],
    checks: Mapping[str, Formula],
    guard: Guard = unguarded,
) -> Offer:
    """The offer of a type whose declarations were found to be sound, with its formulas parsed and checked."""
    return Offer(
        type=described,
        plugin=plugin,
        option_kinds={name: kind for name, kind in kinds_of(described).items() if kind},
        defaults=defaults_of(described),
        choices=choices_of(described),
        reported_kinds={name: kind for name, kind in kinds_of(described.reported).items() if kind},
        required=frozenset(name for name, field in described.reported.model_fields.items() if field.is_required()),
        measures=measures,
        checks=checks,
        words=described.words,
        guard=guard,
    )
