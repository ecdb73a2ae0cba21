"""The few exceptions of the public face; each carries the findings that say what is wrong."""

from collections.abc import Iterable

from perfeval_rules.findings import Finding


class PerfevalError(Exception):
    """Something asked of the engine cannot be done; `findings` says why, in both languages."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(f"{f.at}: {f.code}: {f.say('en')}" for f in self.findings))


class RulesetError(PerfevalError):
    """A ruleset cannot be read or compiled."""


class SubmissionError(PerfevalError):
    """A submission cannot be read."""


class PluginError(PerfevalError):
    """A plugin handed to an engine cannot be used."""
