"""The review of a type that a plugin declares: everything that keeps it from being used, found in one pass."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from inspect import getattr_static
from typing import Any, TypeGuard, cast, get_args

from perfeval_rules.catalogue import finding
from perfeval_rules.catalogue.formula import near
from perfeval_rules.findings import SEVERITIES, Finding, Place, Written
from perfeval_rules.formula.additions import Guard, unguarded
from perfeval_rules.formula.algebra import Words
from perfeval_rules.formula.functions import Addition, Kind
from perfeval_rules.formula.kinds import KIND_TITLES, Vocabulary, check
from perfeval_rules.formula.language import NONE, Formula, Refused, parse
from perfeval_rules.formula.nodes import literal
from perfeval_rules.headings import headings_taken
from perfeval_rules.indicator import RATIO, Better, Check, Example, IndicatorType, Reported
from perfeval_rules.offer import (
    MEASURES,
    Offer,
    Plugin,
    choices_of,
    defaults_of,
    kinds_of,
    make_offer,
    option_fault,
    rung_of,
)
from perfeval_rules.reserved import BUILT_IN, CELLS, ENGINE_LISTS, FAMILIES, KEYS, RESULTS
from perfeval_rules.text import Text, nearest, raised

NAME = re.compile(r"[a-z][a-z0-9_]*")
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
WRITTEN: Mapping[str, Kind] = {"target_text": "text", "actual_text": "text"}
"""The cells as written, which every type sees."""
NOT_HERE = Text("规则集的公式里", "the formulas of a ruleset")


def place_of(described: type[IndicatorType], part: str = "") -> Place:
    """Where a class, or one of its parts, is declared."""
    return Place(f"{described.__module__}.{described.__qualname__}" + (f".{part}" if part else ""))


def is_class(given: object) -> TypeGuard[type[Any]]:
    """Whether something is a class; what it says of itself is not asked."""
    return issubclass(type(given), type)


def spoken_of(given: object) -> str:
    """Something that is not what it should be, in a finding."""
    return given.__qualname__ if is_class(given) else f"{type(given).__qualname__}(…)"


def review(
    given: object,
    plugin: Plugin,
    additions: Mapping[str, Addition] = NONE,
    guard: Guard = unguarded,
    reviewing: Guard = unguarded,
) -> tuple[Offer | None, tuple[Finding, ...]]:
    """What a plugin declares as an offer; None, with all its faults, where it is not sound.

    `additions`: the functions its formulas may call; `guard` runs what it does in Python, `reviewing`
    the review.
    """
    if not is_class(given) or not issubclass(given, IndicatorType) or given is IndicatorType:
        return None, (finding("plugin.not-a-type", Place(), plugin=str(plugin), given=spoken_of(given)),)
    try:
        reviewed = reviewing(partial(_reviewed, given, plugin, additions, guard))
        offer, found = cast(tuple[Offer | None, list[Finding]], reviewed)
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # what a class is made of may run code of its author
        said = raised(fault)
        offer, found = None, [finding("plugin.type-broken", place_of(given), type=given.__qualname__, fault=said)]
    if offer:
        return offer, ()
    name = getattr_static(given, "name", "")
    name = name if isinstance(name, str) and name else given.__qualname__
    refused = finding("plugin.type-refused", place_of(given), type=name, plugin=str(plugin), count=len(found))
    return None, (*found, refused)


def _reviewed(
    described: type[IndicatorType], plugin: Plugin, additions: Mapping[str, Addition], guard: Guard
) -> tuple[Offer | None, list[Finding]]:
    found = list(_parts(described))
    if found:  # the rest relies on every part being of its kind
        return None, found
    reviewed = _Review(described, additions)
    reviewed.whole()
    if reviewed.found:
        return None, reviewed.found
    return make_offer(described, plugin, reviewed.measures, reviewed.checks, guard), []


# — parts —


def _parts(described: type[IndicatorType]) -> Iterator[Finding]:
    """Parts that are not there or not of their kind."""
    for part, (need, fits) in _OWED.items():
        if not fits(getattr(described, part, None)):
            yield finding(
                "plugin.type-part", place_of(described, part), type=described.__qualname__, part=part, need=need
            )


def _is_told(value: object) -> bool:
    return isinstance(value, Text) and bool(value.zh and value.en)


def _are_told(value: object) -> bool:
    return isinstance(value, Mapping) and all(map(_is_told, value.values()))


def _all_are(kind: type, least: int = 0) -> Callable[[Any], bool]:
    return lambda value: (
        isinstance(value, tuple) and len(value) >= least and all(isinstance(each, kind) for each in value)
    )


def _maps_to(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, Mapping) and all(isinstance(each, kind) for each in value.values())


def _is_formula(value: object) -> bool:
    return value is None or isinstance(value, str)


_OWED: Mapping[str, tuple[Text, Callable[[Any], bool]]] = {
    "name": (
        Text("小写字母开头、由 a–z、0–9 和 _ 组成的名称", "a name made of a–z, 0–9 and _"),
        lambda value: isinstance(value, str) and bool(NAME.fullmatch(value)),
    ),
    "title": (Text("写有中英文的 Text", "a Text in both languages"), _is_told),
    "__doc__": (Text("一句说明", "a docstring"), lambda value: bool(value and value.strip())),
    "reported": (
        Text(
            "Reported 的子类，titles 为名称到中英文 Text 的映射，in_yuan 为名称的元组",
            "a subclass of Reported, its titles a mapping of names to Text in both languages, its in_yuan a tuple of names",
        ),
        lambda value: (
            isinstance(value, type)
            and issubclass(value, Reported)
            and _are_told(value.titles)
            and _all_are(str)(value.in_yuan)
        ),
    ),
    **{part: (Text("公式文字或 None", "the text of a formula or None"), _is_formula) for part in MEASURES},
    "words": (Text("词表名到 Words 的映射", "a mapping of names to Words"), _maps_to(Words)),
    "checks": (Text("由 Check 组成的元组", "a tuple of Check"), _all_are(Check)),
    "messages": (Text("名称到 Text 的映射", "a mapping of names to Text"), _maps_to(Text)),
    "examples": (Text("至少有一个 Example 的元组", "a tuple of at least one Example"), _all_are(Example, 1)),
    "better": (Text("higher、lower 或 nearer", "higher, lower or nearer"), lambda value: value in get_args(Better)),
}


class _Review:
    """The review of a class whose parts are of their kinds."""

    def __init__(self, described: type[IndicatorType], additions: Mapping[str, Addition]) -> None:
        self.type, self.additions = described, additions
        self.options, self.reported = kinds_of(described), kinds_of(described.reported)
        self.found: list[Finding] = []
        self.measures: dict[str, Formula] = {}
        self.checks: dict[str, Formula] = {}
        self.codes: set[str] = set()
        """The codes that formulas stop with."""

    def whole(self) -> None:
        """Review everything."""
        self.names()
        self.defaults()
        self.formulas()
        self.messages()
        self.examples()

    def tell(self, code: str, part: str, /, **values: Any) -> None:
        """Note a fault of a part of the class."""
        self.found.append(finding(f"plugin.{code}", place_of(self.type, part), type=self.type.name, **values))

    def names(self) -> None:
        """Whether names may be borne, and stand for values that formulas read."""
        if self.type.name in FAMILIES:
            self.tell("reserved-name", "name", name=self.type.name)
        for name, kind in self.options.items():
            taken = name in KEYS | RESULTS | BUILT_IN.keys() | self.reported.keys()
            self.name(name, name, taken, kind if kind != "date" else None)
        for name in sorted(self.type.reported.titles.keys() - self.reported.keys()):
            self.tell("title-name", f"reported.titles.{name}", name=name, near=near(nearest(name, self.reported)))
        for name, heading in headings_taken(self.type.reported.titles):
            if name not in BUILT_IN:
                self.tell("heading-taken", f"reported.titles.{name}", name=name, heading=heading)
        for name in self.type.reported.in_yuan:
            if self.reported.get(name) != "number" or name in BUILT_IN:
                self.tell("money-name", "reported.in_yuan", name=name, near=near(nearest(name, self.reported)))
        for name, kind in self.reported.items():
            self.name(f"reported.{name}", name, name in KEYS | RESULTS, kind)
            if self.type.reported.model_fields[name].metadata:
                self.tell("reported-bound", f"reported.{name}", name=name)
            if kind and BUILT_IN.get(name, kind) != kind:
                self.tell("reported-kind", f"reported.{name}", name=name, need=KIND_TITLES[BUILT_IN[name]])

    def name(self, part: str, name: str, taken: bool, kind: Kind | None) -> None:
        """One option or reported value."""
        if taken or not NAME.fullmatch(name):
            self.tell("reserved-name", part, name=name)
        if kind is None:
            self.tell("value-kind", part, name=name)

    def defaults(self) -> None:
        """Whether each default is a value of its option, of an enumeration the first."""
        choices = choices_of(self.type)
        for name, value in defaults_of(self.type).items():
            first = choices[name][0] if name in choices else value
            if value != first or option_fault(self.type, name, value):
                self.tell("wrong-default", name, name=name, default=str(value), first=str(first))

    def formulas(self) -> None:
        """Whether each formula is one, of the kind that is measured, over names that the type sees."""
        texts = {part: getattr(self.type, part) for part in MEASURES}
        if texts["attainment"] is not None and rung_of(self.type) == "python":
            self.tell("two-rungs", "attainment")
        if texts["ratio"] == RATIO and not {"actual", "target"} <= self.reported.keys():
            texts["ratio"] = None
        seen = {name: kind for name, kind in {**WRITTEN, **self.reported, **self.options}.items() if kind}
        with_ratio = seen | ({"ratio": "number"} if texts["ratio"] else {})
        with_met = with_ratio | ({"met": "boolean"} if texts["met"] else {})
        sight = {"ratio": seen, "attainment": with_met}
        for part, (measure, need) in MEASURES.items():
            if texts[part] is not None:
                self.formula(self.measures, measure, part, texts[part], need, sight.get(part, with_ratio))
        for each in self.type.checks:
            part = f"checks.{each.name}"
            if not CODE.fullmatch(each.name) or each.name in self.checks or each.severity not in SEVERITIES:
                self.tell("wrong-check", part, check=each.name)
            self.formula(self.checks, each.name, part, each.when, "boolean", with_ratio)

    def formula(
        self, into: dict[str, Formula], name: str, part: str, text: str, need: Kind, seen: Mapping[str, Kind]
    ) -> None:
        """One formula of the type, kept where it is sound."""
        lines = text.split("\n")
        marks = [(n, column) for n, line in enumerate(lines, 1) for column in range(1, len(line) + 2)]
        at = replace(place_of(self.type, part), line=1, column=1)
        try:
            formula = parse(
                Written(text, at, tuple(lines), tuple(marks[: len(text)])), stops=True, additions=self.additions
            )
        except Refused as refused:
            self.found += refused.findings
            return
        words = ENGINE_LISTS | self.type.words.keys()
        later = dict.fromkeys(RESULTS | KEYS, NOT_HERE)
        _, faults = check(formula, Vocabulary(seen, later, words, blankable=frozenset(self.reported)), need)
        self.found += [fault for fault in faults if fault.severity == "error"]  # style is no reason to refuse
        self.stops(formula, part)
        into[name] = formula

    def stops(self, formula: Formula, part: str) -> None:
        """The codes that a formula stops with, each a text written out."""
        for node in ast.walk(formula.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "stop":
                code = literal(node.args[0]) if len(node.args) == 1 else None
                if isinstance(code, str) and CODE.fullmatch(code):
                    self.codes.add(code)
                else:
                    self.tell("wrong-stop", part, part=formula.part(node))

    # — words and examples —

    def messages(self) -> None:
        """Whether all that may be told has words in both languages, which ask for nothing unknown."""
        for code in sorted(self.codes | {each.name for each in self.type.checks}):
            if not _is_told(self.type.messages.get(code)):
                self.tell("no-message", f"messages.{code}", key=code)
        known = self.options.keys() | self.reported.keys() | CELLS.keys() | {"ratio", "attainment", "met", "deviation"}
        for code, message in self.type.messages.items():
            for name in sorted(message.placeholders() - known):
                self.tell("message-name", f"messages.{code}", name=name, near=near(nearest(name, known)))

    def examples(self) -> None:
        """Whether examples speak of what the type has."""
        fields = {
            "options": self.options.keys(),
            "reported": self.reported.keys() | WRITTEN.keys(),
            "finds": {each.name for each in self.type.checks},
        }
        for number, example in enumerate(self.type.examples, 1):
            for part, known in fields.items():
                for name in sorted(set(getattr(example, part)) - known):
                    self.tell(
                        "example-name", f"examples[{number - 1}].{part}", name=name, near=near(nearest(name, known))
                    )
