"""The review of what plugins give beside types: everything that keeps a function, a lint or a format from being used."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast, get_args

from perfeval_rules.catalogue import finding
from perfeval_rules.extension import Format, Function, FunctionKind, Lint
from perfeval_rules.findings import SEVERITIES, Finding, Place
from perfeval_rules.formula.additions import Guard, Outside, from_algebra, from_python
from perfeval_rules.formula.functions import FUNCTIONS, INTERNAL, Addition
from perfeval_rules.formula.functions import Function as Signature
from perfeval_rules.offer import Plugin
from perfeval_rules.reserved import BUILT_IN, KEYS, RESULTS
from perfeval_rules.review import spoken_of
from perfeval_rules.text import Text, raised

T = TypeVar("T", Function, Lint, Format)
Given_co = TypeVar("Given_co", covariant=True)
NAME, CODE, SUFFIX = (
    re.compile(r"[a-z][a-z0-9_]*"),
    re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*"),
    re.compile(r"\.[a-z0-9]+"),
)
USAGE = re.compile(r"([a-z][a-z0-9_]*)\((?:[^(),]+(?:,[^(),]+)*)?\)")
OWN_SUFFIXES = frozenset({".json", ".toml", ".txt", ".tsv", ".tab", ".md", ".html"})
"""Files that the engine reads and writes itself."""


@dataclass(frozen=True, slots=True)
class Offered(Generic[Given_co]):
    """Something that a plugin gives, found to be sound, and the plugin."""

    given: Given_co
    plugin: Plugin


def admitted_function(
    given: object, plugin: Plugin, guard: Guard, reviewing: Guard
) -> tuple[Offered[Addition] | None, list[Finding]]:
    """A function as the language takes it; None, with all that is wrong, where it is not sound."""
    function, found = admitted(given, plugin, Function, FUNCTION, reviewing)
    if function is None:
        return None, found
    signature = Signature(function.usage, function.parameters, function.result, function.meaning)
    if function.definition is not None:
        return Offered(from_algebra(signature, str(plugin), function.definition, guard), plugin), []
    run = function.python
    assert run is not None, "the review saw to it"
    outside = Outside(str(plugin), function.name, run, function.result, guard=guard)
    return Offered(from_python(signature, outside), plugin), []


def admitted_lint(given: object, plugin: Plugin, reviewing: Guard) -> tuple[Offered[Lint] | None, list[Finding]]:
    """A lint; None, with all that is wrong, where it is not sound."""
    lint, found = admitted(given, plugin, Lint, LINT, reviewing)
    return (Offered(lint, plugin) if lint else None), found


def admitted_format(given: object, plugin: Plugin, reviewing: Guard) -> tuple[Offered[Format] | None, list[Finding]]:
    """A format; None, with all that is wrong, where it is not sound."""
    made, found = admitted(given, plugin, Format, FORMAT, reviewing)
    return (Offered(made, plugin) if made else None), found


def admitted(
    given: object, plugin: Plugin, kind: type[T], owed: "Owed", reviewing: Guard
) -> tuple[T | None, list[Finding]]:  # fmt: skip
    """What a plugin gives, if it is of the kind itself and every part of it is as it must be."""
    what = EXTENSIONS[kind]
    if type(given) is not kind:  # a subclass could answer otherwise each time it is asked
        told = finding("plugin.not-a-part", Place(), plugin=str(plugin), given=spoken_of(given), what=what)
        return None, [told]
    try:
        found = cast(list[Finding], reviewing(lambda: list(_faults(given, plugin, what, owed))))
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # what a plugin gives may run code of its author
        broken = finding("plugin.part-broken", Place(), plugin=str(plugin), what=what, fault=Text(raised(fault)))
        return None, [broken]
    return (None, found) if found else (given, [])


def _faults(given: Any, plugin: Plugin, what: Text, owed: "Owed") -> Iterator[Finding]:
    called = str(getattr(given, "usage", None) or getattr(given, "name", None) or getattr(given, "suffix", ""))
    for part, (need, fits) in owed.items():
        if not fits(given):
            yield finding(
                "plugin.wrong-part", Place(), plugin=str(plugin), what=what, called=called, part=part, need=need
            )


def _is_told(value: object) -> bool:
    return isinstance(value, Text) and bool(value.zh and value.en)


def _takes(function: Function) -> bool:
    count = function.usage.count(",") + 1 if "()" not in function.usage else 0
    kinds = get_args(FunctionKind)
    return (
        isinstance(function.parameters, tuple)
        and len(function.parameters) == count
        and all(each in kinds for each in function.parameters)
    )


def _is_free(name: str) -> bool:
    return not (name in FUNCTIONS or name in INTERNAL or name in BUILT_IN or name in KEYS or name in RESULTS)


Owed = Mapping[str, tuple[Text, Callable[[Any], bool]]]
EXTENSIONS: Mapping[type, Text] = {
    Function: Text("公式函数", "function"), Lint: Text("规则集核查", "lint"), Format: Text("文件格式", "format"),
}  # fmt: skip
_WORDS = Text("写有中英文的 Text", "a Text in both languages")
FUNCTION: Owed = {
    "usage": (
        Text("“名称(参数, …)”的写法，名称未被占用", "written `name(argument, …)`, its name not taken"),
        lambda one: isinstance(one.usage, str) and bool(USAGE.fullmatch(one.usage)) and _is_free(one.name),
    ),
    "parameters": (
        Text("由 number、boolean、text、date 组成的元组，与 usage 个数一致", "a tuple of number, boolean, text and date, as many as in usage"),
        lambda one: not isinstance(one.usage, str) or _takes(one),  # told already
    ),
    "result": (
        Text("number、boolean、text 或 date", "number, boolean, text or date"),
        lambda one: one.result in get_args(FunctionKind),
    ),
    "meaning": (_WORDS, lambda one: _is_told(one.meaning)),
    "examples": (
        Text("至少一个“调用 → 结果”", "a mapping of at least one call to what it gives"),
        lambda one: isinstance(one.examples, Mapping) and bool(one.examples),
    ),
    "definition": (
        Text("definition 和 python 二者之一，可调用", "one of definition and python, a callable"),
        lambda one: [callable(one.definition), callable(one.python)].count(True) == 1
        and None in (one.definition, one.python),
    ),
}  # fmt: skip
LINT: Owed = {
    "name": (
        Text("由 a–z、0–9 和连字符组成的名称", "a name made of a–z, 0–9 and hyphens"),
        lambda one: isinstance(one.name, str) and bool(CODE.fullmatch(one.name)),
    ),
    "message": (_WORDS, lambda one: _is_told(one.message)),
    "advice": (_WORDS, lambda one: _is_told(one.advice)),
    "examine": (Text("可调用", "a callable"), lambda one: callable(one.examine)),
    "severity": (Text("error、warning 或 info", "error, warning or info"), lambda one: one.severity in SEVERITIES),
}
FORMAT: Owed = {
    "suffix": (
        Text("小写的后缀，如 .csv，且不是引擎自己读写的", "a suffix in small letters, such as .csv, and none of the engine's own"),
        lambda one: isinstance(one.suffix, str) and bool(SUFFIX.fullmatch(one.suffix)) and one.suffix not in OWN_SUFFIXES,
    ),
    "title": (_WORDS, lambda one: _is_told(one.title)),
    "read": (
        Text("read 和 write 至少有一个，且可调用", "a callable, it or write"),
        lambda one: (one.read, one.write) != (None, None) and all(each is None or callable(each) for each in (one.read, one.write)),
    ),
}  # fmt: skip
