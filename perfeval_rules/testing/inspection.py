"""A plugin looked over, property by property: what it declares, its types by the test kit, its functions, its rulesets.

Run as a program it looks over the plugin of a name and tells each verdict on a line of its own, in JSON; so whatever the
plugin does, it does in that process.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import cast
from unittest import SkipTest

from perfeval_rules.engine import Engine
from perfeval_rules.extension import Function
from perfeval_rules.files.library import FILE
from perfeval_rules.findings import Finding, worst
from perfeval_rules.hosting.discover import Found, discover
from perfeval_rules.hosting.hookspecs import implemented
from perfeval_rules.hosting.load import load
from perfeval_rules.hosting.rulesets import folders_of, locations
from perfeval_rules.indicator import IndicatorType
from perfeval_rules.kit.strategies import repeatable
from perfeval_rules.kit.suite import IndicatorTypeSuite
from perfeval_rules.kit.surface import SUITES
from perfeval_rules.kit.verdicts import Broken
from perfeval_rules.offer import Offer
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.calls import broken_calls, shown
from perfeval_rules.testing.properties import OF_A_TYPE, OF_A_TYPE_IN_PYTHON
from perfeval_rules.testing.running import Difference, run_case
from perfeval_rules.testing.verdict import DONE, Verdict, plain
from perfeval_rules.text import Text, raised

MOST_TOLD = 20
"""How many faults of one property are told one by one."""
MORE = Text("另有 {count} 处，从略。", "{count} more are left out.")
NOT_TRIED = Text(
    "没有试：不知道它的哪个数变大或变小才算更好。", "not tried: no number of it is known to move the good way."
)
CASE = Text("算例 {case}：{key} 应为 {wanted}，实为 {got}。", "case {case}: {key} is to be {wanted}, but is {got}.")
SAYABLE = ("may_be_negative", "reaches_target", "moved", "scales", "good_way", "options", "reported")
"""What a plugin may say to the kit of a type."""
Show = Callable[[], Iterable[Text]]


def inspection(found: Found) -> Iterator[Verdict]:
    """Every verdict on an installed plugin, each as soon as it is known."""
    registry, faults = load({found.name: ""}, [found])
    suites: dict[type[IndicatorType], type[IndicatorTypeSuite]] = {}

    def wrong() -> Iterator[Text]:
        yield from _said(faults)
        suites.update(_suites(found))

    yield _verdict("plugin", found.name, "loads", wrong)
    for offer in registry.types.values():
        yield from _of_type(offer, suites.get(offer.type))
    with tempfile.TemporaryDirectory() as folder:
        for function in _functions(found) if registry.functions and not _said(faults) else ():
            show = partial(broken_calls, found.name, function, Path(folder))
            yield _verdict("function", function.name, "calls", show, function.meaning)
    for shelf in folders_of([found]):
        for file in sorted(shelf.glob(f"*/{FILE}")):
            yield from _of_ruleset(file.parent)


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
        yield _verdict("type", described.name, key, partial(_broken, tests, key), described.title)


def _broken(tests: type[IndicatorTypeSuite], key: str) -> Iterator[Text]:
    """What a test of the kit finds; the test itself is the kit's, whatever the plugin says."""
    try:
        getattr(IndicatorTypeSuite, key)(tests())
    except Broken as fault:
        yield from (Text(part.say("zh"), part.say("en")) for part in fault.parts)


def _of_ruleset(folder: Path) -> Iterator[Verdict]:
    engine = Engine()
    found = engine.check(folder)
    yield _verdict("ruleset", folder.name, "sound", lambda: _said(found))
    if worst(found) != "error":
        yield _verdict("ruleset", folder.name, "cases", lambda: _failed(engine, folder))


def _failed(engine: Engine, folder: Path) -> Iterator[Text]:
    """What is wrong with the cases of a ruleset, and those that do not hold."""
    found = suite(engine, folder)
    yield from _said(found.findings)
    results = [run_case(found.program, case) for case in found.cases] if found.program else []
    for result in results:
        yield from (_differing(result.case.name, one) for one in result.differences)
        yield from _said(result.findings)


def _differing(case: str, one: Difference) -> Text:
    values = {"case": case, "key": one.key, "wanted": shown(one.wanted), "got": shown(one.got)}
    return Text(CASE.fill("zh", values), CASE.fill("en", values))


def _functions(found: Found) -> Iterator[Function]:
    module = import_module(found.module)
    for call in implemented(found.name, module).get("perfeval_functions", ()):
        yield from (one for one in cast(Iterable[object], call()) if isinstance(one, Function))


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
    return tuple(Text(one.say("zh"), one.say("en")) for one in findings if one.severity == "error")


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
