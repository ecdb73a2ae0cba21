"""`perfeval plugins check`: a plugin looked over property by property, as a list for those who are to rely on it."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec

from perfeval_rules.catalogue import finding
from perfeval_rules.catalogue.formula import near
from perfeval_rules.cli import codes
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import BLANK_LINE, Block, Line, Style
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine
from perfeval_rules.findings import Finding, Place
from perfeval_rules.hosting.discover import Found
from perfeval_rules.hosting.load import chosen
from perfeval_rules.plain import plain_finding
from perfeval_rules.testing import NEEDED
from perfeval_rules.testing.process import EndedEarlyError, inspected
from perfeval_rules.testing.verdict import Verdict, plain
from perfeval_rules.text import Language, nearest

MARKS: Mapping[bool | None, tuple[str, Style]] = {True: ("✓", "info"), False: ("✗", "error"), None: ("–", "faint")}


def run(output: Output, name: str) -> int:
    """Look over a plugin in a process of its own, and tell each property as soon as it is known."""
    found = usable(name, Engine().plugins())
    if isinstance(found, Finding):
        output.refuse([found])
        return codes.NOT_DONE
    told: list[Verdict] = []
    ended: list[Finding] = []
    try:
        for verdict in inspected(name):
            if not output.as_data:
                output.page(_page(verdict, told[-1] if told else None, found, output.language))
            told.append(verdict)
    except EndedEarlyError as fault:
        ended = [finding("command.check-ended", Place(name), name=name, reason=fault.reason)]
    _conclude(output, found, told, ended)
    return codes.NOT_DONE if ended else codes.FOUND if any(one.holds is False for one in told) else codes.DONE


def usable(name: str, installed: Sequence[Found]) -> Found | Finding:
    """The installed plugin of a name; why it cannot be looked over where that is so."""
    if name not in {one.name for one in installed}:
        like = near(nearest(name, [one.name for one in installed]))
        return finding("command.no-plugin", Place(name), name=name, near=like)
    missing = [package for package in NEEDED if find_spec(package) is None]
    if missing:
        return finding("command.no-testing", Place(name), package=missing[0])
    return chosen(name, "", installed)


def _page(verdict: Verdict, before: Verdict | None, found: Found, language: Language) -> Iterator[Block]:
    """A verdict, under a heading where it is the first on its subject."""
    if before is None or (before.of, before.name) != (verdict.of, verdict.name):
        title = f"{found.distribution} {found.version}" if verdict.of == "plugin" else verdict.title.say(language)
        yield from [BLANK_LINE] if before else []
        yield Line(f"{word(language, f'of-{verdict.of}', name=verdict.name)}  {one_line(title)}".rstrip(), "strong")
    mark, style = MARKS[verdict.holds]
    yield Line(verdict.words.say(language), lead=f"  {mark} ", lead_style=style)
    for text in verdict.said:
        first, *others = text.say(language).splitlines() or [""]
        yield Line(one_line(first), lead="    → ")
        yield from (Line(one_line(line), lead="      ") for line in others)


def _conclude(output: Output, found: Found, told: Sequence[Verdict], ended: Sequence[Finding]) -> None:
    counts = {
        key: sum(one.holds is holds for one in told)
        for key, holds in (("held", True), ("failed", False), ("untried", None))
    }
    if output.as_data:
        plugin = {"name": found.name, "distribution": found.distribution, "version": found.version}
        properties = [plain(one) for one in told]
        output.data(
            {"plugin": plugin, **counts, "properties": properties, "findings": [plain_finding(one) for one in ended]}
        )
        return
    if told:
        output.page([BLANK_LINE, Line(word(output.language, "held", count=len(told), **counts), "strong")])
    if ended:
        output.refuse(ended)
