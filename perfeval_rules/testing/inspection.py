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
from perfeval_rules.hosting.rulesets import folders_of
from perfeval_rules.kit.strategies import repeatable
from perfeval_rules.kit.suite import IndicatorTypeSuite
from perfeval_rules.kit.verdicts import Broken
from perfeval_rules.offer import Offer
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.calls import broken_calls, shown
from perfeval_rules.testing.properties import OF_A_TYPE, OF_A_TYPE_IN_PYTHON
from perfeval_rules.testing.running import Difference, run_case
from perfeval_rules.testing.verdict import DONE, Verdict, plain
from perfeval_rules.text import Text, raised

MOST_TOLD = 3
"""How many faults of one property are told."""
NOT_TRIED = Text(
    "没有试：只有作者自己的测试才说明要变动哪个值。", "not tried: only the author's own tests say which value to move."
)
CASE = Text("算例 {case}：{key} 应为 {wanted}，实为 {got}。", "case {case}: {key} is to be {wanted}, but is {got}.")
Show = Callable[[], Iterable[Text]]


def inspection(found: Found) -> Iterator[Verdict]:
    """Every verdict on an installed plugin, each as soon as it is known."""
    registry, faults = load({found.name: ""}, [found])
    yield _verdict("plugin", found.name, "loads", lambda: _said(faults))
    for offer in registry.types.values():
        yield from _of_type(offer)
    with tempfile.TemporaryDirectory() as folder:
        for function in _functions(found) if registry.functions and not _said(faults) else ():
            show = partial(broken_calls, found.name, function, Path(folder))
            yield _verdict("function", function.name, "calls", show, function.meaning)
    for shelf in folders_of([found]):
        for file in sorted(shelf.glob(f"*/{FILE}")):
            yield from _of_ruleset(file.parent)


def _of_type(offer: Offer) -> Iterator[Verdict]:
    described = offer.type
    tests = type("Suite", (IndicatorTypeSuite,), {"indicator_type": described})
    for key in (*OF_A_TYPE, *(OF_A_TYPE_IN_PYTHON if offer.rung == "python" else ())):
        yield _verdict("type", described.name, key, partial(_broken, tests, key), described.title)


def _broken(tests: type[IndicatorTypeSuite], key: str) -> Iterator[Text]:
    """What a test of the kit finds."""
    try:
        getattr(tests(), key)()
    except Broken as fault:
        yield Text(fault.say("zh"), fault.say("en"))


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
        said = tuple(show())[:MOST_TOLD]
    except KeyboardInterrupt:
        raise
    except SkipTest:
        return Verdict(of, name, title, key, None, (NOT_TRIED,))
    except BaseException as fault:  # a plugin may raise anything, SystemExit included
        said = (Text(raised(fault), raised(fault)),)
    return Verdict(of, name, title, key, not said, said)


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
