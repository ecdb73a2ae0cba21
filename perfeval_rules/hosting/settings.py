"""What the environment says of plugins: which to load instead of those required, and how strictly."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place, listed
from perfeval_rules.text import NOTHING

PLUGINS, STRICT = "PERFEVAL_PLUGINS", "PERFEVAL_STRICT"


@dataclass(frozen=True, slots=True)
class Settings:
    """Read once for each ruleset that is compiled."""

    plugins: tuple[str, ...] | None
    """The plugins to load whatever a ruleset requires; None: those that it requires."""
    strict: bool

    @staticmethod
    def of(environment: Mapping[str, str]) -> "Settings":
        """What an environment says: a list with commas, empty for none; `1` for strict."""
        said = environment.get(PLUGINS)
        names = None if said is None else tuple(dict.fromkeys(name.strip() for name in said.split(",") if name.strip()))
        return Settings(names, environment.get(STRICT, "") not in ("", "0"))

    def required(self, requires: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[Finding, ...]]:
        """The plugins to load with their version specifiers, and a note where they are not those of the ruleset."""
        if self.plugins is None:
            return requires, ()
        path = "requires.plugins"
        told = finding("plugin.overridden", Place(PLUGINS), path=path, plugins=listed(self.plugins) or NOTHING)
        return {name: requires.get(name, "") for name in self.plugins}, (told,)

    def weighed(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings, those about plugins as errors where strict."""
        if not self.strict:
            return findings
        return tuple(replace(one, severity="error") if one.code.startswith("plugin.") else one for one in findings)
