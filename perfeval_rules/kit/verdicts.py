"""What the test kit says of a type that lacks a property: what is wrong, and the options and the row that show it."""

import os
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from perfeval_rules.findings import Finding
from perfeval_rules.kit.phrases import DIFFERENCE, NONE, OPTIONS, ROW, WORDS
from perfeval_rules.kit.telling import bounds, lines
from perfeval_rules.text import BLANK, Language, Showable, Text, decimal, escaped


class Broken(AssertionError):  # noqa: N818 - a verdict on a type
    """A property that a type does not have, with the options and the row that show it."""

    def __init__(
        self, code: str, *, options: Mapping[str, object] | None = None, row: Mapping[str, str] | None = None,
        findings: Iterable[Finding] = (), **values: Showable,
    ) -> None:  # fmt: skip
        super().__init__(code)
        self.code, self.values = code, values
        self.options, self.row = options, row
        self.findings = tuple(findings)

    @property
    def parts(self) -> tuple["Broken", ...]:
        """What is told here, one by one."""
        return (self,)

    def say(self, language: Language) -> str:
        """All of it in a language."""
        words = WORDS[self.code].fill(language, self.values)
        told = [
            f"{'  ' if number else ''}{line}"
            for one in self.findings
            for number, line in enumerate(lines(one, language))
        ]
        shown = [
            f"{title.say(language)}  {_listed(said) or NONE.say(language)}"
            for title, said in ((OPTIONS, self.options), (ROW, self.row))
            if said is not None
        ]
        if self.code in ("worse", "negative"):
            shown += bounds(self.options or {}, language)
        return "\n".join([words, *(f"  {line}" for line in (*told, *shown))])

    def __str__(self) -> str:
        return self.say(spoken())


class Several(Broken):
    """Some of them at once, each told as it would be alone."""

    def __init__(self, parts: Sequence[Broken]) -> None:
        super().__init__(parts[0].code)
        self.several = tuple(parts)

    @property
    def parts(self) -> tuple[Broken, ...]:
        """What is told here, one by one."""
        return self.several

    def say(self, language: Language) -> str:
        """All of it in a language."""
        return "\n".join(part.say(language) for part in self.several)


def tell(found: Sequence[Broken]) -> None:
    """Raise whatever was found, in one pass; nothing where nothing was."""
    if found:
        raise found[0] if len(found) == 1 else Several(found)


def differences(wanted: Mapping[str, object], got: Mapping[str, object]) -> Text:
    """What is not as it was wanted, with what it is; blank where everything is."""
    said = [
        {"measure": name, "wanted": shown(value), "got": shown(got[name])}
        for name, value in wanted.items()
        if got[name] != value or type(got[name]) is not type(value)
    ]
    return Text(
        "；".join(DIFFERENCE.fill("zh", one) for one in said), "; ".join(DIFFERENCE.fill("en", one) for one in said)
    )


def spoken() -> Language:
    """The language that PERFEVAL_LANG asks for."""
    return "en" if os.environ.get("PERFEVAL_LANG") == "en" else "zh"


def shown(value: object) -> str:
    """A value exactly, as people write it; a text in quotes."""
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Fraction)):
        return decimal(Fraction(value))
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or BLANK
    return f'"{escaped(value)}"' if isinstance(value, str) else escaped(str(value))


def _listed(said: Mapping[str, object]) -> str:
    return ", ".join(f"{name} = {shown(value)}" for name, value in said.items())
