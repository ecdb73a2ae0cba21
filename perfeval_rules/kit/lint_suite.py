"""The suite for the lints of rulesets that a plugin brings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from types import ModuleType
from typing import ClassVar

from perfeval_rules.extension import Lint
from perfeval_rules.files.library import shipped
from perfeval_rules.findings import Finding
from perfeval_rules.formula.additions import Guard, unguarded
from perfeval_rules.hosting.discover import discover
from perfeval_rules.hosting.guard import guarded
from perfeval_rules.hosting.load import load
from perfeval_rules.hosting.rulesets import folders_beside
from perfeval_rules.kit.plugin_ground import STANDARD, PluginGround, registry_of
from perfeval_rules.kit.telling import said_by
from perfeval_rules.kit.verdicts import Broken, tell
from perfeval_rules.kit.watch import watched
from perfeval_rules.kit.wording import misworded
from perfeval_rules.lint.of_plugins import of_plugins
from perfeval_rules.program import Program
from perfeval_rules.registry import Registry
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.text import Text

FAILED = "plugin.lint-failed"
SEVERAL = Text("{ruleset}（另有 {count} 个规则集同样如此）", "{ruleset} (and {count} more)")
"""How several rulesets are called of which the same is told."""


class LintSuite(PluginGround[Lint]):
    """All that must hold of the lints of a plugin; a class that names the plugin inherits the tests::

        class TestLints(LintSuite):
            plugin = perfeval_survey

    They look through the rulesets that come with the engine and with the plugin. A plugin that gives none has nothing to
    test, until it does.
    """

    kind: ClassVar[type[Lint]] = Lint
    hook: ClassVar[str] = "perfeval_lints"

    def test_every_ruleset_can_be_looked_through(self) -> None:
        """A lint raises nothing and gives remarks, whatever ruleset it is asked about."""
        tell(
            together(
                Broken("lint-failed", lint=lint.name, ruleset=named(program), findings=failed)
                for lint, program in self.pairs()
                if (failed := [one for one in self.found(lint, program) if one.code == FAILED])
            )
        )

    def test_the_same_ruleset_is_told_the_same(self) -> None:
        """A ruleset looked through once more, after all the others, is told the same."""
        pairs = list(self.pairs())
        first, again = ([self.found(lint, program) for lint, program in pairs] for _ in range(2))
        tell(
            together(
                Broken("lint-not-repeated", lint=lint.name, ruleset=named(program), wanted=len(one), got=len(other))
                for (lint, program), one, other in zip(pairs, first, again, strict=True)
                if one != other
            )
        )

    def test_remarks_are_told_in_both_languages(self) -> None:
        """Message and advice are in both languages, and what they fill in is given with every remark."""
        found = [
            one
            for lint in self.each()
            for part in ("message", "advice")
            for one in misworded(f"{lint.name}.{part}", getattr(lint, part))
        ]
        for lint, program in self.pairs():
            owed = lint.message.placeholders() | lint.advice.placeholders()
            told = [one for one in self.found(lint, program) if one.code != FAILED]
            if lacking := sorted({name for one in told for name in owed if one.values.get(name) is None}):
                found.append(
                    Broken("remark-lacks", lint=lint.name, ruleset=named(program), said=", ".join(lacking))
                )  # fmt: skip
        tell(together(found))

    def test_nothing_outside_is_touched(self) -> None:
        """No file, network, process, pause, clock, chance or environment while a ruleset is looked through."""
        found: list[Broken] = []
        for lint, program in self.pairs():
            self.found(lint, program)  # the engine may import what the lint asks it for
            with watched() as touched:
                self.found(lint, program, unguarded)  # the engine's guard looks at the clock
            if touched:
                found.append(Broken("lint-touched", lint=lint.name, ruleset=named(program), said=touched[0]))
        tell(together(found))

    def pairs(self) -> Iterator[tuple[Lint, Program]]:
        """Every lint with every ruleset."""
        lints = list(self.each())
        for program in programs_beside(self.plugin) if lints else ():
            yield from ((lint, program) for lint in lints)

    def found(self, lint: Lint, program: Program, guard: Guard = guarded) -> tuple[Finding, ...]:
        """What a lint tells of a ruleset."""
        lints = tuple(one for one in program.registry.lints if one.given is lint)
        return tuple(of_plugins(program, program.ruleset, replace(program.registry, lints=lints, guard=guard)))


def together(found: Iterable[Broken]) -> list[Broken]:
    """What is the same of several rulesets, told of the first with how many more there are."""
    groups: dict[object, list[Broken]] = {}
    for one in found:
        said = {name: value for name, value in one.values.items() if name != "ruleset"}
        groups.setdefault((one.code, *said.items(), *map(said_by, one.findings)), []).append(one)
    return [_of_all(group) for group in groups.values()]


def _of_all(group: list[Broken]) -> Broken:
    first = group[0]
    if len(group) == 1:
        return first
    values = {"ruleset": first.values["ruleset"], "count": len(group) - 1}
    several = Text(SEVERAL.fill("zh", values), SEVERAL.fill("en", values))
    first.values = {**first.values, "ruleset": several}
    return first


def named(program: Program) -> str:
    """What the ruleset of a program is called."""
    return program.ruleset.head.id


@lru_cache(maxsize=8)
def programs_beside(plugin: ModuleType) -> tuple[Program, ...]:
    """The rulesets that come with the engine and with a plugin, no lint asked yet; those that do not compile are left out."""
    folders, library = folders_beside([plugin]), {named(program) for program in shipped_programs()}
    brought = [one for one in shipped(lambda: folders) if one.head.id not in library] if folders else []
    registry = registry_of(plugin, needs(brought) | {STANDARD})
    own = compiled_of(brought, replace(registry, lints=()))
    return tuple(replace(program, registry=registry) for program in (*own, *shipped_programs()))


@lru_cache(maxsize=1)
def shipped_programs() -> tuple[Program, ...]:
    """The rulesets that come with the engine, which are the same whatever plugin looks through them."""
    rulesets = shipped()
    registry, _ = load(dict.fromkeys(needs(rulesets), ""), discover())
    return compiled_of(rulesets, registry)


def needs(rulesets: Iterable[Ruleset]) -> frozenset[str]:
    """The plugins that some rulesets require."""
    return frozenset(name for one in rulesets for name in one.requires.plugins)


def compiled_of(rulesets: Iterable[Ruleset], registry: Registry) -> tuple[Program, ...]:
    """The programs of some rulesets."""
    return tuple(program for one in rulesets if (program := Program.of(one, registry)[0]))
