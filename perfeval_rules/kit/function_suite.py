"""The suite for the functions that a plugin adds to formulas."""

from collections.abc import Iterator
from typing import ClassVar

from perfeval_rules.extension import Function
from perfeval_rules.formula.additions import unguarded
from perfeval_rules.hosting.guard import guarded
from perfeval_rules.kit.calls import READINGS, Answer, answer, program_of, read, shown
from perfeval_rules.kit.plugin_ground import PluginGround
from perfeval_rules.kit.trial import Refusal
from perfeval_rules.kit.verdicts import Broken, tell
from perfeval_rules.kit.watch import watched
from perfeval_rules.program import Program
from perfeval_rules.registry import Registry
from perfeval_rules.text import Text


class FunctionSuite(PluginGround[Function]):
    """All that must hold of the functions of a plugin; a class that names the plugin inherits the tests::

        class TestFunctions(FunctionSuite):
            plugin = perfeval_survey

    What is tried are the examples of each function. A plugin that gives none has nothing to test, until it does.
    """

    kind: ClassVar[type[Function]] = Function
    hook: ClassVar[str] = "perfeval_functions"

    def test_nothing_outside_is_touched(self) -> None:
        """No file, network, process, import, pause, clock, chance or environment while an example is worked out."""
        registry, found = Registry.of([self.alone()], unguarded)[0], []  # the engine's guard looks at the clock
        for call, program in self.calls(registry):
            with watched() as touched:
                answer(program, "exact")
            if touched:
                found.append(Broken("call-touched", call=call, said=touched[0]))
        tell(found)

    def test_the_same_call_gives_the_same(self) -> None:
        """Each example gives the same once more, with all the others between."""
        programs = dict(self.calls(Registry.of([self.alone()], guarded)[0]))
        first, again = ({call: answer(program, "exact") for call, program in programs.items()} for _ in range(2))
        tell(
            [
                Broken("call-not-repeated", call=call, wanted=shown(one.value), got=shown(again[call].value))
                for call, one in first.items()
                if again[call] != one
            ]
        )

    def test_examples_hold_in_every_reading(self) -> None:
        """Each example gives what it says, exactly, the fast way, and step by step; all that do not are told at once."""
        registry, _ = Registry.of([self.alone()], guarded)
        tell([one for function in self.each() for call in function.examples for one in wrong(registry, function, call)])

    def calls(self, registry: Registry) -> Iterator[tuple[str, Program]]:
        """Every example that can stand in a formula; those that cannot are told by one test for all."""
        for function in self.each():
            for call in function.examples:
                try:
                    yield call, program_of(registry, call)
                except Refusal:
                    continue


def wrong(registry: Registry, function: Function, call: str) -> Iterator[Broken]:
    """What is wrong with one example of a function."""
    wanted = function.examples[call]
    try:
        owed = read(function.result, wanted)
        program = program_of(registry, call)
    except (ValueError, KeyError):
        yield Broken("call-result", call=call, wanted=wanted)
        return
    except Refusal as refused:
        yield Broken("not-a-call", call=call, findings=refused.findings)
        return
    answers = {reading: answer(program, reading) for reading in READINGS}
    failures = list(dict.fromkeys(one.failure for one in answers.values() if one.failure))
    if failures:
        yield Broken("call-failed", call=call, said=failures[0])
    elif any(one.value != owed or type(one.value) is not type(owed) for one in answers.values()):
        yield Broken("call-differs", call=call, wanted=shown(owed), got=_got(answers))


def _got(answers: dict[str, Answer]) -> Text:
    """What came of a call, and where the readings do not agree, by which of them."""
    values = {reading: shown(one.value) for reading, one in answers.items()}
    if len(set(values.values())) == 1:
        return Text(values["exact"], values["exact"])
    said = [(READINGS[reading], value) for reading, value in values.items()]
    return Text(
        "，".join(f"{title.zh} {value}" for title, value in said),
        ", ".join(f"{value} {title.en}" for title, value in said),
    )
