"""What an embedder holds: rulesets in, programs out, with the plugins they require and no global state."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from perfeval_rules.body.body import refuse_ruleset, request_body
from perfeval_rules.catalogue import finding
from perfeval_rules.errors import PluginError, RulesetError
from perfeval_rules.files.forms import read_submission
from perfeval_rules.files.library import load, shipped
from perfeval_rules.findings import Finding, worst
from perfeval_rules.formats import read_by, reader_of
from perfeval_rules.hosting.discover import Found, discover
from perfeval_rules.hosting.load import admitted, load_modules
from perfeval_rules.hosting.load import load as load_plugins
from perfeval_rules.hosting.rulesets import folders_beside, folders_of
from perfeval_rules.hosting.settings import Settings
from perfeval_rules.program import Program
from perfeval_rules.registry import Registry
from perfeval_rules.ruleset.editions import in_force
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.specifiers import read_specifier
from perfeval_rules.shelf import Shelf
from perfeval_rules.submission import Submission
from perfeval_rules.text import Text
from perfeval_rules.version import VERSION


@dataclass(frozen=True, slots=True)
class Listed:
    """A ruleset of the library, for people to choose from."""

    id: str
    family: str
    edition: str
    first: int
    last: int | None
    title: Text
    extends: tuple[str, ...]
    verified: bool
    """Whether somebody held every source against the printed text."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Compiles rulesets and reads forms.

    `plugins`: the modules that bring indicator types and more; None: those that a ruleset requires are found among the
    installed ones, and nothing else is imported. Raises PluginError where a module handed over cannot be used.
    """

    plugins_given: Registry | None = None
    _modules: tuple[ModuleType, ...] = ()
    _titles: dict[str, Text] = field(default_factory=dict, compare=False, repr=False)
    _shelf: Shelf = field(default_factory=Shelf, compare=False, repr=False)

    def __init__(self, plugins: Iterable[ModuleType] | None = None) -> None:
        given: Registry | None = None
        modules = tuple(plugins or ())
        if plugins is not None:
            given, findings = load_modules(modules)
            if worst(findings) == "error":
                raise PluginError(findings)
        object.__setattr__(self, "plugins_given", given)
        object.__setattr__(self, "_modules", modules)
        object.__setattr__(self, "_titles", {})
        object.__setattr__(self, "_shelf", Shelf())

    def program(self, asked: str | Path | Ruleset, year: int | None = None) -> Program:
        """The program of a ruleset, by id, by family and year, by path, or as read already.

        Raises RulesetError, with all that was found, where it cannot be compiled.
        """
        ruleset, findings = (asked, ()) if isinstance(asked, Ruleset) else self._ruleset(asked, year)
        program, more = (None, ()) if ruleset is None else self._compiled(ruleset)
        found = (*findings, *more)
        if program is None or ruleset is None or worst(found) == "error":
            raise RulesetError(found)
        return program.with_warnings(found)

    def check(self, asked: str | Path) -> tuple[Finding, ...]:
        """Everything that is wrong with a ruleset, by id or path; it is compiled as far as it goes."""
        ruleset, findings = load(asked, shelves=self.shelves)
        more = self._compiled(ruleset)[1] if ruleset else ()
        return tuple(sorted((*findings, *more), key=lambda one: one.at))

    def read(
        self, raw: bytes, name: str, program: Program | None = None
    ) -> tuple[Submission | None, tuple[Finding, ...]]:
        """A form from the bytes of a file and its name; None where nothing of it can be read.

        Kinds of files that the engine does not know itself are read by the plugins of a program, or by those that the
        engine was given.
        """
        registry = program.registry if program else self.plugins_given or Registry()
        reader = reader_of(registry, name)
        return read_by(reader, registry, raw, name) if reader else read_submission(raw, name)

    def library(self) -> tuple[Listed, ...]:
        """The rulesets that come with the engine and with its plugins."""
        return tuple(_listed(ruleset) for ruleset in shipped(self.shelves))

    def plugins(self) -> tuple[Found, ...]:
        """The plugins installed, from their metadata; none is imported."""
        return discover()

    def shelves(self) -> Sequence[Path]:
        """The folders of rulesets that plugins bring."""
        return folders_of(discover()) if self.plugins_given is None else folders_beside(self._modules)

    def evaluate_json(self, raw: bytes) -> bytes:
        """Evaluate what a JSON body holds, `{"ruleset": id or family, "form": {…}}`, and give the evaluation in JSON.

        The ruleset is one of the library; its program is made once and kept. Threads may share the engine. Raises
        SubmissionError, which says what is wrong and where the first fault stands, where anything is.
        """
        asked, (submission, notes) = request_body(raw)
        try:
            program = self._shelf.program(asked, submission.year, self.program, self.shelves)
        except RulesetError as refused:
            refuse_ruleset(raw, refused)
        return program.answer(submission, notes)

    def type_titles(self) -> Mapping[str, Text]:
        """What people call the indicator types of the programs made so far."""
        return dict(self._titles)

    def _ruleset(self, asked: str | Path, year: int | None) -> tuple[Ruleset | None, tuple[Finding, ...]]:
        """A ruleset by id or path; a name that is none of these but a family's goes by the year."""
        ruleset, findings = load(asked, shelves=self.shelves)
        if ruleset is not None or not any(one.code == "ruleset.not-found" for one in findings):
            return ruleset, findings
        heads = {one.head.id: one for one in shipped(self.shelves)}
        if str(asked) not in {one.head.kin for one in heads.values()}:
            return None, findings
        picked = in_force([one.head for one in heads.values()], str(asked), year)
        return (None, (picked,)) if isinstance(picked, Finding) else (heads[picked.id], ())

    def _compiled(self, ruleset: Ruleset) -> tuple[Program | None, tuple[Finding, ...]]:
        wanted = ruleset.requires.engine
        if read_specifier(wanted) is not None and not admitted(VERSION, wanted):
            spot = ruleset.merged.value(("requires", "engine"))
            told = finding(
                "ruleset.engine-version", spot.at, path="requires.engine", line=spot.line, length=spot.length,
                wanted=wanted, version=VERSION,
            )  # fmt: skip
            return None, (told,)
        registry, findings = self._registry(ruleset)
        for name, offer in registry.types.items():
            self._titles[name] = offer.type.title
        if worst(findings) == "error":
            return None, findings
        program, more = Program.of(ruleset, registry)
        return program, (*findings, *Settings.of(os.environ).weighed(more))

    def _registry(self, ruleset: Ruleset) -> tuple[Registry, tuple[Finding, ...]]:
        if self.plugins_given is not None:
            return self.plugins_given, ()
        settings = Settings.of(os.environ)
        required, notes = settings.required(ruleset.requires.plugins)
        registry, findings = load_plugins(required, discover())
        return registry, settings.weighed((*notes, *(_placed(ruleset, one) for one in findings)))


def _placed(ruleset: Ruleset, found: Finding) -> Finding:
    """What is wrong with a plugin, told where the ruleset requires it."""
    several = "" if found.at.source else found.values.get("plugins", "")
    name = str(found.values.get("plugin", several)).split(" ")[0]
    path = ("requires", "plugins", name)
    if path not in ruleset.merged.origin:
        return found
    spot = ruleset.merged.key(path)
    return Finding(
        found.code, found.severity, spot.at, found.message, found.advice, found.values, found.path, found.rule,
        spot.line, spot.length,
    )  # fmt: skip


def _listed(ruleset: Ruleset) -> Listed:
    head = ruleset.head
    return Listed(
        id=head.id,
        family=head.kin,
        edition=head.edition,
        first=head.years.first,
        last=head.years.until,
        title=head.title,
        extends=head.extends,
        verified=all(source.verified for source in ruleset.sources.values()),
    )


__all__ = ["Engine", "Listed", "Program"]
