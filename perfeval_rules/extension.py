"""What a plugin may give beside indicator types: functions for formulas, lints of rulesets, formats of files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from perfeval_rules.findings import Severity
from perfeval_rules.text import Language, Showable, Text

FunctionKind = Literal["number", "boolean", "text", "date"]
"""What a function may take and give; in Python a Fraction, a bool, a str, a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function that formulas may call; all its arguments have a value when it is asked.

    It is said in one of two ways. `definition(say, *values)` builds its value from the operations of an algebra
    (`say.add`, `say.div`, `say.choose`, …), and then every reading has it, the fast one included. What has no value is
    a value to it like any other and goes on into what rests on it; a test is `say.choose`, since Python's own `if` and `==`
    are only answered by the slower exact reading. `python(*values)` takes
    exact numbers and gives one, or None for no value: then forms that need it are worked out exactly, more slowly, and
    explained in one step. What raises, or gives a float, has no value and holds the score back.
    """

    usage: str
    """How it is written, with words for its arguments: `wilson_low(share, answered, z)`."""
    parameters: tuple[FunctionKind, ...]
    """The kind of each argument."""
    result: FunctionKind
    """The kind of what it gives."""
    meaning: Text
    """What it is, in both languages."""
    examples: Mapping[str, str]
    """Calls with what they give, both as people write them: `{"half(3)": "1.5"}`."""
    definition: Callable[..., Any] | None = None
    """Builds its value from the operations of an algebra, which comes first, before the arguments."""
    python: Callable[..., Fraction | int | bool | str | None] | None = None
    """Works it out in Python; one of this and `definition`."""

    @property
    def name(self) -> str:
        """What stands before its bracket."""
        return self.usage.partition("(")[0]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a lint found."""

    path: str
    """Where, in the words of the ruleset: `rule.count.score`."""
    values: Mapping[str, Showable] = field(default_factory=dict)
    """What fills the placeholders of its message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint:
    """A look through a compiled ruleset for what it may say and hardly means; told as `<plugin>.<name>`."""

    name: str
    """Small letters, digits and hyphens."""
    message: Text
    """What is wrong, in both languages; placeholders are filled from each remark."""
    advice: Text
    """What to do about it, in both languages."""
    examine: Callable[[Any], Iterable[Remark]]
    """Takes the `perfeval_rules.Program`, whose `ruleset` has `rules`, `lines` and the rest by their ids, and gives what it
    found."""
    severity: Severity = "warning"
    """`error` keeps a ruleset from scoring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file, by its suffix: forms that can be read from it, evaluations that can be written to it.

    What a writer is given is a mapping: `total`, `grade`, `lines`, `groups`, `findings` and more. Each line has its
    `number`, `name`, `weight`, `score`, `outcome`, `target`, `actual` and the rest. Amounts, points and other values are
    texts, such as `"9.99"`, and `None` where there is none; the running numbers of lines are whole numbers; words are
    `{"zh": …, "en": …}`.
    """

    suffix: str
    """With its dot and in small letters: `.csv`."""
    title: Text
    """What people call such files, in both languages."""
    read: Callable[[bytes], Mapping[str, Any]] | None = None
    """Takes the bytes of the file; gives a form as `docs/schema/submission.json` has it, every number as the text that the
    file holds; raises `SubmissionError`, with findings that say why in both languages, for a file that it cannot read. An
    empty one is not asked about."""
    write: Callable[[Mapping[str, Any], Language], bytes] | None = None
    """Takes an evaluation as `docs/schema/evaluation.json` has it, every number in it a text, and the language of what
    people read, `"zh"` or `"en"`; gives the `bytes` of the file."""
