"""Names for what is begun: how they are spelt, and which of them are taken."""

import re

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place
from perfeval_rules.hosting.discover import discover
from perfeval_rules.hosting.load import load
from perfeval_rules.reserved import FAMILIES
from perfeval_rules.ruleset.identifiers import IDENTIFIER
from perfeval_rules.text import Text

PLUGIN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST = 40
STANDARD = "standard"
OWN_PACKAGES = frozenset({"rules", "rulesets"})
"""What follows `perfeval_` in the names of the engine's own packages."""
OF_A_PLUGIN, OF_A_RULESET = Text("插件名称", "the name of a plugin"), Text("规则集编号", "the id of a ruleset")
BY_ENGINE, BY_STANDARD = Text("引擎", "the engine"), Text("标准插件", "the standard plugin")
BY_LIBRARY = Text("随附的规则集", "a ruleset that comes with the engine or a plugin")


def plugin_fault(name: str) -> Finding | None:
    """Why a plugin cannot bear a name, which its type bears too; None where it can."""
    if not PLUGIN.fullmatch(name) or len(name) > LONGEST:
        return _misspelt(name, OF_A_PLUGIN, _mended(name, "_") or "growth")
    if name in OWN_PACKAGES | FAMILIES:
        return _taken(name, BY_ENGINE)
    types = load({STANDARD: ""}, discover())[0].types
    return _taken(name, BY_STANDARD) if name == STANDARD or name in types else None


def ruleset_fault(identifier: str, library: frozenset[str]) -> Finding | None:
    """Why a ruleset cannot bear an id; None where it can. `library`: the ids that come with the engine and its plugins."""
    if not IDENTIFIER.fullmatch(identifier) or len(identifier) > LONGEST:
        return _misspelt(identifier, OF_A_RULESET, _mended(identifier, "-") or "donghu-2024")
    return _taken(identifier, BY_LIBRARY) if identifier in library else None


def _misspelt(name: str, what: Text, like: str) -> Finding:
    return finding("command.bad-name", Place(name), name=name, what=what, like=like)


def _taken(name: str, whose: Text) -> Finding:
    return finding("command.name-taken", Place(name), name=name, whose=whose)


def _mended(name: str, joint: str) -> str:
    """The name as it may be spelt, as far as anything of it is left."""
    parts = re.findall(r"[a-z0-9]+", name.lower())
    return joint.join(parts).lstrip(f"0123456789{joint}" if joint == "_" else "")[:LONGEST].rstrip(joint)
