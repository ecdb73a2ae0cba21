"""A finding among the verdicts on a plugin: what is wrong, what to do about it, and where; one cause is told once."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from perfeval_rules.findings import Finding
from perfeval_rules.text import Language, Text

MORE = Text("（另有 {count} 处同样如此）", " ({count} more are the same)")
"""What stands behind a finding that is told for several."""

BOUND = Text(
    "选项 {name} 不应为负的，限定范围用 Field(…, ge=0)。",
    "Where {name} is never to be below 0, bound it by Field(…, ge=0).",
)


def lines(finding: Finding, language: Language) -> Iterator[str]:
    """A finding line by line: its message, its advice where it has any, its place and code."""
    yield from finding.say(language).splitlines()
    if advice := finding.advise(language):
        yield from advice.splitlines()
    yield "  ".join(part for part in (str(finding.at) or finding.path, finding.code) if part)


def in_words(findings: Iterable[Finding]) -> tuple[Text, ...]:
    """Findings in words, those that say the same with the place of the first and how many more there are."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for one in findings:
        groups.setdefault(said_by(one), []).append(one)
    return tuple(
        Text(_several(group, "zh"), _several(group, "en"))
        for group in groups.values()
    )  # fmt: skip


def said_by(finding: Finding) -> tuple[str, str, str]:
    """What a finding says, wherever it stands."""
    return finding.code, finding.say("zh"), finding.say("en")


def _several(group: list[Finding], language: Language) -> str:
    more = MORE.fill(language, {"count": len(group) - 1}) if len(group) > 1 else ""
    return "\n".join(lines(group[0], language)) + more


def bounds(options: Mapping[str, object], language: Language) -> list[str]:
    """What to do about options that are below 0, which their author may not have thought of."""
    below = [name for name, value in options.items() if isinstance(value, (int, Fraction)) and value < 0]
    return [BOUND.fill(language, {"name": name}) for name in below]
