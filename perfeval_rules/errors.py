"""The few exceptions of the public face; each carries the findings that say what is wrong."""

from collections.abc import Iterable
from functools import partial

from perfeval_rules.findings import Finding


class PerfevalError(Exception):
    """Something asked of the engine cannot be done; `findings` says why, in both languages."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(f"{f.at}: {f.code}: {f.say('en')}" for f in self.findings))

    def __reduce__(self) -> tuple[object, ...]:
        """The error for another process, whole."""
        return type(self), (self.findings,)


class RulesetError(PerfevalError):
    """A ruleset cannot be read or compiled."""


class SubmissionError(PerfevalError):
    """A submission cannot be read; of a JSON body the error says where the first fault stands."""

    def __init__(
        self,
        findings: Iterable[Finding],
        *,
        path: str = "",
        offset: int | None = None,
        byte_offset: int | None = None,
    ) -> None:
        super().__init__(findings)
        self.path = path
        """The place in the form, `rows[3].weight`; blank where it is none of a value."""
        self.offset = offset
        """How many characters of the body stand before it."""
        self.byte_offset = byte_offset
        """How many bytes of the body stand before it."""

    def __reduce__(self) -> tuple[object, ...]:
        """The error for another process, whole."""
        return partial(SubmissionError, path=self.path, offset=self.offset, byte_offset=self.byte_offset), (
            self.findings,
        )


class PluginError(PerfevalError):
    """A plugin handed to an engine cannot be used."""
