"""The programs of the library's rulesets, each made when first asked for and kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from perfeval_rules.catalogue import finding
from perfeval_rules.errors import RulesetError
from perfeval_rules.files.library import Shelves, none, shipped
from perfeval_rules.findings import Finding, Place
from perfeval_rules.program import Program
from perfeval_rules.ruleset.editions import in_force
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.telling import meant


@dataclass(slots=True)
class Shelf:
    """Knows the library by id and by family, and no other place: what a request names never becomes a path."""

    rulesets: dict[str, Ruleset] = field(default_factory=dict)
    programs: dict[str, Program] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def program(
        self, asked: str, year: int | None, make: Callable[[Ruleset], Program], shelves: Shelves = none
    ) -> Program:
        """The program of an id, or of the family's ruleset that is in force in a year; raises RulesetError.

        `shelves`: folders of rulesets beside the library.
        """
        known = self.programs.get(asked)
        if known is not None:
            return known
        with self.lock:
            if not self.rulesets:
                self.rulesets = {ruleset.head.id: ruleset for ruleset in shipped(shelves)}
            ruleset = self.rulesets.get(asked) or self.of_family(asked, year)
            name = ruleset.head.id
            if name not in self.programs:
                self.programs[name] = make(ruleset)
            return self.programs[name]

    def of_family(self, asked: str, year: int | None) -> Ruleset:
        """The ruleset of a family that is in force in a year."""
        heads = [ruleset.head for ruleset in self.rulesets.values()]
        if asked not in {head.kin for head in heads}:
            known = (*self.rulesets, *(head.kin for head in heads))
            raise RulesetError([finding("ruleset.not-found", Place(), name=asked, meant=meant(asked, known))])
        picked = in_force(heads, asked, year)
        if isinstance(picked, Finding):
            raise RulesetError([picked])
        return self.rulesets[picked.id]
