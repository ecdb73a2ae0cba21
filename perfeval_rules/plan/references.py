"""What a ruleset names besides formulas: word lists, answering texts, values in messages, the engine's version."""

from collections.abc import Iterator, Mapping
from typing import Any

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding
from perfeval_rules.formula.kinds import KIND_TITLES, Kind
from perfeval_rules.plan.authored import FACT_KINDS
from perfeval_rules.plan.vocabulary import Names
from perfeval_rules.ruleset.document import Path, dotted
from perfeval_rules.ruleset.merged import Removal
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.telling import meant
from perfeval_rules.text import Text


def reference_faults(ruleset: Ruleset, names: Names) -> Iterator[Finding]:
    """Every name outside formulas that means nothing."""
    yield from _facts(ruleset, names)
    yield from _answers(ruleset, names)
    yield from _words(ruleset, names)
    yield from _messages(ruleset, names)


def _tell(ruleset: Ruleset, code: str, path: Path, **values: Any) -> Finding:
    spot = ruleset.merged.value(path)
    return finding(f"ruleset.{code}", spot.at, path=dotted(path), line=spot.line, length=spot.length, **values)


def _gone(ruleset: Ruleset, path: Path, name: str, removal: Removal) -> Finding:
    """A name that a `remove` took away and that is still used, with both places."""
    gone, there = ".".join(map(str, removal.path)), str(removal.spot.at)
    return _tell(ruleset, "removed-name", path, name=name, removed=gone, there=there)


def _facts(ruleset: Ruleset, names: Names) -> Iterator[Finding]:
    """A fact may bear the name of a reported value, which it then fills; never that of an option."""
    for name, fact in ruleset.facts.items():
        owed = names.reported.get(name)
        if name in names.options:
            yield _tell(ruleset, "fact-is-option", ("fact", name), name=name)
        elif owed and (fact.of == "line" or FACT_KINDS[fact.kind] != owed):
            yield _tell(ruleset, "fact-is-reported", ("fact", name), name=name, owed=KIND_TITLES[owed])


def _answers(ruleset: Ruleset, names: Names) -> Iterator[Finding]:
    """The text that answers a reason must be one that its scope knows."""
    for name, reason in ruleset.reasons.items():
        path = ("reason", name, "text")
        seen = names.told_of_line() if reason.of == "line" else names.of_form(False)
        texts = [known for known, kind in seen.names.items() if kind == "text"]
        if reason.text is None and reason.of == "form":
            yield _tell(ruleset, "no-text", path[:2])
        elif reason.text is not None and reason.text not in texts:
            yield _tell(ruleset, "unknown-text", path, name=reason.text, nearest=meant(reason.text, texts))


def _words(ruleset: Ruleset, names: Names) -> Iterator[Finding]:
    """What a reason needs are word lists."""
    for name, reason in ruleset.reasons.items():
        for n, need in enumerate(reason.needs):
            path = ("reason", name, "needs", n)
            removal = ruleset.merged.removal("words", need)
            if need not in names.words and removal is not None:
                yield _gone(ruleset, path, need, removal)
            elif need not in names.words:
                yield _tell(ruleset, "unknown-words", path, words=need, nearest=meant(need, names.words))


def _messages(ruleset: Ruleset, names: Names) -> Iterator[Finding]:
    """A message shows only values that are known where it is told."""
    line, form = names.told_of_line().names, names.of_form(False).names
    for name, reason in ruleset.reasons.items():
        yield from _placeholders(ruleset, ("reason", name), reason.message, line if reason.of == "line" else form)
    for name, check in ruleset.checks.items():
        if check.of != "folder":
            yield from _placeholders(ruleset, ("check", name), check.message, line if check.of == "line" else form)
    for name, adjust in ruleset.adjusts.items():
        yield from _placeholders(ruleset, ("adjust", name), adjust.message, line if adjust.score else form)


def _placeholders(ruleset: Ruleset, path: Path, message: Text, known: Mapping[str, Kind]) -> Iterator[Finding]:
    for language in ("zh", "en"):
        words = Text(message.zh) if language == "zh" else Text("", message.en)
        for asked in sorted(words.placeholders() - known.keys()):
            at = (*path, "message", language)
            removal = ruleset.merged.removal("fact", asked)
            if removal is not None:
                yield _gone(ruleset, at, asked, removal)
                continue
            yield _tell(
                ruleset, "unknown-placeholder", at, placeholder=f"{{{asked}}}", nearest=meant(asked, known)
            )  # fmt: skip
