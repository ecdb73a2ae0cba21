"""A plugin looked over, property by property: what it declares, all that it gives by the test kit, its rulesets.

Run as a program it looks over the plugin of a name and tells each verdict on a line of its own, in JSON; so whatever the
plugin does, it does in that process.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import SkipTest

from perfeval_rules.engine import Engine
from perfeval_rules.extension import Format, Function, Lint
from perfeval_rules.files.library import FILE
from perfeval_rules.findings import Finding, worst
from perfeval_rules.hosting.discover import Found, discover
from perfeval_rules.hosting.load import load
from perfeval_rules.hosting.rulesets import folders_of, locations
from perfeval_rules.indicator import IndicatorType
from perfeval_rules.kit.calls import shown
from perfeval_rules.kit.format_suite import FormatSuite
from perfeval_rules.kit.function_suite import FunctionSuite
from perfeval_rules.kit.lint_suite import LintSuite
from perfeval_rules.kit.plugin_ground import PluginGround, called
from perfeval_rules.kit.strategies import repeatable
from perfeval_rules.kit.suite import IndicatorTypeSuite
from perfeval_rules.kit.surface import SUITES
from perfeval_rules.kit.telling import in_words, said_by
from perfeval_rules.kit.verdicts import Broken
from perfeval_rules.offer import Offer
from perfeval_rules.registry import Registry
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.properties import (
    OF_A_FUNCTION,
    OF_A_LINT,
    OF_A_READER,
    OF_A_TYPE,
    OF_A_TYPE_IN_PYTHON,
    OF_A_WRITER,
    OF_BOTH,
)
from perfeval_rules.testing.running import Difference, run_case
from perfeval_rules.testing.verdict import DONE, Verdict, plain
from perfeval_rules.text import Text, raised

MOST_TOLD = 20
"""How many faults of one property are told one by one."""
MORE = Text("另有 {count} 处，从略。", "{count} more are left out.")
NOT_TRIED = Text(
    "没有试：不知道它的哪个数变大或变小才算更好。请在插件包的 suites.py 里写一个 IndicatorTypeSuite，用 moved = '…' 指明是哪个数。",
    "not tried: no number of it is known to move the good way. Say which does by moved = '…' of an IndicatorTypeSuite in "
    "suites.py of the package.",
)
ABOVE = Text("没有试：插件自身的错误见上，改正后再看。", "not tried: the faults of the plugin, told above, come first.")
CASE = Text("算例 {case}：{key} 应为 {wanted}，实为 {got}。", "case {case}: {key} is to be {wanted}, but is {got}.")
SUITES_OF: Mapping[str, type[PluginGround[Any]]] = {"function": FunctionSuite, "lint": LintSuite, "format": FormatSuite}
"""What a plugin gives beside types, and the suite of the kit for it."""
SAYABLE = ("may_be_negative", "reaches_target", "moved", "scales", "good_way", "options", "reported")
"""What a plugin may say to the kit of a type."""
Show = Callable[[], Iterable[Text]]


def inspection(found: Found) -> Iterator[Verdict]:
    """Every verdict on an installed plugin, each as soon as it is known."""
    registry, faults = load({found.name: ""}, [found])
    suites: dict[type[IndicatorType], type[IndicatorTypeSuite]] = {}

    def wrong() -> Iterator[Text]:
        yield from _said(faults)
        if registry.types or not _said(faults):  # what cannot be imported has been told
            suites.update(_suites(found))

    yield _verdict("plugin", found.name, "loads", wrong)
    for offer in registry.types.values():
        yield from _of_type(offer, suites.get(offer.type))
    if registry != Registry() and not _said(faults):
        for of, tests in SUITES_OF.items():
            yield from _of_extensions(of, tests, import_module(found.module.partition(":")[0]))
    for shelf in folders_of([found]):
        for file in sorted(shelf.glob(f"*/{FILE}")):
            yield from _of_ruleset(file.parent, frozenset(map(said_by, faults)))


def _suites(found: Found) -> Iterator[tuple[type[IndicatorType], type[IndicatorTypeSuite]]]:
    """What a plugin says to the kit of its types, in a module for that alone."""
    package = found.module.partition(":")[0].partition(".")[0]
    if not any((Path(place) / f"{SUITES}.py").is_file() for place in locations(package)):
        return
    for given in vars(import_module(f"{package}.{SUITES}")).values():
        if isinstance(given, type) and issubclass(given, IndicatorTypeSuite) and hasattr(given, "indicator_type"):
            yield given.indicator_type, given


def _of_type(offer: Offer, said: type[IndicatorTypeSuite] | None) -> Iterator[Verdict]:
    described = offer.type
    base = said or IndicatorTypeSuite
    tests = type("Suite", (base,), {"indicator_type": described, "tries": IndicatorTypeSuite.tries})
    if said:
        told = ", ".join(name for name in SAYABLE if getattr(said, name) is not getattr(IndicatorTypeSuite, name))
        yield Verdict("type", described.name, described.title, "as-said", True, (Text(told, told),))
    keys = [*OF_A_TYPE, *(OF_A_TYPE_IN_PYTHON if offer.rung == "python" else ())]
    keys += ["test_one_factor_on_all_changes_nothing"] if base.scales else []
    for key in keys:
        yield _verdict("type", described.name, key, partial(_broken, IndicatorTypeSuite, tests, key), described.title)


def _of_extensions(of: str, tests: type[PluginGround[Any]], plugin: ModuleType) -> Iterator[Verdict]:
    """Verdicts on all functions, lints or formats of a plugin, one after the other."""
    every = type("Suite", (tests,), {"plugin": plugin})
    for given in every().each():
        name = called(given)
        alone = type("Suite", (tests,), {"plugin": plugin, "only": name})
        for key in _asked_of(given):
            yield _verdict(of, name, key, partial(_broken, tests, alone, key), _title(given))


def _asked_of(given: Function | Lint | Format) -> Iterator[str]:
    """The properties that something a plugin gives is to have."""
    if isinstance(given, Format):
        yield from (*(OF_A_READER if given.read else ()), *(OF_A_WRITER if given.write else ()))
        yield from OF_BOTH if given.read and given.write else ()
    else:
        yield from OF_A_FUNCTION if isinstance(given, Function) else OF_A_LINT


def _title(given: Function | Lint | Format) -> Text:
    """What people call it beside its name; the words of a lint are for its remarks."""
    return given.meaning if isinstance(given, Function) else given.title if isinstance(given, Format) else Text()


def _broken(own: type[Any], tests: type[Any], key: str) -> Iterator[Text]:
    """What a test of the kit finds; the test itself is the kit's, whatever the plugin says."""
    try:
        getattr(own, key)(tests())
    except Broken as fault:
        yield from (Text(part.say("zh"), part.say("en")) for part in fault.parts)


def _of_ruleset(folder: Path, faults: frozenset[object]) -> Iterator[Verdict]:
    """Verdicts on a ruleset; what was told of the plugin is not told again."""
    engine = Engine()
    found = engine.check(folder)
    news = [one for one in found if said_by(one) not in faults]
    if worst(found) == "error" and worst(tuple(news)) != "error":
        yield Verdict("ruleset", folder.name, Text(), "sound", None, (ABOVE,))
        return
    yield _verdict("ruleset", folder.name, "sound", lambda: _said(news))
    if worst(found) != "error":
        yield _verdict("ruleset", folder.name, "cases", lambda: _failed(engine, folder))


def _failed(engine: Engine, folder: Path) -> Iterator[Text]:
    """What is wrong with the cases of a ruleset, and those that do not hold."""
    found = suite(engine, folder)
    yield from _said(found.findings)
    results = [run_case(found.program, case) for case in found.cases] if found.program else []
    for result in results:
        yield from (_differing(result.case.name, one) for one in result.differences)
    yield from _said(one for result in results for one in result.findings)


def _differing(case: str, one: Difference) -> Text:
    values = {"case": case, "key": one.key, "wanted": shown(one.wanted), "got": shown(one.got)}
    return Text(CASE.fill("zh", values), CASE.fill("en", values))


def _verdict(of: str, name: str, key: str, show: Show, title: Text = Text()) -> Verdict:
    """Whether nothing shows that a property does not hold; whatever looking at it raises does."""
    try:
        said = _first(show())
    except KeyboardInterrupt:
        raise
    except SkipTest:
        return Verdict(of, name, title, key, None, (NOT_TRIED,))
    except BaseException as fault:  # a plugin may raise anything, SystemExit included
        said = (Text(raised(fault), raised(fault)),)
    return Verdict(of, name, title, key, not said, said)


def _first(told: Iterable[Text]) -> tuple[Text, ...]:
    """The first of what there is to tell, and how much more there is."""
    said = tuple(told)
    more = {"count": len(said) - MOST_TOLD}
    return (*said[:MOST_TOLD], *([Text(MORE.fill("zh", more), MORE.fill("en", more))] if more["count"] > 0 else []))


def _said(findings: Iterable[Finding]) -> tuple[Text, ...]:
    """The errors among findings."""
    return in_words(one for one in findings if one.severity == "error")


def main(name: str) -> None:
    """Look over the plugin of a name and tell each verdict; what the plugin prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    repeatable()
    (found,) = (one for one in discover() if one.name == name and one.state == "available")
    for told in (*map(plain, inspection(found)), DONE):
        answers.write(json.dumps(told) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1])
